import { sendsInboundResolverFlag } from "../facts/providerRequests";
import { hasPrivateDns, type PlannedEndpoint } from "../kinds/endpointKinds";
import type { PlannedInterface } from "../kinds/interfaceKind";
import type { Problem } from "../problem";
import { pathOf } from "./planEndpoints";

type Flagged = Pick<PlannedInterface, "serviceName" | "privateDnsOnlyForInboundResolver">;

/**
 * The `PrivateDnsOnlyForInboundResolverEndpoint` input of an endpoint. `undefined` omits it, if AWS has no such option
 * or the provider would drop it: a dropped flag that differs from what AWS reports is an update in every preview.
 */
export function flagToSend({ serviceName, privateDnsOnlyForInboundResolver: flag }: Flagged): boolean | undefined {
    return sendsInboundResolverFlag(serviceName) ? flag : undefined;
}

/**
 * The interface endpoints that need the flag to be false although the provider does not send it. AWS then assumes true,
 * and rejects the endpoint unless the VPC has a gateway endpoint of the service:
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html#private-dns
 */
export function checkInboundResolver(endpoints: PlannedEndpoint[]): Problem[] {
    return endpoints.filter(hasPrivateDns).flatMap((planned) => {
        const { service, serviceName, privateDnsOnlyForInboundResolver: flag } = planned;
        if (flag !== false || flagToSend(planned) === flag) return [];
        const path = pathOf(planned);
        const message =
            `with private DNS, an interface endpoint of ${serviceName} needs a gateway endpoint in addition: `
            + "AWS requires it unless PrivateDnsOnlyForInboundResolverEndpoint is false, which the AWS provider does not send "
            + "for this service name";
        const hint = `remove kind: ${planned.kind} and set ${path}.reachableFrom, so that the gateway endpoint of `
            + `${service} is created too, or set ${path}.privateDns to false`;
        return [{ code: "s3.inbound-only-default", path: `${path}.kind`, message, hint }];
    });
}
