import * as assert from "node:assert/strict";

import { endpointOf, planOf } from "../fixtures";

const reachableFrom = ["10.0.0.0/8"];
const s3Names = [
    ...["s3.us-east-1.amazonaws.com", "*.s3.us-east-1.amazonaws.com"],
    ...["s3-control.us-east-1.amazonaws.com", "*.s3-control.us-east-1.amazonaws.com"],
    ...["s3-accesspoint.us-east-1.amazonaws.com", "*.s3-accesspoint.us-east-1.amazonaws.com"],
];

describe("the planned endpoints:", () => {
    it("none if nothing is requested, and one for one service", () => {
        assert.deepEqual(planOf({}).endpoints, []);
        assert.deepEqual(planOf({ services: ["sqs"] }).endpoints.map(({ name }) => name), ["sqs-interface"]);
    });

    it("a gateway has route tables only, and costs nothing [gw.no-sg-subnet] [sel.prefer-gateway]", () => {
        const { policy, ...gateway } = endpointOf("s3-gateway", { services: ["s3"] });
        assert.equal(policy.from, "s3");
        assert.deepEqual(gateway, {
            service: "s3",
            askedAs: "s3",
            name: "s3-gateway",
            kind: "Gateway",
            serviceName: "com.amazonaws.us-east-1.s3",
            ports: [443],
            routeTables: "all",
            monthlyUsd: 0,
            expectedGigabytes: null,
            paysOffFromGigabytes: 0,
            reason: { key: "gateway-is-free" },
            requestedBy: ["services"],
        });
    });

    it("an interface is in every zone, with its security group and private DNS [if.sg-default] [if.private-dns-default]", () => {
        const { policy, ...sqs } = endpointOf("sqs-interface", { services: ["sqs"] });
        assert.equal(policy.from, "default");
        assert.deepEqual(sqs, {
            service: "sqs",
            askedAs: "sqs",
            name: "sqs-interface",
            kind: "Interface",
            serviceName: "com.amazonaws.us-east-1.sqs",
            zones: ["us-east-1a", "us-east-1b"],
            privateDns: true,
            privateDnsNames: ["sqs.us-east-1.amazonaws.com", "sqs.us-east-1.api.aws"],
            ports: [443],
            securityGroup: "endpoints",
            sources: ["vpc"],
            monthlyUsd: 14.6,
            expectedGigabytes: null,
            paysOffFromGigabytes: 418,
            reason: { key: "interface-only" },
            requestedBy: ["services"],
        });
    });

    it("S3 and S3 Express get a gateway each, because neither serves the other's buckets [gw.express]", () => {
        const { endpoints } = planOf({ services: ["s3express", "s3"] });
        assert.deepEqual(endpoints.map(({ kind, serviceName }) => [kind, serviceName]), [
            ["Gateway", "com.amazonaws.us-east-1.s3"],
            ["Gateway", "com.amazonaws.us-east-1.s3express"],
        ]);
    });

    it("S3 with an interface only has private DNS for the whole VPC [s3.inbound-only-default] [s3.flag-false-cost]", () => {
        const request = { services: ["s3"], endpoints: { s3: { kind: "Interface" } } };
        const { endpoints, leftOut } = planOf(request);
        assert.deepEqual(endpoints.map(({ name }) => name), ["s3-interface"]);
        const { privateDns, privateDnsNames, privateDnsOnlyForInboundResolver, reason, securityGroup } = endpointOf(
            "s3-interface",
            request,
        );
        assert.deepEqual({ privateDns, privateDnsNames, privateDnsOnlyForInboundResolver, reason, securityGroup }, {
            privateDns: true,
            privateDnsNames: s3Names,
            privateDnsOnlyForInboundResolver: false,
            reason: { key: "interface-asked-for" },
            securityGroup: "endpoints",
        });
        assert.deepEqual(leftOut, [{ service: "s3", reason: { key: "gateway-given-up" } }]);
    });

    it("S3 reached from outside gets a gateway, then an interface with private DNS for inbound Resolvers only [s3.inbound-only-default]", () => {
        const request = { services: ["s3"], endpoints: { s3: { reachableFrom } } };
        const { endpoints, leftOut } = planOf(request);
        assert.deepEqual(endpoints.map(({ name, reason }) => [name, reason]), [
            ["s3-gateway", { key: "gateway-is-free" }],
            ["s3-interface", { key: "reachable-from-outside", reachableFrom }],
        ]);
        const s3 = endpointOf("s3-interface", request);
        const { privateDns, privateDnsOnlyForInboundResolver, securityGroup, sources } = s3;
        assert.deepEqual({ privateDns, privateDnsOnlyForInboundResolver, securityGroup, sources }, {
            privateDns: true,
            privateDnsOnlyForInboundResolver: true,
            securityGroup: "s3-interface",
            sources: ["10.0.0.0/8", "vpc"],
        });
        assert.deepEqual(leftOut, []);
    });

    it("S3 without private DNS does not set privateDnsOnlyForInboundResolverEndpoint [s3.inbound-only-default]", () => {
        for (const override of [{ kind: "Interface" }, { reachableFrom }]) {
            const s3 = endpointOf("s3-interface", {
                services: ["s3"],
                endpoints: { s3: { ...override, privateDns: false } },
            });
            assert.deepEqual([s3.privateDns, "privateDnsOnlyForInboundResolver" in s3], [false, false]);
        }
    });

    it("DynamoDB reached from outside gets an interface without private DNS [ddb.no-private-dns] [s3.inbound-only-scope]", () => {
        const request = { services: ["dynamodb"], endpoints: { dynamodb: { reachableFrom } } };
        assert.deepEqual(planOf(request).endpoints.map(({ name }) => name), [
            ...["dynamodb-gateway", "dynamodb-interface"],
        ]);
        const dynamodb = endpointOf("dynamodb-interface", request);
        assert.deepEqual([dynamodb.privateDns, dynamodb.privateDnsNames], [false, []]);
        assert.ok(!("privateDnsOnlyForInboundResolver" in dynamodb));
    });

    it("a service without HTTPS gets its own ports, and private DNS although no page lists its names [if.sg-443]", () => {
        const smtp = endpointOf("email-smtp-interface", { services: ["email-smtp"] });
        assert.deepEqual(smtp.ports, [465, 587, 2465, 2587]);
        assert.deepEqual([smtp.privateDns, smtp.privateDnsNames], [true, null]);
    });

    it("a service name without a Region is kept [name.region-prefix] [sel.iam-region]", () => {
        assert.equal(endpointOf("iam-interface", { services: ["iam"] }).serviceName, "com.amazonaws.iam");
    });

    it("each lists its requesters: workloads, and services for the service itself", () => {
        const { endpoints } = planOf({ services: ["s3", "kms"], workloads: ["ecs-fargate"] });
        assert.deepEqual(endpoints.map(({ name, requestedBy }) => [name, requestedBy]), [
            ["ecr.api-interface", ["ecs-fargate"]],
            ["ecr.dkr-interface", ["ecs-fargate"]],
            ["kms-interface", ["services"]],
            ["s3-gateway", ["ecs-fargate", "services"]],
        ]);
    });
});
