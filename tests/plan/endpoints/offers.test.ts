import * as assert from "node:assert/strict";

import { offers } from "../../../components/plan/endpoints/offers";
import { planOf } from "../fixtures";

const freeGateway = { key: "free-gateway" };

describe("what is offered", () => {
    it("is every gateway that nobody asked for, for it is free [sel.prefer-gateway]", () => {
        assert.deepEqual(offers([], [], "us-east-1"), [
            { service: "dynamodb", reason: freeGateway },
            { service: "s3", reason: freeGateway },
            { service: "s3express", reason: freeGateway },
        ]);
    });

    it("is nothing that is made", () => {
        assert.deepEqual(offers(["dynamodb", "s3", "s3express"], [], "us-east-1"), []);
        assert.deepEqual(offers(["dynamodb", "s3"], [], "af-south-1"), []);
        assert.deepEqual(offers(["s3", "logs", "kms"], ["ssm-session-manager"], "us-east-1"), [
            { service: "dynamodb", reason: freeGateway },
            { service: "ec2messages", reason: { key: "optional-for-workload", workloads: ["ssm-session-manager"] } },
            { service: "s3express", reason: freeGateway },
        ]);
    });

    it("is what workloads call where a feature is used, with the workloads, a free gateway among it", () => {
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

describe("what is left out", () => {
    it("is the gateway that an interface was asked for instead of", () => {
        const kind = "Interface";
        const endpoints = { s3: { kind }, dynamodb: { kind, reachableFrom: ["10.0.0.0/8"] } };
        assert.deepEqual(planOf({ services: ["s3", "dynamodb"], endpoints }).leftOut, [
            { service: "dynamodb", reason: { key: "gateway-given-up" } },
            { service: "s3", reason: { key: "gateway-given-up" } },
        ]);
    });

    it("is the FIPS endpoint that AWS does not offer, where those are asked for", () => {
        const { leftOut, endpoints } = planOf({ services: ["kms", "xray", "s3"], options: { fips: true } });
        assert.deepEqual(endpoints.map(({ name }) => name), ["kms-fips-interface", "s3-gateway", "xray-interface"]);
        assert.deepEqual(leftOut, [{ service: "xray", reason: { key: "no-fips-endpoint" } }]);
    });

    it("is nothing where there is a gateway, or could be none", () => {
        const endpoints = { s3: { reachableFrom: ["10.0.0.0/8"] }, sqs: { kind: "Interface" }, dynamodb: {} };
        assert.deepEqual(planOf({ services: ["s3", "sqs", "dynamodb"], endpoints }).leftOut, []);
    });
});
