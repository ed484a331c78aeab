import * as assert from "node:assert/strict";

import { monthlyUsd, planCost } from "../../components/plan/cost";
import { pricesAsOf } from "../../components/plan/facts/regions";
import { planOf } from "./fixtures";

describe("what a month costs", () => {
    it("an interface endpoint costs its hours in each zone", () => {
        assert.equal(monthlyUsd("us-east-1", 1), 7.3);
        assert.equal(monthlyUsd("us-east-1", 3), 21.9);
        assert.equal(monthlyUsd("eu-central-1", 2), 17.52);
    });

    it("is rounded to cents", () => {
        assert.equal(monthlyUsd("ap-southeast-5", 1), 8.54);
        assert.equal(planCost("us-east-1", 1, [0.1, 0.2]).endpointsUsd, 0.3);
    });

    it("a gateway is free, also where the price of an interface is not known", () => {
        assert.equal(monthlyUsd("us-east-1", 0), 0);
        assert.equal(monthlyUsd("af-south-1", 0), 0);
    });

    it("an interface's price is not guessed where it is not known", () => {
        assert.equal(monthlyUsd("af-south-1", 1), null);
        assert.equal(monthlyUsd("no-region-1", 1), null);
    });

    it("all endpoints cost their sum, and a NAT gateway in each zone its hours and its address", () => {
        assert.deepEqual(planCost("us-east-1", 2, [0, 7.3, 14.6]), {
            hoursPerMonth: 730,
            endpointsUsd: 21.9,
            interfaceGigabyteUsd: 0.01,
            natUsd: 73,
            pricesAsOf,
        });
        assert.equal(planCost("us-east-1", 3, []).natUsd, 109.5);
        assert.equal(planCost("us-east-1", 3, []).endpointsUsd, 0);
    });

    it("all endpoints together cost an unknown sum where one price is not known", () => {
        assert.equal(planCost("us-east-1", 1, [7.3, null]).endpointsUsd, null);
    });

    it("NAT gateways cost an unknown sum where their price is not known", () => {
        assert.equal(planCost("af-south-1", 1, []).natUsd, null);
        assert.equal(planCost("no-region-1", 1, []).natUsd, null);
    });

    it("a plan counts its endpoints by their own zones, and NAT gateways by the VPC's", () => {
        const endpointZones = ["us-east-1a"];
        const { cost } = planOf({ services: ["s3", "kms", "sqs"], endpointZones });
        assert.deepEqual([cost.endpointsUsd, cost.natUsd], [14.6, 73]);
    });
});
