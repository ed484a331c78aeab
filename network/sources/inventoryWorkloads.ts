import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Inventory, Kind } from "../../inventory/readInventory";
import type { Role, Workload } from "../model/accessModel";
import { knownOr, type Maybe } from "../model/maybe";
import { calledByLambda } from "./workloads/computeTypes";
import { servicesAllowed } from "./workloads/roleNeeds";

type Items<K extends Kind> = Inventory[K][number];

/** A function that is in a VPC, with what its role allows. */
export function functionOf(
    { FunctionName, Role: arn, VpcConfig }: Items<"lambdaFunctions">,
    roles: Maybe<Role[]>,
): Workload[] {
    if (!VpcConfig || VpcConfig.SubnetIds.length === 0) return [];
    const role = arn ? roleNamed(arn, roles) : unknown(`the role of ${FunctionName}`);
    const found = servicesAllowed(role, calledByLambda);
    return [{
        id: `lambda:${FunctionName}`,
        subnets: VpcConfig.SubnetIds,
        groups: VpcConfig.SecurityGroupIds,
        hasPublicAddress: false,
        role,
        needs: found.needs,
        openNeeds: found.open,
    }];
}

/** A role by its ARN. */
export function roleNamed(arn: string, roles: Maybe<Role[]>): Role {
    const policies = isUnknown(roles) ? roles : unknown(`the policies of ${arn}`);
    return knownOr(roles, []).find((one) => one.arn === arn) ?? { id: arn, arn, policies };
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
