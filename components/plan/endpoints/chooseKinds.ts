import type { Known } from "../../args/contract";
import type { EndpointArgs } from "../../args/endpointArgs";
import { allKinds, EndpointKind } from "../facts/endpointKind";
import type { Service } from "../facts/services";
import { endpointKinds, type PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import { factsOf, usualKindOf } from "../services/serviceNames";

/** The reason for an endpoint's kind. */
export type KindReason = PlannedEndpoint["reason"]["key"];

/** A kind to create, and the reason. */
export interface ChosenKind {
    kind: EndpointKind;
    reason: KindReason;
}

/** The options that decide the kind. */
export type KindOverride = Pick<Known<EndpointArgs>, "kind" | "reachableFrom">;

/**
 * The kinds to create for a service, the gateway first, or the problems in the options.
 *
 * A gateway wherever AWS offers one, because it is free. An interface is added if clients outside the VPC must reach
 * the service, because a gateway does not allow them
 * (https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html).
 */
export function chooseKinds(service: Service, override: KindOverride): { chosen: ChosenKind[]; problems: Problem[] } {
    const offered = factsOf(service).kinds;
    const outside = (override.reachableFrom ?? []).length > 0;
    const problems = wrongOverride(service, override, offered, outside);
    if (problems.length > 0) return { chosen: [], problems };

    const asked = allKinds.find((kind) => kind === override.kind);
    if (asked) return { chosen: [{ kind: asked, reason: endpointKinds[asked].reasons.requested }], problems: [] };
    const kind = usualKindOf(service);
    const usual = { kind, reason: endpointKinds[kind].reasons.usual };
    const next: ChosenKind = { kind: EndpointKind.Interface, reason: "reachable-from-outside" };
    return { chosen: outside && kind !== next.kind ? [usual, next] : [usual], problems: [] };
}

function wrongOverride(service: Service, override: KindOverride, offered: EndpointKind[], outside: boolean): Problem[] {
    const path = `endpoints.${service}`;
    const known: string[] = allKinds;
    if (override.kind !== undefined && !known.includes(override.kind)) {
        return [{
            code: "endpoints.unknown-kind",
            path: `${path}.kind`,
            message: `"${override.kind}" is not a kind of endpoint`,
            hint: `use ${offered.join(" or ")}, or remove it`,
        }];
    }
    if (override.kind !== undefined && !offered.some((kind) => kind === override.kind)) {
        return [{
            code: override.kind === EndpointKind.Gateway ? "gw.services" : "gw.express",
            path: `${path}.kind`,
            message: `AWS offers no ${override.kind} endpoint for ${service}`,
            hint: `use ${offered.join(" or ")}, or remove it`,
        }];
    }
    if (outside && (override.kind === EndpointKind.Gateway || !offered.includes(EndpointKind.Interface))) {
        return [{
            code: "gw.not-extendable",
            path: `${path}.reachableFrom`,
            message:
                `a gateway endpoint cannot be reached from outside the VPC, and ${service} would have no other endpoint`,
            hint: offered.includes(EndpointKind.Interface)
                ? "remove kind: Gateway, so that an interface endpoint is created in addition"
                : `remove it; AWS offers no interface endpoint for ${service}`,
        }];
    }
    return [];
}
