import type { EndpointOverride } from "../endpoints/endpointOverrides";
import type { Service } from "../facts/services";
import type { PlanContext } from "../planContext";
import type { Problem, ProblemCode } from "../problem";
import type { PlannedAlike, PlannedOfAnyKind } from "./plannedEndpoint";

/** The differences between the kinds of endpoint in planning. Each kind is one such module. */
export interface KindOfEndpoint<Planned extends PlannedOfAnyKind & { reason: { key: string } }> {
    /** The kind, in AWS's spelling. */
    readonly kind: Planned["kind"];
    /** The problem of an option that it does not support. @default - it supports every option */
    readonly unsupported?: { code: ProblemCode; by: string };
    /** Why an endpoint is of this kind: the caller requests it, or it is the usual kind for the service. */
    readonly reasons: { requested: Planned["reason"]["key"]; usual: Planned["reason"]["key"] };
    /** Problems in a caller's options for an endpoint of this kind, at a path. */
    check(path: string, service: Service, options: EndpointOverride): Problem[];
    /** Adds this kind's properties to those planned for every kind. */
    plan(alike: PlannedAlike, request: KindRequest<Planned["reason"]["key"]>): Planned;
    /** USD a month for an endpoint in this number of zones, without data. */
    monthlyUsd(region: string, zones: number): number;
    /** USD a month for gigabytes through all endpoints of this kind. */
    dataUsd(gigabytes: number): number;
}

/** The options that decide who reaches an endpoint, where, and how. */
export type NetworkOverride = Pick<
    EndpointOverride,
    | "reachableFrom"
    | "zones"
    | "privateDns"
    | "allowedCidrBlocks"
    | "securityGroupIds"
    | "expectedGigabytes"
>;

/** The inputs for planning an endpoint of a kind. */
export interface KindRequest<Reason> {
    /** Why it is of this kind. */
    reason: Reason;
    /** The caller's options for the service's endpoints. */
    options: NetworkOverride;
    /** Whether the service also gets an endpoint of another kind. */
    withOthers: boolean;
    context: PlanContext;
}
