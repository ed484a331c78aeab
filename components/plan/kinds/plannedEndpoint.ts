import type { EndpointKind } from "../facts/endpointKind";
import type { Port } from "../facts/services";
import type { PlannedPolicy } from "../policies/endpointPolicy";

/** What is planned of every endpoint, whatever its kind. */
export interface PlannedOfAnyKind {
    /** AWS's own key, or the caller's name for somebody's endpoint service. */
    service: string;
    /** The key it was asked for by: the same, or that of the service whose FIPS endpoint it is. */
    askedAs: string;
    /** Its name behind the component's, e.g. `s3-gateway`. */
    name: string;
    /** Its kind, in AWS's spelling. */
    kind: EndpointKind;
    /** The name AWS knows the service by, e.g. `com.amazonaws.us-east-1.s3`; `null` where only a deployment tells it. */
    serviceName: string | null;
    /** TCP ports that clients use, ranges as `1024-1064`. */
    ports: Port[];
    /** Its endpoint policy, and where that comes from. */
    policy: PlannedPolicy;
    /** USD a month for being there, without data, at the price of the Region or of the nearest one that is known. */
    monthlyUsd: number;
    /** Gigabytes a month, in both directions, that the caller expects through it; `null` where nothing was said. */
    expectedGigabytes: number | null;
    /**
     * Gigabytes a month above which it costs less than sending them through NAT gateways that are there anyway: 0 for an
     * endpoint that is free; `null` where it never does.
     */
    paysOffFromGigabytes: number | null;
    /** Names of workloads, and `services` where it was asked for by itself. */
    requestedBy: string[];
}

/** What is planned before the kind adds its own: all but what it costs, which depends on the kind. */
export type PlannedAlike = Omit<PlannedOfAnyKind, "monthlyUsd" | "expectedGigabytes" | "paysOffFromGigabytes">;
