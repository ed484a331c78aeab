/** The kinds of VPC endpoint this component makes, in AWS's spelling. */
export const EndpointKind = {
    /** A free target in route tables, without security group. AWS offers it for s3, dynamodb and s3express. */
    Gateway: "Gateway",
    /** A network interface per zone with a private address, billed per zone-hour and gigabyte. */
    Interface: "Interface",
} as const;
/** A kind of VPC endpoint, in AWS's spelling. */
export type EndpointKind = (typeof EndpointKind)[keyof typeof EndpointKind];

/** What is true of every endpoint of a kind. */
export interface KindFacts {
    /** Whether AWS bills neither its hours nor its data: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
    free: boolean;
    /** Whether AWS adds routes to it, by the service's prefix list, to route tables that are named. */
    inRouteTables: boolean;
    /** Whether the partition's own prefix may begin the service's name; AWS names gateways alike in every partition. */
    ownPrefix: boolean;
    /** Whether a FIPS endpoint is a service of its own; a route carries the service's FIPS names, too. */
    fipsTwin: boolean;
    /**
     * Whether an account in a policy's Principal is its root user only:
     * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#vpc-endpoint-policies-gateway
     */
    accountIsRootUser: boolean;
}

/** The facts of each kind. */
export const kindFacts: { [kind in EndpointKind]: KindFacts } = {
    Gateway: { free: true, inRouteTables: true, ownPrefix: false, fipsTwin: false, accountIsRootUser: true },
    Interface: { free: false, inRouteTables: false, ownPrefix: true, fipsTwin: true, accountIsRootUser: false },
};

/** The facts of the kind that AWS or a caller names; undefined where it is none of those made here. */
export function factsOfKind(name: string | undefined): KindFacts | undefined {
    return name !== undefined && Object.hasOwn(kindFacts, name) ? kindFacts[name as EndpointKind] : undefined;
}
