import { all, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import { publicRanges } from "../model/addresses";
import type { PrivateZone, ResolverRule } from "../model/dnsModel";
import { given, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { isHostOf, isWithin, serviceOfHost } from "../model/serviceHosts";
import type { Vpc } from "../model/vpcModel";
import { firewallsOf, isWildcardFor, rulingFor } from "./dnsFirewalls";
import { type Hop, hop, passed, undecided } from "./hop";
import { publicTarget, type Target, targetAt, targetsOf } from "./target";

/** What a host name resolves to in a VPC, and what decides it. There are no targets if the hop fails or is unknown. */
export interface Resolution {
    hop: Hop;
    targets: Target[];
}

/** The most CNAME and alias records that are followed. */
const mostAliases = 8;

/**
 * Resolves a host name as the VPC's Route 53 Resolver does: a DNS Firewall rule may block the query; then the most specific
 * private hosted zone, private DNS name of an endpoint, or Resolver rule answers, and public DNS for all other names
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html).
 */
export function resolve(index: NetworkIndex, vpc: Vpc, host: string, followed = 0): Resolution {
    const label = index.label("vpcs", vpc.id);
    if (vpc.dnsSupport !== true) {
        const says = `${label} has ${vpc.dnsSupport === false ? "" : "an unknown value of "}enableDnsSupport off`;
        const fix = () => ({ sentence: `set enableDnsSupport of ${label} to true` });
        return { hop: hop("name", vpc.dnsSupport, says, "dns.support-off", fix), targets: [] };
    }
    const firewall = filtered(index, vpc, host);
    if (firewall) return { hop: firewall, targets: [] };
    const own = endpointNamed(index, host);
    if (own) return toEndpoint(index, own, `${host} is a DNS name of ${index.label("endpoints", own.id)}`);
    const answering = mostSpecific(index, vpc, host);
    if (isUnknown(answering)) {
        return { hop: undecided("name", answering, `it is not known what answers for ${host}`), targets: [] };
    }
    if (!answering) return fromPublicDns(index, host);
    if ("endpoint" in answering) {
        const { endpoint } = answering;
        const says = `private DNS of ${
            index.label("endpoints", endpoint.id)
        } resolves ${host} to its private addresses`;
        return toEndpoint(index, endpoint, says);
    }
    if ("rule" in answering) return forwarded(index, answering.rule, host, followed);
    return fromZone(index, vpc, answering.zone, host, followed);
}

type Answering = { zone: PrivateZone } | { rule: ResolverRule } | { endpoint: Endpoint };

/** What answers for a host name; undefined if public DNS does. At equal length a Resolver rule goes before a zone. */
function mostSpecific(index: NetworkIndex, vpc: Vpc, host: string): Maybe<Answering | undefined> {
    const { privateZones, resolverRules } = index.network;
    const endpoints = index.inVpc("endpoints", vpc.id);
    if (isUnknown(resolverRules)) return resolverRules;
    if (isUnknown(privateZones)) return privateZones;
    if (isUnknown(endpoints)) return endpoints;
    const found: { length: number; certain: Truth; answering: Answering | undefined }[] = [];
    const note = (domain: Maybe<string>, certain: Truth, answering: Answering | undefined) => {
        if (isUnknown(domain)) found.push({ length: host.length, certain: all([domain, certain]), answering });
        else if (isWithin(domain, host)) found.push({ length: domain.length, certain, answering });
    };
    const here = (vpcs: Maybe<string[]>): Truth => (isUnknown(vpcs) ? vpcs : vpcs.includes(vpc.id));
    for (const rule of resolverRules) {
        if (!isUnknown(rule.domain) && !isWithin(rule.domain, host)) continue;
        note(rule.domain, here(rule.vpcs), rule.forwards ? { rule } : undefined);
    }
    const { dnsHostnames } = vpc;
    for (const zone of privateZones) note(zone.domain, all([here(zone.vpcs), dnsHostnames]), { zone });
    const service = serviceOfHost(index.network.region, host);
    for (const endpoint of endpoints) {
        const named = answersFor(endpoint, host, service);
        if (named === false) continue;
        const { domain, certain } = named;
        note(domain, all([certain, endpoint.privateDns, dnsHostnames]), { endpoint });
    }
    const possible = found.filter(({ certain }) => certain !== false).sort((a, b) => b.length - a.length);
    const [first] = possible;
    if (!first) return undefined;
    return isUnknown(first.certain) ? first.certain : first.answering;
}

/** Whether private DNS of an endpoint may answer for a host name. */
function answersFor(endpoint: Endpoint, host: string, service: string | undefined) {
    const { kind, privateDns, privateDnsNames: names } = endpoint;
    if (privateDns === false || kind === "Gateway") return false;
    const domain = host.slice(host.indexOf(".") + 1);
    if (isUnknown(names)) {
        const same = endpoint.service !== undefined && endpoint.service === service;
        return same ? { domain, certain: true } : endpoint.service === undefined ? { domain, certain: names } : false;
    }
    const name = names.find((one) => isHostOf(one, host));
    return name === undefined ? false : { domain: name.replace("*.", ""), certain: true };
}

function toEndpoint(index: NetworkIndex, endpoint: Endpoint, says: string): Resolution {
    const targets = targetsOf(index, endpoint);
    if (isUnknown(targets)) return { hop: undecided("name", targets, says), targets: [] };
    const label = index.label("endpoints", endpoint.id);
    if (endpoint.isAvailable !== true) {
        const fix = () => ({ sentence: `wait until ${label} is available, or find out why it is not` });
        return { hop: hop("name", endpoint.isAvailable, `${label} is not available`, "BAD_STATE", fix), targets };
    }
    return { hop: passed("name", says), targets };
}

/** The endpoint that has a DNS name, e.g. `vpce-0123456789abcdef0-a1b2c3d4.sqs.us-east-1.vpce.amazonaws.com`. */
function endpointNamed({ network }: NetworkIndex, host: string): Endpoint | undefined {
    const [, id] = /^(?:[^.]+\.)*?(vpce-[0-9a-f]+)-[^.]+\..*\.vpce\.amazonaws\.com(?:\.cn)?$/.exec(host) ?? [];
    if (id === undefined || isUnknown(network.endpoints)) return undefined;
    return network.endpoints.find((one) => one.id === id);
}

function fromPublicDns(index: NetworkIndex, host: string): Resolution {
    const service = serviceOfHost(index.network.region, host);
    if (service !== undefined) {
        const says = `no private zone or endpoint answers for ${host}: it resolves to public addresses`;
        return { hop: passed("name", says), targets: [publicTarget(index, service)] };
    }
    const says = `no private zone, endpoint or Resolver rule answers for ${host}: public DNS does, if the name exists`;
    const addresses = { label: `public addresses of ${host}`, ranges: publicRanges };
    return {
        hop: undecided("name", unknown(`whether public DNS has ${host}`), says),
        targets: [{ addresses, groups: [] }],
    };
}

/** What a Resolver rule forwards to: inbound Resolver endpoints answer as in their VPC, and other servers are not known. */
function forwarded(index: NetworkIndex, rule: ResolverRule, host: string, followed: number): Resolution {
    const label = index.label("resolverRules", rule.id);
    const servers = given(rule.servers, (all) => all.join(", "));
    const to = isUnknown(servers) ? "other DNS servers" : servers;
    const says = `${label} forwards ${host} to ${to}`;
    const answering = answeringVpc(index, rule);
    if (isUnknown(answering)) {
        return { hop: undecided("name", unknown(`the answer of ${to} for ${host}`), says), targets: [] };
    }
    if (followed === mostAliases) {
        const fix = () => ({ sentence: `change the Resolver rules, so that no VPC forwards ${host} to itself` });
        return { hop: hop("name", false, `${label} forwards ${host} in a circle`, "dns.loop", fix), targets: [] };
    }
    const { hop: there, targets } = resolve(index, answering, host, followed + 1);
    return { hop: { ...there, says: `${says}, an inbound endpoint of ${answering.id}: ${there.says}` }, targets };
}

/** The VPC of the inbound Resolver endpoint that a rule forwards to, if there is exactly one. */
function answeringVpc(index: NetworkIndex, { servers }: ResolverRule): Maybe<Vpc> {
    const endpoints = index.network.resolverEndpoints;
    if (isUnknown(servers)) return servers;
    if (isUnknown(endpoints)) return endpoints;
    const found = servers.map((server) =>
        endpoints.find(({ isInbound, addresses }) =>
            isInbound === true && !isUnknown(addresses) && addresses.includes(server)
        )
    );
    const vpcs = [...new Set(found.map((one) => one?.vpc))];
    const [vpc, ...others] = vpcs;
    return vpc === undefined || others.length > 0 ? unknown("the servers of the rule") : index.find("vpcs", vpc);
}

function fromZone(index: NetworkIndex, vpc: Vpc, zone: PrivateZone, host: string, followed: number): Resolution {
    const label = index.label("privateZones", zone.id);
    if (isUnknown(zone.records)) {
        return { hop: undecided("name", zone.records, `${label} answers for ${host}`), targets: [] };
    }
    const records = zone.records.filter(({ type }) => type === "A" || type === "CNAME");
    const record = records.find((one) => one.host === host) ?? records.find((one) => isWildcardFor(one.host, host));
    if (!record) {
        const says = `${label} is the most specific zone for ${host}, and has no such record`;
        const fix = () => ({ sentence: `add a record for ${host} to ${label}` });
        return { hop: hop("name", false, says, "dns.no-record", fix), targets: [] };
    }
    const says = `${label} answers for ${host}`;
    if (isUnknown(record.values)) return { hop: undecided("name", record.values, says), targets: [] };
    const [first] = record.values;
    if (first !== undefined && !/^[\d.]+$/.test(first)) {
        if (followed === mostAliases) {
            const fix = () => ({ sentence: `change the records, so that ${host} resolves to an address` });
            return { hop: hop("name", false, `${host} leads back to itself`, "dns.loop", fix), targets: [] };
        }
        return resolve(index, vpc, first, followed + 1);
    }
    const targets = record.values.map((address) => targetAt(index, address, vpc));
    const wrong = targets.find(isUnknown);
    if (wrong !== undefined) return { hop: undecided("name", wrong as Truth, says), targets: [] };
    return { hop: passed("name", `${says}: ${record.values.join(", ")}`), targets: targets as Target[] };
}

/** The rule of a DNS Firewall that blocks a query, or that may. */
function filtered(index: NetworkIndex, vpc: Vpc, host: string): Hop | undefined {
    const firewalls = firewallsOf(index, vpc.id);
    if (isUnknown(firewalls)) {
        return undecided("name", firewalls, `it is not known whether DNS Firewall blocks ${host}`);
    }
    const ruling = rulingFor(firewalls, host);
    if (!ruling) return undefined;
    const { firewall, blocks } = ruling;
    const label = index.label("dnsFirewalls", firewall.id);
    if (isUnknown(blocks)) return undecided("name", blocks, `it is not known whether ${label} blocks ${host}`);
    if (!blocks) return undefined;
    const fix = () => ({ sentence: `allow ${host} in ${label}` });
    return hop("name", false, `${label} blocks ${host}`, "dns.blocked", fix);
}
