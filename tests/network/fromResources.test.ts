import * as assert from "node:assert/strict";

import { networkOfState } from "../../cli/reach/stateNetwork";
import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Answer, Destination, Source } from "../../network/reach/question";
import { reach, sourceOf } from "../../network/reach/reach";
import { unknownValue } from "../../network/sources/stackResources";

interface Declared {
    inputs: object;
    /** The resources that properties come from, by name. */
    from?: { [property: string]: string[] };
}

const tokens: { [name: string]: string } = {
    vpc: "aws:ec2/vpc:Vpc",
    subnet: "aws:ec2/subnet:Subnet",
    table: "aws:ec2/routeTable:RouteTable",
    association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    group: "aws:ec2/securityGroup:SecurityGroup",
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    lambda: "aws:lambda/function:Function",
};

/** What `pulumi preview --json` prints for resources that are not created yet: `<kind>` and a number or letter name them. */
function preview(resources: { [name: string]: Declared }): object {
    const urn = (name: string) => `urn:pulumi:dev::shop::${tokens[name.split("-")[0]!]!}::${name}`;
    const steps = Object.entries(resources).map(([name, { inputs, from = {} }]) => ({
        op: "create",
        urn: urn(name),
        newState: {
            urn: urn(name),
            type: tokens[name.split("-")[0]!]!,
            custom: true,
            inputs,
            propertyDependencies: Object.fromEntries(
                Object.entries(from).map(([property, names]) => [property, names.map(urn)]),
            ),
        },
    }));
    const provider = {
        urn: "urn:pulumi:dev::shop::pulumi:providers:aws::default",
        type: "pulumi:providers:aws",
        inputs: { region: "us-east-1" },
    };
    return { steps: [{ op: "same", newState: provider }, ...steps], diagnostics: [] };
}

/** A Lambda function in two subnets of a VPC with a gateway endpoint of S3 and an interface endpoint of Secrets Manager. */
const stack = (changed: { [name: string]: Declared } = {}): { [name: string]: Declared } => ({
    "vpc-a": { inputs: { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true } },
    ...Object.fromEntries(["a", "b"].flatMap((zone, index): [string, Declared][] => [
        [`subnet-${zone}`, {
            inputs: { vpcId: unknownValue, cidrBlock: `10.0.${index}.0/24`, availabilityZone: `us-east-1${zone}` },
            from: { vpcId: ["vpc-a"] },
        }],
        [`table-${zone}`, { inputs: { vpcId: unknownValue }, from: { vpcId: ["vpc-a"] } }],
        [`association-${zone}`, {
            inputs: { subnetId: unknownValue, routeTableId: unknownValue },
            from: { subnetId: [`subnet-${zone}`], routeTableId: [`table-${zone}`] },
        }],
    ])),
    "group-worker": {
        inputs: {
            vpcId: unknownValue,
            egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
        },
        from: { vpcId: ["vpc-a"] },
    },
    "group-endpoints": {
        inputs: {
            vpcId: unknownValue,
            ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, securityGroups: [unknownValue] }],
        },
        from: { vpcId: ["vpc-a"], ingress: ["group-worker"] },
    },
    "endpoint-s3": {
        inputs: {
            vpcId: unknownValue,
            serviceName: "com.amazonaws.us-east-1.s3",
            vpcEndpointType: "Gateway",
            routeTableIds: unknownValue,
        },
        from: { vpcId: ["vpc-a"], routeTableIds: ["table-a", "table-b"] },
    },
    "endpoint-secrets": {
        inputs: {
            vpcId: unknownValue,
            serviceName: "com.amazonaws.us-east-1.secretsmanager",
            vpcEndpointType: "Interface",
            privateDnsEnabled: true,
            subnetIds: [unknownValue, unknownValue],
            securityGroupIds: [unknownValue],
        },
        from: { vpcId: ["vpc-a"], subnetIds: ["subnet-a", "subnet-b"], securityGroupIds: ["group-endpoints"] },
    },
    "lambda-worker": {
        inputs: { vpcConfig: { subnetIds: [unknownValue, unknownValue], securityGroupIds: [unknownValue] } },
        from: { vpcConfig: ["subnet-a", "subnet-b", "group-worker"] },
    },
    ...changed,
});

function ask(resources: { [name: string]: Declared }, to: Destination): Answer {
    const { network, problems } = networkOfState("--preview", "preview.json", preview(resources), undefined);
    assert.deepEqual(problems, []);
    const index = new NetworkIndex(network!);
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

    it("finds the subnet whose route table lacks the gateway endpoint", () => {
        const one = { ...stack()["endpoint-s3"]!, from: { vpcId: ["vpc-a"], routeTableIds: ["table-a"] } };
        const answer = ask(stack({ "endpoint-s3": one }), { service: "s3" });
        assert.deepEqual(short(answer), ["not reachable", "service.route-table-without-gateway"]);
        assert.equal(
            answer.reason!.fix.sentence,
            "associate route table table-b of subnet subnet-b with endpoint endpoint-s3",
        );
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
