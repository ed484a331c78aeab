import { all, isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import { publicRanges } from "../model/addresses";
import type { NetworkIndex } from "../model/networkIndex";
import { serviceOfHost } from "../model/serviceHosts";
import type { Vpc } from "../model/vpcModel";
import { answeringFor, endpointNamed } from "./answering";
import { unavailableHop } from "./availableHop";
import { type Referral, type Resolution, resolvedTo, unresolved } from "./dnsAnswer";
import { firewallsOf, rulingFor } from "./dnsFirewalls";
import { forwardedQuery } from "./forwardedQuery";
import { type Hop, hop, undecided } from "./hop";
import { publicTarget, targetsOf } from "./target";
import { zoneAnswer } from "./zoneAnswer";

/** Resolves a host name as the VPC's Route 53 Resolver does. It follows CNAME and alias records, and Resolver rules. */
export function resolve(index: NetworkIndex, vpc: Vpc, host: string): Resolution {
    const asked = new Set<string>();
    const path: Referral[] = [];
    let answer = answerOf(index, vpc, host);
    for (let query = { vpc, host }; !("hop" in answer); answer = answerOf(index, query.vpc, query.host)) {
        asked.add(`${query.vpc.id} ${query.host}`);
        if (asked.has(`${answer.vpc.id} ${answer.host}`)) return resolvedBy(path, unresolved(answer.circle));
        path.push(answer);
        query = answer;
    }
    return resolvedBy(path, answer);
}

/** The answer at the end of a path of referrals, which the client gets only if every query on it is delivered. */
function resolvedBy(path: Referral[], { hop: last, targets }: Resolution): Resolution {
    const passes = all([...path.map((one) => one.delivered), last.passes]);
    return { hop: { ...last, passes, says: [...path.map((one) => one.says), last.says].join(": ") }, targets };
}

/**
 * The answer to one query: a DNS Firewall rule may block it; then the most specific private hosted zone, private DNS name of
 * an endpoint, or Resolver rule answers, and public DNS for all other names
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html).
 */
function answerOf(index: NetworkIndex, vpc: Vpc, host: string): Resolution | Referral {
    const label = index.label("vpcs", vpc.id);
    if (vpc.dnsSupport !== true) {
        const says = isUnknown(vpc.dnsSupport)
            ? `it is not known whether enableDnsSupport of ${label} is on`
            : `enableDnsSupport of ${label} is off`;
        const fix = () => ({ sentence: `set enableDnsSupport of ${label} to true` });
        return unresolved(hop("name", vpc.dnsSupport, says, "dns.support-off", fix));
    }
    const firewall = filtered(index, vpc, host);
    if (firewall) return unresolved(firewall);
    const own = endpointNamed(index, host);
    if (own) return toEndpoint(index, own, `${host} is a DNS name of ${index.label("endpoints", own.id)}`);
    const answering = answeringFor(index, vpc, host);
    if (isUnknown(answering)) {
        return unresolved(undecided("name", answering, `it is not known what answers for ${host}`));
    }
    if (!answering) return fromPublicDns(index, host);
    if ("endpoint" in answering) {
        const { endpoint } = answering;
        const says = `private DNS of ${
            index.label("endpoints", endpoint.id)
        } resolves ${host} to its private addresses`;
        return toEndpoint(index, endpoint, says);
    }
    if ("rule" in answering) return forwardedQuery(index, answering.rule, host);
    return zoneAnswer(index, vpc, answering.zone, host);
}

function toEndpoint(index: NetworkIndex, endpoint: Endpoint, says: string): Resolution {
    const resolved = resolvedTo(targetsOf(index, endpoint), says);
    const unavailable = unavailableHop(index, "name", endpoint);
    return unavailable && resolved.targets.length > 0 ? { ...resolved, hop: unavailable } : resolved;
}

function fromPublicDns(index: NetworkIndex, host: string): Resolution {
    const service = serviceOfHost(index.network.region, host);
    if (service !== undefined) {
        const says = `no private zone or endpoint answers for ${host}: it resolves to public addresses`;
        return resolvedTo([publicTarget(index, service)], says);
    }
    const says = `no private zone, endpoint or Resolver rule answers for ${host}: public DNS does, if the name exists`;
    const addresses = { label: `public addresses of ${host}`, ranges: publicRanges };
    return {
        hop: undecided("name", unknown(`whether public DNS has ${host}`), says),
        targets: [{ addresses, groups: [], host }],
    };
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
