import type { Problem } from "../problem";
import { parseBlock } from "./cidr";

/** What is wrong with a list of IPv4 ranges. */
export function checkBlocks(path: string, blocks: string[] = []): Problem[] {
    return blocks.flatMap((text, index) => {
        const parsed = parseBlock(text);
        return "block" in parsed ? [] : [{ path: `${path}[${index}]`, ...parsed }];
    });
}
