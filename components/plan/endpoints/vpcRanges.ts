import { isLate, lateName } from "../../args/late";
import { checkBlocks } from "../network/blocks";
import { parseBlock } from "../network/cidr";
import type { Problem } from "../problem";
import type { VpcRanges } from "./admission";

/** The VPC's blocks as a caller sets them: the first one, or a list of all of them. */
interface GivenRanges {
    vpcCidrBlock?: unknown;
    secondaryCidrBlocks?: string[];
}

/** The blocks of a VPC. A list of all of them is its first block and the secondary ones; invalid ones are left out. */
export function vpcRanges({ vpcCidrBlock, secondaryCidrBlocks }: GivenRanges): VpcRanges {
    if (!isList(vpcCidrBlock)) return { vpcCidrBlock, secondaryCidrBlocks };
    const [first, ...others] = vpcCidrBlock;
    const valid = others.filter((block) => typeof block === "string").filter((block) => "block" in parseBlock(block));
    return { vpcCidrBlock: first, secondaryCidrBlocks: [...valid, ...secondaryCidrBlocks ?? []] };
}

/**
 * All blocks of a VPC as `vpcCidrBlock`. A component's arguments are in the state, so that a single block stays a single
 * value.
 */
export function blocksOf<Primary>(primary: Primary, secondary: string[]): Primary | (Primary | string)[] {
    return secondary.length > 0 ? [primary, ...secondary] : primary;
}

/** All problems in a list of a VPC's blocks. Only the first may be known later: rules are named after the others. */
export function checkVpcRanges({ vpcCidrBlock, secondaryCidrBlocks }: GivenRanges): Problem[] {
    return [...checkList(vpcCidrBlock), ...checkBlocks("secondaryCidrBlocks", secondaryCidrBlocks)];
}

function checkList(vpcCidrBlock: unknown): Problem[] {
    if (!isList(vpcCidrBlock)) return [];
    if (vpcCidrBlock.length === 0) {
        const hint = "list the VPC's CIDR blocks, the first one first";
        return [{ code: "list.empty", path: "vpcCidrBlock", message: "is empty", hint }];
    }
    return vpcCidrBlock.flatMap((block, index): Problem[] => {
        const path = `vpcCidrBlock[${index}]`;
        if (typeof block === "string") {
            return checkBlocks("vpcCidrBlock", [block]).map((problem) => ({ ...problem, path }));
        }
        if (index === 0 || !isLate(block)) return [];
        const message = `is ${lateName(block)}, but security group rules are named after it`;
        const hint = "use a plain value; only the first block may be an Output";
        return [{ code: "args.output", path, message, hint }];
    });
}

function isList(value: unknown): value is unknown[] {
    return Array.isArray(value);
}
