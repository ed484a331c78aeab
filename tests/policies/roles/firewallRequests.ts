import type { Made } from "../../../emulator/aws/emulatedAws";
import type { firewallTypes } from "../../../emulator/aws/firewallTypes";
import { types } from "../../run";
import {
    type ApiRequest,
    differ,
    fresh,
    type KnownAccount,
    request,
    type RequestsOfType,
    type Subject,
    tagsOf,
    without,
} from "./apiRequests";

const resolver = (action: string) => `route53resolver:${action}`;

/** Sent by the provider to read each type; its files below https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/route53resolver/ */
export const firewallReads: { [type in keyof typeof firewallTypes]: string[] } = {
    firewallDomains: ["GetFirewallDomainList", "ListFirewallDomains", "ListTagsForResource"].map(resolver),
    firewallGroup: ["GetFirewallRuleGroup", "ListTagsForResource"].map(resolver),
    firewallRule: ["ListFirewallRules"].map(resolver),
    firewallAssociation: ["GetFirewallRuleGroupAssociation", "ListTagsForResource"].map(resolver),
    firewallConfig: ["GetFirewallConfig", "ListFirewallConfigs"].map(resolver),
    queryLog: ["GetResolverQueryLogConfig", "ListTagsForResource"].map(resolver),
    queryLogAssociation: ["GetResolverQueryLogConfigAssociation"].map(resolver),
};

const onItself = (action: string) => (made: Made, account: KnownAccount) => [
    request(resolver(action), [account.subject(made)]),
];

const created = (action: string, kind: string) => (made: Made): ApiRequest[] =>
    [action, "TagResource"].map((one) => request(resolver(one), [fresh(kind, tagsOf(made))]));

/** The rule group and the domain list of a rule. */
const partsOfRule = ({ attributes }: Made, account: KnownAccount): Subject[] =>
    [attributes.firewallRuleGroupId, attributes.firewallDomainListId].map((id) => account.byId(id));

const onParts = (action: string) => (made: Made, account: KnownAccount) => [
    request(resolver(action), partsOfRule(made, account)),
];

const onConfig = (action: string) => ({ attributes }: Made, account: KnownAccount) => [
    request(resolver(action), [account.byId(attributes.resolverQueryLogConfigId)]),
];

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-and-resource-policy.html */
const delivery = [
    ...["CreateLogDelivery", "DescribeLogGroups", "DescribeResourcePolicies", "GetLogDelivery", "ListLogDeliveries"],
    ...["PutResourcePolicy", "UpdateLogDelivery"],
].map((action) => `logs:${action}`);

/** The requests for a DNS firewall and query logs, by type token. */
export const firewallRequests: { [type: string]: RequestsOfType } = {
    [types.firewallDomains]: {
        create: (made, account) => [
            ...created("CreateFirewallDomainList", "firewall-domain-list")(made),
            ...onItself("UpdateFirewallDomains")(made, account),
        ],
        update: (before, after, account) =>
            differ(before, after, "domains") ? onItself("UpdateFirewallDomains")(before, account) : [],
        delete: onItself("DeleteFirewallDomainList"),
    },
    [types.firewallGroup]: {
        create: created("CreateFirewallRuleGroup", "firewall-rule-group"),
        delete: onItself("DeleteFirewallRuleGroup"),
    },
    [types.firewallRule]: {
        create: onParts("CreateFirewallRule"),
        update: (before, _, account) => onParts("UpdateFirewallRule")(before, account),
        delete: onParts("DeleteFirewallRule"),
    },
    [types.firewallAssociation]: {
        create: created("AssociateFirewallRuleGroup", "firewall-rule-group-association"),
        update: (before, after, account) =>
            differ(before, after, "priority") ? onItself("UpdateFirewallRuleGroupAssociation")(before, account) : [],
        delete: onItself("DisassociateFirewallRuleGroup"),
    },
    [types.firewallConfig]: {
        create: onItself("UpdateFirewallConfig"),
        update: (before, _, account) => onItself("UpdateFirewallConfig")(before, account),
        delete: onItself("UpdateFirewallConfig"),
    },
    [types.queryLog]: {
        create: (made) => [
            ...created("CreateResolverQueryLogConfig", "resolver-query-log-config")(made),
            ...delivery.map(without),
        ],
        delete: (made, account) => [
            ...onItself("DeleteResolverQueryLogConfig")(made, account),
            without("logs:DeleteLogDelivery"),
        ],
    },
    [types.queryLogAssociation]: {
        create: onConfig("AssociateResolverQueryLogConfig"),
        delete: onConfig("DisassociateResolverQueryLogConfig"),
    },
};
