import * as assert from "node:assert/strict";

import { probablyRequested } from "../../../components/plan/endpoints/expandRequests";

describe("what is probably asked for", () => {
    it("is what is named, and for misspelt names the nearest service, or what the nearest workload calls", () => {
        const wants = { services: ["sqs", "dynamdb"], workloads: ["ssm-sesion-manager"] };
        assert.deepEqual(probablyRequested(wants), ["sqs", "dynamodb", "ssm", "ssmmessages"]);
    });

    it("is what a misplaced name means where it belongs", () => {
        const wants = { services: ["ecs-fargate"], workloads: ["sqs"] };
        assert.deepEqual(probablyRequested(wants), ["ecr.api", "ecr.dkr", "s3", "sqs"]);
    });

    it("is nothing where no name is near, and nothing where nothing is said", () => {
        assert.deepEqual(probablyRequested({ services: ["zzzzzzzzzz"], workloads: ["yyyyyyyyyy"] }), []);
        assert.deepEqual(probablyRequested({}), []);
    });
});
