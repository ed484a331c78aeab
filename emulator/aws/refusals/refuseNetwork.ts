import { Address4 } from "ip-address";

import { restrictedRanges } from "../../../components/plan/facts/addressRanges";
import { freeBlock } from "../ipamPools";
import { type Attributes, types, type World } from "../world";
import type { Refuse } from "./refuse";

/**
 * The addresses of an IPv4 CIDR block; `undefined` if the string is not one in canonical form. EC2 itself would drop the bits
 * after the prefix, but the provider rejects them: ValidateIPv4CIDRBlock in
 * https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/types/cidr_block.go
 */
export function blockOf(text: string): Address4 | undefined {
    if (!Address4.isValid(text)) return undefined;
    const block = new Address4(text);
    return text === `${block.startAddress().correctForm()}/${block.subnetMask}` ? block : undefined;
}

/** The CIDR blocks that a VPC has, the first one first. Those of a VPC that was created elsewhere are unknown. */
export function blocksOf(vpcId: string, world: World): Address4[] {
    const vpc = world.find(vpcId);
    const others = world.all(types.cidrAssociation, (one) => one.vpcId === vpcId && isAssociated(one));
    return [vpc, ...others].flatMap((one) => blockOf(one?.attributes.cidrBlock ?? "") ?? []);
}

/** A failed or removed association stays listed for a while. */
const isAssociated = ({ state = "associated" }: Attributes) => state === "associated";

/** Allowed sizes of VPCs and subnets. Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html */
export const hasSize = ({ subnetMask }: Address4) => subnetMask >= 16 && subnetMask <= 28;

export const isRestricted = (block: Address4) =>
    restrictedRanges.some((range) => block.isInSubnet(new Address4(range)) || new Address4(range).isInSubnet(block));

const vpcRange: Refuse = ({ attributes: { cidrBlock } }) => {
    const block = blockOf(cidrBlock ?? "");
    if (!block || !isRestricted(block)) return undefined;
    const message = `The CIDR '${cidrBlock}' is invalid.`;
    return { code: "InvalidVpc.Range", message, fix: `use a block outside ${restrictedRanges.join(", ")}` };
};

const vpcSize: Refuse = ({ attributes: { cidrBlock, ipv4IpamPoolId } }) => {
    if (ipv4IpamPoolId !== undefined && cidrBlock === undefined) return undefined;
    const block = blockOf(cidrBlock);
    if (block && hasSize(block)) return undefined;
    const message = `The CIDR '${cidrBlock}' is invalid.`;
    return { code: "InvalidVpc.Range", message, fix: "use a block of /16 to /28 without bits after its prefix" };
};

/** The provider's own check, and AWS's: https://github.com/hashicorp/terraform-provider-aws/issues/39046 */
const poolAllocates: Refuse = ({ id, attributes }, world) => {
    const { cidrBlock, ipv4NetmaskLength, ipv4IpamPoolId } = attributes;
    if (ipv4IpamPoolId === undefined || world.find(id)) return undefined;
    const refusal = (message: string, fix: string) => ({ code: "InvalidParameterValue", message, fix });
    if (cidrBlock !== undefined && ipv4NetmaskLength !== undefined) {
        return refusal("\"ipv4_netmask_length\": conflicts with cidr_block", "set one of the two");
    }
    if (ipv4NetmaskLength < 16 || ipv4NetmaskLength > 28) {
        return refusal(`The netmask length ${ipv4NetmaskLength} is invalid.`, "use a length from 16 to 28");
    }
    if (freeBlock(attributes, world) !== undefined) return undefined;
    const fix = `provision another CIDR to ${ipv4IpamPoolId}, or request a smaller block than /${ipv4NetmaskLength}`;
    return refusal("The allocation size is too big for the pool.", fix);
};

const subnetInVpc: Refuse = ({ attributes: { cidrBlock, vpcId } }, world) => {
    const vpc = world.find(vpcId);
    const inner = blockOf(cidrBlock);
    const outer = blocksOf(vpcId, world);
    if (!vpc || (inner && hasSize(inner) && outer.some((block) => inner.isInSubnet(block)))) return undefined;
    const fix = `use a block of /16 to /28 inside ${outer.map(({ address }) => address).join(" or ")}`;
    return { code: "InvalidSubnet.Range", message: `The CIDR '${cidrBlock}' is invalid.`, fix };
};

const subnetOverlaps: Refuse = ({ attributes: { cidrBlock, vpcId } }, world) => {
    const block = blockOf(cidrBlock);
    // If two blocks overlap, one contains the other.
    const [other] = world.all(types.subnet, (subnet) => {
        const held = subnet.vpcId === vpcId ? blockOf(subnet.cidrBlock) : undefined;
        return !!block && !!held && (block.isInSubnet(held) || held.isInSubnet(block));
    });
    if (!other) return undefined;
    const message = `The CIDR '${cidrBlock}' conflicts with another subnet`;
    return { code: "InvalidSubnet.Conflict", message, fix: `use addresses that ${other.name} does not hold` };
};

const zoneOfRegion: Refuse = ({ attributes: { availabilityZone } }, { region }) => {
    if (region === undefined || availabilityZone === undefined || availabilityZone.startsWith(region)) return undefined;
    const message = `Value (${availabilityZone}) for parameter availabilityZone is invalid.`;
    return { code: "InvalidParameterValue", message, fix: `name a zone of ${region}` };
};

const subnetAssociated: Refuse = ({ attributes: { subnetId } }, world) => {
    const [other] = world.all(types.association, (association) => association.subnetId === subnetId);
    if (!other) return undefined;
    const message =
        `the specified association for route table ${other.attributes.routeTableId} conflicts with an existing`;
    const fix = `${other.name} already gives the subnet a route table; a subnet has one`;
    return { code: "Resource.AlreadyAssociated", message, fix };
};

// Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html
const flowLogExists: Refuse = ({ attributes }, world) => {
    const [other] = world.all(
        types.flowLog,
        (log) => flowLogConfiguration.every((input) => log[input] === attributes[input]),
    );
    if (!other) return undefined;
    return {
        code: "FlowLogAlreadyExists",
        message: "Error. There is an existing Flow Log with the same configuration and log destination.",
        fix: `${other.name} writes there already; choose another destination`,
    };
};

const flowLogConfiguration = ["vpcId", "trafficType", "logDestinationType", "logDestination"];

/** Why AWS rejects a VPC. */
export const vpcRefusals: Refuse[] = [vpcSize, vpcRange, poolAllocates];
/** Why AWS rejects a subnet. */
export const subnetRefusals: Refuse[] = [zoneOfRegion, subnetInVpc, subnetOverlaps];
/** Why AWS rejects a route table association. */
export const associationRefusals: Refuse[] = [subnetAssociated];
/** Why AWS rejects a flow log. */
export const flowLogRefusals: Refuse[] = [flowLogExists];
