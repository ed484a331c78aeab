/** Address types of an endpoint service, in AWS's spelling. */
export const IpAddressType = {
    /** Consumers connect over IPv4. */
    Ipv4: "ipv4",
    /** Consumers connect over IPv6; the load balancers must be dualstack. */
    Ipv6: "ipv6",
} as const;
/** An address type of an endpoint service, in AWS's spelling. */
export type IpAddressType = (typeof IpAddressType)[keyof typeof IpAddressType];

/**
 * AWS's notification events of an endpoint service's connections, in its spelling.
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/create-notification-endpoint-service.html
 */
export const ConnectionEvent = {
    /** A connection was accepted. */
    Accept: "Accept",
    /** A connection was rejected. */
    Reject: "Reject",
    /** A consumer created an endpoint. */
    Connect: "Connect",
    /** A consumer deleted its endpoint. */
    Delete: "Delete",
} as const;
/** A notification event of an endpoint service's connections, in AWS's spelling. */
export type ConnectionEvent = (typeof ConnectionEvent)[keyof typeof ConnectionEvent];
