import * as assert from "node:assert/strict";

import type { VpcRequest } from "../../../components/plan/planVpc";
import { planOf, problemsOf } from "../fixtures";

const budgetOf = (maxMonthlyUsd: number, changed: Partial<VpcRequest>) =>
    problemsOf({ ...changed, options: { maxMonthlyUsd } }).map(({ path, message, hint }) => ({ path, message, hint }));

describe("the monthly budget of the endpoints", () => {
    it("is met if they cost no more", () => {
        assert.equal(planOf({ services: ["kms"], options: { maxMonthlyUsd: 14.6 } }).cost.endpointsUsd, 14.6);
        assert.equal(planOf({ services: ["s3"], options: { maxMonthlyUsd: 0 } }).cost.endpointsUsd, 0);
    });

    it("is a problem if they cost more, with fewer zones as the fix", () => {
        assert.deepEqual(budgetOf(20, { services: ["kms", "sqs"] }), [{
            path: "options.maxMonthlyUsd",
            message: "the endpoints cost USD 29.20 a month; the limit is USD 20.00",
            hint: "list one zone in endpointZones: USD 14.60",
        }]);
    });

    it("suggests the largest number of zones within it", () => {
        const availabilityZones = ["us-east-1a", "us-east-1b", "us-east-1c"];
        const [problem] = budgetOf(30, { availabilityZones, services: ["kms", "sqs"] });
        assert.equal(problem!.hint, "list 2 zones in endpointZones: USD 29.20");
    });

    it("suggests the free gateway for an interface requested instead, alone if that is enough", () => {
        const endpoints = { s3: { kind: "Interface" } };
        assert.equal(
            budgetOf(15, { services: ["kms", "s3"], endpoints })[0]!.hint,
            "use the free gateway endpoint for s3: USD 14.60; or list one zone in endpointZones: USD 14.60; or "
                + "use the free gateway endpoint for s3 and list one zone in endpointZones: USD 7.30",
        );
        assert.equal(
            budgetOf(8, { services: ["kms", "s3"], endpoints })[0]!.hint,
            "use the free gateway endpoint for s3 and list one zone in endpointZones: USD 7.30",
        );
    });

    it("does not suggest to drop an interface that is reachable from outside the VPC", () => {
        const endpoints = { s3: { kind: "Interface", reachableFrom: ["10.9.0.0/16"] } };
        const [problem] = budgetOf(5, { services: ["s3"], endpoints });
        assert.doesNotMatch(problem!.hint, /gateway for/);
    });

    it("includes the expected data", () => {
        const endpoints = { kms: { expectedGigabytes: 1_000 } };
        assert.equal(planOf({ services: ["kms"], endpoints, options: { maxMonthlyUsd: 24.6 } }).cost.dataUsd, 10);
        assert.match(budgetOf(24.59, { services: ["kms"], endpoints })[0]!.message, /cost USD 24\.60 a month/);
    });

    it("reports how close to it one can get if no change meets it", () => {
        const hintOf = (max: number, changed: Partial<VpcRequest>) => budgetOf(max, changed)[0]!.hint;
        assert.equal(
            hintOf(8, { services: ["kms", "sqs"] }),
            "in one zone they still cost USD 14.60: the limit pays for 1 of the 2 interface endpoints in one zone",
        );
        assert.equal(
            hintOf(5, { services: ["kms"] }),
            "in one zone they still cost USD 7.30: the limit is below the price of one interface endpoint",
        );
        assert.equal(
            hintOf(8, { services: ["kms"], endpoints: { kms: { expectedGigabytes: 1_000 } } }),
            "in one zone they still cost USD 17.30: expect less data, or raise the limit",
        );
    });

    it("is rejected if it is not an amount", () => {
        for (const wrong of [-1, NaN, Infinity]) {
            assert.deepEqual(budgetOf(wrong, { services: ["s3"] }).map(({ message }) => message), [
                `${wrong} is not an amount of USD`,
            ]);
        }
    });
});
