import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Client } from "./client";
import type { ExplanationCode } from "./explanations";
import { type Hop, hop, undecided } from "./hop";
import type { Target } from "./target";
import { attachmentOf, enteringFix, entersTransit, transitEnd } from "./transitGateways";

/** What a VPC peering connection does with packets of a client. */
export function throughPeering(index: NetworkIndex, client: Client, target: Target, id: string): Hop[] {
    const peering = index.find("peerings", id);
    const label = index.label("peerings", id);
    if (isUnknown(peering)) return [undecided("gateway", peering, `${label} is not known`)];
    if (peering.isActive !== true) {
        const says = isUnknown(peering.isActive)
            ? `it is not known whether ${label} is active`
            : `${label} is not active`;
        const fix = () => ({ sentence: `accept ${label}` });
        return [hop("gateway", peering.isActive, says, "BAD_STATE_ATTACHMENT", fix)];
    }
    const [other = unknown(`which VPC is at the other end of ${label}`), ...more] = peering.vpcs.filter((vpc) =>
        vpc !== client.vpc.id
    );
    if (more.length > 0 && !peering.vpcs.some(isUnknown)) {
        const own = index.label("vpcs", client.vpc.id);
        const fix = () => ({ sentence: `route ${target.addresses.label} to a connection of ${own}` });
        return [hop("gateway", false, `${label} does not connect ${own}`, "NO_POSSIBLE_DESTINATION", fix)];
    }
    return [inOtherVpc(index, target, other, label, "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR")];
}

/** What a transit gateway does with packets of a client. */
export function throughTransit(index: NetworkIndex, client: Client, target: Target, id: string): Hop[] {
    const attachment = attachmentOf(index, id, client.vpc.id);
    if (isUnknown(attachment)) return [undecided("gateway", attachment, `the routes of ${id} are not known`)];
    const enters = entersTransit(index, attachment, client.subnet);
    if (enters !== true) {
        const from = index.label("subnets", client.subnet.id);
        const says = isUnknown(enters)
            ? `it is not known whether ${id} has an attachment in the Availability Zone of ${from}`
            : `${id} has no attachment in the Availability Zone of ${from}`;
        const fix = () => ({ sentence: enteringFix(index, attachment, client.subnet) });
        return [hop("gateway", enters, says, "TGW_ROUTE_AZ_RESTRICTION", fix)];
    }
    const end = transitEnd(index, attachment, target.addresses);
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
