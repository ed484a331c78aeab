/** The kinds of VPC endpoint this component makes, in AWS's spelling. */
export const EndpointKind = {
    /** A free target in route tables, without security group. AWS offers it for s3, dynamodb and s3express. */
    Gateway: "Gateway",
    /** A network interface per zone with a private address, billed per zone-hour and gigabyte. */
    Interface: "Interface",
} as const;
/** A kind of VPC endpoint, in AWS's spelling. */
export type EndpointKind = (typeof EndpointKind)[keyof typeof EndpointKind];
