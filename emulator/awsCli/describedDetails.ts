import { type Attributes, types } from "../aws/world";
import type { ListedAccount } from "./listedAccount";

const transit = "aws:ec2transitgateway";

/** AWS's descriptions of parts of networks and of roles, which are given for one of them at a time, or all at once. */
export const describedDetails: {
    [command: string]: (account: ListedAccount, options: { [option: string]: string }) => Attributes;
} = {
    "ec2 describe-managed-prefix-lists": ({ all, accountId }) => ({
        PrefixLists: all("aws:ec2/managedPrefixList:ManagedPrefixList").map(({ id, attributes }) => ({
            PrefixListId: id,
            PrefixListName: attributes.name ?? id,
            OwnerId: accountId,
            AddressFamily: attributes.addressFamily,
        })),
    }),
    "ec2 get-managed-prefix-list-entries": ({ find }, options) => ({
        Entries: (find(options["--prefix-list-id"]!)?.attributes.entries ?? []).map((
            { cidr, description }: Attributes,
        ) => ({ Cidr: cidr, Description: description })),
    }),
    "ec2 describe-transit-gateway-attachments": ({ all }) => ({
        TransitGatewayAttachments: all(`${transit}/vpcAttachment:VpcAttachment`).map(({ id, attributes }) => {
            const association = all(`${transit}/routeTableAssociation:RouteTableAssociation`).find((one) =>
                one.attributes.transitGatewayAttachmentId === id
            );
            const table = association?.attributes.transitGatewayRouteTableId as string | undefined;
            return {
                TransitGatewayAttachmentId: id,
                TransitGatewayId: attributes.transitGatewayId,
                ResourceType: "vpc",
                ResourceId: attributes.vpcId,
                ...(table !== undefined && {
                    Association: { TransitGatewayRouteTableId: table, State: "associated" },
                }),
            };
        }),
    }),
    "ec2 search-transit-gateway-routes": ({ all }, options) => ({
        Routes: all(`${transit}/route:Route`).filter(({ attributes }) =>
            attributes.transitGatewayRouteTableId === options["--transit-gateway-route-table-id"]
        ).map(({ attributes: { destinationCidrBlock, transitGatewayAttachmentId, blackhole = false } }) => ({
            DestinationCidrBlock: destinationCidrBlock,
            State: blackhole ? "blackhole" : "active",
            Type: "static",
            TransitGatewayAttachments: blackhole ? [] : [{ TransitGatewayAttachmentId: transitGatewayAttachmentId }],
        })),
        AdditionalRoutesAvailable: false,
    }),
    "route53resolver list-resolver-endpoints": ({ all, find }) => ({
        ResolverEndpoints: all("aws:route53/resolverEndpoint:ResolverEndpoint").map(({ id, attributes }) => ({
            Id: id,
            Name: attributes.name ?? id,
            Direction: attributes.direction,
            HostVPCId: find(attributes.ipAddresses[0]?.subnetId)?.attributes.vpcId,
            SecurityGroupIds: attributes.securityGroupIds,
        })),
    }),
    "route53resolver list-resolver-endpoint-ip-addresses": ({ find }, options) => ({
        IpAddresses: (find(options["--resolver-endpoint-id"]!)?.attributes.ipAddresses ?? []).map((
            { ip, subnetId }: Attributes,
        ) => ({ Ip: ip, SubnetId: subnetId })),
    }),
    "route53resolver list-firewall-domains": ({ find }, options) => ({
        Domains: (find(options["--firewall-domain-list-id"]!)?.attributes.domains ?? []).map((one: string) =>
            `${one}.`.replace(/^\*\.$/, "*.")
        ),
    }),
    "iam get-account-authorization-details": ({ all }) => ({
        UserDetailList: [],
        GroupDetailList: [],
        RoleDetailList: all(types.role).map(({ id, attributes }) => ({
            RoleName: id,
            Arn: attributes.arn,
            RolePolicyList: all(types.rolePolicy).filter((one) => one.attributes.role === id).map((one) => ({
                PolicyName: one.attributes.name ?? one.id.split(":")[1],
                PolicyDocument: JSON.parse(one.attributes.policy) as unknown,
            })),
            AttachedManagedPolicies: all("aws:iam/rolePolicyAttachment:RolePolicyAttachment").filter((one) =>
                one.attributes.role === id
            ).map(({ attributes: { policyArn } }) => ({
                PolicyName: String(policyArn).split("/").at(-1),
                PolicyArn: policyArn,
            })),
        })),
        Policies: all("aws:iam/policy:Policy").map(({ id, attributes }) => ({
            PolicyName: attributes.name ?? id,
            Arn: attributes.arn,
            PolicyVersionList: [{
                VersionId: "v1",
                IsDefaultVersion: true,
                Document: JSON.parse(attributes.policy) as unknown,
            }],
        })),
    }),
};
