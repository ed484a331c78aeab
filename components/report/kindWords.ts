import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";

/** Cells of the endpoint table whose wording depends on the kind. */
export interface KindWords<Planned extends PlannedEndpoint> {
    /** The endpoint's zones without the Region, or its route tables. */
    zones(endpoint: Planned, region: string): string;
    /** Whether the service's default DNS names resolve to the endpoint. */
    privateDns(endpoint: Planned): string;
    /** What the service's default DNS names resolve to. */
    resolution(endpoint: Planned): string;
    /** Why the endpoint is of its kind. */
    why(endpoint: Planned): string;
}

const kindWords: { [Planned in PlannedEndpoint as Planned["kind"]]: KindWords<Planned> } = {
    Gateway: {
        zones: ({ routeTables }) => routeTables,
        privateDns: () => "-",
        resolution: () => "public addresses, routed to it",
        why: ({ reason }) => ({
            "gateway-is-free": "a gateway is free",
            "gateway-asked-for": "you asked for a gateway",
        }[reason.key]),
    },
    Interface: {
        zones: ({ zones }, region) => zones.map((zone) => zone.slice(region.length)).join(" "),
        privateDns: ({ privateDns }) => (privateDns ? "on" : "off"),
        resolution: ({ privateDns, privateDnsOnlyForInboundResolver }) => {
            if (!privateDns) return "not to it: use its own name";
            return privateDnsOnlyForInboundResolver ? "private addresses, from outside" : "private addresses";
        },
        why: ({ reason: { key, reachableFrom = [] } }) => ({
            "interface-only": "AWS offers no gateway",
            "interface-asked-for": "you asked for an interface",
            "reachable-from-outside": `${reachableFrom.join(", ")} must reach it`,
            "endpoint-service": "somebody's own service",
        }[key]),
    },
};

/** The wording for an endpoint's kind. */
export function wordsOf({ kind }: PlannedEndpoint): KindWords<PlannedEndpoint> {
    return kindWords[kind];
}
