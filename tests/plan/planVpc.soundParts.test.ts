import * as assert from "node:assert/strict";

import { ownPolicy, problemsOf } from "./fixtures";

const pathsOf = (changed: Parameters<typeof problemsOf>[0]) => [
    ...new Set(problemsOf(changed).map(({ path }) => path)),
];

describe("the problems of a request of which parts are wrong", () => {
    const dear = { services: ["sqs", "sns", "kms"], options: { maxMonthlyUsd: 1 } };
    it("are also those of its budget, quotas and policies, where a zone is wrong", () => {
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

    it("are also that of a budget which is exceeded without what is wrong, and not of one that may not be", () => {
        const wrong = { endpoints: { kms: { ports: [0] } } };
        assert.deepEqual(pathsOf({ ...dear, ...wrong }), ["endpoints.kms.ports[0]", "options.maxMonthlyUsd"]);
        // Two services in two zones cost 29.20 USD, three 43.80.
        assert.deepEqual(pathsOf({ ...dear, ...wrong, options: { maxMonthlyUsd: 30 } }), ["endpoints.kms.ports[0]"]);
        // In one zone three cost 21.90.
        const zones = { endpointZones: ["us-east-1f"], options: { maxMonthlyUsd: 22 } };
        assert.deepEqual(pathsOf({ ...dear, ...zones }), ["endpointZones[0]"]);
    });

    it("are not those of a budget, quota or perimeter that is wrong itself", () => {
        assert.deepEqual(pathsOf({ ...dear, options: { maxMonthlyUsd: -1 } }), ["options.maxMonthlyUsd"]);
        const quotas = { "quota.interface-per-vpc": 0 };
        assert.deepEqual(pathsOf({ ...dear, options: {}, quotas }), ["quotas.quota.interface-per-vpc"]);
        assert.deepEqual(pathsOf({ services: ["s3"], perimeter: { accountIds: ["x"] } }), ["perimeter.accountIds[0]"]);
    });

    it("are only those of the zones, where no Region is known or there are several", () => {
        assert.deepEqual(pathsOf({ ...dear, availabilityZones: ["nowhere"] }), ["availabilityZones[0]"]);
        const availabilityZones = ["us-east-1a", "eu-west-1a"];
        assert.deepEqual(pathsOf({ ...dear, availabilityZones }), ["availabilityZones"]);
    });

    it("do not say that no service or workload requests a service whose name is misspelt, nor in the perimeter", () => {
        const exceptions = [{ service: "s3", actions: ["s3:GetObject"], resources: ["arn:aws:s3:::x/*"], reason: "x" }];
        assert.deepEqual(pathsOf({ services: ["s33"], perimeter: { exceptions } }), ["services[0]"]);
        const perimeter = { awsOwnedResources: ["amazon-linux-2023"] };
        assert.deepEqual(pathsOf({ workloads: ["ecs-fargat"], perimeter }), ["workloads[0]"]);
    });
});
