import type { KindOfEndpoint } from "./kindOfEndpoint";
import type { PlannedOfAnyKind } from "./plannedEndpoint";

/** A gateway endpoint to create: a free target in route tables. */
export interface PlannedGateway extends PlannedOfAnyKind {
    /** `Gateway`. */
    kind: "Gateway";
    /** The route tables with routes to it: all given ones, which are those of all private subnets. */
    routeTables: "all";
    /** Why it is a gateway. */
    reason: {
        /** The reason, as a key. */
        key: GatewayReason;
    };
}

/** Why an endpoint is a gateway. */
export type GatewayReason = "gateway-is-free" | "gateway-asked-for";

/** How gateway endpoints are planned. */
export const gatewayKind: KindOfEndpoint<PlannedGateway> = {
    kind: "Gateway",
    unsupported: { code: "gw.no-sg-subnet", by: "a gateway endpoint, which has only route tables" },
    reasons: { requested: "gateway-asked-for", usual: "gateway-is-free" },
    check: () => [],
    monthlyUsd: () => 0,
    dataUsd: () => 0,
    plan: (alike, { reason, options, withOthers }) => ({
        ...alike,
        kind: "Gateway",
        routeTables: "all",
        monthlyUsd: 0,
        // With an interface endpoint as well, that one carries the billed traffic from outside; the gateway's is free.
        expectedGigabytes: withOthers ? null : options.expectedGigabytes ?? null,
        paysOffFromGigabytes: 0,
        reason: { key: reason },
    }),
};
