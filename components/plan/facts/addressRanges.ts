/**
 * IPv4 ranges that AWS does not allow for a VPC. Source, also of the other tables:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
 */
export const restrictedRanges = ["0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4"];

/** RFC 1918, and the shared address space 100.64.0.0/10, which is not routed on the internet either (RFC 6598). */
export const privateRanges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"];

/** The range that Docker uses inside instances, and with it AWS Cloud9 and Amazon SageMaker AI. */
export const dockerRange = "172.17.0.0/16";
