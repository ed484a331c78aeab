import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";

/** Cells of the endpoint table whose wording depends on the kind. */
export interface KindWords<Planned extends PlannedEndpoint> {
    /** The endpoint's zones without the Region, or its route tables. */
    zones(endpoint: Planned, region: string): string;
    /** What the service's default DNS names resolve to. */
    resolution(endpoint: Planned): string;
    /** Why the endpoint is of its kind. */
    reason(endpoint: Planned): string;
}

const kindWords: { [Planned in PlannedEndpoint as Planned["kind"]]: KindWords<Planned> } = {
    Gateway: {
        zones: ({ routeTables }) => routeTables,
        resolution: () => "public addresses, routed",
        reason: ({ reason }) => ({
            "gateway-is-free": "a gateway is free",
            "gateway-asked-for": "you requested it",
        }[reason.key]),
    },
    Interface: {
        zones: ({ zones }, region) => zones.map((zone) => zone.slice(region.length)).join(" "),
        resolution: ({ privateDns, privateDnsOnlyForInboundResolver, reason: { key } }) => {
            if (!privateDns) return key === "endpoint-service" ? "use its DNS name" : "public: use its DNS name";
            return privateDnsOnlyForInboundResolver ? "private, outside only" : "private addresses";
        },
        reason: ({ reason: { key } }) => ({
            "interface-only": "AWS offers no gateway",
            "interface-asked-for": "you requested it",
            "reachable-from-outside": "reached from outside",
            "endpoint-service": "yours or a partner's",
        }[key]),
    },
};

/** The wording for an endpoint's kind. */
export function wordsOf({ kind }: PlannedEndpoint): KindWords<PlannedEndpoint> {
    return kindWords[kind];
}
