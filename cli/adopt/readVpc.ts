import { distinct, type Problem } from "../../components/plan/problem";
import { readDnsAttributes } from "../../inventory/readDns";
import { type Ask, type Inventory, type Kind, readInventory } from "../../inventory/readInventory";
import { mixedVpcs, regionOfAnswers } from "../reach/answersTogether";

/** A VPC and everything in it, as AWS describes it. */
export interface DescribedVpc {
    id: string;
    region: string;
    /** The VPC's account; undefined if AWS did not report it. */
    accountId?: string;
    vpc: Inventory["vpcs"][number];
    /** Its IPv4 CIDR blocks, the primary one first. */
    cidrBlocks: string[];
    dns: { enableDnsSupport: boolean; enableDnsHostnames: boolean };
    /** What is in this VPC; the other VPCs are left out. */
    inventory: Inventory;
    /** What is in all VPCs of the Region. */
    everywhere: Inventory;
}

/** Everything that may be in a VPC. */
const kinds = [
    ...["vpcs", "subnets", "routeTables", "endpoints", "securityGroups", "securityGroupRules"] as const,
    ...["networkAcls", "networkInterfaces", "internetGateways", "egressOnlyInternetGateways"] as const,
    ...["carrierGateways", "natGateways", "vpnGateways", "peerings", "transitAttachments"] as const,
] satisfies Kind[];

/** Reads a VPC, or returns why it cannot be read: missing answers, answers of other Regions or accounts, no such VPC. */
export async function readVpc(
    id: string,
    askIn: (region: string) => Ask,
    given: string | undefined,
): Promise<{ found?: DescribedVpc; problems: Problem[] }> {
    const { inventory, problems } = await readInventory(askIn(given ?? "REGION"), kinds);
    if (problems.length > 0) return { problems: distinct(problems) };
    const { region, problems: nowhere } = regionOfAnswers(inventory, given);
    if (region === undefined) return { problems: nowhere };
    const mixed = mixedVpcs(inventory);
    if (mixed.length > 0) return { problems: mixed };
    const vpc = inventory.vpcs.find(({ VpcId }) => VpcId === id);
    if (!vpc) return { problems: [noVpc(id, inventory, region)] };
    const { attributes: dns, problems: unread } = await readDnsAttributes(askIn(region), id, region);
    if (!dns) return { problems: unread };
    const others = vpc.CidrBlockAssociationSet.filter(({ CidrBlock, CidrBlockState }) =>
        CidrBlock !== vpc.CidrBlock && (CidrBlockState?.State ?? "associated") === "associated"
    );
    return {
        found: {
            id,
            region,
            accountId: vpc.OwnerId ?? undefined,
            vpc,
            cidrBlocks: [vpc.CidrBlock, ...others.map(({ CidrBlock }) => CidrBlock)],
            dns,
            inventory: within(inventory, id),
            everywhere: inventory,
        },
        problems: [],
    };
}

function noVpc(id: string, { vpcs }: Inventory, region: string): Problem {
    const ids = vpcs.map(({ VpcId }) => VpcId).sort();
    const hint = ids.length === 0
        ? "check the Region and the account"
        : `choose one of ${ids.join(", ")}, or check the Region and the account`;
    return { code: "adopt.no-vpc", path: id, message: `AWS lists no such VPC in ${region}`, hint };
}

/** What is in one VPC. */
function within(inventory: Inventory, id: string): Inventory {
    const isIn = ({ VpcId }: { VpcId?: string | null }) => VpcId === id;
    const isAttached = (attachments: { VpcId?: string | null }[]) => attachments.some(isIn);
    const securityGroups = inventory.securityGroups.filter(isIn);
    const groups = new Set(securityGroups.map(({ GroupId }) => GroupId));
    return {
        ...inventory,
        vpcs: inventory.vpcs.filter(isIn),
        subnets: inventory.subnets.filter(isIn),
        routeTables: inventory.routeTables.filter(isIn),
        endpoints: inventory.endpoints.filter(isIn),
        securityGroups,
        securityGroupRules: inventory.securityGroupRules.filter(({ GroupId }) => groups.has(GroupId)),
        networkAcls: inventory.networkAcls.filter(isIn),
        networkInterfaces: inventory.networkInterfaces.filter(isIn),
        internetGateways: inventory.internetGateways.filter(({ Attachments }) => isAttached(Attachments)),
        egressOnlyInternetGateways: inventory.egressOnlyInternetGateways.filter(({ Attachments }) =>
            isAttached(Attachments)
        ),
        carrierGateways: inventory.carrierGateways.filter(isIn),
        natGateways: inventory.natGateways.filter(isIn),
        vpnGateways: inventory.vpnGateways.filter(({ VpcAttachments }) => isAttached(VpcAttachments)),
        peerings: inventory.peerings.filter(({ RequesterVpcInfo, AccepterVpcInfo }) =>
            [RequesterVpcInfo, AccepterVpcInfo].some((side) => side?.VpcId === id)
        ),
        transitAttachments: inventory.transitAttachments.filter(isIn),
    };
}
