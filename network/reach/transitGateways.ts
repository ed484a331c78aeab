import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Addresses } from "../model/addresses";
import { given, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Route, RouteTable } from "../model/vpcModel";
import { legsTo } from "./routing";

/** Where a transit gateway sends packets of a VPC: to another VPC, or nowhere. */
export type TransitEnd = { vpc: Maybe<string> } | "no route";

/**
 * Where a transit gateway sends packets to some addresses: by the route with the longest prefix in the route table that the
 * VPC's attachment is associated with (https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html).
 */
export function transitEnd(index: NetworkIndex, gateway: string, vpc: string, addresses: Addresses): Maybe<TransitEnd> {
    return given(index.inVpc("transitAttachments", vpc), (attachments): Maybe<TransitEnd> => {
        const own = attachments.find((one) => one.vpc === vpc && one.transitGateway === gateway);
        if (!own) return unknown(`the attachment of ${vpc} to ${gateway}`);
        const legs = given(own.routes, (routes) => legsTo(index, tableOf(own.id, routes), addresses));
        if (isUnknown(legs)) return legs;
        const [leg, ...others] = legs;
        if (others.length > 0) return unknown(`which of the routes of ${gateway} applies to ${addresses.label}`);
        const { route } = leg!;
        if (!route || route.blackhole) return "no route";
        return given(
            route.target,
            ({ id }): Maybe<TransitEnd> =>
                given(index.find("transitAttachments", id), (to): TransitEnd => ({ vpc: to.vpc })),
        );
    });
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
