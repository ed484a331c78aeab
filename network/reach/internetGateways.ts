import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { hasPublic } from "../model/addresses";
import type { NetworkIndex } from "../model/networkIndex";
import type { Client } from "./client";
import { type Hop, hop, undecided } from "./hop";
import { alike, legsTo, targetWords } from "./routing";
import type { Target } from "./target";

/** What an internet gateway does with packets of a client. */
export function throughInternet(index: NetworkIndex, client: Client, { addresses }: Target, gateway: string): Hop[] {
    if (!hasPublic(addresses)) {
        const fix = () => ({ sentence: `route ${addresses.label} to where it is, not to an internet gateway` });
        const code = "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS";
        return [hop("gateway", false, `${addresses.label} is not a public address`, code, fix)];
    }
    const label = index.label("gateways", gateway);
    const { hasPublicAddress: has } = client;
    const says = isUnknown(has)
        ? "it is not known whether the client has a public address"
        : has
        ? `the client has a public address, with which ${label} sends its packets`
        : "the client has no public address";
    const fix = () => ({ sentence: "route through a NAT gateway, or give the client a public address" });
    return [hop("gateway", has, says, "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", fix)];
}

/** A NAT gateway sends packets on by the route table of its own subnet. */
export function throughNat(index: NetworkIndex, { addresses }: Target, id: string): Hop[] {
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
            return unknown(`what is reachable through ${targetWords(index, route.target)}`);
        }
        return nat.isPublic ?? unknown(`whether ${label} has a public address`);
    });
    const says = `${label} sends packets on by the route table of its subnet`;
    const fix = () => ({ sentence: `add a route to ${addresses.label} to the route table of the subnet of ${label}` });
    return [
        hop("gateway", alike(out, `which of the routes of ${label} applies`), says, "NO_ROUTE_TO_DESTINATION", fix),
    ];
}
