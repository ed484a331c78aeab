import * as assert from "node:assert/strict";

import { networkOfState } from "../../cli/reach/stateNetwork";
import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Answer, Destination, Source } from "../../network/reach/question";
import { reach, sourceOf } from "../../network/reach/reach";
import { unknownValue } from "../../network/sources/stackResources";
import { type Declared, preview, previewed, stack } from "./previewedStack";

function ask(resources: { [name: string]: Declared }, to: Destination): Answer {
    const index = new NetworkIndex(previewed(resources));
    return reach(index, { from: sourceOf(index, "lambda:lambda-worker") as Source, to });
}

const short = ({ verdict, reason, unknown }: Answer) => [verdict, ...(reason ? [reason.code] : []), ...unknown];

describe("the network of a stack that was never deployed", () => {
    it("has verdicts, by the dependencies of properties whose values are unknown", () => {
        assert.deepEqual(short(ask(stack(), { service: "s3" })), ["reachable"]);
        assert.deepEqual(short(ask(stack(), { service: "secretsmanager" })), ["reachable"]);
        assert.deepEqual(short(ask(stack(), { service: "sqs" })), ["not reachable", "service.no-endpoint"]);
    });

    it("names a list that is taken to have everything that it depends on", () => {
        const { network } = networkOfState("--preview", "preview.json", preview(stack()), undefined);
        assert.deepEqual(network!.assumptions, [
            "routeTableIds of endpoint-s3 are all of those that it depends on: table-a, table-b. The preview does not show it.",
        ]);
    });

    it("does not take an account that endpoint policies trust for the stack's own", () => {
        const { inputs, from } = stack()["endpoint-s3"]!;
        const trusted = { StringEquals: { "aws:PrincipalAccount": ["111122223333"] } };
        const policy = JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Condition: trusted } });
        const { accountId } = previewed(stack({ "endpoint-s3": { inputs: { ...inputs, policy }, from } }));
        assert.equal(accountId, undefined);
    });

    it("finds the subnet whose route table lacks the gateway endpoint", () => {
        const one = { ...stack()["endpoint-s3"]!, from: { vpcId: ["vpc-a"], routeTableIds: ["table-a"] } };
        const answer = ask(stack({ "endpoint-s3": one }), { service: "s3" });
        assert.deepEqual(short(answer), ["not reachable", "service.route-table-without-gateway"]);
        assert.equal(
            answer.reason!.fix.sentence,
            "associate route table table-b of subnet subnet-b with endpoint endpoint-s3",
        );
    });

    it("does not know what a rule allows if its port or number is not known", () => {
        const ports = { fromPort: unknownValue, toPort: unknownValue };
        const ingress = [{ protocol: "tcp", ...ports, securityGroups: [unknownValue] }];
        const { from } = stack()["group-endpoints"]!;
        const late = { "group-endpoints": { inputs: { vpcId: unknownValue, ingress }, from } };
        assert.deepEqual(short(ask(stack(late), { service: "secretsmanager" })), [
            "unknown",
            "ingress.0.fromPort of group-endpoints",
        ]);
        const every = { action: "allow", protocol: "-1", fromPort: 0, toPort: 0, cidrBlock: "0.0.0.0/0" };
        const acl = (entry: object) => ({
            "acl-a": {
                inputs: {
                    vpcId: unknownValue,
                    subnetIds: [unknownValue],
                    egress: [{ ...every, ruleNo: 100 }],
                    ...entry,
                },
                from: { vpcId: ["vpc-a"], subnetIds: ["subnet-a"] },
            },
        });
        const answer = (entry: object) => short(ask(stack(acl({ ingress: [entry] })), { service: "s3" }));
        assert.deepEqual(answer({ ...every, ruleNo: 100 }), ["reachable"]);
        assert.deepEqual(answer({ ...every, ruleNo: "100", protocol: "tcp", toPort: "65535" }), ["reachable"]);
        assert.deepEqual(answer({ ...every, ...ports, ruleNo: 100, protocol: "tcp" }), [
            "unknown",
            "ingress.0.fromPort of acl-a",
        ]);
        assert.deepEqual(answer({ ...every, ruleNo: unknownValue }), ["unknown", "ingress.0.ruleNo of acl-a"]);
    });

    it("finds the prefix list of an endpoint that does not exist yet, in the rules of a security group", () => {
        const worker = (endpoint: string) => ({
            "group-worker": {
                inputs: {
                    vpcId: unknownValue,
                    egress: [{ protocol: "tcp", fromPort: 443, toPort: 443, prefixListIds: [unknownValue] }],
                },
                from: { vpcId: ["vpc-a"], egress: [endpoint] },
            },
        });
        assert.deepEqual(short(ask(stack(worker("endpoint-s3")), { service: "s3" })), ["reachable"]);
        assert.deepEqual(short(ask(stack(worker("endpoint-s3")), { service: "secretsmanager" })), [
            "not reachable",
            "ENI_SG_RULES_MISMATCH",
        ]);
    });

    it("does not know the blocks that IPAM allocates to a VPC", () => {
        const block = {
            "vpc-a": { inputs: { ipv4IpamPoolId: "ipam-pool-0123456789abcdef0", ipv4NetmaskLength: 20 } },
        };
        const { vpcs } = previewed(stack(block));
        assert.deepEqual(knownOr(vpcs, []).map(({ cidrBlocks }) => cidrBlocks), [{ unknown: ["cidrBlock of vpc-a"] }]);
        for (const to of [{ service: "s3" }, { address: "192.168.0.1" }]) {
            assert.deepEqual(short(ask(stack(block), to)), ["unknown", "cidrBlock of vpc-a"]);
        }
        const { inputs, from } = stack()["subnet-a"]!;
        const late = { ...block, "subnet-a": { inputs: { ...inputs, cidrBlock: unknownValue }, from } };
        assert.deepEqual(short(ask(stack(late), { service: "s3" })), ["unknown", "cidrBlock of subnet-a"]);
    });

    it("keeps an edge unknown, by name, if several resources are possible", () => {
        const either = {
            inputs: { subnetId: unknownValue, routeTableId: unknownValue },
            from: { subnetId: ["subnet-b"], routeTableId: ["table-a", "table-b"] },
        };
        assert.deepEqual(short(ask(stack({ "association-b": either }), { service: "s3" })), [
            "unknown",
            "routeTableId of association-b, which may be table-a or table-b",
        ]);
        const group = {
            ...stack()["lambda-worker"]!,
            from: { vpcConfig: ["subnet-a", "subnet-b", "group-worker", "group-endpoints"] },
        };
        assert.deepEqual(short(ask(stack({ "lambda-worker": group }), { service: "secretsmanager" })), [
            "unknown",
            "vpcConfig.securityGroupIds of lambda-worker, which may be group-worker or group-endpoints",
        ]);
    });

    it("does not know what AWS has for a VPC of another stack", () => {
        const outside = Object.fromEntries(Object.entries(stack()).filter(([name]) => name !== "vpc-a"));
        const moved = Object.fromEntries(
            Object.entries(outside).map(([name, { inputs, from }]) => [name, {
                inputs: { ...inputs, ...("vpcId" in inputs && { vpcId: "vpc-0123456789abcdef0" }) },
                from,
            }]),
        );
        assert.deepEqual(short(ask(moved, { service: "secretsmanager" })), [
            "unknown",
            "VPC vpc-0123456789abcdef0 is not described, the VPC of subnet subnet-a",
        ]);
    });

    it("reads the workloads, and leaves out functions without a VPC", () => {
        const alone = { inputs: { role: "arn:aws:iam::123456789012:role/alone" } };
        const { network } = networkOfState("--preview", "p.json", preview(stack({ "lambda-alone": alone })), undefined);
        assert.deepEqual(knownOr(network!.workloads, []).map(({ id }) => id), ["lambda:lambda-worker"]);
    });

    it("reports a preview with errors, a file of another kind, and a stack without a Region", () => {
        const codes = (option: "--preview" | "--stack-export", value: unknown) =>
            networkOfState(option, "x.json", value, undefined).problems.map(({ code }) => code);
        const failed = { ...preview(stack()), diagnostics: [{ severity: "error", message: "it failed" }] };
        assert.deepEqual(codes("--preview", failed), ["reach.preview-failed"]);
        assert.deepEqual(codes("--preview", { Vpcs: [] }), ["reach.not-a-stack"]);
        assert.deepEqual(codes("--preview", []), ["reach.not-a-stack"]);
        assert.deepEqual(codes("--stack-export", preview(stack())), ["reach.not-a-stack"]);
        assert.deepEqual(codes("--stack-export", { deployment: { resources: [] } }), ["reach.no-region"]);
        assert.deepEqual(codes("--stack-export", { deployment: null }), ["reach.not-a-stack"]);
    });
});
