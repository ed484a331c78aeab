import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";

/** What the table of endpoints says in the columns that depend on the kind. */
export interface KindWords<Planned extends PlannedEndpoint> {
    /** Where it is: the zones, without the Region that they are in. */
    zones(endpoint: Planned, region: string): string;
    /** Whether the service's own names lead to it. */
    privateDns(endpoint: Planned): string;
    /** What the service's own names resolve to. */
    resolution(endpoint: Planned): string;
    /** Why it is of its kind. */
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

/** The words of an endpoint's kind. */
export function wordsOf({ kind }: PlannedEndpoint): KindWords<PlannedEndpoint> {
    return kindWords[kind];
}
