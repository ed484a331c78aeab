import * as v from "valibot";

import { list, maybe, tags, text, texts } from "./shapeParts";

// The fields are AWS's own, in AWS's spelling; those that nothing here reads are left out.
// Sources: the "Output" of each command in https://docs.aws.amazon.com/cli/latest/reference/ec2/

export const vpc = v.object({
    VpcId: text,
    CidrBlock: text,
    OwnerId: maybe,
    InstanceTenancy: maybe,
    Ipv6CidrBlockAssociationSet: list(v.object({ Ipv6CidrBlock: maybe })),
    CidrBlockAssociationSet: list(
        v.object({ AssociationId: maybe, CidrBlock: text, CidrBlockState: v.nullish(v.object({ State: text })) }),
    ),
    Tags: tags,
});

export const subnet = v.object({
    SubnetId: text,
    VpcId: text,
    AvailabilityZone: text,
    CidrBlock: text,
    MapPublicIpOnLaunch: v.nullish(v.boolean()),
    Tags: tags,
});

export const routeTable = v.object({
    RouteTableId: text,
    VpcId: text,
    Associations: list(
        v.object({
            RouteTableAssociationId: text,
            Main: v.boolean(),
            SubnetId: maybe,
            AssociationState: v.nullish(v.object({ State: text })),
        }),
    ),
    Routes: list(
        v.object({
            DestinationCidrBlock: maybe,
            DestinationIpv6CidrBlock: maybe,
            DestinationPrefixListId: maybe,
            GatewayId: maybe,
            NatGatewayId: maybe,
            TransitGatewayId: maybe,
            VpcPeeringConnectionId: maybe,
            NetworkInterfaceId: maybe,
            EgressOnlyInternetGatewayId: maybe,
            CarrierGatewayId: maybe,
            LocalGatewayId: maybe,
            CoreNetworkArn: maybe,
            Origin: maybe,
            State: maybe,
        }),
    ),
    Tags: tags,
});

export const endpoint = v.object({
    VpcEndpointId: text,
    VpcEndpointType: text,
    VpcId: text,
    ServiceName: text,
    State: text,
    PolicyDocument: maybe,
    PrivateDnsEnabled: v.nullish(v.boolean()),
    DnsOptions: v.nullish(v.object({ PrivateDnsOnlyForInboundResolverEndpoint: v.nullish(v.boolean()) })),
    RequesterManaged: v.nullish(v.boolean()),
    RouteTableIds: texts,
    SubnetIds: texts,
    Groups: list(v.object({ GroupId: text })),
    NetworkInterfaceIds: texts,
    Tags: tags,
});

export const securityGroup = v.object({
    GroupId: text,
    GroupName: text,
    Description: maybe,
    VpcId: maybe,
    Tags: tags,
});

export const securityGroupRule = v.object({
    SecurityGroupRuleId: text,
    GroupId: text,
    IsEgress: v.boolean(),
    IpProtocol: text,
    FromPort: v.nullish(v.number()),
    ToPort: v.nullish(v.number()),
    CidrIpv4: maybe,
    CidrIpv6: maybe,
    PrefixListId: maybe,
    ReferencedGroupInfo: v.nullish(v.object({ GroupId: maybe })),
    Tags: tags,
});

export const networkAcl = v.object({
    NetworkAclId: text,
    VpcId: text,
    IsDefault: v.boolean(),
    Associations: list(v.object({ SubnetId: text })),
    Entries: list(
        v.object({
            RuleNumber: v.number(),
            Egress: v.boolean(),
            RuleAction: text,
            Protocol: text,
            CidrBlock: maybe,
            Ipv6CidrBlock: maybe,
            PortRange: v.nullish(v.object({ From: v.nullish(v.number()), To: v.nullish(v.number()) })),
        }),
    ),
    Tags: tags,
});

export const networkInterface = v.object({
    NetworkInterfaceId: text,
    VpcId: text,
    SubnetId: text,
    AvailabilityZone: maybe,
    InterfaceType: maybe,
    Description: maybe,
    PrivateIpAddress: maybe,
    PrivateIpAddresses: list(v.object({ PrivateIpAddress: maybe })),
    Association: v.nullish(v.object({ PublicIp: maybe })),
    Groups: list(v.object({ GroupId: text })),
    TagSet: tags,
});
