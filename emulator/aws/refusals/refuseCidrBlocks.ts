import { Address4 } from "ip-address";

import { types } from "../world";
import type { Refuse } from "./refuse";
import { blockOf, blocksOf, hasSize, isRestricted } from "./refuseNetwork";

const within = (block: Address4, range: string) => block.isInSubnet(new Address4(range));
const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** The kind of range that a block is in; everything else, 100.64.0.0/10 too, is combined in the same way. */
function familyOf(block: Address4): string {
    return [...privateRanges, "198.19.0.0/16"].find((range) => within(block, range)) ?? "routable";
}

/**
 * Whether AWS adds a block to a VPC that has another one.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
function isAdded(block: Address4, existing: Address4): boolean {
    const [mine, other] = [familyOf(block), familyOf(existing)];
    if (mine === "routable") return true;
    if (mine === "198.19.0.0/16") return other === mine;
    if (mine !== other) return false;
    if (mine === "10.0.0.0/8") return !(within(existing, "10.0.0.0/15") && within(block, "10.0.0.0/16"));
    return !(mine === "172.16.0.0/12" && within(block, "172.31.0.0/16"));
}

const badBlock: Refuse = ({ attributes: { cidrBlock } }) => {
    const block = blockOf(cidrBlock);
    if (block && hasSize(block) && !isRestricted(block)) return undefined;
    const message = `The CIDR '${cidrBlock}' is invalid.`;
    return { code: "InvalidVpc.Range", message, fix: "use a block of /16 to /28 that AWS allows for a VPC" };
};

const blockOverlaps: Refuse = ({ attributes: { cidrBlock, vpcId } }, world) => {
    const block = blockOf(cidrBlock)!;
    const other = blocksOf(vpcId, world).find((one) => one.isInSubnet(block) || block.isInSubnet(one));
    if (!other) return undefined;
    const message = `The CIDR '${cidrBlock}' conflicts with another CIDR block of ${vpcId}`;
    return { code: "InvalidVpc.Range", message, fix: `use addresses outside ${other.address}` };
};

const blockRestricted: Refuse = ({ attributes: { cidrBlock, vpcId } }, world) => {
    const block = blockOf(cidrBlock)!;
    const other = blocksOf(vpcId, world).find((one) => !isAdded(block, one));
    if (!other) return undefined;
    const message =
        `The CIDR '${cidrBlock}' is restricted. Use a CIDR from the same private address range as the current `
        + "VPC CIDR, or use a publicly-routable CIDR.";
    return { code: "InvalidVpc.Range", message, fix: `AWS does not combine it with ${other.address}` };
};

const tooManyBlocks: Refuse = ({ attributes: { vpcId } }, world) => {
    const limit = world.quotas["quota.cidrs-per-vpc"];
    const others = world.all(types.cidrAssociation, (one) => one.vpcId === vpcId);
    // The first block counts too.
    if (others.length + 2 <= limit) return undefined;
    const message = `This network '${vpcId}' has met its maximum number of allowed CIDRs: ${limit}`;
    return { code: "CidrLimitExceeded", message, fix: "ask AWS for more CIDR blocks in a VPC" };
};

/** Why AWS rejects the association of a secondary CIDR block. */
export const cidrAssociationRefusals: Refuse[] = [badBlock, blockOverlaps, blockRestricted, tooManyBlocks];
