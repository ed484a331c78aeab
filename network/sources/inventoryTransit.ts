import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Inventory } from "../../inventory/readInventory";
import type { NetworkDetails } from "../../inventory/readNetworkDetails";
import type { Maybe } from "../model/maybe";
import type { PrefixList, TransitAttachment } from "../model/vpcModel";
import { serviceIn } from "./inventoryEndpoints";
import { nameOf } from "./inventoryVpcs";

/** Whether an attachment does not exist anymore: AWS lists it for two hours. */
export function isGone({ State }: Inventory["transitAttachments"][number]): boolean {
    return /^(deleting|deleted|failing|failed|rejecting|rejected)$/.test(State ?? "");
}

/** The attachment of a VPC to a transit gateway, with the routes of the route table that it is associated with. */
export function transitAttachmentOf(
    one: Inventory["transitAttachments"][number],
    all: Maybe<Inventory["anyTransitAttachments"]>,
    { transitRoutes }: NetworkDetails,
): TransitAttachment {
    const { TransitGatewayAttachmentId: id, TransitGatewayId, VpcId, SubnetIds, Tags } = one;
    return {
        id,
        name: nameOf(Tags),
        transitGateway: TransitGatewayId,
        vpc: VpcId,
        subnets: SubnetIds,
        routes: isUnknown(all) ? all : routesOf(id, TransitGatewayId, all, transitRoutes),
    };
}

function routesOf(
    id: string,
    transitGateway: string,
    all: Inventory["anyTransitAttachments"],
    transitRoutes: NetworkDetails["transitRoutes"],
): TransitAttachment["routes"] {
    const found = all.find(({ TransitGatewayAttachmentId }) => TransitGatewayAttachmentId === id);
    // An attachment that is associated with no route table has no routes.
    if (found && !found.Association) return [];
    const table = found?.Association?.TransitGatewayRouteTableId;
    const routes = table ? transitRoutes[table] : undefined;
    if (!routes) return unknown(`the route table of transit gateway ${transitGateway}${table ? `, ${table}` : ""}`);
    return routes.flatMap(({ DestinationCidrBlock: cidr, State, TransitGatewayAttachments: [first] }) =>
        cidr
            ? [{
                cidr,
                attachment: State === "blackhole"
                    ? "blackhole"
                    : first?.TransitGatewayAttachmentId ?? unknown(`the target of route ${cidr} of ${table}`),
            }]
            : []
    );
}

/** Prefix lists: those of AWS services, and those of customers, whose entries are read one list at a time. */
export function prefixListsOf(
    ofServices: Maybe<Inventory["prefixLists"]>,
    managed: Maybe<Inventory["managedPrefixLists"]>,
    { prefixListEntries }: NetworkDetails,
): Maybe<PrefixList[]> {
    if (isUnknown(ofServices)) return ofServices;
    const listed = ofServices.map(({ PrefixListId, PrefixListName, Cidrs }): PrefixList => ({
        id: PrefixListId,
        name: PrefixListName ?? undefined,
        cidrs: Cidrs,
        service: serviceIn(PrefixListName ?? ""),
    }));
    const others = isUnknown(managed) ? [] : managed.map(({ PrefixListId, PrefixListName }): PrefixList => ({
        id: PrefixListId,
        name: PrefixListName ?? undefined,
        cidrs: prefixListEntries[PrefixListId] ?? unknown(`the entries of prefix list ${PrefixListId}`),
        service: serviceIn(PrefixListName ?? ""),
    }));
    return [...new Map([...others, ...listed].map((one) => [one.id, one])).values()];
}
