import * as assert from "node:assert/strict";

import { firewallReads } from "./firewallRequests";
import { allowedActions, allows, statementsOf } from "./rolePolicies";

/** What the provider calls in addition to reading, by type; its files: see `firewallReads`. */
const writes: { [type in keyof typeof firewallReads]: string[] } = {
    firewallDomains: [
        ...["CreateFirewallDomainList", "DeleteFirewallDomainList", "TagResource", "UntagResource"],
        "UpdateFirewallDomains",
    ],
    firewallGroup: ["CreateFirewallRuleGroup", "DeleteFirewallRuleGroup"],
    firewallRule: ["CreateFirewallRule", "DeleteFirewallRule", "UpdateFirewallRule"],
    firewallAssociation: [
        ...["AssociateFirewallRuleGroup", "DisassociateFirewallRuleGroup", "UpdateFirewallRuleGroupAssociation"],
    ],
    firewallConfig: ["UpdateFirewallConfig"],
    queryLog: ["CreateResolverQueryLogConfig", "DeleteResolverQueryLogConfig"],
    queryLogAssociation: ["AssociateResolverQueryLogConfig", "DisassociateResolverQueryLogConfig"],
};

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html, and those of a log group */
const logs = [
    ...["CreateLogDelivery", "DeleteLogDelivery", "DescribeLogGroups", "DescribeResourcePolicies", "GetLogDelivery"],
    ...["ListLogDeliveries", "PutResourcePolicy", "UpdateLogDelivery"],
    ...["CreateLogGroup", "DeleteLogGroup", "DeleteRetentionPolicy", "ListTagsForResource", "PutRetentionPolicy"],
    ...["TagResource", "UntagResource"],
];

const file = "up.dns-firewall.json";
const statements = statementsOf(file);
const own = "private-vpc/prod";
const parts = [
    "firewall-domain-list",
    "firewall-rule-group",
    "firewall-rule-group-association",
    "resolver-query-log-config",
];

const may = (action: string, part: string, context: { [key: string]: string | string[] }, region = "eu-central-1") =>
    allows(statements, `route53resolver:${action}`, {
        arn: `arn:aws:route53resolver:${region}:123456789012:${part}/1`,
        context,
    });

// Keys: https://docs.aws.amazon.com/service-authorization/latest/reference/list_route53resolver.html
describe("the deploy role's permissions for a DNS firewall", () => {
    it("are exactly the API calls of its resource types", () => {
        const needed = [
            ...Object.values(firewallReads).flat(),
            ...Object.values(writes).flat().map((action) => `route53resolver:${action}`),
            ...logs.map((action) => `logs:${action}`),
        ];
        assert.deepEqual(allowedActions(file), [...new Set(needed)].sort());
    });

    it("allow to create parts with the stack's owner tag, and none without it or elsewhere", () => {
        const owned = { "aws:RequestTag/private-vpc:owner": own };
        for (
            const [action, part] of [
                ["CreateFirewallDomainList", parts[0]],
                ["CreateFirewallRuleGroup", parts[1]],
                ["AssociateFirewallRuleGroup", parts[2]],
                ["CreateResolverQueryLogConfig", parts[3]],
            ] as const
        ) {
            assert.ok(may(action, part!, owned), action);
            assert.ok(!may(action, part!, {}), action);
            assert.ok(!may(action, part!, { "aws:RequestTag/private-vpc:owner": "private-vpc/dev" }), action);
            assert.ok(!may(action, part!, owned, "us-east-1"), action);
        }
    });

    it("allow to change and delete its own parts, and no other stack's", () => {
        const of = (owner: string) => ({ "aws:ResourceTag/private-vpc:owner": owner });
        for (
            const [action, part] of [
                ["UpdateFirewallDomains", parts[0]],
                ["CreateFirewallRule", parts[1]],
                ["UpdateFirewallRule", parts[1]],
                ["DeleteFirewallRule", parts[0]],
                ["AssociateFirewallRuleGroup", parts[1]],
                ["DisassociateFirewallRuleGroup", parts[2]],
                ["DeleteResolverQueryLogConfig", parts[3]],
            ] as const
        ) {
            assert.ok(may(action, part!, of(own)), action);
            for (const owner of ["private-vpc/dev", "private-vpc/prod2"]) {
                assert.ok(!may(action, part!, of(owner)), action);
            }
            assert.ok(!may(action, part!, {}), action);
            assert.ok(!may(action, part!, of(own), "us-east-1"), action);
        }
    });

    it("cannot take over another stack's part by its owner tag, or give the own one away", () => {
        for (const part of parts) {
            const tag = { "aws:RequestTag/private-vpc:owner": own, "aws:TagKeys": ["private-vpc:owner"] };
            assert.ok(
                !may("TagResource", part, { ...tag, "aws:ResourceTag/private-vpc:owner": "private-vpc/dev" }),
                part,
            );
            const given = { ...tag, "aws:RequestTag/private-vpc:owner": "private-vpc/dev" };
            assert.ok(!may("TagResource", part, { ...given, "aws:ResourceTag/private-vpc:owner": own }), part);
            const removed = { "aws:TagKeys": ["private-vpc:owner"], "aws:ResourceTag/private-vpc:owner": own };
            assert.ok(!may("UntagResource", part, removed), part);
            assert.ok(may("UntagResource", part, { ...removed, "aws:TagKeys": ["team"] }), part);
        }
    });
});
