import * as assert from "node:assert/strict";

import { zonesOf } from "../../../components/plan/kinds/endpointKinds";
import { endpointOf, planOf } from "../fixtures";

describe("the placement of interface endpoints:", () => {
    it("every zone of the VPC by default, sorted by name", () => {
        const availabilityZones = ["us-east-1c", "us-east-1a", "us-east-1b"];
        const { zones } = endpointOf("kms-interface", { services: ["kms"], availabilityZones });
        assert.deepEqual(zones, ["us-east-1a", "us-east-1b", "us-east-1c"]);
    });

    it("the zones of endpointZones, unless a service has its own zones", () => {
        const { endpoints } = planOf({
            services: ["kms", "s3", "sqs"],
            endpointZones: ["us-east-1b"],
            endpoints: { sqs: { zones: ["us-east-1b", "us-east-1a"] } },
        });
        assert.deepEqual(endpoints.map((one) => [one.name, zonesOf(one), one.monthlyUsd]), [
            ["kms-interface", ["us-east-1b"], 7.3],
            ["s3-gateway", [], 0],
            ["sqs-interface", ["us-east-1a", "us-east-1b"], 14.6],
        ]);
    });

    it("the caller's own lists are not reordered", () => {
        const [endpointZones, zones] = [["us-east-1b", "us-east-1a"], ["us-east-1b", "us-east-1a"]];
        const availabilityZones = ["us-east-1b", "us-east-1a"];
        planOf({ services: ["sqs", "kms"], availabilityZones, endpointZones, endpoints: { sqs: { zones } } });
        for (const list of [availabilityZones, endpointZones, zones]) {
            assert.deepEqual(list, ["us-east-1b", "us-east-1a"]);
        }
    });
});
