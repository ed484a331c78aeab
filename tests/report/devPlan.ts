import * as assert from "node:assert/strict";

import { type Plan, planPrivateVpc, type PrivateVpcArgs } from "../../components";

/** A plan like that of the stack dev, from arguments. */
export function devPlan(changed: Partial<PrivateVpcArgs> = {}): Plan {
    const { plan, problems } = planPrivateVpc({
        cidrBlock: "10.20.0.0/16",
        availabilityZones: ["us-east-1a"],
        services: ["logs", "sqs"],
        ...changed,
    });
    assert.deepEqual(problems, []);
    return { version: 2, stack: "dev", protect: false, resources: [], ...plan! };
}
