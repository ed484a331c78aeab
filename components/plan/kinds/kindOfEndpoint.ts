import type { EndpointWish } from "../endpoints/endpointWish";
import type { PlanContext } from "../planContext";
import type { PlannedAlike, PlannedOfAnyKind } from "./plannedEndpoint";

/** What differs between the kinds of endpoint as long as nothing is made: each kind is one such module. */
export interface KindOfEndpoint<Planned extends PlannedOfAnyKind & { reason: { key: string } }> {
    /** Adds to what is planned alike for every kind what this one has of its own. */
    plan(alike: PlannedAlike, request: KindRequest<Planned["reason"]["key"]>): Planned;
}

/** What an endpoint of a kind is planned from. */
export interface KindRequest<Reason> {
    /** Why it is of this kind. */
    reason: Reason;
    /** The caller's options for the service's endpoints. */
    options: EndpointWish;
    /** Whether the service gets an endpoint of another kind, too. */
    withOthers: boolean;
    context: PlanContext;
}
