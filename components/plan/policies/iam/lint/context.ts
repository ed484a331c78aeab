import { EndpointKind } from "../../../facts/kinds";
import { factsOf, isService } from "../../../services/services";
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
    const { kinds, iamPrefixes, policySupport } = factsOf(service);
    const usual = kinds.includes(EndpointKind.Gateway) ? EndpointKind.Gateway : EndpointKind.Interface;
    return { service, kind: kind ?? usual, partition, iamPrefixes, policySupport };
}
