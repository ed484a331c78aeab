import type { Problem } from "../problem";
import { type Block, contains, overlap, parseBlock } from "./cidr";

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html lists the restricted and the private ranges, and
// recommends against 172.17.0.0/16, which Docker uses, and with it AWS Cloud9 and Amazon SageMaker AI.
const restricted = blocks("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4");
/** RFC 1918, and the shared address space 100.64.0.0/10, which is not routed on the internet either (RFC 6598). */
const notPublic = blocks("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");
const docker = blocks("172.17.0.0/16");

/** Whether AWS does not allow a block for a VPC. */
export function isRestricted(block: Block): boolean {
    return restricted.some((range) => overlap(range, block));
}

/** Warnings about a VPC's CIDR block that AWS allows but that hides other addresses. */
export function specialRangeWarnings(cidrBlock: string): Problem[] {
    const path = "cidrBlock";
    const [block] = blocks(cidrBlock);
    if (!notPublic.some((range) => contains(range, block!))) {
        const message = `${cidrBlock} is public: the VPC cannot reach the addresses on the internet that it contains`;
        const hint = "use a private range, e.g. 10.0.0.0/16";
        return [{ code: "network.public-range", path, message, hint }];
    }
    if (!docker.some((range) => overlap(range, block!))) return [];
    const message =
        `${cidrBlock} overlaps 172.17.0.0/16, which Docker, AWS Cloud9 and Amazon SageMaker AI use inside instances`;
    return [{ code: "network.docker-range", path, message, hint: "use another range, e.g. 10.0.0.0/16" }];
}

function blocks(...texts: string[]): Block[] {
    return texts.flatMap((text) => {
        const parsed = parseBlock(text);
        return "block" in parsed ? parsed.block : [];
    });
}
