import * as assert from "node:assert/strict";

import { allows, statementsOf, type Target } from "./rolePolicies";
import { ofType, runStack, types } from "./run";

// The Name of a resource decides who may change it, so nobody may give one to what is not the stack's own.
// Keys: https://docs.aws.amazon.com/service-authorization/latest/reference/list_ec2.html
// Tags at creation: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/supported-iam-actions-tagging.html

const statements = statementsOf("up.json", "up.flow-logs.json", "endpoint-service.json");
const elsewhere = ["arn:aws:ec2:us-east-1:123456789012", "arn:aws:ec2:eu-central-1:111122223333"];

interface Tagging {
    /** The Name that the request gives. */
    to?: string;
    /** The Name that the resource has. */
    from?: string;
    /** The action that makes the resource. */
    by?: string;
}

const here = "arn:aws:ec2:eu-central-1:123456789012";
const target = (type: string, { to, from, by }: Tagging, where = here): Target => ({
    arn: `${where}:${type}/1`,
    context: {
        ...(to !== undefined && { "aws:RequestTag/Name": to }),
        ...(from !== undefined && { "aws:ResourceTag/Name": from }),
        ...(by !== undefined && { "ec2:CreateAction": by }),
        ...(type === "security-group" && { "ec2:Vpc": `${where}:vpc/vpc-1` }),
    },
});
const tags = (type: string, how: Tagging, where?: string) =>
    allows(statements, "ec2:CreateTags", target(type, how, where));

describe("the deploy role may set the Name tag", () => {
    it("that stack prod sets", async () => {
        const run = await runStack("prod");
        const tagged = run.resources.filter(({ type, inputs }) => type.startsWith("aws:") && inputs.tags);
        const named = tagged.map(({ name, inputs }) => [name, inputs.tags.Name]);
        assert.ok(named.length > 20);
        for (const [name, Name] of named) assert.match(Name, /^prod-app(-.+)?$/, name);
        const names = (type: string) => Object.values(ofType(run, type)).map(({ inputs }) => inputs.tags.Name);
        assert.deepEqual(names(types.defaultGroup), ["prod-app-default"]);
        assert.deepEqual([...names(types.role), ...names(types.logGroup)], [
            "prod-app-flow-logs",
            "prod-app-flow-logs",
        ]);
    });

    it("of what it creates, with the stack's prefix", () => {
        for (
            const [type, by] of [
                ["vpc", "CreateVpc"],
                ["subnet", "CreateSubnet"],
                ["route-table", "CreateRouteTable"],
                ["security-group", "CreateSecurityGroup"],
                ["vpc-endpoint", "CreateVpcEndpoint"],
                ["vpc-flow-log", "CreateFlowLogs"],
            ] as const
        ) {
            assert.ok(tags(type, { to: "prod-app", by }), type);
            assert.ok(!tags(type, { to: "dev-app", by }), type);
            for (const where of elsewhere) assert.ok(!tags(type, { to: "prod-app", by }, where), `${type} in ${where}`);
        }
        const by = "CreateVpcEndpointServiceConfiguration";
        assert.ok(tags("vpc-endpoint-service", { to: "prod-orders", by }));
        assert.ok(!tags("vpc-endpoint-service", { to: "dev-orders", by }));
        assert.ok(!tags("vpc-endpoint-service", { to: "prod-orders" }), "one that is there");
        for (const where of elsewhere) {
            assert.ok(!tags("vpc-endpoint-service", { to: "prod-orders", by }, where), where);
        }
        assert.ok(!tags("instance", { to: "prod-app", by: "RunInstances" }));
    });

    // The provider names them after it made them, or found them: https://github.com/hashicorp/terraform-provider-aws/blob/
    // main/internal/service/ec2/vpc_security_group_ingress_rule.go and vpc_default_security_group.go
    it("of security group rules and its VPC's default security group, which have no Name before", () => {
        assert.ok(tags("security-group-rule", { to: "prod-app-endpoints-443-vpc" }));
        assert.ok(!tags("security-group-rule", { to: "prod-app-endpoints-443-vpc", from: "dev-app-client-443" }));
        assert.ok(!tags("security-group-rule", { to: "dev-app-client-443" }));
        assert.ok(tags("security-group", { to: "prod-app-default" }));
        for (const where of elsewhere) {
            assert.ok(!tags("security-group", { to: "prod-app-default" }, where), where);
            const { context } = target("security-group", { to: "prod-app-default" });
            assert.ok(!allows(statements, "ec2:CreateTags", { arn: `${where}:security-group/1`, context }), where);
        }
        assert.ok(!tags("security-group", { to: "prod-app-client" }));
        assert.ok(!tags("security-group", { to: "prod-app-default", from: "dev-app-default" }));
    });

    it("of no other VPC's default security group, if the statement has the VPC's ID", () => {
        const text = JSON.stringify(statements.filter(({ Sid }) => Sid === "NameOfDefaultGroup"));
        const narrowed = (id: string) => JSON.parse(text.replace("vpc/*", `vpc/${id}`)) as unknown[];
        const group = target("security-group", { to: "prod-app-default" });
        assert.ok(allows(narrowed("vpc-1"), "ec2:CreateTags", group));
        assert.ok(!allows(narrowed("vpc-2"), "ec2:CreateTags", group));
    });

    it("of its own resources again, and of no others", () => {
        for (const type of ["vpc", "subnet", "route-table", "security-group", "vpc-endpoint", "vpc-flow-log"]) {
            for (const action of ["ec2:CreateTags", "ec2:DeleteTags"]) {
                assert.ok(allows(statements, action, target(type, { from: "prod-app" })), `${action} ${type}`);
                assert.ok(!allows(statements, action, target(type, { from: "dev-app" })), `${action} ${type}`);
            }
            if (type !== "security-group") assert.ok(!tags(type, { to: "prod-app-default" }), type);
        }
    });
});
