import * as assert from "node:assert/strict";

import { offers } from "../../../components/plan/endpoints/offers";
import { planOf } from "../fixtures";

const freeGateway = { key: "free-gateway" };

describe("the suggested endpoints", () => {
    it("are every gateway that is not requested, because it is free [sel.prefer-gateway]", () => {
        assert.deepEqual(offers([], [], "us-east-1"), [
            { service: "dynamodb", reason: freeGateway },
            { service: "s3", reason: freeGateway },
            { service: "s3express", reason: freeGateway },
        ]);
    });

    it("do not include planned endpoints", () => {
        assert.deepEqual(offers(["dynamodb", "s3", "s3express"], [], "us-east-1"), []);
        assert.deepEqual(offers(["dynamodb", "s3"], [], "af-south-1"), []);
        assert.deepEqual(offers(["s3", "logs", "kms"], ["ssm-session-manager"], "us-east-1"), [
            { service: "dynamodb", reason: freeGateway },
            { service: "ec2messages", reason: { key: "optional-for-workload", workloads: ["ssm-session-manager"] } },
            { service: "s3express", reason: freeGateway },
        ]);
    });

    it("are the services that workloads call for optional features, including free gateways", () => {
        const { offered } = planOf({ workloads: ["lambda-in-vpc", "ssm-managed-instance", "ssm-session-manager"] });
        const optional = (...workloads: string[]) => ({ key: "optional-for-workload", workloads });
        const [lambda, managed, session] = ["lambda-in-vpc", "ssm-managed-instance", "ssm-session-manager"] as const;
        assert.deepEqual(offered, [
            { service: "dynamodb", reason: optional(lambda) },
            { service: "ec2", reason: optional(managed) },
            { service: "ec2messages", reason: optional(managed, session) },
            { service: "events", reason: optional(lambda) },
            { service: "kms", reason: optional(lambda, managed, session) },
            { service: "lambda", reason: optional(lambda) },
            { service: "logs", reason: optional(lambda, managed, session) },
            { service: "rds-data", reason: optional(lambda) },
            { service: "s3express", reason: freeGateway },
            { service: "secretsmanager", reason: optional(lambda) },
            { service: "sns", reason: optional(lambda) },
            { service: "sqs", reason: optional(lambda) },
            { service: "states", reason: optional(lambda) },
            { service: "sts", reason: optional(lambda) },
        ]);
    });
});

describe("the endpoints that are left out", () => {
    it("are the gateways replaced by a requested interface", () => {
        const kind = "Interface";
        const endpoints = { s3: { kind }, dynamodb: { kind, reachableFrom: ["10.0.0.0/8"] } };
        assert.deepEqual(planOf({ services: ["s3", "dynamodb"], endpoints }).leftOut, [
            { service: "dynamodb", reason: { key: "gateway-given-up" } },
            { service: "s3", reason: { key: "gateway-given-up" } },
        ]);
    });

    it("are the FIPS endpoints that AWS does not offer, if FIPS is requested", () => {
        const { leftOut, endpoints } = planOf({ services: ["kms", "xray", "s3"], options: { fips: true } });
        assert.deepEqual(endpoints.map(({ name }) => name), ["kms-fips-interface", "s3-gateway", "xray-interface"]);
        assert.deepEqual(leftOut, [{ service: "xray", reason: { key: "no-fips-endpoint" } }]);
    });

    it("are none if a gateway is created or not offered", () => {
        const endpoints = { s3: { reachableFrom: ["10.0.0.0/8"] }, sqs: { kind: "Interface" }, dynamodb: {} };
        assert.deepEqual(planOf({ services: ["s3", "sqs", "dynamodb"], endpoints }).leftOut, []);
    });
});
