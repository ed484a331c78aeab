import { all, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { EndpointInterface } from "../model/accessModel";
import { dnsPort, type ResolverEndpoint, type ResolverRule } from "../model/dnsModel";
import { knownOr, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Vpc } from "../model/vpcModel";
import { clientIn } from "./client";
import { type Referral, type Resolution, unresolved } from "./dnsAnswer";
import { hop, passed, undecided } from "./hop";
import { ended, type Journey, journeyBy } from "./journey";
import type { Connection } from "./packets";
import { pathTo } from "./path";
import { alike } from "./routing";
import { targetAt } from "./target";

/**
 * What a Resolver rule forwards to: inbound Resolver endpoints answer as in their VPC, and other servers are not known. Queries
 * go from the network interfaces of an outbound endpoint, by their security groups, routes and network ACLs
 * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-forward-vpc-to-network.html).
 */
export function forwardedQuery(index: NetworkIndex, rule: ResolverRule, host: string): Resolution | Referral {
    const label = index.label("resolverRules", rule.id);
    const server = knownOr<string[], string[]>(rule.servers, []).join(", ") || "other DNS servers";
    const says = `${label} forwards ${host} to ${server}`;
    const { passes: delivered, hops } = index.memo.of(["query", rule], () => delivery(index, rule));
    if (delivered === false) {
        const failing = hops().find(({ failure }) => failure)!;
        return unresolved({ ...failing, step: "name", says: `${says}, which does not get there: ${failing.says}` });
    }
    const vpc = answeringVpc(index, rule);
    if (isUnknown(vpc)) {
        return unresolved(undecided("name", all([delivered, unknown(`the answer of ${server} for ${host}`)]), says));
    }
    const fix = () => ({ sentence: `change the Resolver rules, so that no VPC forwards ${host} to itself` });
    const circle = hop("name", false, `${label} forwards ${host} in a circle`, "dns.loop", fix);
    const inbound = `an inbound endpoint of ${index.label("vpcs", vpc.id)}`;
    return { vpc, host, says: `${says}, ${inbound}`, delivered, circle };
}

/** DNS queries use TCP only if the answer is long. */
const queryTo = (port: string | undefined): Connection => {
    const number = port === undefined ? dnsPort : Number(port);
    return { protocol: "udp", ports: { first: number, last: number } };
};

/** Whether the queries of a rule get to its servers, from every network interface of the outbound endpoint. */
function delivery(index: NetworkIndex, rule: ResolverRule): Journey {
    const label = index.label("resolverRules", rule.id);
    const late = (why: Maybe<unknown>) => ended(undecided("name", why as Truth, `the path of queries of ${label}`));
    const endpoint = index.find("resolverEndpoints", rule.endpoint ?? unknown(`the outbound endpoint of ${label}`));
    if (isUnknown(endpoint)) return late(endpoint);
    const { interfaces } = endpoint;
    if (isUnknown(interfaces)) return late(interfaces);
    if (isUnknown(rule.servers)) return late(rule.servers);
    const { servers } = rule;
    const journeys = interfaces.flatMap((one) => servers.map((server) => queryJourney(index, endpoint, one, server)));
    const passes = alike(
        journeys.map((one) => one.passes),
        `from which network interface of ${index.label("resolverEndpoints", endpoint.id)} ${label} sends queries`,
    );
    return { passes, hops: () => journeys.flatMap(({ hops }) => hops()) };
}

function queryJourney(
    index: NetworkIndex,
    { id, groups }: ResolverEndpoint,
    { subnet, address }: EndpointInterface,
    server: string,
): Journey {
    const label = index.label("resolverEndpoints", id);
    const from = { label, subnets: [subnet], groups, address };
    const client = clientIn(index, subnet, from);
    if ("step" in client) return ended(client);
    const [to = "", port] = server.split(":");
    const target = targetAt(index, to, client.vpc);
    if (isUnknown(target)) return ended(undecided("name", target, `${server} is no address`));
    const path = pathTo(index, passed("name", server), client, target, queryTo(port));
    return journeyBy(index, { from, to: { address: to } }, path);
}

/** The VPC of the inbound Resolver endpoint that a rule forwards to, if there is exactly one. */
function answeringVpc(index: NetworkIndex, { servers }: ResolverRule): Maybe<Vpc> {
    const endpoints = index.network.resolverEndpoints;
    if (isUnknown(servers)) return servers;
    if (isUnknown(endpoints)) return endpoints;
    const found = servers.map((server) =>
        endpoints.find(({ isInbound, interfaces }) =>
            isInbound === true && knownOr(interfaces, []).some(({ address }) => address === server)
        )
    );
    const [vpc, ...others] = new Set(found.map((one) => one?.vpc));
    return vpc === undefined || others.length > 0 ? unknown("the servers of the rule") : index.find("vpcs", vpc);
}
