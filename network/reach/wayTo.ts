import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Addresses } from "../model/addresses";
import type { NetworkIndex } from "../model/networkIndex";
import type { RouteTarget } from "../model/vpcModel";
import type { Client } from "./client";
import { type Hop, hop, passed, undecided } from "./hop";
import { throughInternet, throughNat } from "./internetGateways";
import { missingRoute } from "./missingRoute";
import { type Leg, legsTo, routeWords, targetWords } from "./routing";
import type { Target } from "./target";
import { throughPeering, throughTransit } from "./vpcConnections";

/** Where a route leads to. */
export interface Way {
    hops: Hop[];
    /** The gateway endpoint that the packets go through. */
    gateway?: string;
    /** The transit gateway that the packets go through. */
    transitGateway?: string;
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
    return others.length > 0
        ? several(index, label, target.addresses, legs)
        : wayBy(index, client, target, leg!, label);
}

/** Parts of the addresses have different routes, and it is not known which address a client is given. */
function several(index: NetworkIndex, label: string, { label: to }: Addresses, legs: Leg[]): Way {
    const says = `${label} has several routes to ${to}`;
    const routes = legs.map(({ route }) => (route ? routeWords(index, route) : "no route")).join(", ");
    return { hops: [undecided("route", unknown(`which of the routes of ${label} applies: ${routes}`), says)] };
}

function wayBy(index: NetworkIndex, client: Client, target: Target, { route }: Leg, label: string): Way {
    if (!route) {
        const { code, fix, says = `${label} has no route to ${target.addresses.label}` } = missingRoute(
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
            return { hops: [route, ...throughTransit(index, client, target, to.id)], transitGateway: to.id };
        default:
            return { hops: [route, beyond(index, to)], leaves: true };
    }
}

function beyond(index: NetworkIndex, to: RouteTarget): Hop {
    const says = `${targetWords(index, to)} leads out of the networks that are described`;
    return undecided("gateway", unknown(`what is reachable through ${targetWords(index, to)}`), says);
}

/** Whether something in the VPC has the address. */
function delivered(index: NetworkIndex, vpc: string, { inside, addresses }: Target): Hop[] {
    if (inside?.vpc === vpc || isUnknown(inside?.vpc)) return [];
    const label = index.label("vpcs", vpc);
    const fix = () => ({ sentence: `use an address that something in ${label} has` });
    return [hop("gateway", false, `nothing in ${label} has ${addresses.label}`, "NO_POSSIBLE_DESTINATION", fix)];
}
