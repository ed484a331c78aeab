import { all, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { type Addresses, common, hasPublic, meet, type Range, rangeOf, without } from "../model/addresses";
import type { Maybe } from "../model/maybe";
import { isAwsId, type NetworkIndex } from "../model/networkIndex";
import type { Route, RouteTable } from "../model/vpcModel";

/** A part of some addresses, and the route that packets to it take; `undefined` if there is none. */
export interface Leg {
    ranges: Range[];
    route: Route | undefined;
}

interface Candidate {
    route: Route;
    range: Range;
    /** The prefix length. */
    length: number;
}

/**
 * The routes that packets to some addresses take: of those that match, the one with the longest prefix; then local, static
 * and propagated routes in this order (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html).
 */
export function legsTo(index: NetworkIndex, { routes }: RouteTable, addresses: Addresses): Maybe<Leg[]> {
    if (isUnknown(routes)) return routes;
    const candidates: Candidate[] = [];
    for (const route of routes) {
        const found = candidatesOf(index, route, addresses);
        if (isUnknown(found)) return found;
        candidates.push(...found);
    }
    candidates.sort((a, b) => b.length - a.length || rank(a.route) - rank(b.route));
    const legs = new Map<Route | undefined, Range[]>();
    let left = addresses.ranges;
    for (const { route, range } of candidates) {
        const taken = left.filter((one) => meet(one, range)).map((one) => common(one, range));
        if (taken.length === 0) continue;
        legs.set(route, [...legs.get(route) ?? [], ...taken]);
        left = left.flatMap((one) => without(one, range));
    }
    if (left.length > 0) legs.set(undefined, left);
    return [...legs].map(([route, ranges]) => ({ route, ranges }));
}

const longerThanAny = 33;

function candidatesOf(index: NetworkIndex, route: Route, addresses: Addresses): Maybe<Candidate[]> {
    const { destination } = route;
    if (isUnknown(destination)) return destination;
    if ("cidr" in destination) return candidate(route, destination.cidr);
    const list = index.find("prefixLists", destination.prefixList);
    const cidrs = isUnknown(list) ? list : list.cidrs;
    if (!isUnknown(cidrs)) return cidrs.flatMap((cidr) => candidate(route, cidr));
    // The entries are not known, but packets to exactly these addresses take the route.
    if (addresses.prefixList === destination.prefixList) {
        return addresses.ranges.map((range) => ({ route, range, length: longerThanAny }));
    }
    const isOfService = isOfGateway(route) || (!isUnknown(list) && list.service !== undefined);
    return isOfService && (addresses.service !== undefined || !hasPublic(addresses)) ? [] : cidrs;
}

/** Whether AWS added a route for a gateway endpoint: its prefix list has only public addresses of that endpoint's service. */
function isOfGateway({ target }: Route): boolean {
    return !isUnknown(target) && target.kind === "gateway endpoint";
}

function candidate(route: Route, cidr: string): Candidate[] {
    const range = rangeOf(cidr);
    return range ? [{ route, range, length: Number(cidr.split("/")[1]) }] : [];
}

function rank({ target, propagated }: Route): number {
    if (!isUnknown(target) && target.kind === "local") return 0;
    return propagated ? 2 : 1;
}

/** The truth of routes that different addresses take: unknown if they differ, because it is not known which address is used. */
export function alike(routes: Truth[], name: string): Truth {
    if (!routes.includes(false)) return all(routes);
    return routes.every((one) => one === false) ? false : unknown(name);
}

/** A route in a sentence, e.g. `10.0.0.0/16 -> local`. */
export function routeWords(index: NetworkIndex, { destination, target }: Route): string {
    const to = isUnknown(destination)
        ? "an unknown destination"
        : "cidr" in destination
        ? destination.cidr
        : index.label("prefixLists", destination.prefixList);
    const through = isUnknown(target)
        ? "an unknown target"
        : target.kind === "local"
        ? "local"
        : targetWords(index, target);
    return `${to} -> ${through}`;
}

/** A route's target in a sentence. */
export function targetWords(index: NetworkIndex, { kind, id }: { kind: string; id: string }): string {
    const found = index.find("gateways", id);
    const name = isUnknown(found) ? id : found.name ?? id;
    return [kind, name, ...(name !== id && isAwsId(id) ? [`(${id})`] : [])].filter((word) => word !== "").join(" ");
}
