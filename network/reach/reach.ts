import { all, isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { knownOr, type Maybe, reasonsIn } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { portsOf, usualHost } from "../model/serviceHosts";
import type { Vpc } from "../model/vpcModel";
import { explanations } from "./explanations";
import { type Hop, hop, passed, undecided } from "./hop";
import { aclHop, type Client, clientAddresses, egressHop, ingressHop, vpcOf } from "./journey";
import { type Connection, connectionTo } from "./packets";
import { policyHop } from "./policyHop";
import { type Answer, type Destination, type Question, Verdict } from "./question";
import { type Resolution, resolve } from "./resolution";
import { routeBackHop, type Way, wayTo } from "./routeHops";
import { publicTarget, type Target, targetAt, targetsOf } from "./target";

/**
 * Whether a connection, and a request over it, gets to a destination: from every subnet that the source may be in, and to
 * every address that its name resolves to. IPv4 only.
 */
export function reach(index: NetworkIndex, question: Question): Answer {
    const { from, to } = question;
    const { subnets } = from;
    if (isUnknown(subnets)) return answered(question, [undecided("name", subnets, `the subnets of ${from.label}`)]);
    if (subnets.length === 0) {
        return answered(question, [undecided("name", unknown(`the subnets of ${from.label}`), "it is in no subnet")]);
    }
    const journeys = subnets.flatMap((subnet) => journeysFrom(index, question, subnet));
    return journeys.map((hops) => answered(question, hops)).sort((a, b) => weight(a) - weight(b))[0]
        ?? answered(question, [undecided("name", unknown(destinationWords(to)), "it has no addresses")]);
}

const weights = [Verdict.notReachable, Verdict.unknown, Verdict.reachable];

function weight({ verdict }: Answer): number {
    return weights.indexOf(verdict);
}

function answered({ from, to }: Question, hops: Hop[]): Answer {
    const truths = hops.map((one) => one.passes);
    const passes = all(truths);
    const failing = hops.find(({ failure }) => failure !== undefined)?.failure;
    const verdict = passes === true ? Verdict.reachable : passes === false ? Verdict.notReachable : Verdict.unknown;
    return {
        from: from.label,
        to: destinationWords(to),
        verdict,
        hops,
        ...(failing && { reason: { code: failing.code, says: explanations[failing.code].says, fix: failing.fix } }),
        unknown: reasonsIn(truths),
    };
}

/** A destination in words, e.g. `s3` or `10.0.1.5:5432`. */
export function destinationWords(to: Destination): string {
    const name = "service" in to ? to.service : "host" in to ? to.host : to.address;
    return to.port === undefined ? name : `${name}:${to.port}`;
}

/** The journeys from a subnet, one for each address that the destination has and each port that it listens on. */
function journeysFrom(index: NetworkIndex, question: Question, id: string): Hop[][] {
    const { from, to } = question;
    const subnet = index.find("subnets", id);
    if (isUnknown(subnet)) return [[undecided("route", subnet, `the subnet of ${from.label} is not known`)]];
    const vpc = vpcOf(index, subnet);
    if (isUnknown(vpc)) return [[undecided("route", vpc, `the VPC of ${from.label} is not known`)]];
    const addresses = clientAddresses(index, subnet, from.address);
    if (isUnknown(addresses)) return [[undecided("route", addresses, `the addresses of ${from.label} are not known`)]];
    const { groups, hasPublicAddress = subnet.mapsPublicAddresses } = from;
    const client: Client = { subnet, vpc, addresses, groups, hasPublicAddress };
    const { hop: name, targets } = index.memo.of(
        ["name", vpc, destinationWords(to)],
        () => resolutionOf(index, vpc, to),
    );
    if (targets.length === 0) return [[name]];
    const connections = index.memo.of(["ports", destinationWords(to)], () => connectionsTo(to));
    return targets.flatMap((target) =>
        connections.map((connection) => [name, ...journeyTo(index, question, client, target, connection)])
    );
}

function connectionsTo(to: Destination): Connection[] {
    const ports = to.port !== undefined ? [to.port] : "service" in to ? portsOf(to.service) : [443];
    return ports.map(connectionTo);
}

function resolutionOf(index: NetworkIndex, vpc: Vpc, to: Destination): Resolution {
    if ("host" in to) return resolve(index, vpc, to.host);
    if ("address" in to) {
        const target = targetAt(index, to.address, vpc);
        const says = `${to.address} is an address, which needs no name`;
        if (isUnknown(target)) return { hop: undecided("name", target, says), targets: [] };
        return { hop: passed("name", says), targets: [target] };
    }
    const host = usualHost(index.network.region, to.service);
    return host === undefined ? withoutHost(index, vpc.id, to.service) : resolve(index, vpc, host);
}

/** A service whose names are not in the catalogue: clients call the DNS name of an interface endpoint. */
function withoutHost(index: NetworkIndex, vpc: string, service: string): Resolution {
    const endpoints = index.inVpc("endpoints", vpc);
    if (isUnknown(endpoints)) return { hop: undecided("name", endpoints, `the endpoints of ${vpc}`), targets: [] };
    const endpoint = endpoints.find((one) => (one.service ?? one.name) === service && one.kind !== "Gateway");
    if (!endpoint) {
        return {
            hop: passed("name", `no endpoint of ${service} is in the VPC`),
            targets: [publicTarget(index, service)],
        };
    }
    const targets = targetsOf(index, endpoint);
    const says = `the DNS name of ${index.label("endpoints", endpoint.id)} resolves to its private addresses`;
    if (isUnknown(targets)) return { hop: undecided("name", targets, says), targets: [] };
    return { hop: passed("name", says), targets };
}

/** The journey to one address: by the route, past the security groups and network ACLs, and the endpoint's policy. */
function journeyTo(
    index: NetworkIndex,
    { request, from: { role } }: Question,
    client: Client,
    target: Target,
    connection: Connection,
): Hop[] {
    const { subnet, addresses, hasPublicAddress } = client;
    const keys = ["path", subnet, addresses, hasPublicAddress, target, connection];
    const { way, before, behind } = index.memo.of(keys, () => pathTo(index, client, target, connection));
    const groups = way.hops.some(({ passes }) => passes === false)
        ? []
        : [
            egressHop(index, client, target, connection),
            ...before,
            ...(isInside(way, target) ? [ingressHop(index, client, target, connection)] : []),
            ...behind,
        ];
    const policies = [way.gateway, target.endpoint?.id].flatMap((
        id,
    ) => (id === undefined ? [] : policyOf(index, id, request, role)));
    return [...way.hops, ...groups, ...policies];
}

function policyOf(index: NetworkIndex, id: string, request: Question["request"], role: Question["from"]["role"]): Hop {
    return index.memo.of(["policy", id, request, request && role], () => {
        const endpoint = index.find("endpoints", id);
        if (isUnknown(endpoint)) return undecided("policy", endpoint, `the policy of ${id} is not known`);
        return policyHop(index, endpoint, request, role);
    });
}

/** What packets pass whatever the security groups of their client: the way, and the hops before and after the server's groups. */
function pathTo(index: NetworkIndex, client: Client, target: Target, connection: Connection) {
    const way = wayTo(index, client, target);
    const own = (step: "aclOut" | "aclInBack") => aclHop(index, step, client.subnet, target.addresses, connection);
    if (!isInside(way, target)) {
        const gateway = way.gateway === undefined ? [] : gatewayHops(index, way.gateway, connection);
        return { way, before: [own("aclOut"), ...gateway], behind: [own("aclInBack")] };
    }
    // Packets within a subnet pass no network ACL.
    if (target.inside!.subnet === client.subnet.id) return { way, before: [], behind: [] };
    const server = index.find("subnets", target.inside!.subnet);
    const there = (step: "aclIn" | "aclOutBack") => aclHop(index, step, server, client.addresses, connection);
    return {
        way,
        before: [own("aclOut"), there("aclIn")],
        behind: [...routeBackHop(index, server, client), there("aclOutBack"), own("aclInBack")],
    };
}

/** Whether packets arrive at something in a VPC, which has security groups and a network ACL of its own. */
function isInside({ leaves }: Way, { inside }: Target): boolean {
    return !leaves && inside !== undefined;
}

/** Whether a gateway endpoint works, and accepts the protocol. */
function gatewayHops(index: NetworkIndex, id: string, { protocol }: Connection): Hop[] {
    const endpoint = index.find("endpoints", id);
    const label = index.label("endpoints", id);
    if (isUnknown(endpoint)) return [undecided("gateway", endpoint, `${label} is not known`)];
    if (endpoint.isAvailable !== true) {
        const fix = () => ({ sentence: `wait until ${label} is available, or find out why it is not` });
        return [hop("gateway", endpoint.isAvailable, `${label} is not available`, "BAD_STATE", fix)];
    }
    if (protocol === "tcp") return [];
    const fix = () => ({ sentence: "use TCP" });
    return [hop("gateway", false, `${label} accepts no ${protocol}`, "VPCE_GATEWAY_PROTOCOL_RESTRICTION", fix)];
}

/** The source that a workload is. */
export function sourceOf(index: NetworkIndex, id: string): Maybe<Question["from"]> {
    const workload = index.find("workloads", id);
    if (isUnknown(workload)) return workload;
    const { subnets, groups, address, hasPublicAddress, role } = workload;
    const lonely = knownOr(subnets, []).length === 0;
    return {
        label: workload.name ?? workload.id,
        subnets: lonely && !isUnknown(subnets) ? unknown(`the subnets of ${workload.id}`) : subnets,
        groups,
        address,
        hasPublicAddress,
        role,
    };
}
