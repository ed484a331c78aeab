/**
 * IPv4 ranges that AWS does not allow for a VPC. Source, also of the other tables:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export const restrictedRanges = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4"];

/**
 * Ranges that no client connects from, each with its use. Sources: the page above, and for 240.0.0.0/4
 * https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml
 */
export const neverSources = [
    { range: "0.0.0.0/8", use: "unspecified" },
    { range: "127.0.0.0/8", use: "loopback" },
    { range: "169.254.0.0/16", use: "link-local" },
    { range: "224.0.0.0/4", use: "multicast" },
    { range: "240.0.0.0/4", use: "reserved" },
];

/** The private ranges of RFC 1918. */
export const rfc1918Ranges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"];

/** RFC 1918, and the shared address space 100.64.0.0/10, which is not routed on the internet either (RFC 6598). */
export const privateRanges = [...rfc1918Ranges, "100.64.0.0/10"];

/**
 * The range that Docker uses inside instances, and with it AWS Cloud9, Amazon SageMaker AI and the nodes of Amazon EKS. AWS
 * advises against no other range of Docker's. Sources: the page of VPCs' CIDR blocks, and
 * https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html#troubleshoot-docker-cidr
 */
export const dockerRange = "172.17.0.0/16";

/**
 * The range of the management network of Amazon WorkSpaces Applications (AppStream 2.0), which AWS advises against for a VPC
 * and for VPCs that are peered with it; a VPC's other ranges exclude it. It is for benchmarks, and not routed on the internet
 * (RFC 2544). Source: https://docs.aws.amazon.com/appstream2/latest/developerguide/network-interfaces.html
 */
export const managementRange = "198.19.0.0/16";

/**
 * The ranges from which AWS adds no block to a VPC that has a block in an existing range. Source:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions
 */
export const notWith: { existing: string; restricted: string[] }[] = [
    { existing: "10.0.0.0/8", restricted: ["172.16.0.0/12", "192.168.0.0/16", managementRange] },
    { existing: "10.0.0.0/15", restricted: ["10.0.0.0/16"] },
    { existing: "172.16.0.0/12", restricted: ["10.0.0.0/8", "192.168.0.0/16", "172.31.0.0/16", managementRange] },
    { existing: "192.168.0.0/16", restricted: ["10.0.0.0/8", "172.16.0.0/12", managementRange] },
    { existing: managementRange, restricted: rfc1918Ranges },
];

/** The same for an existing range that the table does not list: publicly routable, or in 100.64.0.0/10. */
export const notWithOthers = [...rfc1918Ranges, managementRange];
