import type { Known } from "../../args/contract";
import type { EndpointServiceArgs } from "../../args/endpointServiceArgs";
import { checkOwner, checkTags } from "../checkTags";
import { ConnectionEvent, IpAddressType } from "../facts/endpointServiceWords";
import type { Problem, Warning } from "../problem";
import { checkLoadBalancerArns } from "./loadBalancerArn";
import { checkPrincipals, everyone } from "./principal";
import { checkSupportedRegions } from "./supportedRegions";

/** The options of an endpoint service. Values that are not strings yet are known, and checked, only during a deployment. */
export type EndpointServiceRequest = Known<EndpointServiceArgs>;

/**
 * All problems in an endpoint service's options.
 *
 * @param region the Region the service is created in; if it is unknown, nothing is compared with it
 */
export function checkEndpointService(request: EndpointServiceRequest, region?: string): Problem[] {
    const { acceptedEndpointIds = {}, connectionNotification } = request;
    return [
        ...checkLoadBalancerArns(request.networkLoadBalancerArns, region),
        ...checkPrincipals(request.allowedPrincipals ?? []),
        ...openToEveryone(request),
        ...checkAcceptance(request, acceptedEndpointIds),
        ...checkSupportedRegions(request.supportedRegions ?? [], region),
        ...notAmong("supportedIpAddressTypes", request.supportedIpAddressTypes, Object.values(IpAddressType)),
        ...checkPrivateDns(request),
        ...(connectionNotification ? checkNotification(connectionNotification) : []),
        ...checkTags(request.tags),
        ...checkOwner(request.owner),
    ];
}

/** Warnings about an endpoint service without problems. */
export function endpointServiceWarnings({ allowedPrincipals = [] }: EndpointServiceRequest): Warning[] {
    if (!allowedPrincipals.includes(everyone)) return [];
    const message = `allowedPrincipals contains "*": every AWS account may request a connection`;
    return [{ code: "endpoint-service.any-principal", path: "allowedPrincipals", message }];
}

// https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html calls such a load balancer public.
function openToEveryone({ acceptanceRequired, allowedPrincipals = [] }: EndpointServiceRequest): Problem[] {
    if (acceptanceRequired !== false || !allowedPrincipals.includes(everyone)) return [];
    const message = "any AWS account could connect without approval, which makes the load balancer public";
    const hint = "remove it, or list principals instead of *";
    return [{ code: "endpoint-service.public", path: "acceptanceRequired", message, hint }];
}

/** Problems with accepting endpoints, by the names of their consumers. */
export function checkAcceptance(
    { acceptanceRequired }: Pick<EndpointServiceRequest, "acceptanceRequired">,
    endpointIds: { [consumer: string]: unknown },
): Problem[] {
    const path = "acceptedEndpointIds";
    if (acceptanceRequired === false && Object.keys(endpointIds).length > 0) {
        const message = "has no effect, because acceptanceRequired is false";
        return [{ code: "endpoint-service.nothing-to-accept", path, message, hint: "remove one of the two" }];
    }
    return Object.entries(endpointIds).flatMap(([consumer, id]) => checkEndpointId(`${path}.${consumer}`, id));
}

/** Problems with an endpoint ID. */
export function checkEndpointId(path: string, id: unknown): Problem[] {
    if (typeof id !== "string" || /^vpce-[0-9a-f]{8,17}$/.test(id)) return [];
    const message = `"${id}" is not the ID of a VPC endpoint`;
    return [{ code: "endpoints.invalid-id", path, message, hint: "IDs look like vpce-0123456789abcdef0" }];
}

// AWS converts upper case to lower case, which would then differ from the program in every preview.
const dnsName = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

function checkPrivateDns({ privateDnsName, privateDnsHostedZoneId }: EndpointServiceRequest): Problem[] {
    if (privateDnsName === undefined && privateDnsHostedZoneId !== undefined) {
        const message = "has no effect without privateDnsName";
        const hint = "set privateDnsName, or remove it";
        return [{ code: "endpoint-service.zone-without-name", path: "privateDnsHostedZoneId", message, hint }];
    }
    if (privateDnsName === undefined || (dnsName.test(privateDnsName) && privateDnsName.length <= 255)) return [];
    const message = `"${privateDnsName}" is not a lower-case DNS name`;
    const hint = "write it like orders.example.com or *.example.com";
    return [{ code: "endpoint-service.invalid-dns-name", path: "privateDnsName", message, hint }];
}

function checkNotification({ topicArn, events }: { topicArn: unknown; events?: string[] }): Problem[] {
    const path = "connectionNotification";
    const problems = notAmong(`${path}.events`, events, Object.values(ConnectionEvent));
    if (typeof topicArn !== "string" || /^arn:[a-z-]+:sns:[a-z0-9-]+:\d{12}:[\w.-]+$/.test(topicArn)) return problems;
    const message = `"${topicArn}" is not the ARN of an SNS topic`;
    const hint = "write it like arn:aws:sns:us-east-1:123456789012:connections";
    return [{ code: "endpoint-service.invalid-topic", path: `${path}.topicArn`, message, hint }, ...problems];
}

function notAmong(path: string, names: string[] | undefined, known: string[]): Problem[] {
    if (names?.length === 0) {
        return [{
            code: "list.empty",
            path,
            message: "is empty",
            hint: `list at least one of ${known.join(", ")}, or remove it`,
        }];
    }
    return (names ?? []).flatMap((name, index) => {
        if (known.includes(name)) return [];
        return [{
            code: "endpoint-service.unknown-value",
            path: `${path}[${index}]`,
            message: `"${name}" is not valid`,
            hint: `use one of ${known.join(", ")}`,
        }];
    });
}
