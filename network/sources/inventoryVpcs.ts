import { unknown } from "../../components/plan/policies/iam/truth";
import type { Inventory, Kind } from "../../inventory/readInventory";
import { given, type Maybe } from "../model/maybe";
import type { AclEntry, GroupRule, Subnet } from "../model/vpcModel";

type Items<K extends Kind> = Inventory[K][number];

/** The Name tag. */
export function nameOf(tags: { Key: string; Value: string }[]): string | undefined {
    return tags.find(({ Key }) => Key === "Name")?.Value || undefined;
}

export function blocksOf({ CidrBlock, CidrBlockAssociationSet }: Items<"vpcs">): string[] {
    const associated = CidrBlockAssociationSet.filter(({ CidrBlockState }) =>
        CidrBlockState?.State !== "disassociated"
    );
    return [...new Set([CidrBlock, ...associated.map((one) => one.CidrBlock)])];
}

/** A subnet without an association uses its VPC's main route table. */
export function subnetOf(
    { SubnetId, VpcId, AvailabilityZone, CidrBlock, MapPublicIpOnLaunch, Tags }: Items<"subnets">,
    routeTables: Maybe<Items<"routeTables">[]>,
    networkAcls: Maybe<Items<"networkAcls">[]>,
): Subnet {
    const associated = given(routeTables, (tables) => {
        const own = tables.find(({ Associations }) => Associations.some((one) => one.SubnetId === SubnetId));
        const main = tables.find((one) => one.VpcId === VpcId && one.Associations.some(({ Main }) => Main));
        return (own ?? main)?.RouteTableId ?? unknown(`the route table of ${SubnetId}`);
    });
    return {
        id: SubnetId,
        name: nameOf(Tags),
        vpc: VpcId,
        zone: AvailabilityZone,
        cidrBlock: CidrBlock,
        routeTable: associated,
        networkAcl: given(
            networkAcls,
            (acls) =>
                acls.find(({ Associations }) => Associations.some((one) => one.SubnetId === SubnetId))?.NetworkAclId
                    ?? unknown(`the network ACL of ${SubnetId}`),
        ),
        mapsPublicAddresses: MapPublicIpOnLaunch ?? unknown(`MapPublicIpOnLaunch of ${SubnetId}`),
    };
}

export function aclEntry(entry: Items<"networkAcls">["Entries"][number]): AclEntry {
    const { RuleNumber, Egress, RuleAction, Protocol, CidrBlock, Ipv6CidrBlock, PortRange } = entry;
    return {
        number: RuleNumber,
        egress: Egress,
        allow: RuleAction === "allow",
        traffic: { protocol: Protocol, fromPort: PortRange?.From ?? 0, toPort: PortRange?.To ?? 65_535 },
        cidr: CidrBlock ?? Ipv6CidrBlock ?? unknown(`the CIDR block of rule ${RuleNumber}`),
    };
}

export function groupRule(rule: Items<"securityGroupRules">): GroupRule {
    const { SecurityGroupRuleId: id, IsEgress, IpProtocol, FromPort, ToPort, ReferencedGroupInfo } = rule;
    const cidr = rule.CidrIpv4 ?? rule.CidrIpv6;
    const group = ReferencedGroupInfo?.GroupId;
    return {
        id,
        egress: IsEgress,
        traffic: { protocol: IpProtocol, fromPort: FromPort ?? -1, toPort: ToPort ?? -1 },
        peer: cidr
            ? { cidr }
            : group
            ? { group }
            : rule.PrefixListId
            ? { prefixList: rule.PrefixListId }
            : unknown(`what ${id} allows`),
    };
}
