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
    /**
     * Domains in one request to change a list of DNS Firewall; the provider sends a whole list.
     * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_UpdateFirewallDomains.html
     */
    "quota.firewall-list": 1000,
    /** Domains in all lists of DNS Firewall of an account in a Region. Source: the page about Route 53 below. */
    "quota.firewall-domains": 100_000,
    /** DNS Firewall rule groups associated with a VPC. Source: the page about Route 53 below. */
    "quota.firewall-groups": 5,
};

/** AWS's page with the quotas of DNS Firewall. */
export const dnsQuotas = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html";

/** Quotas that AWS does not raise, by ID. Sources: the first page above, and those of the rows. */
export const fixedQuotas: string[] = ["quota.policy-size", "quota.firewall-list", "quota.firewall-groups"];

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
