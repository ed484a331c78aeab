import type { Attributes } from "../../emulator/aws/emulatedAws";
import type { Inventory } from "../../inventory/readInventory";
import { tokens } from "../recover/found";
import type { DescribedEndpoint } from "./adoptable";
import { ownTags } from "./endpointArgs";
import type { DescribedVpc } from "./readVpc";

/** A resource of AWS that a component is to own. */
export interface AdoptedResource {
    /** The type token. */
    type: string;
    /** Its name in the program. */
    name: string;
    id: string;
    /** The ID with which `pulumi import` finds it, if it is another. */
    importId?: string;
    /** What AWS reports, by the names of the provider's inputs. */
    inputs: Attributes;
}

const defaultGroupType = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

/** An endpoint as the provider's inputs. */
export function endpointResource(name: string, endpoint: DescribedEndpoint): AdoptedResource {
    const { VpcEndpointId: id, VpcEndpointType: kind, DnsOptions, PolicyDocument } = endpoint;
    const flag = DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint;
    return {
        type: tokens.endpoint,
        name,
        id,
        inputs: {
            vpcId: endpoint.VpcId,
            serviceName: endpoint.ServiceName,
            vpcEndpointType: kind,
            ...(PolicyDocument && { policy: PolicyDocument }),
            ...(kind === "Gateway" ? { routeTableIds: endpoint.RouteTableIds } : {
                subnetIds: endpoint.SubnetIds,
                securityGroupIds: endpoint.Groups.map(({ GroupId }) => GroupId),
                privateDnsEnabled: endpoint.PrivateDnsEnabled ?? false,
            }),
            ...(typeof flag === "boolean" && { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: flag } }),
            tags: ownTags(endpoint.Tags),
        },
    };
}

/** The network of a VPC that a `PrivateVpc` of a name can describe, as the provider's inputs. */
export function networkResources(name: string, { id: vpcId, vpc, dns, inventory }: DescribedVpc): AdoptedResource[] {
    const group = inventory.securityGroups.find(({ GroupName }) => GroupName === "default")!;
    return [
        {
            type: tokens.vpc,
            name,
            id: vpcId,
            inputs: { cidrBlock: vpc.CidrBlock, ...dns, tags: ownTags(vpc.Tags) },
        },
        {
            type: defaultGroupType,
            name: `${name}-default`,
            id: group.GroupId,
            inputs: {
                vpcId,
                ingress: rulesOf(group.GroupId, false, inventory),
                egress: rulesOf(group.GroupId, true, inventory),
                tags: ownTags(group.Tags),
            },
        },
        ...inventory.subnets.flatMap((subnet): AdoptedResource[] => {
            const { SubnetId: subnetId, AvailabilityZone: availabilityZone } = subnet;
            const zoneName = `${name}-${availabilityZone}`;
            const table = inventory.routeTables.find(({ Associations }) =>
                Associations.some((one) => one.SubnetId === subnetId)
            )!;
            const { RouteTableId: routeTableId, Associations } = table;
            return [
                {
                    type: tokens.subnet,
                    name: zoneName,
                    id: subnetId,
                    inputs: {
                        vpcId,
                        availabilityZone,
                        cidrBlock: subnet.CidrBlock,
                        mapPublicIpOnLaunch: subnet.MapPublicIpOnLaunch ?? false,
                        tags: ownTags(subnet.Tags),
                    },
                },
                {
                    type: tokens.routeTable,
                    name: zoneName,
                    id: routeTableId,
                    inputs: { vpcId, tags: ownTags(table.Tags) },
                },
                {
                    type: tokens.association,
                    name: zoneName,
                    id: Associations.find((one) => one.SubnetId === subnetId)!.RouteTableAssociationId,
                    importId: `${subnetId}/${routeTableId}`,
                    inputs: { subnetId, routeTableId },
                },
            ];
        }),
    ];
}

/** The rules of a security group, each in a few words: only whether there are any matters. */
function rulesOf(group: string, egress: boolean, { securityGroupRules }: Inventory): string[] {
    return securityGroupRules.filter(({ GroupId, IsEgress }) => GroupId === group && IsEgress === egress)
        .map(({ SecurityGroupRuleId }) => SecurityGroupRuleId);
}
