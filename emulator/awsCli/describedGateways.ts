import type { Attributes, Made } from "../aws/world";
import { types } from "../aws/world";
import type { Descriptions, ListedAccount } from "./listedAccount";
import { tagsOf } from "./tagList";

const attachedTo = (vpcId: string | undefined) => (vpcId === undefined ? [] : [{ State: "available", VpcId: vpcId }]);

/** Resources of a type that this project does not create, which a program may. */
const list = (key: string, type: string, item: (made: Made) => Attributes) => ({
    key,
    items: ({ all }: ListedAccount) => all(type).map((made) => ({ ...item(made), Tags: tagsOf(made) })),
});

/** AWS's descriptions of gateways and connections to other networks, by the operation of `aws ec2` that lists them. */
export const describedGateways: Descriptions = {
    "describe-internet-gateways": list(
        "InternetGateways",
        "aws:ec2/internetGateway:InternetGateway",
        ({ id, attributes }) => ({ InternetGatewayId: id, Attachments: attachedTo(attributes.vpcId) }),
    ),
    "describe-egress-only-internet-gateways": list(
        "EgressOnlyInternetGateways",
        "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway",
        ({ id, attributes }) => ({ EgressOnlyInternetGatewayId: id, Attachments: attachedTo(attributes.vpcId) }),
    ),
    "describe-carrier-gateways": list(
        "CarrierGateways",
        "aws:ec2/carrierGateway:CarrierGateway",
        ({ id, attributes }) => ({ CarrierGatewayId: id, VpcId: attributes.vpcId, State: "available" }),
    ),
    "describe-nat-gateways": {
        key: "NatGateways",
        items: ({ all, find }) =>
            all("aws:ec2/natGateway:NatGateway").map((
                { id, attributes: { subnetId, connectivityType = "public" } },
            ) => ({
                NatGatewayId: id,
                VpcId: find(subnetId)?.attributes.vpcId,
                SubnetId: subnetId,
                State: "available",
                ConnectivityType: connectivityType,
                Tags: [],
            })),
    },
    "describe-vpn-gateways": list(
        "VpnGateways",
        "aws:ec2/vpnGateway:VpnGateway",
        ({ id, attributes }) => ({ VpnGatewayId: id, VpcAttachments: attachedTo(attributes.vpcId) }),
    ),
    "describe-vpc-peering-connections": list(
        "VpcPeeringConnections",
        "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        ({ id, attributes: { vpcId, peerVpcId, autoAccept = false } }) => ({
            VpcPeeringConnectionId: id,
            RequesterVpcInfo: { VpcId: vpcId },
            AccepterVpcInfo: { VpcId: peerVpcId },
            Status: { Code: autoAccept ? "active" : "pending-acceptance" },
        }),
    ),
    "describe-transit-gateway-vpc-attachments": list(
        "TransitGatewayVpcAttachments",
        "aws:ec2transitgateway/vpcAttachment:VpcAttachment",
        ({ id, attributes: { transitGatewayId, vpcId, subnetIds = [] } }) => ({
            TransitGatewayAttachmentId: id,
            TransitGatewayId: transitGatewayId,
            VpcId: vpcId,
            SubnetIds: subnetIds,
            State: "available",
        }),
    ),
    // A Region has the prefix lists of its services whether or not a VPC has a gateway endpoint.
    "describe-prefix-lists": {
        key: "PrefixLists",
        items: ({ all }) => {
            const gateways = all(types.endpoint).filter(({ attributes }) => attributes.prefixListId !== undefined);
            const byId = new Map(gateways.map(({ attributes }) => [attributes.prefixListId as string, attributes]));
            return [...byId].map(([PrefixListId, { serviceName }]) => ({
                PrefixListId,
                PrefixListName: serviceName,
                // The example of https://docs.aws.amazon.com/cli/latest/reference/ec2/describe-prefix-lists.html
                Cidrs: ["54.231.160.0/19"],
            }));
        },
    },
};
