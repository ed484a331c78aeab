import { Address4 } from "ip-address";

import { type Attributes, type Made, types, type World } from "./world";

/** The type of a CIDR block that is provisioned to an IPAM pool, which this package does not create. */
export const ipamPoolCidr = "aws:ec2/vpcIpamPoolCidr:VpcIpamPoolCidr";

/** The blocks of a pool that was created elsewhere, about which nothing is known. */
const assumed = ["10.0.0.0/8"];

/** The VPC's block that a pool allocates: the one that it has, or the first free one; nothing for a VPC without a pool. */
export function allocatedBlock({ id, attributes }: Made, world: World): Attributes {
    if (attributes.cidrBlock !== undefined) return {};
    return { cidrBlock: world.find(id)?.attributes.cidrBlock ?? freeBlock(attributes, world) };
}

/** The first block of this size that a pool has left; `undefined` if it has none. */
export function freeBlock({ ipv4IpamPoolId, ipv4NetmaskLength }: Attributes, world: World): string | undefined {
    if (typeof ipv4NetmaskLength !== "number") return undefined;
    const size = 1n << BigInt(32 - ipv4NetmaskLength);
    const provisioned = world.all(ipamPoolCidr, ({ ipamPoolId }) => ipamPoolId === ipv4IpamPoolId);
    const blocks = provisioned.length > 0 ? provisioned.map(({ attributes }) => attributes.cidr as string) : assumed;
    const used = world.all(types.vpc, (vpc) => vpc.ipv4IpamPoolId === ipv4IpamPoolId && vpc.cidrBlock)
        .map(({ attributes }) => boundsOf(attributes.cidrBlock));
    for (const { first, last } of blocks.map(boundsOf)) {
        for (let start = first; start + size - 1n <= last; start += size) {
            if (used.some((block) => block.first < start + size && start <= block.last)) continue;
            return `${Address4.fromBigInt(start).correctForm()}/${ipv4NetmaskLength}`;
        }
    }
    return undefined;
}

function boundsOf(block: string): { first: bigint; last: bigint } {
    const address = new Address4(block);
    return { first: address.startAddress().bigInt(), last: address.endAddress().bigInt() };
}
