import * as assert from "node:assert/strict";

import { fresh, requestTags } from "../apiRequests";
import { allows, statementsFor } from "../rolePolicies";
import {
    boundary,
    claimAsDefault,
    type Escalation,
    flowLogsRole,
    logGroup,
    mine,
    ofOtherStack,
    one,
    otherVpc,
    own,
    ownVpc,
    ownZone,
    record,
    role,
    row,
    untagged,
    vpcs,
    zone,
} from "./escalation";

const ofEveryStack = ["up.json", "up.flow-logs.json", "up.dns-firewall.json", "endpoint-service.json"];
const withVpc = statementsFor(undefined, ...ofEveryStack, "up.vpc.json");
const beforeVpc = statementsFor(undefined, ...ofEveryStack, "up.new-vpc.json");

const none = { kind: "*", arn: "*", keys: {} };
const claim = requestTags(own);
const passing = { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" };

// The lines of "What the deploy role can still do" in docs/deploy-role.md.
const always: Escalation[] = [
    row("open its group", "", "ec2:AuthorizeSecurityGroupIngress", [mine("security-group")]),
    row("replace its endpoint's policy", "", "ec2:ModifyVpcEndpoint", [mine("vpc-endpoint")]),
    row("delete its VPC", "", "ec2:DeleteVpc", [mine("vpc")]),
    row(
        "associate any private zone with its VPC",
        "",
        "route53:AssociateVPCWithHostedZone",
        [zone("ZANY")],
        vpcs(ownVpc),
    ),
    row("tag a rule without tags", "", "ec2:CreateTags", [one("security-group-rule", untagged)], claim),
    row("read", "", "ec2:DescribeVpcs", [none]),
    row("delete a log delivery", "", "logs:DeleteLogDelivery", [none]),
    row("pass another stack's role to flow logs", "", "iam:PassRole", [role(flowLogsRole, ofOtherStack)], passing),
    row("claim a role without tags", "", "iam:TagRole", [role(flowLogsRole, untagged, boundary)], claim),
    row("claim a log group without tags", "", "logs:TagResource", [logGroup(flowLogsRole, untagged)], claim),
    row("allow any account to connect", "", "ec2:ModifyVpcEndpointServicePermissions", [mine("vpc-endpoint-service")]),
    row(
        "write any verifying record",
        "",
        "route53:ChangeResourceRecordSets",
        [zone(ownZone)],
        record("_1.orders.example.com", "TXT"),
    ),
];

const resolver = (action: string) => `route53resolver:${action}`;

// Of up.dns-firewall.json.
const ofFirewalls: Escalation[] = [
    row("set the failure mode of any VPC", "", resolver("UpdateFirewallConfig"), [one("firewall-config", untagged)]),
    row("associate a rule group with any VPC", "", resolver("AssociateFirewallRuleGroup"), [
        fresh("firewall-rule-group-association", own),
    ]),
    row("log the DNS queries of any VPC", "", resolver("AssociateResolverQueryLogConfig"), [
        mine("resolver-query-log-config"),
    ]),
    row("allow every name in its own firewall", "", resolver("UpdateFirewallDomains"), [mine("firewall-domain-list")]),
    row("claim a part without an owner", "", resolver("TagResource"), [one("firewall-rule-group", untagged)], claim),
    row("write a resource policy of CloudWatch Logs", "", "logs:PutResourcePolicy", [none]),
];

const beforeItsVpcExists: Escalation[] = [
    row(
        "claim another VPC's default group",
        "",
        "ec2:CreateTags",
        [one("security-group", untagged, otherVpc)],
        claimAsDefault,
    ),
    row("create VPCs", "", "ec2:CreateVpc", [fresh("vpc", own)]),
    row(
        "associate any private zone with another VPC",
        "",
        "route53:AssociateVPCWithHostedZone",
        [zone("ZANY")],
        vpcs(otherVpc),
    ),
];

describe("what docs/deploy-role.md says that the deploy role can still do", () => {
    for (const { title, action, targets } of [...always, ...ofFirewalls]) {
        it(title, () => {
            assert.ok(allows(withVpc, action, ...targets));
        });
    }

    for (const { title, action, targets } of beforeItsVpcExists) {
        it(`${title}, only while up.new-vpc.json is attached`, () => {
            assert.ok(allows(beforeVpc, action, ...targets));
            assert.ok(!allows(withVpc, action, ...targets));
        });
    }
});
