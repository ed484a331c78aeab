import * as assert from "node:assert/strict";

import { planPrivateVpc, type PrivateVpcArgs } from "../../../components";

const warningsOf = (sqs: NonNullable<PrivateVpcArgs["endpoints"]>["sqs"]) => {
    const { plan, problems } = planPrivateVpc({
        cidrBlock: "10.0.0.0/16",
        availabilityZones: ["us-east-1a"],
        services: ["sqs"],
        endpoints: { sqs },
    });
    assert.deepEqual(problems, []);
    return plan!.warnings.filter(({ code }) => code === "from-policies.not-enough");
};
const role = (Action: string, Resource = "*") =>
    JSON.stringify({ Version: "2012-10-17", Statement: { Sid: "App", Effect: "Allow", Action, Resource } });
const denying = (Action: string) =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: { Effect: "Deny", Principal: "*", Action, Resource: "*" },
    });

describe("the access that fromPolicies documents allow", () => {
    it("is allowed by the endpoint's policy", () => {
        assert.deepEqual(warningsOf({ fromPolicies: [role("sqs:*"), role("sqs:Get*", "arn:aws:sqs:*:*:orders")] }), []);
        assert.deepEqual(
            warningsOf({ fromPolicies: [role("sqs:Get*")], additionalPolicy: denying("sqs:Delete*") }),
            [],
        );
    });

    it("is reported with the shortest denied request if additionalPolicy denies it", () => {
        const fromPolicies = [role("sqs:Get*"), role("sqs:*")];
        assert.deepEqual(warningsOf({ fromPolicies, additionalPolicy: denying("sqs:SendMessage") }), [{
            code: "from-policies.not-enough",
            path: "endpoints.sqs.fromPolicies[1]",
            message: "App allows arn:aws:sts::<accountId>:assumed-role/app/session to call sqs:SendMessage on "
                + "arn:aws:sqs:us-east-1:<accountId>:example, and the endpoint policy does not",
            hint: "narrow the Deny statements of additionalPolicy, or add what is missing to access",
        }]);
    });

    it("is not checked if the policy is known only during a deployment, or the endpoint allows everything", () => {
        assert.deepEqual(warningsOf({ policy: "full-access" }), []);
        assert.deepEqual(warningsOf({ access: [{ actions: ["sqs:*"], resources: ["*"] }] }), []);
    });
});
