import { any, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { Addresses } from "../model/addresses";
import { given, knownOr, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Route, RouteTable, Subnet, TransitAttachment } from "../model/vpcModel";
import { legsTo } from "./routing";

/** Where a transit gateway sends packets of a VPC: to another VPC, or nowhere. */
export type TransitEnd = { vpc: Maybe<string> } | "no route";

/** The attachment of a VPC to a transit gateway. */
export function attachmentOf(index: NetworkIndex, gateway: string, vpc: string): Maybe<TransitAttachment> {
    return given(
        index.inVpc("transitAttachments", vpc),
        (all) =>
            all.find((one) => one.vpc === vpc && one.transitGateway === gateway)
                ?? unknown(`the attachment of ${vpc} to ${gateway}`),
    );
}

/**
 * Whether packets of a subnet get to a transit gateway: only if the VPC's attachment has a subnet in the same Availability
 * Zone (https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-az-overview).
 */
export function entersTransit(
    index: NetworkIndex,
    { id, subnets }: TransitAttachment,
    { zone, id: from }: Subnet,
): Truth {
    if (isUnknown(zone)) return zone;
    if (isUnknown(subnets)) return subnets;
    const zones = subnets.map((one) => given(index.find("subnets", one), (subnet) => subnet.zone));
    const shared = any(zones.map((one): Truth => (isUnknown(one) ? one : one === zone)));
    // Subnets in a Local Zone use the attachment in its parent zone, whose name does not follow from theirs.
    const isElsewhere = shared === false && !availabilityZone.test(zone);
    return isElsewhere
        ? unknown(`whether ${index.label("subnets", from)} in ${zone} gets to attachment ${id}`)
        : shared;
}

/** The name of an Availability Zone, not of a Local Zone or a Wavelength Zone, e.g. `us-east-1a`. */
const availabilityZone = /^[a-z]+(-[a-z]+)+-\d+[a-z]$/;

/** The change with which packets of a subnet get to a transit gateway. */
export function enteringFix(index: NetworkIndex, attachment: TransitAttachment, { zone }: Subnet): string {
    const where = knownOr<string, string>(zone, "the same Availability Zone");
    return `add a subnet in ${where} to ${index.label("transitAttachments", attachment.id)}`;
}

/**
 * Where a transit gateway sends packets to some addresses: by the route with the longest prefix in the route table that the
 * VPC's attachment is associated with (https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html).
 */
export function transitEnd(
    index: NetworkIndex,
    { id: own, transitGateway, routes: known }: TransitAttachment,
    addresses: Addresses,
): Maybe<TransitEnd> {
    const legs = given(known, (routes) => legsTo(index, tableOf(own, routes), addresses));
    if (isUnknown(legs)) return legs;
    const [end, ...others] = legs.map(({ route }) => endBy(index, route));
    // Different routes may lead to the same VPC.
    if (others.every((one) => JSON.stringify(one) === JSON.stringify(end))) return end!;
    return unknown(`which of the routes of ${knownOr(transitGateway, own)} applies to ${addresses.label}`);
}

function endBy(index: NetworkIndex, route: Route | undefined): Maybe<TransitEnd> {
    if (!route || route.blackhole) return "no route";
    return given(
        route.target,
        ({ id }): Maybe<TransitEnd> =>
            given(index.find("transitAttachments", id), (to): TransitEnd => ({ vpc: to.vpc })),
    );
}

/** The routes of a transit gateway as those of a route table, whose targets are attachments. */
function tableOf(id: string, routes: { cidr: string; attachment: Maybe<string> }[]): RouteTable {
    return {
        id,
        vpc: unknown("a transit gateway is in no VPC"),
        routes: routes.map(({ cidr, attachment }): Route => ({
            destination: { cidr },
            target: given(attachment, (to) => ({ kind: "other target", id: to })),
            blackhole: attachment === "blackhole",
        })),
    };
}
