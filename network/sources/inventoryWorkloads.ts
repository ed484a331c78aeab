import { unknown } from "../../components/plan/policies/iam/truth";
import type { Inventory, Kind } from "../../inventory/readInventory";
import type { Workload } from "../model/accessModel";

type Items<K extends Kind> = Inventory[K][number];

export function functionOf({ FunctionName, Role, VpcConfig }: Items<"lambdaFunctions">): Workload[] {
    if (!VpcConfig || VpcConfig.SubnetIds.length === 0) return [];
    return [{
        id: `lambda:${FunctionName}`,
        subnets: VpcConfig.SubnetIds,
        groups: VpcConfig.SecurityGroupIds,
        hasPublicAddress: false,
        role: Role ? { id: Role, arn: Role } : unknown(`the role of ${FunctionName}`),
    }];
}

/** Interfaces that AWS services manage for endpoints, gateways and functions, which are not workloads of their own. */
const managed =
    /^(vpc_endpoint|gateway_load_balancer(_endpoint)?|nat_gateway|transit_gateway|lambda|network_load_balancer)$/;

/** A network interface as a workload: whatever uses it sends requests from its address. */
export function interfaceWorkload(one: Items<"networkInterfaces">): Workload[] {
    if (managed.test(one.InterfaceType ?? "")) return [];
    return [{
        id: one.NetworkInterfaceId,
        name: one.Description ? `${one.NetworkInterfaceId} (${one.Description})` : undefined,
        subnets: [one.SubnetId],
        groups: one.Groups.map(({ GroupId }) => GroupId),
        address: one.PrivateIpAddress ?? undefined,
        hasPublicAddress: Boolean(one.Association?.PublicIp),
    }];
}
