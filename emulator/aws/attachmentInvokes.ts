import { LookUpError } from "./error";
import { attachmentTypes as types, type Attributes, type Made, type World } from "./world";

/** AWS's answers to lookups of what is attached to a VPC and of hosted zones, by token. */
export const attachmentInvokes: { [token: string]: (args: Attributes, world: World) => Attributes } = {
    "aws:ec2/getInternetGateway:getInternetGateway": ({ filters }, world) =>
        only("EC2 Internet Gateway", world.all(types.internetGateway, inVpc(valueOf(filters, "attachment.vpc-id")))),
    "aws:ec2/getVpnGateway:getVpnGateway": ({ attachedVpcId }, world) =>
        only("EC2 VPN Gateway", world.all(types.vpnGateway, inVpc(attachedVpcId))),
    "aws:ec2/getNatGateways:getNatGateways": ({ vpcId }, world) =>
        idsOf(world.all(types.natGateway, ({ subnetId }) => world.find(subnetId)?.attributes.vpcId === vpcId)),
    "aws:ec2/getVpcPeeringConnections:getVpcPeeringConnections": ({ filters }, world) => {
        const [requester, accepter] = ["requester", "accepter"].map((side) =>
            valueOf(filters, `${side}-vpc-info.vpc-id`)
        );
        return idsOf(
            world.all(
                types.peering,
                ({ vpcId, peerVpcId }) =>
                    (requester === undefined || vpcId === requester)
                    && (accepter === undefined || peerVpcId === accepter),
            ),
        );
    },
    "aws:ec2transitgateway/getVpcAttachments:getVpcAttachments": ({ filters }, world) =>
        idsOf(world.all(types.transitAttachment, inVpc(valueOf(filters, "vpc-id")))),
    "aws:ec2transitgateway/getVpcAttachment:getVpcAttachment": ({ id }, world) =>
        only("EC2 Transit Gateway VPC Attachment", world.all(types.transitAttachment).filter((one) => one.id === id)),
    "aws:route53/getZones:getZones": (_, world) => idsOf(world.all(types.zone)),
    "aws:route53/getZone:getZone": ({ name, vpcId }, world) => {
        const found = world.all(types.zone, (zone) => zone.name === name && isAssociated(zone, vpcId));
        const { id, ...zone } = only("Route 53 Hosted Zone", found);
        return { ...zone, id, zoneId: id, privateZone: true };
    },
};

/** Whether a hosted zone is associated with a VPC. */
export function isAssociated({ vpcs = [] }: Attributes, vpcId: string): boolean {
    return (vpcs as Attributes[]).some((one) => one.vpcId === vpcId);
}

const inVpc = (vpcId: string | undefined) => (attributes: Attributes) => attributes.vpcId === vpcId;

function valueOf(filters: { name: string; values: string[] }[], name: string): string | undefined {
    return filters.find((filter) => filter.name === name)?.values[0];
}

function idsOf(found: Made[]): Attributes {
    return { ids: found.map(({ id }) => id) };
}

function only(what: string, found: Made[]): Attributes {
    const [first, second] = found;
    if (first && !second) return { ...first.attributes, id: first.id };
    throw new LookUpError(
        first ? `multiple ${what}s matched; use additional constraints` : `no matching ${what} found`,
    );
}
