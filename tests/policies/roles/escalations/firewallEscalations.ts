import { ownerTag } from "../../../../components/plan/facts/ownerTag";
import { fresh, requestTags } from "../apiRequests";
import { claim, type Escalation, logGroup, ofOtherStack, one, own, plain, row } from "./escalation";

const resolver = (action: string) => `route53resolver:${action}`;
const parts: [kind: string, creation: string][] = [
    ["firewall-domain-list", "CreateFirewallDomainList"],
    ["firewall-rule-group", "CreateFirewallRuleGroup"],
    ["firewall-rule-group-association", "AssociateFirewallRuleGroup"],
    ["resolver-query-log-config", "CreateResolverQueryLogConfig"],
];
const impostor = "trust in the other stack, and parts that no destroy deletes";
const nobodys = "a part of nobody, for whoever may claim it";
const otherOwner = { [ownerTag]: ofOtherStack[ownerTag] };
const otherLetters = "Private-VPC:Owner";

const ofPart = ([kind, creation]: typeof parts[number]): Escalation[] => [
    row(`create a ${kind} without an owner`, impostor, resolver(creation), [fresh(kind, {})]),
    row(`create a ${kind} as another stack's`, impostor, resolver(creation), [fresh(kind, ofOtherStack)]),
    row(`claim another stack's ${kind}`, "its DNS", resolver("TagResource"), [one(kind, otherOwner)], claim),
    row(`hand its own ${kind} to another stack`, impostor, resolver("TagResource"), [one(kind, own)], {
        ...requestTags(otherOwner),
    }),
    row(`add an owner in other letters to its own ${kind}`, impostor, resolver("TagResource"), [one(kind, own)], {
        ...requestTags({ [otherLetters]: "private-vpc/dev" }),
    }),
    ...[ownerTag, otherLetters].map((key) =>
        row(`remove ${key} from its own ${kind}`, nobodys, resolver("UntagResource"), [one(kind, own)], {
            "aws:TagKeys": [key],
        })
    ),
    row(`remove all tags of its own ${kind} without naming them`, nobodys, resolver("UntagResource"), [one(kind, own)]),
    row(`remove a tag of another stack's ${kind}`, "what else the tag allows", resolver("UntagResource"), [
        one(kind, ofOtherStack),
    ], { "aws:TagKeys": ["team"] }),
];

const changes: [action: string, kind: string][] = [
    ...["UpdateFirewallDomains", "DeleteFirewallDomainList", "CreateFirewallRule"].map((action): [string, string] => [
        action,
        "firewall-domain-list",
    ]),
    ...["CreateFirewallRule", "UpdateFirewallRule", "DeleteFirewallRule", "DeleteFirewallRuleGroup"].map((
        action,
    ): [string, string] => [action, "firewall-rule-group"]),
    ...["UpdateFirewallRuleGroupAssociation", "DisassociateFirewallRuleGroup"].map((action): [string, string] => [
        action,
        "firewall-rule-group-association",
    ]),
    ...["AssociateResolverQueryLogConfig", "DisassociateResolverQueryLogConfig", "DeleteResolverQueryLogConfig"].map((
        action,
    ): [string, string] => [action, "resolver-query-log-config"]),
];

const queries = "app-dns-queries-1a2b3c4";
const newGroup = (tags: object) => fresh("log-group", tags, {}, queries);

const queryLogs: Escalation[] = [
    row("create a log group of queries without an owner", impostor, "logs:CreateLogGroup", [newGroup({})]),
    row("create a log group of queries as another stack's", impostor, "logs:CreateLogGroup", [newGroup(ofOtherStack)]),
    row("claim another stack's log group of queries", "its logs", "logs:TagResource", [
        logGroup(queries, otherOwner),
    ], claim),
    row("hand its own log group of queries to another stack", impostor, "logs:TagResource", [logGroup(queries, own)], {
        ...requestTags(otherOwner),
    }),
    ...[ownerTag, otherLetters].map((key) =>
        row(
            `remove ${key} from its own log group of queries`,
            nobodys,
            "logs:UntagResource",
            [logGroup(queries, own)],
            {
                "aws:TagKeys": [key],
            },
        )
    ),
    ...[ofOtherStack, {}].flatMap((tags) =>
        ["DeleteLogGroup", "PutRetentionPolicy", "DeleteRetentionPolicy", "UntagResource"].map((action) =>
            row(
                `${action} on a log group of queries of ${tags === ofOtherStack ? "another stack" : "nobody"}`,
                "no trace of what follows",
                `logs:${action}`,
                [logGroup(queries, tags)],
                { "aws:TagKeys": ["team"] },
            )
        )
    ),
];

/** What AWS offers in addition, and nothing of a stack needs. */
const never = [
    ...["PutFirewallRuleGroupPolicy", "PutResolverQueryLogConfigPolicy", "PutResolverRulePolicy"],
    ...["CreateResolverEndpoint", "CreateResolverRule", "AssociateResolverRule", "UpdateResolverConfig"],
    ...["ImportFirewallDomains", "UpdateResolverDnssecConfig", "UpdateOutpostResolver"],
];

/** Into the DNS of other networks, and out of the stack's own. */
export const firewallEscalations: Escalation[] = [
    ...parts.flatMap(ofPart),
    ...changes.flatMap(([action, kind]) => [
        row(`${action} on another stack's ${kind}`, "its DNS", resolver(action), [one(kind, ofOtherStack)]),
        row(`${action} on nobody's ${kind}`, "the DNS of another network", resolver(action), [one(kind, {})]),
    ]),
    ...queryLogs,
    ...never.map((action) =>
        row(`${action}`, "DNS of its choice in other networks", resolver(action), [
            plain("arn:aws:route53resolver:eu-central-1:123456789012:firewall-rule-group/1"),
        ])
    ),
    ...["GetFirewallRuleGroup", "ListFirewallConfigs"].map((action): Escalation => ({
        ...row(`${action} in another Region`, "the DNS firewalls of other Regions", resolver(action), []),
        targets: [{ arn: "*", context: { "aws:RequestedRegion": "us-east-1" } }],
    })),
    {
        ...row("write a resource policy in another Region", "a copy of its logs", "logs:PutResourcePolicy", []),
        targets: [{ arn: "*", context: { "aws:RequestedRegion": "us-east-1" } }],
    },
];
