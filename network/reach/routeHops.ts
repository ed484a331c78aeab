import { all, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { freeKindOf, isService } from "../../components/plan/services/serviceNames";
import { hasPublic } from "../model/addresses";
import { knownOr, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { RouteTarget, Subnet } from "../model/vpcModel";
import type { ExplanationCode } from "./explanations";
import { type Fix, type Hop, hop, passed, undecided } from "./hop";
import type { Client } from "./journey";
import { type Leg, legsTo, routeWords, targetWords } from "./routing";
import type { Target } from "./target";
import { transitEnd } from "./transitGateways";

/** Where a route leads to. */
export interface Way {
    hops: Hop[];
    /** The gateway endpoint that the packets go through. */
    gateway?: string;
    /** Whether the packets leave the networks that are described, e.g. to the internet. */
    leaves?: boolean;
}

/** The way that packets of a client take to a destination. */
export function wayTo(index: NetworkIndex, client: Client, target: Target): Way {
    const table = index.find("routeTables", client.subnet.routeTable);
    const from = index.label("subnets", client.subnet.id);
    if (isUnknown(table)) return { hops: [undecided("route", table, `the route table of ${from} is not known`)] };
    const legs = legsTo(index, table, target.addresses);
    const label = index.label("routeTables", table.id);
    if (isUnknown(legs)) return { hops: [undecided("route", legs, `a route of ${label} is not known`)] };
    const [leg, ...others] = legs;
    return others.length > 0 ? several(index, label, legs) : wayBy(index, client, target, leg!, label);
}

/** Parts of the addresses have different routes, and it is not known which address a client is given. */
function several(index: NetworkIndex, label: string, legs: Leg[]): Way {
    const routes = legs.map(({ route }) => (route ? routeWords(index, route) : "no route")).join(", ");
    return { hops: [undecided("route", unknown(`which of the routes of ${label} applies: ${routes}`), label)] };
}

function wayBy(index: NetworkIndex, client: Client, target: Target, { route }: Leg, label: string): Way {
    if (!route) {
        const { code, fix, says = `${label} has no route to ${target.addresses.label}` } = noRoute(
            index,
            client,
            target,
            label,
        );
        return { hops: [hop("route", false, says, code, () => fix)] };
    }
    const words = `${label}: ${routeWords(index, route)}`;
    if (isUnknown(route.target)) return { hops: [undecided("route", route.target, words)] };
    if (route.blackhole) {
        const fix = () => ({
            sentence: `replace the route ${routeWords(index, route)} of ${label}, whose target is gone`,
        });
        return { hops: [hop("route", false, `${words} is a blackhole`, "BAD_STATE_ROUTE", fix)] };
    }
    return through(index, client, target, route.target, words);
}

function through(index: NetworkIndex, client: Client, target: Target, to: RouteTarget, words: string): Way {
    const route = passed("route", words);
    switch (to.kind) {
        case "local":
            return { hops: [route, ...delivered(index, client.vpc.id, target)] };
        case "gateway endpoint":
            return { hops: [route], gateway: to.id, leaves: true };
        case "internet gateway":
            return { hops: [route, ...throughInternet(index, client, target, to.id)], leaves: true };
        case "NAT gateway":
            return { hops: [route, ...throughNat(index, target, to.id)], leaves: true };
        case "VPC peering connection":
            return { hops: [route, ...throughPeering(index, client, target, to.id)] };
        case "transit gateway":
            return { hops: [route, ...throughTransit(index, client, target, to.id)] };
        default:
            return { hops: [route, beyond(to)], leaves: true };
    }
}

function beyond(to: RouteTarget): Hop {
    return undecided("gateway", unknown(`what is reachable through ${targetWords(to)}`), targetWords(to));
}

/** Whether something in the VPC has the address. */
function delivered(index: NetworkIndex, vpc: string, { inside, addresses }: Target): Hop[] {
    if (inside?.vpc === vpc || isUnknown(inside?.vpc)) return [];
    const label = index.label("vpcs", vpc);
    const fix = () => ({ sentence: `use an address that something in ${label} has` });
    return [hop("gateway", false, `nothing in ${label} has ${addresses.label}`, "NO_POSSIBLE_DESTINATION", fix)];
}

function throughInternet(index: NetworkIndex, client: Client, { addresses }: Target, gateway: string): Hop[] {
    if (!hasPublic(addresses)) {
        const fix = () => ({ sentence: `route ${addresses.label} to where it is, not to an internet gateway` });
        const code = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS";
        return [hop("gateway", false, `${addresses.label} is not a public address`, code, fix)];
    }
    const label = index.label("gateways", gateway);
    const says = client.hasPublicAddress === true
        ? `the client has a public address, with which ${label} sends its packets`
        : "the client has no public address";
    const fix = () => ({ sentence: "route through a NAT gateway, or give the client a public address" });
    return [hop("gateway", client.hasPublicAddress, says, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", fix)];
}

/** A NAT gateway sends packets on by the route table of its own subnet. */
function throughNat(index: NetworkIndex, { addresses }: Target, id: string): Hop[] {
    const nat = index.find("gateways", id);
    const label = index.label("gateways", id);
    if (isUnknown(nat)) return [undecided("gateway", nat, `${label} is not known`)];
    const subnet = index.find("subnets", nat.subnet ?? unknown(`the subnet of ${label}`));
    const table = isUnknown(subnet) ? subnet : index.find("routeTables", subnet.routeTable);
    const legs = isUnknown(table) ? table : legsTo(index, table, addresses);
    if (isUnknown(legs)) return [undecided("gateway", legs, `the routes of ${label} are not known`)];
    const out = legs.map(({ route }): Truth => {
        if (!route || route.blackhole) return false;
        if (isUnknown(route.target)) return route.target;
        if (route.target.kind !== "internet gateway") {
            return unknown(`what is reachable through ${targetWords(route.target)}`);
        }
        return nat.isPublic ?? unknown(`whether ${label} has a public address`);
    });
    const says = `${label} sends packets on by the route table of its subnet`;
    const fix = () => ({ sentence: `add a route to ${addresses.label} to the route table of the subnet of ${label}` });
    return [
        hop("gateway", alike(out, `which of the routes of ${label} applies`), says, "NO_ROUTE_TO_DESTINATION", fix),
    ];
}

function throughPeering(index: NetworkIndex, client: Client, target: Target, id: string): Hop[] {
    const peering = index.find("peerings", id);
    const label = index.label("peerings", id);
    if (isUnknown(peering)) return [undecided("gateway", peering, `${label} is not known`)];
    if (peering.isActive !== true) {
        const fix = () => ({ sentence: `accept ${label}` });
        return [hop("gateway", peering.isActive, `${label} is not active`, "BAD_STATE_ATTACHMENT", fix)];
    }
    const other = peering.vpcs.find((vpc) => vpc !== client.vpc.id)!;
    return [inOtherVpc(index, target, other, label, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR")];
}

function throughTransit(index: NetworkIndex, client: Client, target: Target, id: string): Hop[] {
    const end = transitEnd(index, id, client.vpc.id, target.addresses);
    if (isUnknown(end)) return [undecided("gateway", end, `the routes of ${id} are not known`)];
    if (end === "no route") {
        const fix = () => ({ sentence: `add a route to ${target.addresses.label} to the route table of ${id}` });
        return [hop("gateway", false, `${id} has no route to ${target.addresses.label}`, "TGW_RTB_CANNOT_ROUTE", fix)];
    }
    return [inOtherVpc(index, target, end.vpc, id, "TGW_RTB_CANNOT_ROUTE")];
}

/** Whether a destination is in the VPC at the other end of a connection. */
function inOtherVpc(
    index: NetworkIndex,
    { inside, addresses }: Target,
    other: Maybe<string>,
    label: string,
    code: ExplanationCode,
): Hop {
    if (isUnknown(other)) return undecided("gateway", other, `the VPC at the other end of ${label} is not known`);
    const found = index.find("vpcs", other);
    if (isUnknown(found)) return undecided("gateway", found, `${label} leads to VPC ${other}, which is not described`);
    const says = `${label} leads to ${index.label("vpcs", other)}`;
    const where: Truth = inside === undefined ? false : isUnknown(inside.vpc) ? inside.vpc : inside.vpc === other;
    const fix = () => ({ sentence: `route ${addresses.label} to the VPC that it is in` });
    return hop("gateway", where, says, code, fix);
}

/** Why there is no route, and the change that helps most: an endpoint for an AWS service, otherwise a route. */
function noRoute(
    index: NetworkIndex,
    { vpc, subnet }: Client,
    { addresses, service }: Target,
    table: string,
): { code: ExplanationCode; fix: Fix; says?: string } {
    if (service === undefined) {
        const sentence = `add a route to ${addresses.label} to ${table}`;
        return { code: "NO_ROUTE_TO_DESTINATION", fix: { sentence } };
    }
    const own = knownOr(index.inVpc("endpoints", vpc.id), []).filter((one) => one.service === service);
    const gateway = own.find((one) => one.kind === "Gateway");
    if (gateway) {
        const [endpoint, from] = [index.label("endpoints", gateway.id), index.label("subnets", subnet.id)];
        const says = `${from} has no way to ${service}: its ${table} is not associated with gateway ${endpoint}`;
        const sentence = `associate ${table} of ${from} with ${endpoint}`;
        return { code: "service.route-table-without-gateway", fix: { sentence }, says };
    }
    const unnamed = own.find((one) => one.privateDns === false);
    if (unnamed) {
        const sentence = `turn on private DNS of ${index.label("endpoints", unnamed.id)}, or call its own DNS name`;
        return { code: "service.private-dns-off", fix: { sentence, option: { add: "privateDns", service } } };
    }
    const kind = isService(service) ? freeKindOf(service) ?? "Interface" : "Interface";
    const an = kind === "Interface" ? "an interface endpoint" : "a gateway endpoint, which is free,";
    const sentence = `create ${an} for ${service} in ${index.label("vpcs", vpc.id)}`;
    return { code: "service.no-endpoint", fix: { sentence, option: { add: "service", service } } };
}

/** Whether answers from a subnet in another VPC find their way back. In the same VPC, the local route always has them. */
export function routeBackHop(index: NetworkIndex, server: Maybe<Subnet>, client: Client): Hop[] {
    if (isUnknown(server)) return [undecided("routeBack", server, "the subnet of the destination is not known")];
    const table = index.find("routeTables", server.routeTable);
    const from = index.label("subnets", server.id);
    if (isUnknown(table)) return [undecided("routeBack", table, `the route table of ${from} is not known`)];
    const legs = legsTo(index, table, client.addresses);
    const label = index.label("routeTables", table.id);
    if (isUnknown(legs)) return [undecided("routeBack", legs, `a route of ${label} is not known`)];
    const same = server.vpc === client.vpc.id;
    const back = legs.map(({ route }): Truth => {
        if (!route || route.blackhole) return false;
        if (isUnknown(route.target)) return route.target;
        const { kind, id } = route.target;
        if (same) return kind === "local" || unknown(`what ${targetWords(route.target)} does with answers`);
        if (kind === "VPC peering connection") return leadsTo(index, id, client.vpc.id);
        if (kind === "transit gateway" && !isUnknown(server.vpc)) return leadsBack(index, id, server.vpc, client);
        return kind === "local" ? false : unknown(`what ${targetWords(route.target)} does with answers`);
    });
    const words = legs.map(({ route }) => (route ? routeWords(index, route) : "no route")).join(", ");
    const fix = () => ({ sentence: `add a route to ${client.addresses.label} to ${label}` });
    return [
        hop(
            "routeBack",
            alike(back, `which of the routes of ${label} has the answers`),
            `${label}: ${words}`,
            "NO_ROUTE_TO_DESTINATION",
            fix,
        ),
    ];
}

function leadsTo(index: NetworkIndex, peering: string, vpc: string): Truth {
    const found = index.find("peerings", peering);
    if (isUnknown(found)) return found;
    if (found.vpcs.some((one) => one === vpc)) return found.isActive;
    return all(found.vpcs.map((one): Truth => (isUnknown(one) ? one : false)));
}

/** Whether a transit gateway sends answers from a VPC to the client's. */
function leadsBack(index: NetworkIndex, gateway: string, from: string, { vpc, addresses }: Client): Truth {
    const end = transitEnd(index, gateway, from, addresses);
    if (isUnknown(end)) return end;
    return end !== "no route" && (isUnknown(end.vpc) ? end.vpc : end.vpc === vpc.id);
}

/** The truth of routes that different addresses take: unknown if they differ, because it is not known which address is used. */
function alike(routes: Truth[], name: string): Truth {
    return routes.includes(true) && routes.includes(false) ? unknown(name) : all(routes);
}
