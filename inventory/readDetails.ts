import * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import { answersOf, type Ask } from "./answersOf";
import type { Call } from "./calls";
import * as resolver from "./resolverShapes";
import * as services from "./serviceShapes";

/** The details of single resources, which the lists lack. */
export interface Details {
    /** Tags by the ARN of a log group. */
    logGroupTags: { [arn: string]: { [key: string]: string } };
    /** Tags and names of inline policies, by the name of a role. */
    roles: { [name: string]: { tags: { Key: string; Value: string }[]; policyNames: string[] } };
    /** Tags by the ARN of a part of a DNS firewall. */
    resolverTags: { [arn: string]: { Key: string; Value: string }[] };
    /** Rules by the ID of a rule group of DNS Firewall. */
    firewallRules: { [groupId: string]: v.InferOutput<typeof resolver.firewallRules>["FirewallRules"] };
    /** Records by the ID of a hosted zone. */
    records: { [zoneId: string]: v.InferOutput<typeof services.record>[] };
}

/** What to read details of. */
export interface Detailed {
    /** ARNs of log groups, whose tags are read. */
    logGroups: string[];
    /** Names of roles, whose tags and policies are read. */
    roles: string[];
    /** IDs of hosted zones, whose records are read. */
    zones: string[];
    /** ARNs of parts of DNS firewalls, whose tags are read. @default [] */
    resolverArns?: string[];
    /** IDs of rule groups of DNS Firewall, whose rules are read. @default [] */
    ruleGroups?: string[];
}

/** Reads the details of these resources. */
export async function readDetails(
    ask: Ask,
    { logGroups, roles, zones, resolverArns = [], ruleGroups = [] }: Detailed,
): Promise<{ details: Details; problems: Problem[] }> {
    const details: Details = { logGroupTags: {}, roles: {}, resolverTags: {}, firewallRules: {}, records: {} };
    const { read, problems } = answersOf(ask);
    await Promise.all([
        ...logGroups.map(async (arn) => {
            const tagged = await read(["logs", "list-tags-for-resource", "--resource-arn", arn], services.logGroupTags);
            details.logGroupTags[arn] = tagged?.tags ?? {};
        }),
        ...roles.map(async (name) => {
            const role = await read(["iam", "get-role", "--role-name", name], services.roleDetails);
            const policies = await read(["iam", "list-role-policies", "--role-name", name], services.policyNames);
            details.roles[name] = { tags: role?.Role.Tags ?? [], policyNames: policies?.PolicyNames ?? [] };
        }),
        ...resolverArns.map(async (arn) => {
            const call: Call = ["route53resolver", "list-tags-for-resource", "--resource-arn", arn];
            details.resolverTags[arn] = (await read(call, resolver.resourceTags))?.Tags ?? [];
        }),
        ...ruleGroups.map(async (id) => {
            const call: Call = ["route53resolver", "list-firewall-rules", "--firewall-rule-group-id", id];
            details.firewallRules[id] = (await read(call, resolver.firewallRules))?.FirewallRules ?? [];
        }),
        ...zones.map(async (id) => {
            const schema = v.object({ ResourceRecordSets: v.array(services.record) });
            const found = await read(["route53", "list-resource-record-sets", "--hosted-zone-id", id], schema);
            details.records[id] = found?.ResourceRecordSets ?? [];
        }),
    ]);
    return { details, problems };
}
