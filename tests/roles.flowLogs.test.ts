import * as assert from "node:assert/strict";

import { allows, type RoleStatement, statementsOf, type Target } from "./rolePolicies";

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_logs.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate

const up = statementsOf("up.json", "up.flow-logs.json", "endpoint-service.json");
const boundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
const others = [
    "arn:aws:iam::123456789012:policy/dev-app-flow-logs-boundary",
    "arn:aws:iam::aws:policy/AdministratorAccess",
];
const role = "arn:aws:iam::123456789012:role/app-flow-logs-1a2b3c4";

/** What the role has, or would have: the boundary that the request or the role names, and its Name. */
const having = (limit?: string, name?: string) => ({
    arn: role,
    context: {
        ...(limit !== undefined && { "iam:PermissionsBoundary": limit }),
        ...(name !== undefined && { "aws:ResourceTag/Name": name }),
    },
});
const own = "prod-app-flow-logs";
const limited = ["CreateRole", "PutRolePermissionsBoundary", "PutRolePolicy", "UpdateAssumeRolePolicy"];
/** Somebody attached more to the role than this project ships. */
const withAdministrator: RoleStatement[] = [...up, { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }];

describe("the deploy role with the permissions for the flow logs' role", () => {
    it("can create and change it only with the boundary, whatever else the deploy role may do", () => {
        // What is denied holds against other policies too; what is allowed has to be enough without it.
        for (const statements of [up, up.filter(({ Effect }) => Effect === "Allow"), withAdministrator]) {
            for (const action of limited) {
                assert.ok(allows(statements, `iam:${action}`, having(boundary)), action);
                for (const limit of [undefined, ...others]) {
                    assert.ok(!allows(statements, `iam:${action}`, having(limit, own)), `${action} with ${limit}`);
                }
            }
        }
    });

    it("can set the boundary on a role of the stack that has none yet, but not on another stack's", () => {
        assert.ok(allows(up, "iam:PutRolePermissionsBoundary", having(boundary, own)));
        assert.ok(!allows(up, "iam:PutRolePermissionsBoundary", having(boundary, "dev-app-flow-logs")));
    });

    it("cannot remove the boundary, change what it allows, or attach another policy", () => {
        for (const statements of [up, withAdministrator]) {
            for (const action of ["AttachRolePolicy", "DeleteRolePermissionsBoundary"]) {
                assert.ok(!allows(statements, `iam:${action}`, having(boundary, own)), action);
            }
            for (
                const action of [
                    ...["CreatePolicy", "CreatePolicyVersion", "DeletePolicy", "DeletePolicyVersion"],
                    "SetDefaultPolicyVersion",
                ]
            ) {
                assert.ok(!allows(statements, `iam:${action}`, { arn: boundary }), action);
            }
        }
    });

    it("does not restrict permissions for other roles and policies", () => {
        for (const action of [...limited, "AttachRolePolicy", "DeleteRolePermissionsBoundary"]) {
            const arn = "arn:aws:iam::123456789012:role/another";
            assert.ok(allows(withAdministrator, `iam:${action}`, { arn }), action);
        }
        const arn = "arn:aws:iam::123456789012:policy/another";
        assert.ok(allows(withAdministrator, "iam:CreatePolicyVersion", { arn }));
    });

    it("can delete it, also without a boundary, but not another stack's", () => {
        for (const action of ["DeleteRole", "DeleteRolePolicy", "TagRole", "UntagRole"]) {
            assert.ok(allows(up, `iam:${action}`, having(undefined, own)), action);
            assert.ok(!allows(up, `iam:${action}`, having(boundary, "dev-app-flow-logs")), action);
        }
        assert.ok(allows(up, "iam:TagRole", having(undefined)), "at its creation");
    });

    it("can read it, and no other role", () => {
        for (
            const action of [
                ...["GetRole", "GetRolePolicy", "ListAttachedRolePolicies", "ListInstanceProfilesForRole"],
                "ListRolePolicies",
            ]
        ) {
            assert.ok(allows(up, `iam:${action}`, having()), action);
            assert.ok(!allows(up, `iam:${action}`, { arn: "arn:aws:iam::123456789012:role/administrator" }), action);
        }
    });

    it("can pass it to flow logs, and no role to another service", () => {
        const pass = (arn: string, service?: string) =>
            allows(up, "iam:PassRole", { arn, context: service ? { "iam:PassedToService": service } : {} });
        assert.ok(pass(role, "vpc-flow-logs.amazonaws.com"));
        assert.ok(!pass("arn:aws:iam::123456789012:role/administrator", "vpc-flow-logs.amazonaws.com"));
        for (const service of [undefined, "ec2.amazonaws.com", "lambda.amazonaws.com", "ecs-tasks.amazonaws.com"]) {
            assert.ok(!pass(role, service), service);
        }
    });

    it("cannot change any other role, user, policy or function, or itself", () => {
        for (
            const [action, arn] of [
                ["iam:PutRolePolicy", "arn:aws:iam::123456789012:role/up"],
                ["iam:UpdateAssumeRolePolicy", "arn:aws:iam::123456789012:role/administrator"],
                ["iam:CreateRole", "arn:aws:iam::123456789012:role/another"],
                ["iam:PutRolePermissionsBoundary", "arn:aws:iam::123456789012:role/up"],
                ["iam:DeleteRole", "arn:aws:iam::123456789012:role/administrator"],
                ["iam:AttachRolePolicy", "arn:aws:iam::123456789012:role/up"],
                ["iam:AttachUserPolicy", "arn:aws:iam::123456789012:user/somebody"],
                ["iam:PutUserPolicy", "arn:aws:iam::123456789012:user/somebody"],
                ["iam:CreateAccessKey", "arn:aws:iam::123456789012:user/somebody"],
                ["iam:CreatePolicyVersion", "arn:aws:iam::123456789012:policy/any"],
                ["iam:AddRoleToInstanceProfile", "arn:aws:iam::123456789012:instance-profile/app-flow-logs-1"],
                ["iam:CreateServiceLinkedRole", role],
                ["sts:AssumeRole", role],
                ["lambda:CreateFunction", "arn:aws:lambda:eu-central-1:123456789012:function:any"],
            ] as const
        ) {
            const context = { "iam:PermissionsBoundary": boundary };
            assert.ok(!allows(up, action, { arn, context }), `${action} on ${arn}`);
        }
    });

    it("is limited to the log group of its stack and Region", () => {
        const group = (name: string, region = "eu-central-1", tag?: string): Target => ({
            arn: `arn:aws:logs:${region}:123456789012:log-group:${name}`,
            context: tag ? { "aws:ResourceTag/Name": tag } : {},
        });
        const name = "app-flow-logs-1a2b3c4";
        for (const action of ["DeleteLogGroup", "PutRetentionPolicy", "TagResource"]) {
            assert.ok(allows(up, `logs:${action}`, group(name, undefined, own)), action);
            assert.ok(!allows(up, `logs:${action}`, group(name, undefined, "dev-app-flow-logs")), action);
            assert.ok(!allows(up, `logs:${action}`, group(name, "us-east-1", own)), action);
            assert.ok(!allows(up, `logs:${action}`, group("another", undefined, own)), action);
        }
        assert.ok(allows(up, "logs:CreateLogGroup", group(name)));
        // AWS takes no resource for these.
        for (const action of ["DescribeLogGroups", "CreateLogDelivery", "DeleteLogDelivery"]) {
            assert.ok(allows(up, `logs:${action}`, { arn: "*" }), action);
        }
    });
});
