import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { Subnet, Vpc } from "../model/vpcModel";
import { aclOf } from "./resourceAcls";
import { resourceTypes as types } from "./resourceTypes";
import type { StackResource, StackResources } from "./stackResources";

/** The VPCs of a stack. */
export function vpcsIn(stack: StackResources): Vpc[] {
    return stack.of(...types.vpc).map((vpc) => {
        const secondary = stack.of(...types.secondaryBlock).filter((one) =>
            stack.reference(types.vpc, one, "vpcId") === stack.idOf(vpc)
        );
        const blocks = [vpc, ...secondary].map((one) =>
            required(stack.text(one, "cidrBlock"), `cidrBlock of ${one.name}`)
        );
        return {
            id: stack.idOf(vpc),
            name: vpc.name,
            cidrBlocks: blocks.find(isUnknown) ?? blocks as string[],
            dnsSupport: stack.flag(vpc, true, "enableDnsSupport"),
            dnsHostnames: stack.flag(vpc, false, "enableDnsHostnames"),
        };
    });
}

/** The subnets of a stack, each with its route table and network ACL, or those that AWS creates with a VPC. */
export function subnetsIn(stack: StackResources): Subnet[] {
    return stack.of(...types.subnet).map((subnet) => {
        const vpc = required(stack.reference(types.vpc, subnet, "vpcId"), `vpcId of ${subnet.name}`);
        const zone = stack.text(subnet, "availabilityZone");
        return {
            id: stack.idOf(subnet),
            name: subnet.name,
            vpc,
            zone: required(zone, `availabilityZone of ${subnet.name}`),
            cidrBlock: required(stack.text(subnet, "cidrBlock"), `cidrBlock of ${subnet.name}`),
            routeTable: tableOf(stack, stack.idOf(subnet), vpc),
            networkAcl: aclOf(stack, stack.idOf(subnet), vpc),
            mapsPublicAddresses: stack.flag(subnet, false, "mapPublicIpOnLaunch"),
        };
    });
}

/** A value that the provider requires; unknown by its name if it is not set. */
export function required(value: Maybe<string | undefined>, name: string): Maybe<string> {
    return value === undefined ? unknown(name) : value as Maybe<string>;
}

/** The ID in the model of the main route table that AWS creates with a VPC. */
export const mainTableOf = (vpc: string) => `main route table of ${vpc}`;

function tableOf(stack: StackResources, subnet: string, vpc: Maybe<string>): Maybe<string> {
    const table = (one: StackResource) =>
        required(stack.reference(types.routeTable, one, "routeTableId"), `routeTableId of ${one.name}`);
    const associations = stack.of(...types.association).map((one) => ({
        one,
        subnet: stack.reference(types.subnet, one, "subnetId"),
    }));
    const own = associations.find((association) => association.subnet === subnet);
    if (own) return table(own.one);
    const open = associations.filter((association) => isUnknown(association.subnet));
    if (open.length > 0) return { unknown: open.flatMap(({ subnet: of }) => (of as { unknown: string[] }).unknown) };
    return given(vpc, (id): Maybe<string> => {
        const main = stack.of(...types.mainAssociation).find((one) => stack.reference(types.vpc, one, "vpcId") === id);
        if (main) return table(main);
        const adopted = stack.of(...types.defaultRouteTable).find((one) =>
            stack.reference(types.vpc, one, "defaultRouteTableId") === id
        );
        if (adopted) return stack.idOf(adopted);
        return stack.of(...types.vpc).some((one) => stack.idOf(one) === id)
            ? mainTableOf(id)
            : unknown(`the main route table of VPC ${id}, which is not in the stack`);
    });
}
