import { factsOf, isService, usualKindOf } from "../../../services/serviceNames";
import type { EndpointContext } from "./finding";

/**
 * The catalogue's facts about a service's endpoint. The kind defaults to a gateway if AWS offers one: what is valid in
 * a gateway endpoint's policy is also valid in an interface endpoint's.
 */
export function contextOf(
    service: string,
    { kind, partition }: Pick<EndpointContext, "kind" | "partition"> = {},
): EndpointContext {
    if (!isService(service)) return { service, kind, partition };
    const { iamPrefixes, policySupport } = factsOf(service);
    return { service, kind: kind ?? usualKindOf(service), partition, iamPrefixes, policySupport };
}
