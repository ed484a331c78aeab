import * as assert from "node:assert/strict";

import { allows, type RoleStatement, statementsOf, type Target } from "./rolePolicies";

// https://docs.aws.amazon.com/service-authorization/latest/reference/list_iam.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/list_logs.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html#access_policies_boundaries-delegate

const up = statementsOf("up.json", "up.vpc.json", "up.flow-logs.json", "endpoint-service.json");
const boundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
const others = [
    "arn:aws:iam::123456789012:policy/dev-app-flow-logs-boundary",
    "arn:aws:iam::aws:policy/AdministratorAccess",
];
const role = "arn:aws:iam::123456789012:role/app-flow-logs-1a2b3c4";

/** What the role has, or would have: the boundary that the request or the role names, and its owner. */
const having = (limit?: string, owner?: string) => ({
    arn: role,
    context: {
        ...(limit !== undefined && { "iam:PermissionsBoundary": limit }),
        ...(owner !== undefined && { "aws:ResourceTag/private-vpc:owner": owner }),
    },
});
/** What the role would have, at its creation. */
const creating = (limit?: string, owner: string = own) => ({
    arn: role,
    context: {
        "aws:RequestTag/private-vpc:owner": owner,
        ...(limit !== undefined && { "iam:PermissionsBoundary": limit }),
    },
});
const own = "private-vpc/prod";
const another = "private-vpc/dev";
const limited = ["CreateRole", "PutRolePermissionsBoundary", "PutRolePolicy", "UpdateAssumeRolePolicy"];
/** Somebody attached more to the role than this project ships. */
const withAdministrator: RoleStatement[] = [...up, { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" }];

describe("the deploy role with the permissions for the flow logs' role", () => {
    it("can create and change it only with the boundary, whatever else the deploy role may do", () => {
        // What is denied holds against other policies too; what is allowed has to be enough without it.
        for (const statements of [up, up.filter(({ Effect }) => Effect === "Allow"), withAdministrator]) {
            for (const action of limited) {
                const target = action === "CreateRole" ? creating : having;
                assert.ok(allows(statements, `iam:${action}`, target(boundary, own)), action);
                for (const limit of [undefined, ...others]) {
                    assert.ok(!allows(statements, `iam:${action}`, target(limit, own)), `${action} with ${limit}`);
                }
            }
        }
    });

    it("can set the boundary on a role of the stack that has none yet, but not on another stack's", () => {
        assert.ok(allows(up, "iam:PutRolePermissionsBoundary", having(boundary, own)));
        assert.ok(!allows(up, "iam:PutRolePermissionsBoundary", having(boundary, another)));
    });

    it("can create it only with the stack's owner, and change only a role that has it", () => {
        assert.ok(!allows(up, "iam:CreateRole", creating(boundary, another)));
        assert.ok(!allows(up, "iam:CreateRole", having(boundary, own)), "without a tag in the request");
        for (const action of ["PutRolePermissionsBoundary", "PutRolePolicy", "UpdateAssumeRolePolicy"]) {
            assert.ok(!allows(up, `iam:${action}`, having(boundary)), `${action} without an owner`);
            assert.ok(!allows(up, `iam:${action}`, having(boundary, another)), action);
        }
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
        const tagging = (owner?: string) => {
            const { arn, context } = having(boundary, owner);
            return { arn, context: { ...context, "aws:TagKeys": ["team"] } };
        };
        for (const action of ["DeleteRole", "DeleteRolePolicy", "TagRole", "UntagRole"]) {
            assert.ok(allows(up, `iam:${action}`, tagging(own)), action);
            assert.ok(!allows(up, `iam:${action}`, tagging(another)), action);
            assert.ok(!allows(up, `iam:${action}`, tagging()), `${action} without an owner`);
        }
        assert.ok(allows(up, "iam:TagRole", creating(boundary)), "at its creation");
        assert.ok(!allows(up, "iam:TagRole", creating(boundary, another)), "at its creation, with another owner");
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
            context: tag ? { "aws:ResourceTag/private-vpc:owner": tag } : {},
        });
        const name = "app-flow-logs-1a2b3c4";
        for (const action of ["DeleteLogGroup", "PutRetentionPolicy", "TagResource"]) {
            assert.ok(allows(up, `logs:${action}`, group(name, undefined, own)), action);
            assert.ok(!allows(up, `logs:${action}`, group(name, undefined, another)), action);
            assert.ok(!allows(up, `logs:${action}`, group(name, "us-east-1", own)), action);
            assert.ok(!allows(up, `logs:${action}`, group("another", undefined, own)), action);
            assert.ok(!allows(up, `logs:${action}`, group(name)), `${action} without an owner`);
        }
        const creation = (owner: string) => ({
            arn: group(name).arn,
            context: { "aws:RequestTag/private-vpc:owner": owner },
        });
        for (const action of ["CreateLogGroup", "TagResource"]) {
            assert.ok(allows(up, `logs:${action}`, creation(own)), action);
            assert.ok(!allows(up, `logs:${action}`, creation(another)), action);
        }
        // AWS supports no resource for these, and no key except for those of every request.
        for (const action of ["DescribeLogGroups", "CreateLogDelivery", "DeleteLogDelivery"]) {
            const inRegion = (region: string) => ({ arn: "*", context: { "aws:RequestedRegion": region } });
            assert.ok(allows(up, `logs:${action}`, inRegion("eu-central-1")), action);
            assert.ok(!allows(up, `logs:${action}`, inRegion("us-east-1")), action);
        }
    });
});
