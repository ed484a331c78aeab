import type { PlannedSubnet } from "../plan/network/placeSubnets";

/** Items that share a key, in the order in which the keys first occur. */
export function grouped<Item>(items: Item[], keyOf: (item: Item) => string): [string, Item[]][] {
    const groups = new Map<string, Item[]>();
    for (const item of items) groups.set(keyOf(item), [...groups.get(keyOf(item)) ?? [], item]);
    return [...groups];
}

/** E.g. `a, b and c`. */
export function listOf(items: string[]): string {
    const [last = "", ...others] = [...items].reverse();
    return others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`;
}

/** E.g. `1 zone` and `2 zones`. */
export function countOf(count: number, what: string): string {
    return `${count.toLocaleString("en-US")} ${what}${count === 1 ? "" : "s"}`;
}

/** A subnet's CIDR block, or its size if IPAM allocates the VPC's block. */
export function subnetBlock(
    { cidrBlock, usableAddresses }: Pick<PlannedSubnet, "cidrBlock" | "usableAddresses">,
): string {
    return cidrBlock ?? `/${32 - Math.ceil(Math.log2(usableAddresses))} from IPAM`;
}
