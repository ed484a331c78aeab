import { all, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Subnet, TransitAttachment } from "../model/vpcModel";
import type { Client } from "./client";
import { type Hop, hop, undecided } from "./hop";
import { alike, type Leg, legsTo, routeWords, targetWords } from "./routing";
import { attachmentOf, enteringFix, entersTransit, transitEnd } from "./transitGateways";

/** Whether answers from a subnet in another VPC find their way back. In the same VPC, the local route always has them. */
export function routeBackHop(index: NetworkIndex, server: Maybe<Subnet>, client: Client): Hop[] {
    if (isUnknown(server)) return [undecided("routeBack", server, "the subnet of the destination is not known")];
    const from = index.label("subnets", server.id);
    const own = server.vpc;
    if (isUnknown(own)) return [undecided("routeBack", own, `the VPC of ${from} is not known`)];
    const table = index.find("routeTables", server.routeTable);
    if (isUnknown(table)) return [undecided("routeBack", table, `the route table of ${from} is not known`)];
    const legs = legsTo(index, table, client.addresses);
    const label = index.label("routeTables", table.id);
    if (isUnknown(legs)) return [undecided("routeBack", legs, `a route of ${label} is not known`)];
    const back = legs.map(({ route, ranges }): Truth => {
        if (!route || route.blackhole) return false;
        if (isUnknown(route.target)) return route.target;
        const { kind, id } = route.target;
        if (own === client.vpc.id) {
            return kind === "local" || unknown(`what ${targetWords(index, route.target)} does with answers`);
        }
        if (kind === "VPC peering connection") return leadsTo(index, id, client.vpc.id);
        if (kind === "transit gateway") {
            return leadsBack(index, id, own, server, {
                ...client,
                addresses: { ...client.addresses, ranges },
            });
        }
        return kind === "local" ? false : unknown(`what ${targetWords(index, route.target)} does with answers`);
    });
    const words = legs.map(({ route }) => (route ? routeWords(index, route) : "no route")).join(", ");
    const passes = alike(back, `which of the routes of ${label} has the answers`);
    const [closed] = closedAttachments(index, own, server, legs);
    if (closed) {
        const fix = () => ({ sentence: enteringFix(index, closed, server) });
        const says = `${label}: ${words}, which has no attachment in the Availability Zone of ${from}`;
        return [hop("routeBack", passes, says, "TGW_ROUTE_AZ_RESTRICTION", fix)];
    }
    const fix = () => ({ sentence: `add a route to ${client.addresses.label} to ${label}` });
    return [hop("routeBack", passes, `${label}: ${words}`, "NO_ROUTE_TO_DESTINATION", fix)];
}

function leadsTo(index: NetworkIndex, peering: string, vpc: string): Truth {
    const found = index.find("peerings", peering);
    if (isUnknown(found)) return found;
    if (found.vpcs.some((one) => one === vpc)) return found.isActive;
    return all(found.vpcs.map((one): Truth => (isUnknown(one) ? one : false)));
}

/** Whether answers from a subnet get to a transit gateway, which sends them to the client's VPC. */
function leadsBack(
    index: NetworkIndex,
    gateway: string,
    from: string,
    server: Subnet,
    { vpc, addresses }: Client,
): Truth {
    const attachment = attachmentOf(index, gateway, from);
    if (isUnknown(attachment)) return attachment;
    const end = transitEnd(index, attachment, addresses);
    const back = isUnknown(end) ? end : end !== "no route" && (isUnknown(end.vpc) ? end.vpc : end.vpc === vpc.id);
    return all([entersTransit(index, attachment, server), back]);
}

/** The transit gateway attachments that answers from a subnet do not get to, although a route leads to them. */
function closedAttachments(index: NetworkIndex, vpc: string, server: Subnet, legs: Leg[]): TransitAttachment[] {
    return legs.flatMap(({ route }) => {
        if (!route || route.blackhole || isUnknown(route.target) || route.target.kind !== "transit gateway") return [];
        const attachment = attachmentOf(index, route.target.id, vpc);
        if (isUnknown(attachment) || entersTransit(index, attachment, server) !== false) return [];
        return [attachment];
    });
}
