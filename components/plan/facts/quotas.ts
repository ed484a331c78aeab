/**
 * AWS quotas that a private VPC can reach, by quota ID.
 *
 * Sources: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html and
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export const quotas = {
    /** IPv4 CIDR blocks per VPC, the first one included. */
    "quota.cidrs-per-vpc": 5,
    /** Interface endpoints per VPC. */
    "quota.interface-per-vpc": 50,
    /** Gateway endpoints per Region, across all VPCs of the account. */
    "quota.gateway-per-region": 20,
    /** Characters of an endpoint policy as sent, including white space. */
    "quota.policy-size": 20_480,
    /** Security groups per network interface. */
    "quota.sg-per-eni": 5,
    /**
     * Rules of a security group per direction, and per IP version: a group has room for 60 rules for IPv4 and 60 for
     * IPv6. A prefix list counts with its weight.
     */
    "quota.sg-rules": 60,
    /**
     * Routes per route table, and per IP version; a gateway endpoint counts with the weight of its prefix list. The page
     * about prefix lists still names 50: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
     */
    "quota.route-weight": 500,
};

/** Quotas that AWS does not raise, by ID. Source: the first page above. */
export const fixedQuotas: string[] = ["quota.policy-size"];

/** The highest values to which AWS raises quotas, where the second page above states one. */
export const mostQuotas: { [rule: string]: number } = { "quota.cidrs-per-vpc": 50 };

/** Gbps of an interface endpoint per zone, initially and after automatic scaling. Source: the first page above. */
export const interfaceGbps = { usual: 10, most: 100 };

/** Values of AWS quotas, by quota ID. */
export type Quotas = { [rule in keyof typeof quotas]: number };

/**
 * The weight of a gateway endpoint's prefix list in route tables and security groups; 1 if not listed. Source:
 * https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export const prefixListWeights: { [service: string]: number } = { s3express: 6 };
