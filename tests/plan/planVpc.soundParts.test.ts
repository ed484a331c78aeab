import * as assert from "node:assert/strict";

import { ownPolicy, problemsOf } from "./fixtures";

const pathsOf = (changed: Parameters<typeof problemsOf>[0]) => [
    ...new Set(problemsOf(changed).map(({ path }) => path)),
];

describe("the problems of a partly invalid request", () => {
    const dear = { services: ["sqs", "sns", "kms"], options: { maxMonthlyUsd: 1 } };
    it("include those of its budget, quotas and policies if a zone is invalid", () => {
        assert.deepEqual(
            pathsOf({
                ...dear,
                availabilityZones: ["us-east-1a", "us-east-1"],
                services: [...dear.services, "s3"],
                endpoints: { s3: { additionalPolicy: ownPolicy }, kms: { securityGroupIds: Array(17).fill("sg-1") } },
                routeTableIds: [],
            }),
            [
                "availabilityZones[1]",
                "routeTableIds",
                "endpoints.s3",
                "endpoints.kms.securityGroupIds",
                "options.maxMonthlyUsd",
            ],
        );
    });

    it("include an exceeded budget if it is exceeded without the invalid parts, and not if it might be met", () => {
        const wrong = { endpoints: { kms: { ports: [0] } } };
        assert.deepEqual(pathsOf({ ...dear, ...wrong }), ["endpoints.kms.ports[0]", "options.maxMonthlyUsd"]);
        // Two services in two zones cost 29.20 USD, three 43.80.
        assert.deepEqual(pathsOf({ ...dear, ...wrong, options: { maxMonthlyUsd: 30 } }), ["endpoints.kms.ports[0]"]);
        // In one zone three cost 21.90.
        const zones = { endpointZones: ["us-east-1f"], options: { maxMonthlyUsd: 22 } };
        assert.deepEqual(pathsOf({ ...dear, ...zones }), ["endpointZones[0]"]);
    });

    it("exclude consequences of an invalid budget, quota or perimeter", () => {
        assert.deepEqual(pathsOf({ ...dear, options: { maxMonthlyUsd: -1 } }), ["options.maxMonthlyUsd"]);
        const quotas = { "quota.interface-per-vpc": 0 };
        assert.deepEqual(pathsOf({ ...dear, options: {}, quotas }), ["quotas.quota.interface-per-vpc"]);
        assert.deepEqual(pathsOf({ services: ["s3"], perimeter: { accountIds: ["x"] } }), ["perimeter.accountIds[0]"]);
    });

    it("are only those of the zones if the Region is unknown or ambiguous", () => {
        assert.deepEqual(pathsOf({ ...dear, availabilityZones: ["nowhere"] }), ["availabilityZones[0]"]);
        const availabilityZones = ["us-east-1a", "eu-west-1a"];
        assert.deepEqual(pathsOf({ ...dear, availabilityZones }), ["availabilityZones"]);
    });

    it("do not say that a service with a misspelt name is not requested, also in the perimeter", () => {
        const exceptions = [{ service: "s3", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::x/*"], reason: "x" }];
        assert.deepEqual(pathsOf({ services: ["s33"], perimeter: { exceptions } }), ["services[0]"]);
        const perimeter = { awsOwnedResources: ["amazon-linux-2023"] };
        assert.deepEqual(pathsOf({ workloads: ["ecs-fargat"], perimeter }), ["workloads[0]"]);
    });
});
