import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { dnsPort, type DnsRecord, type PrivateZone, type ResolverRule, serverWords } from "../model/dnsModel";
import { given, type Maybe } from "../model/maybe";
import { resourceTypes as types } from "./resourceTypes";
import { required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

/** The private hosted zones of a stack. */
export function privateZonesIn(stack: StackResources): PrivateZone[] {
    const associations = stack.of(...types.zoneAssociation).map((one) => ({
        zone: stack.reference(types.zone, one, "zoneId"),
        vpc: stack.reference(types.vpc, one, "vpcId"),
    }));
    const records = stack.of(...types.record).map((record) => ({
        zone: stack.reference(types.zone, record, "zoneId"),
        record,
    }));
    return stack.of(...types.zone).flatMap((zone): PrivateZone[] => {
        const id = stack.idOf(zone);
        const listed = given(
            stack.items(zone, "vpcs"),
            (items) =>
                items.map((_, at) =>
                    required(stack.reference(types.vpc, zone, "vpcs", at, "vpcId"), `vpcs of ${zone.name}`)
                ),
        );
        if (!isUnknown(listed) && listed.length === 0) return [];
        const added = associations.filter((one) => one.zone === id || isUnknown(one.zone)).map(({ vpc }) =>
            required(vpc, `vpcId of an association of ${zone.name}`)
        );
        const vpcs = isUnknown(listed) ? listed : [...listed, ...added];
        const late = isUnknown(vpcs) ? vpcs : vpcs.find(isUnknown);
        const domain = given(stack.text(zone, "name"), (name) => name?.replace(/\.$/, "").toLowerCase());
        const own = records.filter((one) => one.zone === id).map(({ record }) => recordOf(stack, record, domain));
        const open = records.find((one) => isUnknown(one.zone))?.zone;
        const unread = own.find(isUnknown) ?? (isUnknown(open) ? open : undefined);
        return [{
            id,
            name: zone.name,
            domain: required(domain, `name of ${zone.name}`),
            vpcs: late ?? vpcs as string[],
            records: unread ?? own as DnsRecord[],
        }];
    });
}

/** A record's name may be without its zone's. */
function recordOf(stack: StackResources, record: StackResource, zone: Maybe<string | undefined>): Maybe<DnsRecord> {
    const name = required(stack.text(record, "name"), `name of ${record.name}`);
    if (isUnknown(name)) return name;
    if (isUnknown(zone) || zone === undefined) return unknown(`the zone of ${record.name}`);
    const plain = name.replace(/\.$/, "").toLowerCase();
    const alias = stack.text(record, "aliases", 0, "name");
    return {
        host: plain === zone || plain.endsWith(`.${zone}`) ? plain : `${plain}.${zone}`,
        type: given(stack.text(record, "type"), (type) => type ?? "A") as string,
        values: alias === undefined
            ? stack.texts(record, "records")
            : given(alias as Maybe<string>, (host) => [host.replace(/\.$/, "")]),
    };
}

/** The Resolver rules of a stack. */
export function resolverRulesIn(stack: StackResources): ResolverRule[] {
    const associations = stack.of(...types.resolverRuleAssociation).map((one) => ({
        rule: stack.reference(types.resolverRule, one, "resolverRuleId"),
        vpc: required(stack.reference(types.vpc, one, "vpcId"), `vpcId of ${one.name}`),
    }));
    return stack.of(...types.resolverRule).map((rule) => {
        const own = associations.filter((one) => one.rule === stack.idOf(rule) || isUnknown(one.rule));
        const late = own.flatMap((one) => [one.rule, one.vpc]).find(isUnknown) as { unknown: string[] } | undefined;
        const servers = given(stack.items(rule, "targetIps"), (items) => {
            const servers = items.map((_, at) =>
                given(
                    stack.text(rule, "targetIps", at, "ip"),
                    (ip) =>
                        given(stack.number(rule, "targetIps", at, "port"), (port = dnsPort) =>
                            ip === undefined ? [] : [serverWords(ip, port)]),
                )
            );
            return servers.find(isUnknown) ?? (servers as string[][]).flat();
        });
        return {
            id: stack.idOf(rule),
            name: rule.name,
            domain: given(
                required(stack.text(rule, "domainName"), `domainName of ${rule.name}`),
                (domain) => domain.replace(/\.$/, "").toLowerCase(),
            ),
            forwards: stack.text(rule, "ruleType") === "FORWARD",
            vpcs: late ?? own.map(({ vpc }) => vpc as string),
            servers,
            endpoint: stack.reference(types.resolverEndpoint, rule, "resolverEndpointId"),
        };
    });
}
