import type { Problem } from "../problem";
import { parseBlock } from "./cidr";

/** Problems with a list of IPv4 CIDR blocks. */
export function checkBlocks(path: string, blocks: string[] = []): Problem[] {
    return blocks.flatMap((text, index) => {
        const parsed = parseBlock(text);
        return "block" in parsed ? [] : [{ path: `${path}[${index}]`, ...parsed }];
    });
}
