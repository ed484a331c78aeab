import type { EndpointKind } from "../facts/endpointKind";
import type { Port } from "../facts/services";
import type { PlannedPolicy } from "../policies/endpointPolicy";

/** The properties of every planned endpoint, of any kind. */
export interface PlannedOfAnyKind {
    /** The service key, or the caller's name for an endpoint service. */
    service: string;
    /** The requested key: the same, or that of the service whose FIPS endpoint this is. */
    askedAs: string;
    /** Its name without the component's prefix, e.g. `s3-gateway`. */
    name: string;
    /** Its kind, in AWS's spelling. */
    kind: EndpointKind;
    /** The endpoint service name, e.g. `com.amazonaws.us-east-1.s3`; `null` if it is known only during a deployment. */
    serviceName: string | null;
    /** Ports that clients use, ranges as `1024-1064`, UDP as `4195/udp`. */
    ports: Port[];
    /** Its endpoint policy and the policy's source. */
    policy: PlannedPolicy;
    /** USD a month without data, at the price of the Region or of the nearest one with a known price. */
    monthlyUsd: number;
    /** Gigabytes a month, in both directions, that the caller expects; `null` if not given. */
    expectedGigabytes: number | null;
    /**
     * Gigabytes a month above which it costs less than sending the data through existing NAT gateways: 0 for a free
     * endpoint; `null` if it never does.
     */
    paysOffFromGigabytes: number | null;
    /** Names of workloads, and `services` if it was requested directly. */
    requestedBy: string[];
}

/** What is planned before the kind adds its own properties: everything except costs, which depend on the kind. */
export type PlannedAlike = Omit<PlannedOfAnyKind, "monthlyUsd" | "expectedGigabytes" | "paysOffFromGigabytes">;
