/** The kinds of VPC endpoint that this package creates, in AWS's spelling. */
export const EndpointKind = {
    /** A free target in route tables, without a security group. AWS offers it for s3, dynamodb and s3express. */
    Gateway: "Gateway",
    /** A network interface per zone with a private address, billed per zone-hour and gigabyte. */
    Interface: "Interface",
} as const;
/** A kind of VPC endpoint, in AWS's spelling. */
export type EndpointKind = (typeof EndpointKind)[keyof typeof EndpointKind];

/** Every kind. */
export const allKinds = Object.values(EndpointKind);

/** The kinds of a service whose facts name none. */
export const usualKinds: EndpointKind[] = [EndpointKind.Interface];

/** The kinds among these words, each once. */
export function kindsAmong(words: string[]): EndpointKind[] {
    return allKinds.filter((kind) => words.includes(kind));
}

/** Whether one of these kinds has network interfaces, and with them zones, ports and private DNS names. */
export function haveInterfaces(kinds: EndpointKind[]): boolean {
    return kinds.some((kind) => !kindFacts[kind].inRouteTables);
}

/** What is true of every endpoint of a kind. */
export interface KindFacts {
    /** Whether AWS charges neither hours nor data: https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html */
    free: boolean;
    /** Whether AWS adds routes to it, by the service's prefix list, to the associated route tables. */
    inRouteTables: boolean;
    /** Whether the service name may start with the partition's prefix; gateway names are the same in every partition. */
    ownPrefix: boolean;
    /** Whether a FIPS endpoint is a separate service; a route also carries traffic to the service's FIPS names. */
    fipsTwin: boolean;
    /**
     * Whether an account in a policy's Principal means only its root user:
     * https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html#vpc-endpoint-policies-gateway
     */
    accountIsRootUser: boolean;
}

/** The facts of each kind. */
export const kindFacts: { [kind in EndpointKind]: KindFacts } = {
    Gateway: { free: true, inRouteTables: true, ownPrefix: false, fipsTwin: false, accountIsRootUser: true },
    Interface: { free: false, inRouteTables: false, ownPrefix: true, fipsTwin: true, accountIsRootUser: false },
};

/** The facts of a kind that AWS or a caller names; undefined for any other kind. */
export function factsOfKind(name: string | undefined): KindFacts | undefined {
    return name !== undefined && Object.hasOwn(kindFacts, name) ? kindFacts[name as EndpointKind] : undefined;
}
