import * as assert from "node:assert/strict";

import { checkWishes, checkZoneNames } from "../../../components/plan/endpoints/wishes";

const known = ["us-east-1a", "us-east-1b"];

function problemsOf(zones: string[], ofVpc = known) {
    return checkWishes({ sqs: { zones } }, ["sqs"], ofVpc);
}

describe("the zones of interface endpoints", () => {
    it("are a problem outside the VPC's, at their own place", () => {
        assert.deepEqual(problemsOf(["us-east-1b", "us-east-1c"]), [{
            path: "endpoints.sqs.zones[1]",
            message: "us-east-1c is not a zone of the VPC",
            hint: "choose among us-east-1a, us-east-1b",
        }]);
        assert.deepEqual(problemsOf(["us-east-1b", "us-east-1a"]), []);
    });

    it("are a problem repeated, whether the VPC's zones are known or not [if.subnet-per-az]", () => {
        const twice = [{ path: "zones[1]", message: "us-east-1a stands twice", hint: "name each zone once" }];
        assert.deepEqual(checkZoneNames("zones", ["us-east-1a", "us-east-1a"], known), twice);
        assert.deepEqual(checkZoneNames("zones", ["us-east-1a", "us-east-1a"], []), twice);
    });

    it("are a problem where there is none, and no problem where they are left out", () => {
        const hint = "name at least one, or leave it out for all of them";
        assert.deepEqual(checkZoneNames("zones", [], known), [{ path: "zones", message: "names no zone", hint }]);
        assert.deepEqual(checkZoneNames("zones", undefined, known), []);
    });

    it("are not judged against zones that are not known", () => {
        assert.deepEqual(problemsOf(["us-east-1f"], []), []);
        assert.equal(problemsOf(["us-east-1f"]).length, 1);
    });
});
