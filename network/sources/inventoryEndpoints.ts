import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { isService, keyOf } from "../../components/plan/services/serviceNames";
import type { Inventory, Kind } from "../../inventory/readInventory";
import type { Endpoint, Interface } from "../model/accessModel";
import type { Maybe } from "../model/maybe";
import { hostsOf, portsOf } from "../model/serviceHosts";
import { nameOf } from "./inventoryVpcs";

type Items<K extends Kind> = Inventory[K][number];

/** The key of an AWS service by its full name. */
export function serviceIn(serviceName: string): string | undefined {
    return keyOf(serviceName) ?? (isService(serviceName) ? serviceName : undefined);
}

export function endpointOf(
    endpoint: Items<"endpoints">,
    region: string,
    interfaces: Maybe<Items<"networkInterfaces">[]>,
): Endpoint {
    const { VpcEndpointId: id, VpcEndpointType: kind, ServiceName, SubnetIds, NetworkInterfaceIds } = endpoint;
    const service = serviceIn(ServiceName);
    const found = isUnknown(interfaces)
        ? []
        : interfaces.filter((one) => NetworkInterfaceIds.includes(one.NetworkInterfaceId));
    const inbound = endpoint.DnsOptions?.PrivateDnsOnlyForInboundResolverEndpoint ?? false;
    return {
        id,
        name: nameOf(endpoint.Tags),
        kind,
        vpc: endpoint.VpcId,
        serviceName: ServiceName,
        service,
        isAvailable: endpoint.State.toLowerCase() === "available",
        policy: endpoint.PolicyDocument ?? null,
        interfaces: SubnetIds.map((subnet) => ({
            subnet,
            address: found.find((one) => one.SubnetId === subnet)?.PrivateIpAddress ?? undefined,
        })),
        groups: endpoint.Groups.map(({ GroupId }) => GroupId),
        privateDns: (endpoint.PrivateDnsEnabled ?? false) && !inbound,
        privateDnsNames: (service === undefined ? undefined : hostsOf(region, service))
            ?? unknown(`the private DNS names of ${id}`),
        ports: service === undefined ? [443] : portsOf(service),
    };
}

/** A network interface of anything but an endpoint, whose interfaces are its own. */
export function interfaceOf(one: Items<"networkInterfaces">): Interface[] {
    if (one.InterfaceType === "vpc_endpoint") return [];
    return [{
        id: one.NetworkInterfaceId,
        vpc: one.VpcId,
        subnet: one.SubnetId,
        groups: one.Groups.map(({ GroupId }) => GroupId),
        addresses: addressesOf(one),
        publicAddress: one.Association?.PublicIp ?? undefined,
    }];
}

function addressesOf({ PrivateIpAddress, PrivateIpAddresses }: Items<"networkInterfaces">): string[] {
    const all = [PrivateIpAddress, ...PrivateIpAddresses.map((one) => one.PrivateIpAddress)];
    return [...new Set(all.filter((one): one is string => typeof one === "string"))];
}
