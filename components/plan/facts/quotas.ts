/**
 * AWS's quotas that a private VPC can meet, by the id of the rule.
 *
 * Sources: https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html and
 * https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html
 */
export const quotas = {
    /** Interface endpoints in a VPC. */
    "quota.interface-per-vpc": 50,
    /** Gateway endpoints in a Region, over all VPCs of the account. */
    "quota.gateway-per-region": 20,
    /** Characters of an endpoint policy as it is sent, white space included. */
    "quota.policy-size": 20_480,
    /** Security groups on a network interface. */
    "quota.sg-per-eni": 5,
    /** Rules of a security group in one direction; a prefix list counts with its weight. */
    "quota.sg-rules": 60,
    /** Routes of a route table; a gateway endpoint counts with the weight of its prefix list. */
    "quota.route-weight": 50,
};

/** Those that AWS raises for nobody, by the id of the rule. Source: the first page above. */
export const fixedQuotas: string[] = ["quota.policy-size"];

/** Gbps of an interface endpoint in each zone, at first and as it scales by itself. Source: the first page above. */
export const interfaceGbps = { usual: 10, most: 100 };

/** Numbers of AWS's quotas, by the id of the rule. */
export type Quotas = { [rule in keyof typeof quotas]: number };

/**
 * What a gateway endpoint's prefix list counts for in route tables and security groups; 1 for the others.
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html
 */
export const prefixListWeights: { [service: string]: number } = { s3express: 6 };
