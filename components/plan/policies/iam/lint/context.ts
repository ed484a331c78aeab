import { factsOf, isService, usualKindOf } from "../../../services/serviceNames";
import type { EndpointContext } from "./finding";

/**
 * What the catalogue knows of the endpoint of a service. Where AWS offers a gateway, that is the kind unless another is
 * given: what a gateway's policy may say, an interface's may too.
 */
export function contextOf(
    service: string,
    { kind, partition }: Pick<EndpointContext, "kind" | "partition"> = {},
): EndpointContext {
    if (!isService(service)) return { service, kind, partition };
    const { iamPrefixes, policySupport } = factsOf(service);
    return { service, kind: kind ?? usualKindOf(service), partition, iamPrefixes, policySupport };
}
