import * as assert from "node:assert/strict";

import { planOf } from "../fixtures";

const reachableFrom = ["10.0.0.0/8"];

describe("the security groups of endpoints", () => {
    it("are only the shared one, without rules, if there is no interface", () => {
        assert.deepEqual(planOf({}).securityGroups, [{ name: "endpoints", ingress: [] }]);
        assert.deepEqual(planOf({ services: ["s3"] }).securityGroups, [{ name: "endpoints", ingress: [] }]);
    });

    it("allow the VPC in the shared one on each port of an endpoint that uses it, once [if.sg-443]", () => {
        assert.deepEqual(planOf({ services: ["kms", "sqs"] }).securityGroups, [
            { name: "endpoints", ingress: [{ port: 443, source: "vpc" }] },
        ]);
        assert.deepEqual(planOf({ services: ["email-smtp", "kms"] }).securityGroups, [{
            name: "endpoints",
            ingress: [465, 587, 2465, 2587, 443].map((port) => ({ port, source: "vpc" })),
        }]);
    });

    it("allow sources outside the VPC in the endpoint's own one only", () => {
        const { securityGroups } = planOf({ services: ["kms", "s3"], endpoints: { s3: { reachableFrom } } });
        assert.deepEqual(securityGroups, [
            { name: "endpoints", ingress: [{ port: 443, source: "vpc" }] },
            {
                name: "s3-interface",
                ingress: [{ port: 443, source: "10.0.0.0/8" }, { port: 443, source: "vpc" }],
            },
        ]);
    });

    it("have one rule for each port and CIDR block", () => {
        const endpoints = { "email-smtp": { allowedCidrBlocks: ["10.0.0.0/24", "10.0.1.0/24"] } };
        const { securityGroups } = planOf({ services: ["email-smtp"], endpoints });
        assert.deepEqual(securityGroups, [
            { name: "endpoints", ingress: [] },
            {
                name: "email-smtp-interface",
                ingress: [465, 587, 2465, 2587].flatMap((port) => [
                    { port, source: "10.0.0.0/24" },
                    { port, source: "10.0.1.0/24" },
                ]),
            },
        ]);
    });

    it("are not created for an endpoint with the caller's own security groups", () => {
        const endpoints = { kms: { securityGroupIds: ["sg-1"] } };
        assert.deepEqual(planOf({ services: ["kms", "sqs"], endpoints }).securityGroups, [
            { name: "endpoints", ingress: [{ port: 443, source: "vpc" }] },
        ]);
    });
});

describe("the egress rules of a client", () => {
    it("are none if there is no endpoint", () => {
        assert.deepEqual(planOf({}).clientEgress, []);
    });

    it("allow the prefix list of each gateway [gw.client-sg]", () => {
        assert.deepEqual(planOf({ services: ["s3", "dynamodb"] }).clientEgress, [
            { name: "dynamodb-gateway-443", port: 443, endpoint: "dynamodb-gateway" },
            { name: "s3-gateway-443", port: 443, endpoint: "s3-gateway" },
        ]);
    });

    it("allow each security group of endpoints, once for each port [if.sg-443]", () => {
        const services = ["email-smtp", "kms", "s3", "sqs"];
        assert.deepEqual(planOf({ services, endpoints: { s3: { reachableFrom } } }).clientEgress, [
            ...[465, 587, 2465, 2587, 443].map((port) => ({
                ...{ name: `endpoints-${port}`, port, securityGroup: "endpoints" },
            })),
            { name: "s3-gateway-443", port: 443, endpoint: "s3-gateway" },
            { name: "s3-interface-443", port: 443, securityGroup: "s3-interface" },
        ]);
    });

    it("allow the caller's own security groups, once each, since AWS rejects duplicate rules", () => {
        const services = ["kms", "sns", "sqs"];
        const [one, other] = [{ securityGroupIds: ["sg-1"] }, { securityGroupIds: ["sg-2"] }];
        assert.deepEqual(planOf({ services, endpoints: { kms: one, sns: other, sqs: one } }).clientEgress, [
            { name: "sg-1-443", port: 443, securityGroup: "given", endpoint: "kms-interface" },
            { name: "sg-2-443", port: 443, securityGroup: "given", endpoint: "sns-interface" },
        ]);
        const [late, later] = [Promise.resolve("sg-1"), Promise.resolve("sg-2")];
        const unknown = (group: unknown) => ({ securityGroupIds: [group] });
        assert.deepEqual(
            planOf({ services, endpoints: { kms: unknown(late), sns: unknown(later), sqs: unknown(late) } })
                .clientEgress,
            [
                { name: "kms-interface-443", port: 443, securityGroup: "given", endpoint: "kms-interface" },
                { name: "sns-interface-443", port: 443, securityGroup: "given", endpoint: "sns-interface" },
            ],
        );
    });
});
