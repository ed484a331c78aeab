import * as assert from "node:assert/strict";

import { probablyMeant } from "../../components/plan/requests";

describe("what misspelt names were probably meant to ask for", () => {
    it("is the nearest service, and what the nearest workload calls", () => {
        const wants = { services: ["dynamdb"], workloads: ["ssm-sesion-manager"] };
        assert.deepEqual(probablyMeant(wants), ["dynamodb", "ssm", "ssmmessages"]);
    });

    it("is nothing where no name is near, and nothing where nothing is said", () => {
        assert.deepEqual(probablyMeant({ services: ["cognito-idp"], workloads: ["batch"] }), []);
        assert.deepEqual(probablyMeant({}), []);
    });
});
