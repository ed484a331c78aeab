import * as assert from "node:assert/strict";

import { fillPlaceholders, type PolicyDocument } from "../../../components/plan/policies/policyDocument";
import { policyFile } from "../../../components/resources/endpointPolicies";
import { allows, type RoleStatement, statementsOf } from "./rolePolicies";

// What a role may do is what both its policies and its boundary allow, and what neither denies:
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html

describe("the boundary of the flow logs' role", () => {
    const limit = statementsOf("flow-logs.boundary.json");
    const logGroupArn = "arn:aws:logs:eu-central-1:123456789012:log-group:app-flow-logs-1a2b3c4";
    const values = { accountId: "123456789012", partition: "aws", region: "eu-central-1", logGroupArn };
    const filled = fillPlaceholders(policyFile("flow-logs", "permissions.json"), values) as PolicyDocument;
    const permissions = filled.Statement as RoleStatement[];

    it("allows everything that the role allows", () => {
        for (const { Action = [], Resource } of permissions) {
            for (const action of [Action].flat()) {
                for (const arn of [Resource].flat()) {
                    assert.ok(allows(permissions, action, { arn }), `${action} on ${arn}`);
                    assert.ok(allows(limit, action, { arn }), `${action} on ${arn}`);
                }
            }
        }
        assert.ok(allows(limit, "logs:PutLogEvents", { arn: `${logGroupArn}:log-stream:eni-1-all` }));
    });

    it("allows nothing else, even if a policy of the role or of a resource allows it", () => {
        const all: RoleStatement = { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" };
        for (
            const [action, arn] of [
                ["iam:CreateUser", "arn:aws:iam::123456789012:user/any"],
                ["sts:AssumeRole", "arn:aws:iam::123456789012:role/administrator"],
                ["s3:GetObject", "arn:aws:s3:::amzn-s3-demo-bucket/key"],
                ["logs:GetLogEvents", logGroupArn],
                ["logs:DeleteLogGroup", logGroupArn],
            ] as const
        ) {
            assert.ok(!allows([...limit, all], action, { arn }), action);
        }
        assert.ok(!allows(limit, "logs:PutLogEvents", { arn: logGroupArn.replace("app-flow-logs", "another") }));
        assert.ok(!allows(limit, "logs:PutLogEvents", { arn: logGroupArn.replace("eu-central-1", "us-east-1") }));
    });
});
