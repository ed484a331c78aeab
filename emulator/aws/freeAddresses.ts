import { type Made, types, type World } from "./world";

/** Addresses that AWS keeps in each subnet: https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html */
const kept = 5;

/** The free addresses of a subnet: those that no endpoint's network interface has. IPv6-only subnets have none. */
export function freeAddresses({ id, attributes }: Made, world: World): number {
    if (attributes.cidrBlock === "") return 0;
    const prefix = Number(String(attributes.cidrBlock).split("/")[1] ?? 16);
    const used = world.all(types.endpoint, ({ subnetIds = [] }) => subnetIds.includes(id)).length;
    const others = attributes.usedAddresses ?? 0;
    return Math.max(0, 2 ** (32 - prefix) - kept - used - others);
}
