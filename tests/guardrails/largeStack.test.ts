import * as assert from "node:assert/strict";

import * as aws from "@pulumi/aws";

import { runUntraced } from "../../emulator/runProgram";
import { analyzed } from "./analyzed";
import { clientGroup, ecsService, fargateEndpoints, flatNetwork, interfaceEndpoint, s3Gateway } from "./flatNetwork";

/** The resources of a program in one VPC, with one fault of each kind among many resources that have none. */
function program(): void {
    const network = flatNetwork();
    fargateEndpoints(network);
    s3Gateway(network, network.tableIds.slice(0, 1));
    interfaceEndpoint("sns", network, { policy: undefined });
    ecsService("web", network.subnetIds, clientGroup(network));
    new aws.rds.Instance("orders", {
        instanceClass: "db.t4g.micro",
        publiclyAccessible: true,
        dbSubnetGroupName: new aws.rds.SubnetGroup("orders", { subnetIds: network.subnetIds }).name,
    });
    new aws.ec2.SecurityGroup("ssh", {
        vpcId: network.vpc.id,
        ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }],
    });
}

describe("the guardrails on a stack of 5,000 resources", () => {
    it("find each fault, at the resource that has it, and nothing else", async () => {
        const { resources } = await runUntraced(program, { config: { "aws:region": "us-east-1" }, preview: true });
        // The same program again and again, each copy with names of its own. A stack has one resource for itself.
        const parts = resources.filter(({ type }) => type !== "pulumi:pulumi:Stack");
        const copies = Math.ceil(5000 / parts.length);
        const all = Array.from({ length: copies }, (_, copy) => {
            const text = JSON.stringify(parts).replaceAll(/"(urn:pulumi:[^"]*)"/g, `"$1-${copy}"`);
            return (JSON.parse(text) as typeof parts).map((one) => ({ ...one, name: `${one.name}-${copy}` }));
        }).flat();
        assert.ok(all.length >= 5000);
        const privateVpcs = ["shop-*"];
        const found = await analyzed(all, { accountId: "123456789012", privateVpcs });
        const faults = [
            "endpoint-policy sns",
            "gateway-route-tables s3",
            "no-open-security-group ssh",
            "no-public-address orders",
            "workload-reachability web",
        ];
        const expected = Array.from({ length: copies }, (_, copy) => faults.map((fault) => `${fault}-${copy}`)).flat();
        assert.deepEqual(found.map(({ policy, resource }) => `${policy} ${resource}`).sort(), expected.sort());
    }).timeout("5m");
});
