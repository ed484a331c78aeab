import { dockerRange, managementRange, privateRanges, restrictedRanges } from "../facts/addressRanges";
import type { Problem } from "../problem";
import { type Block, contains, overlap, parseBlock } from "./cidr";

const restricted = blocks(restrictedRanges);
const notPublic = blocks(privateRanges);

/** Ranges that AWS advises against, with what uses them. */
const used = [
    {
        code: "network.docker-range",
        range: dockerRange,
        by: "Docker, AWS Cloud9, Amazon SageMaker AI and the nodes of Amazon EKS use inside instances",
    },
    {
        code: "network.management-range",
        range: managementRange,
        by: "Amazon WorkSpaces Applications (AppStream 2.0) uses for its management network, so that streaming instances "
            + "in the VPC may be unreachable",
    },
] as const;

/** Whether AWS does not allow a block for a VPC. */
export function isRestricted(block: Block): boolean {
    return restricted.some((range) => overlap(range, block));
}

/** Warnings about a VPC's CIDR block that AWS allows but that hides other addresses. */
export function specialRangeWarnings(path: string, cidrBlock: string): Problem[] {
    const [block] = blocks([cidrBlock]);
    const other = used.find(({ range }) => blocks([range]).some((one) => overlap(one, block!)));
    if (other) {
        const message = `${cidrBlock} overlaps ${other.range}, which ${other.by}`;
        return [{ code: other.code, path, message, hint: "use another range, e.g. 10.0.0.0/16" }];
    }
    if (!notPublic.some((range) => contains(range, block!))) {
        const message = `${cidrBlock} is public: the VPC cannot reach the addresses on the internet that it contains`;
        const hint = "use a private range, e.g. 10.0.0.0/16";
        return [{ code: "network.public-range", path, message, hint }];
    }
    return [];
}

function blocks(texts: string[]): Block[] {
    return texts.flatMap((text) => {
        const parsed = parseBlock(text);
        return "block" in parsed ? parsed.block : [];
    });
}
