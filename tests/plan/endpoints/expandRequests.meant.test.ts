import * as assert from "node:assert/strict";

import { probablyRequested } from "../../../components/plan/endpoints/expandRequests";

describe("the services that were probably requested", () => {
    it("are those named, and for misspelt names the nearest service, or the nearest workload's services", () => {
        const wants = { services: ["sqs", "dynamdb"], workloads: ["ssm-sesion-manager"] };
        assert.deepEqual(probablyRequested(wants), ["sqs", "dynamodb", "ssm", "ssmmessages"]);
    });

    it("include those of a service among the workloads, or of a workload among the services", () => {
        const wants = { services: ["ecs-fargate"], workloads: ["sqs"] };
        assert.deepEqual(probablyRequested(wants), ["ecr.api", "ecr.dkr", "s3", "sqs"]);
    });

    it("are none if no name is near, and none if nothing is requested", () => {
        assert.deepEqual(probablyRequested({ services: ["zzzzzzzzzz"], workloads: ["yyyyyyyyyy"] }), []);
        assert.deepEqual(probablyRequested({}), []);
    });
});
