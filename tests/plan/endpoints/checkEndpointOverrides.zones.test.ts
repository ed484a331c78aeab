import * as assert from "node:assert/strict";

import { checkEndpointOverrides, checkZoneNames } from "../../../components/plan/endpoints/checkEndpointOverrides";
import { codesOf } from "../../codesOf";

const known = ["us-east-1a", "us-east-1b"];

function problemsOf(zones: string[], ofVpc = known) {
    return checkEndpointOverrides({ sqs: { zones } }, ["sqs"], ofVpc);
}

describe("the zones of interface endpoints", () => {
    it("are a problem outside the VPC's zones, each with its own path", () => {
        assert.deepEqual(codesOf(problemsOf(["us-east-1b", "us-east-1c"])), [
            "zones.not-in-vpc endpoints.sqs.zones[1]",
        ]);
        assert.deepEqual(problemsOf(["us-east-1b", "us-east-1a"]), []);
    });

    it("are a problem if repeated, whether the VPC's zones are known or not [if.subnet-per-az]", () => {
        for (const zones of [known, []]) {
            const problems = checkZoneNames("zones", ["us-east-1a", "us-east-1a"], zones);
            assert.deepEqual(codesOf(problems), ["if.subnet-per-az zones[1]"]);
        }
    });

    it("are a problem if the list is empty, but not if it is not set", () => {
        assert.deepEqual(codesOf(checkZoneNames("zones", [], known)), ["list.empty zones"]);
        assert.deepEqual(checkZoneNames("zones", undefined, known), []);
    });

    it("are not compared with the VPC's zones if those are invalid", () => {
        assert.deepEqual(problemsOf(["us-east-1f"], []), []);
        assert.equal(problemsOf(["us-east-1f"]).length, 1);
    });
});
