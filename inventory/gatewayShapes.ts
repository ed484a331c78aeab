import * as v from "valibot";

import { list, maybe, tags, text, texts } from "./shapeParts";

// What connects VPCs with other networks, in AWS's spelling; fields that nothing here reads are left out.
// Sources: the "Output" of each command in https://docs.aws.amazon.com/cli/latest/reference/ec2/

const attachments = list(v.object({ VpcId: maybe, State: maybe }));

export const internetGateway = v.object({ InternetGatewayId: text, Attachments: attachments, Tags: tags });

export const egressOnlyInternetGateway = v.object({
    EgressOnlyInternetGatewayId: text,
    Attachments: attachments,
    Tags: tags,
});

export const carrierGateway = v.object({ CarrierGatewayId: text, VpcId: maybe, Tags: tags });

export const natGateway = v.object({
    NatGatewayId: text,
    VpcId: maybe,
    SubnetId: maybe,
    State: maybe,
    ConnectivityType: maybe,
    Tags: tags,
});

export const vpnGateway = v.object({ VpnGatewayId: text, VpcAttachments: attachments, Tags: tags });

export const prefixList = v.object({ PrefixListId: text, PrefixListName: maybe, Cidrs: texts });

export const peering = v.object({
    VpcPeeringConnectionId: text,
    RequesterVpcInfo: v.nullish(v.object({ VpcId: maybe })),
    AccepterVpcInfo: v.nullish(v.object({ VpcId: maybe })),
    Status: v.nullish(v.object({ Code: maybe })),
    Tags: tags,
});

export const transitAttachment = v.object({
    TransitGatewayAttachmentId: text,
    TransitGatewayId: text,
    VpcId: text,
    SubnetIds: texts,
    State: maybe,
    Tags: tags,
});

/** An attachment of any kind, with the route table that it is associated with. */
export const anyTransitAttachment = v.object({
    TransitGatewayAttachmentId: text,
    Association: v.nullish(v.object({ TransitGatewayRouteTableId: maybe, State: maybe })),
});

export const transitRoutes = v.object({
    Routes: list(v.object({
        DestinationCidrBlock: maybe,
        State: maybe,
        TransitGatewayAttachments: list(v.object({ TransitGatewayAttachmentId: maybe })),
    })),
});

export const managedPrefixList = v.object({ PrefixListId: text, PrefixListName: maybe, OwnerId: maybe });

export const prefixListEntries = v.object({ Entries: list(v.object({ Cidr: text })) });
