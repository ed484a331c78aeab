import * as assert from "node:assert/strict";

import type { Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";
import { readState, writeState } from "../../../emulator/engine/provider/stateFile";
import { EngineStack } from "../stacks";
import { announcedChanges } from "./announcedChanges";
import { differentPlans } from "./differentPlans";
import { firstCommit, FormerRelease, lastTag } from "./formerRelease";
import { lostOptions } from "./lostOptions";

const vpcId = "vpc-0123456789abcdef0";
const made = (type: string, id: string, attributes: object): Made => ({ id, type, name: id, attributes });

const network = [
    made(types.vpc, vpcId, { cidrBlock: "10.9.0.0/16", enableDnsHostnames: true, mainRouteTableId: "rtb-main" }),
    made(types.subnet, "subnet-a", { vpcId, availabilityZone: "us-east-1a", cidrBlock: "10.9.1.0/24" }),
];

/** A program with every component, and with options whose policies or endpoints a release changed. */
const everyComponent = `
    import { EndpointService, PrivateVpc, VpcEndpoints } from "./components";

    export = async () => {
        const availabilityZones = ["us-east-1a"];
        const tags = { team: "shop" };
        const orders = new PrivateVpc("orders", {
            cidrBlock: "10.0.0.0/16",
            availabilityZones,
            workloads: ["emr-private-subnet"],
            services: ["bedrock-runtime", "ec2", "s3", "sqs"],
            endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] }, sqs: { policy: "full-access" } },
            perimeter: { accountIds: ["111122223333"] },
            flowLogs: { destination: "cloud-watch-logs" },
            tags,
        });
        new PrivateVpc("fips", {
            cidrBlock: "10.1.0.0/16",
            availabilityZones,
            services: ["s3"],
            endpoints: { s3: { reachableFrom: ["10.200.0.0/16"] } },
            options: { fips: true },
        });
        const service = new EndpointService("orders", {
            networkLoadBalancerArns: ["arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/orders/0123456789abcdef"],
            allowedPrincipals: ["arn:aws:iam::111122223333:root"],
            connectionNotification: { topicArn: "arn:aws:sns:us-east-1:123456789012:connections" },
            tags,
        });
        const clients = await VpcEndpoints.inVpc("clients", {
            vpcId: "${vpcId}",
            services: ["sqs", "dynamodb"],
            endpoints: { sqs: { allowedCidrBlocks: ["10.9.1.0/24"] } },
            endpointServices: { orders: { serviceName: service.serviceName } },
            tags,
        });
        service.accept("clients", clients.interfaceEndpointIds.apply((ids) => ids.orders!));
        const { vpcId, cidrBlock, subnetIds, routeTableIds, gatewayEndpointIds, interfaceEndpointIds, prefixListIds, dnsNames } = orders;
        const { endpointSecurityGroupId, clientSecurityGroupId, summary } = orders;
        return {
            vpcId, cidrBlock, subnetIds, routeTableIds, gatewayEndpointIds, interfaceEndpointIds, prefixListIds, dnsNames,
            endpointSecurityGroupId, clientSecurityGroupId, summary, serviceName: service.serviceName,
            connected: clients.interfaceEndpointIds,
        };
    };
`;

/** The resources with tags, as in a step: `VpcEndpoint app-s3-gateway`. */
function tagged(stack: EngineStack): string[] {
    const ours = readState(stack.accountFile)!.made.filter(({ attributes }) => attributes.tags !== undefined);
    return ours.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`);
}

for (const revision of [firstCommit, lastTag() ?? []].flat()) {
    describe(`an upgrade from ${revision}`, function() {
        this.timeout(300_000);
        const announced = announcedChanges[revision] ?? {};
        let former: FormerRelease;

        before(() => {
            former = new FormerRelease(revision);
        });

        after(() => former?.remove());

        it("changes a deployed stack and its outputs only as announced, and replaces nothing", async () => {
            const stack = await EngineStack.create("dev", { "aws:region": "us-east-1" });
            const outputs = async () =>
                JSON.parse(await stack.succeed("stack", "output", "--json")) as { [name: string]: unknown };
            writeState(stack.accountFile, { made: network, counts: {} });
            former.install(stack);
            stack.workspace.writeFile("index.ts", everyComponent);
            await stack.up();
            const before = await outputs();
            const { steps = [], ownerTag } = announced;
            const others = tagged(stack).filter((name) =>
                !steps.some((step) => step.split(/[ :]+/).slice(1, 3).join(" ") === name)
            );
            const newTags = ownerTag ? others.map((name) => `update ${name}: tags`) : [];

            stack.workspace.restoreProgram();
            stack.workspace.writeFile("index.ts", everyComponent);
            assert.deepEqual(await stack.preview(), [...steps, ...newTags].sort());
            await stack.up();
            await stack.assertSettled();
            const after = await outputs();
            const changed = Object.keys(before).filter((name) =>
                JSON.stringify(before[name]) !== JSON.stringify(after[name])
            );
            assert.deepEqual(changed, announced.outputs ?? []);
            assert.deepEqual(Object.values(after.subnetIds as object), Object.values(before.subnetIds as object));
            stack.remove();
        });

        it("accepts every option: a renamed one keeps its former name, deprecated, for one minor version", () => {
            assert.deepEqual(lostOptions(former), []);
        });

        it("plans every service and every workload as before, but for what was announced", () => {
            assert.deepEqual(differentPlans(former), announced.plans ?? {});
        });
    });
}
