import { all, isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import type { PrivateZone, ResolverRule } from "../model/dnsModel";
import type { Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { isHostOf, isWithin, serviceOfHost } from "../model/serviceHosts";
import type { Vpc } from "../model/vpcModel";

/** What answers a query in a VPC. */
export type Answering = { zone: PrivateZone } | { rule: ResolverRule } | { endpoint: Endpoint };

/** What answers for a host name; undefined if public DNS does. At equal length a Resolver rule goes before a zone. */
export function answeringFor(index: NetworkIndex, vpc: Vpc, host: string): Maybe<Answering | undefined> {
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

/** The endpoint that has a DNS name, e.g. `vpce-0123456789abcdef0-a1b2c3d4.sqs.us-east-1.vpce.amazonaws.com`. */
export function endpointNamed({ network }: NetworkIndex, host: string): Endpoint | undefined {
    const [, id] = /^(?:[^.]+\.)*?(vpce-[0-9a-f]+)-[^.]+\..*\.vpce\.amazonaws\.com(?:\.cn)?$/.exec(host) ?? [];
    if (id === undefined || isUnknown(network.endpoints)) return undefined;
    return network.endpoints.find((one) => one.id === id);
}
