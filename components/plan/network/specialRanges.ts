import { dockerRange, privateRanges, restrictedRanges } from "../facts/addressRanges";
import type { Problem } from "../problem";
import { type Block, contains, overlap, parseBlock } from "./cidr";

const restricted = blocks(restrictedRanges);
const notPublic = blocks(privateRanges);
const docker = blocks([dockerRange]);

/** Whether AWS does not allow a block for a VPC. */
export function isRestricted(block: Block): boolean {
    return restricted.some((range) => overlap(range, block));
}

/** Warnings about a VPC's CIDR block that AWS allows but that hides other addresses. */
export function specialRangeWarnings(path: string, cidrBlock: string): Problem[] {
    const [block] = blocks([cidrBlock]);
    if (!notPublic.some((range) => contains(range, block!))) {
        const message = `${cidrBlock} is public: the VPC cannot reach the addresses on the internet that it contains`;
        const hint = "use a private range, e.g. 10.0.0.0/16";
        return [{ code: "network.public-range", path, message, hint }];
    }
    if (!docker.some((range) => overlap(range, block!))) return [];
    const message =
        `${cidrBlock} overlaps ${dockerRange}, which Docker, AWS Cloud9 and Amazon SageMaker AI use inside instances`;
    return [{ code: "network.docker-range", path, message, hint: "use another range, e.g. 10.0.0.0/16" }];
}

function blocks(texts: string[]): Block[] {
    return texts.flatMap((text) => {
        const parsed = parseBlock(text);
        return "block" in parsed ? parsed.block : [];
    });
}
