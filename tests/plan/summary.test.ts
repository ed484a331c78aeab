import * as assert from "node:assert/strict";

import { summarize } from "../../components/plan/summary";
import { planOf } from "./fixtures";

describe("a plan's summary", () => {
    it("lists why and for whom each endpoint is created, by its name, and the total cost", () => {
        const { endpoints } = planOf({
            services: ["s3"],
            workloads: ["ecs-fargate"],
            endpoints: { s3: { reachableFrom: ["10.0.0.0/8"] } },
        });
        assert.deepEqual(summarize(endpoints, 43.8), {
            endpoints: {
                "ecr.api-interface": "interface-only, for ecs-fargate",
                "ecr.dkr-interface": "interface-only, for ecs-fargate",
                "s3-gateway": "gateway-is-free, for ecs-fargate, services",
                "s3-interface": "reachable-from-outside, for ecs-fargate, services",
            },
            monthlyUsd: 43.8,
        });
    });

    it("is empty without endpoints", () => {
        assert.deepEqual(summarize([], 0), { endpoints: {}, monthlyUsd: 0 });
    });
});
