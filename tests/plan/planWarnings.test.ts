import * as assert from "node:assert/strict";

import type { VpcRequest } from "../../components/plan/planVpc";
import { planVpcEndpoints } from "../../components/plan/planVpcEndpoints";
import { codesOf } from "../codesOf";
import { planOf, problemsOf, templates } from "./fixtures";

const warningsOf = (changed: Partial<VpcRequest>) => codesOf(planOf(changed).warnings);
const orders = (region: string) => ({
    orders: { serviceName: `com.amazonaws.vpce.${region}.vpce-svc-0123456789abcdef0` },
});

describe("a plan warns", () => {
    it("of nothing for a usual request", () => {
        const endpoints = { s3: { reachableFrom: ["10.8.0.0/16"] }, sqs: { allowedCidrBlocks: ["10.0.0.0/20"] } };
        const usual = { services: ["s3", "sqs"], workloads: ["ecs-fargate"], endpoints };
        assert.deepEqual(warningsOf({ ...usual, endpointServices: orders("us-east-1") }), []);
    });

    it("of a service or workload that is listed twice, which is planned once", () => {
        const twice = { services: ["sqs", "kms", "sqs"], workloads: ["ecs-fargate", "ecs-fargate"] };
        assert.deepEqual(warningsOf(twice), ["list.repeated workloads[1]", "list.repeated services[2]"]);
    });

    it("of sources that include every address", () => {
        const endpoints = {
            s3: { reachableFrom: ["10.8.0.0/16", "0.0.0.0/0"] },
            sqs: { allowedCidrBlocks: ["0.0.0.0/0"] },
        };
        assert.deepEqual(warningsOf({ services: ["s3", "sqs"], endpoints }), [
            "endpoints.open-sources endpoints.s3.reachableFrom[1]",
            "endpoints.open-sources endpoints.sqs.allowedCidrBlocks[0]",
        ]);
        const open = { orders: { ...orders("us-east-1").orders, allowedCidrBlocks: ["0.0.0.0/0"] } };
        assert.deepEqual(warningsOf({ endpointServices: open }), [
            "endpoints.open-sources endpointServices.orders.allowedCidrBlocks[0]",
        ]);
    });

    it("of a reachableFrom inside the VPC, also inside a secondary CIDR block, and not of one that contains it", () => {
        const s3 = { reachableFrom: ["10.0.4.0/24", "10.0.0.0/8", "100.64.1.0/24"] };
        const inside = "endpoints.not-outside endpoints.s3.reachableFrom";
        assert.deepEqual(warningsOf({ services: ["s3"], endpoints: { s3 } }), [`${inside}[0]`]);
        const more = { secondaryCidrBlocks: [{ cidrBlock: "100.64.0.0/16" }] };
        assert.deepEqual(warningsOf({ services: ["s3"], endpoints: { s3 }, ...more }), [
            `${inside}[0]`,
            `${inside}[2]`,
        ]);
        const late = { services: ["s3"], endpoints: { s3 }, vpcCidrBlock: Promise.resolve("10.0.0.0/16") };
        assert.deepEqual(planVpcEndpoints(late, ["us-east-1a"], templates).plan?.warnings, []);
    });

    it("of sources that no client has: loopback, link-local, multicast and reserved addresses", () => {
        const reachableFrom = [
            "127.0.0.0/8",
            "169.254.1.0/24",
            "224.0.0.0/8",
            "0.1.0.0/16",
            "250.0.0.0/8",
            "10.8.0.0/16",
        ];
        assert.deepEqual(
            warningsOf({ services: ["sqs"], endpoints: { sqs: { reachableFrom } } }),
            [0, 1, 2, 3, 4].map((index) => `endpoints.never-a-source endpoints.sqs.reachableFrom[${index}]`),
        );
    });

    it("of public sources, and of those that Docker uses inside instances, but not of a larger private range", () => {
        const reachableFrom = ["44.0.0.0/16", "172.17.4.0/24", "172.16.0.0/12", "100.64.0.0/10"];
        assert.deepEqual(warningsOf({ services: ["sqs"], endpoints: { sqs: { reachableFrom } } }), [
            "endpoints.public-source endpoints.sqs.reachableFrom[0]",
            "endpoints.docker-source endpoints.sqs.reachableFrom[1]",
        ]);
    });

    it("of sources without any subnet of the VPC, unless its workloads use a gateway endpoint", () => {
        const excluding = (allowedCidrBlocks: string[], more = {}) =>
            warningsOf({ services: ["sqs"], endpoints: { sqs: { allowedCidrBlocks } }, ...more });
        const warned = ["endpoints.excludes-workloads endpoints.sqs.allowedCidrBlocks"];
        assert.deepEqual(excluding(["10.9.0.0/16"]), warned);
        // In the VPC's range, in which no subnet has these addresses.
        assert.deepEqual(excluding(["10.0.128.0/20"]), warned);
        assert.deepEqual(excluding(["10.9.0.0/16", "10.0.32.0/24"]), []);
        const secondaryCidrBlocks = [{ cidrBlock: "100.64.0.0/16" }];
        assert.deepEqual(excluding(["100.64.0.0/24"], { secondaryCidrBlocks }), []);
        const s3 = { reachableFrom: ["10.8.0.0/16"], allowedCidrBlocks: ["10.9.0.0/16"] };
        assert.deepEqual(warningsOf({ services: ["s3"], endpoints: { s3 } }), []);
        const late = {
            vpcCidrBlock: Promise.resolve("10.0.0.0/16"),
            endpoints: { sqs: { allowedCidrBlocks: ["10.9.0.0/16"] } },
        };
        const { plan } = planVpcEndpoints({ services: ["sqs"], ...late }, ["us-east-1a"], templates);
        assert.deepEqual(plan?.warnings, []);
    });

    it("of an endpoint service in another Region", () => {
        assert.deepEqual(warningsOf({ endpointServices: orders("eu-west-1") }), [
            "connections.other-region endpointServices.orders.serviceName",
        ]);
    });

    it("of a zone that AWS does not list, only for Regions whose number of zones is known", () => {
        const zones = (...availabilityZones: string[]) => warningsOf({ availabilityZones });
        assert.deepEqual(zones("eu-west-1c", "eu-west-1d"), ["zones.not-listed availabilityZones"]);
        for (const listed of ["us-east-1f", "eu-west-2d", "cn-north-1d"]) assert.deepEqual(zones(listed), [], listed);
    });

    it("of a public CIDR block, of Docker's and of a management network's, and not of other private ones", () => {
        const range = (cidrBlock: string) => warningsOf({ cidrBlock });
        assert.deepEqual(range("8.8.0.0/16"), ["network.public-range cidrBlock"]);
        assert.deepEqual(range("172.17.128.0/20"), ["network.docker-range cidrBlock"]);
        assert.deepEqual(range("198.19.64.0/20"), ["network.management-range cidrBlock"]);
        // Ranges of Docker's other networks and of the services of Amazon EKS: AWS advises against none of them for a VPC.
        for (const good of ["172.20.0.0/16", "172.31.0.0/16", "10.100.0.0/16"]) assert.deepEqual(range(good), [], good);
        for (const good of ["10.0.0.0/16", "172.18.0.0/16", "192.168.0.0/16", "100.64.0.0/16"]) {
            assert.deepEqual(range(good), [], good);
        }
    });

    it("of nothing, and returns a problem, if AWS does not allow the VPC's CIDR block", () => {
        for (const cidrBlock of ["0.1.0.0/16", "127.0.0.0/16", "169.254.0.0/20", "224.0.0.0/16"]) {
            assert.deepEqual(codesOf(problemsOf({ cidrBlock })), ["network.restricted-range cidrBlock"], cidrBlock);
        }
    });
});
