import { type Made, types, type World } from "../world";
import type { Refuse } from "./refuse";

/** Route 53 Resolver's errors: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateFirewallRule.html */
const invalid = (message: string, fix: string) => ({ code: "ValidationException", message, fix });
const exceeded = (message: string, fix: string) => ({ code: "LimitExceededException", message, fix });
const conflict = (message: string, fix: string) => ({ code: "ConflictException", message, fix });

/** Lists and strings that are known: in an offline plan, a word in brackets replaces what is encrypted. */
const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateFirewallDomainList.html */
const malformedName: Refuse = ({ attributes: { name } }) => {
    if (name === undefined || (/^[a-zA-Z0-9\-_' ]{1,64}$/.test(name) && !/^\d+$/.test(name))) return undefined;
    return invalid(`Invalid name: ${name}`, "use up to 64 letters, digits, hyphens, underscores and spaces");
};

/** Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_UpdateFirewallDomains.html */
const malformedDomain: Refuse = ({ attributes: { domains } }) => {
    const wrong = listOf(domains).find((one) =>
        !/^(\*|(\*\.?)?[a-z0-9.-]+)$/i.test(String(one)) || String(one).length > 255
    );
    if (wrong === undefined) return undefined;
    return invalid(
        `Invalid domain: ${String(wrong)}`,
        "use letters, digits, hyphens and dots, and an asterisk at the start",
    );
};

const tooManyInRequest: Refuse = ({ attributes: { domains } }, { quotas }) => {
    const most = quotas["quota.firewall-list"];
    if (listOf(domains).length <= most) return undefined;
    return invalid(`More than ${most} domains in one request`, "use fewer domains");
};

const tooManyDomains: Refuse = ({ attributes: { domains } }, world) => {
    const most = world.quotas["quota.firewall-domains"];
    const others = world.all(types.firewallDomains).map(({ attributes }) => listOf(attributes.domains).length);
    if (others.reduce((sum, count) => sum + count, listOf(domains).length) <= most) return undefined;
    return exceeded(`More than ${most} domains in the domain lists of the account`, "have AWS raise the quota");
};

const incompleteRule: Refuse = ({ attributes: { action, blockResponse } }) => {
    if (!["ALLOW", "ALERT", "BLOCK"].includes(action)) {
        return invalid(`Invalid action: ${action}`, "use ALLOW, ALERT or BLOCK");
    }
    if ((action === "BLOCK") === (blockResponse !== undefined)) return undefined;
    return invalid("BlockResponse is required for BLOCK, and for nothing else", "set blockResponse only with BLOCK");
};

const siblings = (made: Made, world: World) =>
    world.all(types.firewallRule, (rule) => rule.firewallRuleGroupId === made.attributes.firewallRuleGroupId)
        .filter(({ id }) => id !== made.id);

const repeatedPriority: Refuse = (made, world) => {
    const other = siblings(made, world).find(({ attributes }) => attributes.priority === made.attributes.priority);
    if (!other) return undefined;
    return invalid(`Priority ${made.attributes.priority} is already used in the rule group`, `${other.name} has it`);
};

/** Source: https://github.com/hashicorp/terraform-provider-aws/issues/38073 */
const repeatedList: Refuse = ({ id, attributes: { firewallDomainListId } }, world) => {
    const twin = firewallDomainListId && world.find(id);
    if (!twin) return undefined;
    return invalid("The rule group already has a rule with the domain list", `${twin.name} is it`);
};

const tooManyRules: Refuse = (made, world) => {
    if (siblings(made, world).length < 100) return undefined;
    return exceeded("More than 100 rules in a rule group", "use fewer rules");
};

/** Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_AssociateFirewallRuleGroup.html */
const wrongPriority: Refuse = ({ attributes: { priority } }) => {
    if (priority === undefined || (priority >= 100 && priority <= 9900)) return undefined;
    return invalid(`Priority ${priority} is not between 100 and 9900`, "use a priority from 100 to 9900");
};

const associated = ({ id, attributes: { vpcId } }: Made, world: World) =>
    world.all(types.firewallAssociation, (other) => other.vpcId === vpcId).filter((one) => one.id !== id);

const takenPriority: Refuse = (made, world) => {
    const { priority, firewallRuleGroupId, vpcId } = made.attributes;
    const others = associated(made, world);
    const twin = others.find(({ attributes }) => attributes.firewallRuleGroupId === firewallRuleGroupId);
    if (twin) return conflict(`The rule group is already associated with ${vpcId}`, `${twin.name} associates it`);
    const other = others.find(({ attributes }) => priority !== undefined && attributes.priority === priority);
    if (!other) return undefined;
    return invalid(
        `Priority ${priority} is already used for ${vpcId}`,
        `${other.name} has it: choose another priority`,
    );
};

const tooManyGroups: Refuse = (made, world) => {
    const most = world.quotas["quota.firewall-groups"];
    if (associated(made, world).length < most) return undefined;
    return exceeded(`More than ${most} rule groups are associated with the VPC`, "delete an association");
};

/** Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_CreateResolverQueryLogConfig.html */
const wrongDestination: Refuse = ({ attributes: { destinationArn } }) => {
    if (typeof destinationArn !== "string" || /^\[\w+\]$/.test(destinationArn)) return undefined;
    if (/^arn:[\w-]+:(s3|logs|firehose):/.test(destinationArn)) return undefined;
    const message = `The destination ${destinationArn} is not valid`;
    return { code: "InvalidParameterException", message, fix: "use a log group, a bucket or a Firehose stream" };
};

const loggedTwice: Refuse = ({ id, attributes: { resolverQueryLogConfigId, resourceId } }, world) => {
    const [other] = world.all(
        types.queryLogAssociation,
        (one) => one.resolverQueryLogConfigId === resolverQueryLogConfigId && one.resourceId === resourceId,
    )
        .filter((one) => one.id !== id);
    if (!other) return undefined;
    return { code: "ResourceExistsException", message: "The association exists already", fix: `${other.name} is it` };
};

/** Why AWS rejects the resources of a DNS firewall, by type. */
export const dnsFirewallRefusals: { [type: string]: Refuse[] } = {
    [types.firewallDomains]: [malformedName, malformedDomain, tooManyInRequest, tooManyDomains],
    [types.firewallGroup]: [malformedName],
    [types.firewallRule]: [malformedName, incompleteRule, repeatedList, repeatedPriority, tooManyRules],
    [types.firewallAssociation]: [malformedName, wrongPriority, takenPriority, tooManyGroups],
    [types.queryLog]: [malformedName, wrongDestination],
    [types.queryLogAssociation]: [loggedTwice],
};

/** Why AWS refuses to delete a part of a DNS firewall that another part uses; `undefined` if it does not. */
export function stillInFirewall({ id, type, attributes }: Made, world: World) {
    const users: { [type: string]: () => Made[] } = {
        [types.firewallDomains]: () => world.all(types.firewallRule, (rule) => rule.firewallDomainListId === id),
        [types.firewallGroup]: () => world.all(types.firewallAssociation, (one) => one.firewallRuleGroupId === id),
        [types.queryLog]: () => world.all(types.queryLogAssociation, (one) => one.resolverQueryLogConfigId === id),
    };
    const [user] = users[type]?.() ?? [];
    if (user) return conflict(`${id} is still in use`, `delete ${user.name} first`);
    if (type !== types.firewallAssociation || attributes.mutationProtection !== "ENABLED") return undefined;
    return conflict(`${id} has mutation protection`, "disable its mutation protection first");
}
