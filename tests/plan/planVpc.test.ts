import * as assert from "node:assert/strict";

import { planVpcEndpoints } from "../../components/plan/planVpcEndpoints";
import { codesOf } from "../codesOf";
import { endpointOf, planOf, problemsOf, smallVpc, templates } from "./fixtures";

describe("the plan of a private VPC", () => {
    it("contains the network, the endpoints and everything that belongs to them, and the cost", () => {
        const plan = planOf({ availabilityZones: ["us-gov-west-1b", "us-gov-west-1a"], services: ["s3"] });
        assert.deepEqual(Object.keys(plan).sort(), [
            ...["clientEgress", "cost", "endpoints", "leftOut", "network", "offered", "partition"],
            ...["perimeter", "region", "securityGroups", "warnings"],
        ]);
        assert.deepEqual([plan.region, plan.partition], ["us-gov-west-1", "aws-us-gov"]);
        assert.deepEqual(plan.network, {
            cidrBlock: "10.0.0.0/16",
            subnets: [
                { zone: "us-gov-west-1a", cidrBlock: "10.0.0.0/19", usableAddresses: 8187 },
                { zone: "us-gov-west-1b", cidrBlock: "10.0.32.0/19", usableAddresses: 8187 },
            ],
        });
        assert.deepEqual(plan.endpoints.map(({ name }) => name), ["s3-gateway"]);
        assert.deepEqual(plan.offered.map(({ service }) => service), ["dynamodb"]);
        assert.equal(plan.cost.endpointsUsd, 0);
    });

    it("suggests optional services of workloads, and uses given subnets", () => {
        const { network, offered } = planOf({
            workloads: ["ecs-fargate"],
            subnetCidrBlocks: { "us-east-1b": "10.0.255.0/24" },
            flowLogs: { destination: "cloud-watch-logs" },
        });
        assert.deepEqual(network.subnets.map(({ cidrBlock }) => cidrBlock), ["10.0.0.0/19", "10.0.255.0/24"]);
        assert.ok(offered.some(({ service, reason }) => service === "logs" && reason.key === "optional-for-workload"));
    });

    it("is replaced by every problem at once: six mistakes are six problems", () => {
        assert.deepEqual(
            codesOf(problemsOf({
                cidrBlock: "10.0.0.1/16",
                services: ["s33", "s3"],
                workloads: ["ecs-fargat"],
                endpointZones: ["us-east-1c"],
                endpoints: { s3: { kind: "Gatway" } },
                flowLogs: { destination: "s3" },
            })),
            [
                "network.host-bits cidrBlock",
                "workloads.unknown workloads[0]",
                "services.unknown services[0]",
                "zones.not-in-vpc endpointZones[0]",
                "endpoints.unknown-kind endpoints.s3.kind",
                "flow-logs.bucket-required flowLogs.bucketArn",
            ],
        );
    });

    it("does not report a service's options if the service that is requested is misspelt", () => {
        const endpoints = { s3: { kind: "Gateway" }, sqs: { privateDns: false } };
        const paths = (services: string[], workloads: string[]) =>
            problemsOf({ services, workloads, endpoints }).map(({ path }) => path);
        assert.deepEqual(paths(["sqss"], ["ecs-fargat"]), ["workloads[0]", "services[0]"]);
        assert.deepEqual(paths(["sqs"], []), ["endpoints.s3"]);
    });

    it("does not report the perimeter's service if the service that is requested is misspelt", () => {
        const exception = { service: "s3", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::prices/list"] };
        const perimeter = { exceptions: [{ ...exception, reason: "prices" }], awsOwnedResources: ["ecr"] };
        const paths = (services: string[], workloads: string[]) =>
            problemsOf({ services, workloads, perimeter }).map(({ path }) => path);
        assert.deepEqual(paths([], ["ecs-fargat"]), ["workloads[0]"]);
        assert.deepEqual(paths(["s33"], []), ["services[0]"]);
        assert.deepEqual(paths(["sqs"], []), ["perimeter.awsOwnedResources[0]", "perimeter.exceptions[0].service"]);
    });

    it("is not returned with any single mistake, in whatever argument", () => {
        const mistakes = {
            cidrBlock: { cidrBlock: "10.0.0.0/8" },
            "availabilityZones[0]": { availabilityZones: ["us-east-1"] },
            "subnetCidrBlocks.us-east-1a": { subnetCidrBlocks: { "us-east-1a": "10.1.0.0/24" } },
            "flowLogs.destination": { flowLogs: { destination: "" } },
            "services[0]": { services: ["s33"] },
            endpointZones: { endpointZones: [] },
            "endpoints.s3": { endpoints: { s3: {} } },
        };
        for (const [path, mistake] of Object.entries(mistakes)) {
            assert.deepEqual(problemsOf(mistake).map((problem) => problem.path), [path]);
        }
    });

    it("does not check what depends on invalid zones", () => {
        const paths = problemsOf({
            availabilityZones: ["us-east-1a", "nowhere"],
            services: ["iam", "sqs"],
            endpointZones: ["eu-west-1a"],
            endpoints: { sqs: { zones: ["us-east-1f"] } },
        }).map(({ path }) => path);
        assert.deepEqual(paths, ["availabilityZones[1]"]);
    });

    it("has IAM only in Regions that offer it, and reports the path of the request elsewhere [sel.iam-region]", () => {
        assert.deepEqual(codesOf(problemsOf({ availabilityZones: ["eu-west-1a"], services: ["sqs", "iam"] })), [
            "services.not-in-region services[1]",
        ]);
        const availabilityZones = ["us-gov-west-1a"];
        const { serviceName } = endpointOf("iam-interface", { availabilityZones, services: ["iam"] });
        assert.equal(serviceName, "com.amazonaws.iam");
    });
});

describe("the plan of the endpoints of any VPC", () => {
    it("is that of a private VPC without the network", () => {
        const request = { services: ["s3"], workloads: ["ecs-fargate"], endpoints: { s3: { policy: "full-access" } } };
        const { network, ...ofVpc } = planOf(request);
        assert.equal(network.subnets.length, 2);
        assert.deepEqual(planVpcEndpoints(request, smallVpc.availabilityZones, templates), {
            plan: ofVpc,
            problems: [],
        });
    });

    it("reads its zones from the keys of subnetIds, and those of a private VPC from availabilityZones", () => {
        const { plan: endpoints, problems } = planVpcEndpoints({}, ["nowhere"], templates);
        assert.equal(endpoints, undefined);
        assert.deepEqual(codesOf(problems), ["zones.invalid subnetIds.nowhere"]);
        assert.deepEqual(codesOf(problemsOf({ availabilityZones: ["nowhere"] })), [
            "zones.invalid availabilityZones[0]",
        ]);
    });
});
