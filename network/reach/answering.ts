import { all, isUnknown, type Truth, type Unknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import type { PrivateZone, ResolverRule } from "../model/dnsModel";
import { given, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { isHostOf, isWithin, serviceOfHost } from "../model/serviceHosts";
import type { Vpc } from "../model/vpcModel";

/** What answers a query in a VPC. */
export type Answering = { zone: PrivateZone } | { rule: ResolverRule } | { endpoint: Endpoint };

/**
 * What answers for a host name: of what has it, that with the longest domain; undefined if public DNS answers. At equal length
 * a Resolver rule goes before a zone. A system rule turns rules of shorter domains off for its own, so that zones answer
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network-using-rules.html).
 */
export function answeringFor(index: NetworkIndex, vpc: Vpc, host: string): Maybe<Answering | undefined> {
    const { privateZones, resolverRules } = index.network;
    const endpoints = index.inVpc("endpoints", vpc.id);
    if (isUnknown(resolverRules)) return resolverRules;
    if (isUnknown(privateZones)) return privateZones;
    if (isUnknown(endpoints)) return endpoints;
    const here = (vpcs: Maybe<string[]>): Truth => given(vpcs, (ids) => ids.includes(vpc.id));
    const service = serviceOfHost(index.network.region, host);
    const candidates = [
        ...resolverRules.map((rule) => candidate(host, rule.domain, [here(rule.vpcs)], { rule })),
        ...privateZones.map((zone) => candidate(host, zone.domain, [here(zone.vpcs), vpc.dnsHostnames], { zone })),
        ...endpoints.map((endpoint) => {
            const domain = domainOf(endpoint, host, service);
            return candidate(host, domain, [endpoint.privateDns, vpc.dnsHostnames], { endpoint });
        }),
    ];
    const possible = candidates.filter(({ certain }) => certain !== false).sort((a, b) => b.length - a.length);
    let isLocal = false;
    for (const [at, { certain, answering, length }] of possible.entries()) {
        const rule = "rule" in answering ? answering.rule : undefined;
        if (rule && isLocal) continue;
        if (isUnknown(certain)) return certain;
        const rival = possible.slice(at + 1).find((one) =>
            one.length === length && one.certain === true && "rule" in one.answering === "rule" in answering
        );
        if (rival) return oneOf(index, host, answering, rival.answering);
        if (!rule || rule.forwards) return answering;
        isLocal = true;
    }
    return undefined;
}

/** AWS accepts only one rule, and one zone or private DNS name, of a domain in a VPC; a preview may have more of them. */
function oneOf(index: NetworkIndex, host: string, ...all: Answering[]): Unknown {
    const names = all.map((one) =>
        "zone" in one
            ? `${index.label("privateZones", one.zone.id)} (${one.zone.id})`
            : "rule" in one
            ? index.label("resolverRules", one.rule.id)
            : index.label("endpoints", one.endpoint.id)
    );
    return unknown(`which of ${names.join(" and ")} answers for ${host}: AWS accepts only one of them in a VPC`);
}

/** Something that may answer for a host name, whether it does if nothing has a longer domain, and its domain's length. */
function candidate(host: string, domain: Maybe<string | undefined>, conditions: Truth[], answering: Answering) {
    // A domain that is not known may be the longest.
    if (isUnknown(domain)) return { length: host.length, certain: all([domain, ...conditions]), answering };
    const has = domain !== undefined && isWithin(domain, host);
    return { length: domain?.length ?? 0, certain: all([has, ...conditions]), answering };
}

/** The domain for which private DNS of an endpoint answers; undefined if it does not have the host name. */
function domainOf(
    { kind, service: own, privateDnsNames: names }: Endpoint,
    host: string,
    service: string | undefined,
): Maybe<string | undefined> {
    if (kind === "Gateway") return undefined;
    if (isUnknown(names)) return own === undefined ? names : own === service ? host : undefined;
    return names.find((one) => isHostOf(one, host))?.replace("*.", "");
}

/** The endpoint that has a DNS name, e.g. `vpce-0123456789abcdef0-a1b2c3d4.sqs.us-east-1.vpce.amazonaws.com`. */
export function endpointNamed({ network }: NetworkIndex, host: string): Endpoint | undefined {
    const [, id] = /^(?:[^.]+\.)*?(vpce-[0-9a-f]+)-[^.]+\..*\.vpce\.amazonaws\.com(?:\.cn)?$/.exec(host) ?? [];
    if (id === undefined || isUnknown(network.endpoints)) return undefined;
    return network.endpoints.find((one) => one.id === id);
}
