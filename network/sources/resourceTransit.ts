import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { TransitAttachment, Vpc } from "../model/vpcModel";
import { resourceTypes as types } from "./resourceTypes";
import { required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

type TransitRoutes = TransitAttachment["routes"];

/** The attachments of VPCs to transit gateways, with the routes of the route tables that are in the stack. */
export function transitAttachmentsIn(stack: StackResources, vpcs: Vpc[]): TransitAttachment[] {
    return stack.of(...types.transitAttachment).map((one) => {
        const transitGateway = stack.reference(types.transitGateway, one, "transitGatewayId");
        return {
            id: stack.idOf(one),
            name: one.name,
            transitGateway: required(transitGateway, `transitGatewayId of ${one.name}`),
            vpc: required(stack.reference(types.vpc, one, "vpcId"), `vpcId of ${one.name}`),
            subnets: stack.references(types.subnet, one, "subnetIds"),
            routes: routesOf(stack, one, vpcs),
        };
    });
}

/** The routes of the route table that an attachment is associated with: one that the stack names, or the default one. */
function routesOf(stack: StackResources, attachment: StackResource, vpcs: Vpc[]): TransitRoutes {
    const associations = stack.of(...types.transitAssociation).map((one) => ({
        of: stack.resource(types.transitAttachment, one, "transitGatewayAttachmentId"),
        one,
    }));
    const own = associations.find(({ of }) => of === attachment);
    const table = own && stack.resource(types.transitRouteTable, own.one, "transitGatewayRouteTableId");
    if (table !== undefined) return given(table, (known) => routesIn(stack, known!, vpcs));
    const open = associations.find(({ of }) => isUnknown(of));
    if (open) return open.of as { unknown: string[] };
    const gateway = stack.resource(types.transitGateway, attachment, "transitGatewayId");
    if (gateway === undefined || isUnknown(gateway)) {
        return unknown(`the route table of the transit gateway of ${attachment.name}`);
    }
    const isDefault = usesDefault(stack, gateway, attachment, "Association");
    if (isUnknown(isDefault)) return isDefault;
    return isDefault ? routesIn(stack, gateway, vpcs) : [];
}

/** Whether an attachment uses the default route table of its transit gateway, which is the default of both. */
function usesDefault(
    stack: StackResources,
    gateway: StackResource,
    attachment: StackResource,
    what: "Association" | "Propagation",
): Maybe<boolean> {
    const ofGateway = given(
        stack.text(gateway, `defaultRouteTable${what}`),
        (setting): Maybe<boolean> => setting !== "disable",
    );
    return given(ofGateway, (on) => on && stack.flag(attachment, true, `transitGatewayDefaultRouteTable${what}`));
}

/** The static and propagated routes of a route table, or of the default one of a transit gateway. */
function routesIn(stack: StackResources, table: StackResource, vpcs: Vpc[]): TransitRoutes {
    const kinds = [...types.transitRouteTable, ...types.transitGateway];
    const inTable = (one: StackResource) => stack.resource(kinds, one, "transitGatewayRouteTableId");
    const statics = stack.of(...types.transitRoute).filter((one) => inTable(one) === table).map((one) => ({
        cidr: required(stack.text(one, "destinationCidrBlock"), `destinationCidrBlock of ${one.name}`),
        attachment: stack.flag(one, false, "blackhole") === true
            ? "blackhole"
            : required(
                stack.reference(types.transitAttachment, one, "transitGatewayAttachmentId"),
                `transitGatewayAttachmentId of ${one.name}`,
            ),
    }));
    const propagated = [...propagating(stack, table)].flatMap((attachment) => {
        const vpc = stack.reference(types.vpc, attachment, "vpcId");
        const blocks = vpcs.find(({ id }) => id === vpc)?.cidrBlocks
            ?? unknown(`the CIDR blocks of ${attachment.name}`);
        const all: Maybe<string>[] = isUnknown(blocks) ? [blocks] : blocks;
        return all.map((cidr) => ({ cidr, attachment: stack.idOf(attachment) as Maybe<string> }));
    });
    const late = [...statics, ...propagated].map(({ cidr }) => cidr).find(isUnknown);
    if (late !== undefined) return late as { unknown: string[] };
    // A static route goes before a propagated one of the same destination.
    const unique = new Map([...propagated, ...statics].map((route) => [route.cidr, route]));
    return [...unique.values()] as { cidr: string; attachment: Maybe<string> }[];
}

/** The attachments whose VPCs' CIDR blocks are routes of a route table. */
function propagating(stack: StackResources, table: StackResource): Set<StackResource> {
    const named = stack.of(...types.transitPropagation).filter((one) =>
        stack.resource([...types.transitRouteTable, ...types.transitGateway], one, "transitGatewayRouteTableId")
            === table
    ).map((one) => stack.resource(types.transitAttachment, one, "transitGatewayAttachmentId"));
    const byDefault = table.type === types.transitGateway[0]
        ? stack.of(...types.transitAttachment).filter((one) =>
            stack.resource(types.transitGateway, one, "transitGatewayId") === table
            && usesDefault(stack, table, one, "Propagation") === true
        )
        : [];
    return new Set([...named.filter((one) => one !== undefined && !isUnknown(one)) as StackResource[], ...byDefault]);
}
