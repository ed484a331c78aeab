import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import { publicRanges } from "../model/addresses";
import type { NetworkIndex } from "../model/networkIndex";
import { serviceOfHost } from "../model/serviceHosts";
import type { Vpc } from "../model/vpcModel";
import { answeringFor, endpointNamed } from "./answering";
import { type Referral, type Resolution, resolvedTo, unresolved } from "./dnsAnswer";
import { firewallsOf, rulingFor } from "./dnsFirewalls";
import { forwardedQuery } from "./forwardedQuery";
import { type Hop, hop, undecided } from "./hop";
import { publicTarget, targetsOf } from "./target";
import { zoneAnswer } from "./zoneAnswer";

/** The most CNAME records, alias records and Resolver rules that are followed. */
const mostReferrals = 8;

/** Resolves a host name as the VPC's Route 53 Resolver does. It follows CNAME and alias records, and Resolver rules. */
export function resolve(index: NetworkIndex, vpc: Vpc, host: string): Resolution {
    let answer = answerOf(index, vpc, host);
    let path = "";
    for (let followed = 0; !("hop" in answer); followed++) {
        if (followed === mostReferrals) return unresolved({ ...answer.circle, says: path + answer.circle.says });
        if (answer.says !== undefined) path += `${answer.says}: `;
        answer = answerOf(index, answer.vpc, answer.host);
    }
    return { ...answer, hop: { ...answer.hop, says: path + answer.hop.says } };
}

/**
 * The answer to one query: a DNS Firewall rule may block it; then the most specific private hosted zone, private DNS name of
 * an endpoint, or Resolver rule answers, and public DNS for all other names
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html).
 */
function answerOf(index: NetworkIndex, vpc: Vpc, host: string): Resolution | Referral {
    const label = index.label("vpcs", vpc.id);
    if (vpc.dnsSupport !== true) {
        const says = `${label} has ${vpc.dnsSupport === false ? "" : "an unknown value of "}enableDnsSupport off`;
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
    const targets = targetsOf(index, endpoint);
    const label = index.label("endpoints", endpoint.id);
    if (!isUnknown(targets) && endpoint.isAvailable !== true) {
        const fix = () => ({ sentence: `wait until ${label} is available, or find out why it is not` });
        return { hop: hop("name", endpoint.isAvailable, `${label} is not available`, "BAD_STATE", fix), targets };
    }
    return resolvedTo(targets, says);
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
        targets: [{ addresses, groups: [] }],
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
