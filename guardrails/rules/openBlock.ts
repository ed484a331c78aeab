/**
 * Whether a CIDR block is so large that it always contains public addresses: larger than 10.0.0.0/8, the largest private
 * IPv4 block, or than fc00::/7, the largest one of IPv6.
 */
export function isOpenBlock(cidr: string): boolean {
    const [address = "", length] = cidr.split("/");
    const bits = Number(length);
    return length !== undefined && Number.isInteger(bits) && bits < (address.includes(":") ? 7 : 8);
}
