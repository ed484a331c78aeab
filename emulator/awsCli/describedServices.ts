import { type Attributes, type Made, types } from "../aws/world";
import type { Descriptions, ListedAccount } from "./listedAccount";
import { tagsOf } from "./tagList";

/** AWS's descriptions of endpoints, endpoint services and flow logs, by the operation of `aws ec2` that lists them. */
export const describedServices: Descriptions = {
    "describe-vpc-endpoints": {
        key: "VpcEndpoints",
        items: (account) => account.all(types.endpoint).map(endpointOf),
    },
    "describe-network-interfaces": {
        key: "NetworkInterfaces",
        items: (account) => account.all(types.endpoint).flatMap((endpoint) => interfacesOf(endpoint, account)),
    },
    "describe-vpc-endpoint-service-configurations": {
        key: "ServiceConfigurations",
        items: (account) =>
            account.all(types.endpointService).map((service) => ({
                ServiceId: service.id,
                ServiceName: service.attributes.serviceName,
                ServiceState: service.attributes.state,
                AcceptanceRequired: service.attributes.acceptanceRequired ?? true,
                NetworkLoadBalancerArns: service.attributes.networkLoadBalancerArns ?? [],
                ...privateDnsOf(service),
                Tags: tagsOf(service),
            })),
    },
    "describe-vpc-endpoint-connections": {
        key: "VpcEndpointConnections",
        items: (account) =>
            account.all(types.endpoint).flatMap(({ id, attributes: { serviceName, state } }) => {
                const service = account.all(types.endpointService).find((one) =>
                    one.attributes.serviceName === serviceName
                );
                return service ? [{ ServiceId: service.id, VpcEndpointId: id, VpcEndpointState: state }] : [];
            }),
    },
    "describe-vpc-endpoint-connection-notifications": {
        key: "ConnectionNotificationSet",
        items: (account) =>
            account.all(types.notification).map(({ id, attributes }) => ({
                ConnectionNotificationId: id,
                ServiceId: attributes.vpcEndpointServiceId,
                ConnectionNotificationArn: attributes.connectionNotificationArn,
                ConnectionNotificationType: "Topic",
                ConnectionEvents: attributes.connectionEvents,
                ConnectionNotificationState: "Enabled",
            })),
    },
    "describe-flow-logs": {
        key: "FlowLogs",
        items: (account) =>
            account.all(types.flowLog).map((log) => ({
                FlowLogId: log.id,
                ResourceId: log.attributes.vpcId,
                FlowLogStatus: "ACTIVE",
                TrafficType: log.attributes.trafficType,
                LogDestinationType: log.attributes.logDestinationType,
                LogDestination: log.attributes.logDestination,
                ...(log.attributes.iamRoleArn && { DeliverLogsPermissionArn: log.attributes.iamRoleArn }),
                Tags: tagsOf(log),
            })),
    },
};

function privateDnsOf({ attributes: { privateDnsName, privateDnsNameConfigurations = [] } }: Made): Attributes {
    const [{ name: Name, type: Type, value: Value, state: State } = {} as Attributes] = privateDnsNameConfigurations;
    return privateDnsName && {
        PrivateDnsName: privateDnsName,
        PrivateDnsNameConfiguration: { State, Type, Value, Name },
    };
}

function endpointOf(endpoint: Made): Attributes {
    const { attributes } = endpoint;
    return {
        VpcEndpointId: endpoint.id,
        VpcEndpointType: attributes.vpcEndpointType ?? "Gateway",
        VpcId: attributes.vpcId,
        ServiceName: attributes.serviceName,
        State: attributes.state,
        ...(attributes.policy && { PolicyDocument: attributes.policy }),
        PrivateDnsEnabled: attributes.privateDnsEnabled ?? false,
        RequesterManaged: attributes.requesterManaged ?? false,
        ...dnsOptionsOf(attributes),
        RouteTableIds: attributes.routeTableIds ?? [],
        SubnetIds: attributes.subnetIds ?? [],
        Groups: (attributes.securityGroupIds ?? []).map((GroupId: string) => ({ GroupId, GroupName: GroupId })),
        NetworkInterfaceIds: attributes.networkInterfaceIds ?? [],
        Tags: tagsOf(endpoint),
    };
}

function dnsOptionsOf(
    { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: flag } = {} as Attributes }: Attributes,
) {
    return flag === undefined ? {} : { DnsOptions: { PrivateDnsOnlyForInboundResolverEndpoint: flag as boolean } };
}

function interfacesOf({ id, attributes }: Made, account: ListedAccount): Attributes[] {
    const { networkInterfaceIds = [], subnetIds = [], securityGroupIds = [], vpcId } = attributes;
    return networkInterfaceIds.map((NetworkInterfaceId: string, index: number) => ({
        NetworkInterfaceId,
        VpcId: vpcId,
        SubnetId: subnetIds[index],
        AvailabilityZone: account.find(subnetIds[index])?.attributes.availabilityZone,
        InterfaceType: "vpc_endpoint",
        Description: `VPC Endpoint Interface ${id}`,
        Groups: securityGroupIds.map((GroupId: string) => ({ GroupId, GroupName: GroupId })),
        TagSet: [],
    }));
}
