import type { EndpointOverride } from "../endpoints/endpointOverrides";
import type { Service } from "../facts/services";
import type { PlanContext } from "../planContext";
import type { Problem, ProblemCode } from "../problem";
import type { PlannedAlike, PlannedOfAnyKind } from "./plannedEndpoint";

/** What differs between the kinds of endpoint until one is made: each kind is one such module. */
export interface KindOfEndpoint<Planned extends PlannedOfAnyKind & { reason: { key: string } }> {
    /** Its name, in AWS's spelling. */
    readonly kind: Planned["kind"];
    /** The problem of an option that it does not support. @default - it supports every option */
    readonly unsupported?: { code: ProblemCode; by: string };
    /** Why an endpoint is of this kind: the caller asks for it, or it is the usual kind of the service. */
    readonly reasons: { requested: Planned["reason"]["key"]; usual: Planned["reason"]["key"] };
    /** What is wrong with a caller's options for an endpoint of this kind, at a path. */
    check(path: string, service: Service, options: EndpointOverride): Problem[];
    /** Adds to what is planned alike for every kind what this one has of its own. */
    plan(alike: PlannedAlike, request: KindRequest<Planned["reason"]["key"]>): Planned;
    /** USD a month for an endpoint in so many zones, without data. */
    monthlyUsd(region: string, zones: number): number;
    /** USD a month for gigabytes through all endpoints of this kind. */
    dataUsd(gigabytes: number): number;
}

/** What an endpoint of a kind is planned from. */
export interface KindRequest<Reason> {
    /** Why it is of this kind. */
    reason: Reason;
    /** The caller's options for the service's endpoints. */
    options: EndpointOverride;
    /** Whether the service gets an endpoint of another kind, too. */
    withOthers: boolean;
    context: PlanContext;
}
