import type { EndpointOverrides } from "../endpoints/endpointOverrides";
import type { ServiceRequest } from "../endpoints/expandRequests";
import type { Service } from "../facts/services";
import type { Problem } from "../problem";
import { factsOf } from "../services/serviceNames";
import { checkAccess } from "./access";
import { deriveAccess } from "./derive";
import { fullAccess } from "./fullAccess";
import { lintPolicy, type PolicyPlace } from "./lintPlanned";
import { parsePolicy } from "./policyDocument";
import { changesOf, type PolicyOverrides } from "./statements";

/** Problems in a service's policy options: AWS would reject the policy, or it could allow nothing. */
export function checkPolicyOverrides(
    service: Service,
    overrides: PolicyOverrides,
    place: PolicyPlace = {},
    path = `endpoints.${service}`,
): Problem[] {
    const { policy, additionalPolicy, access, fromPolicies } = overrides;
    const others = changesOf(overrides);
    if (factsOf(service).policySupport === false && (others.length > 0 || (policy ?? fullAccess) !== fullAccess)) {
        const message = `AWS does not support endpoint policies for ${service}`;
        return [policy === undefined ? others[0]! : "policy"].map((key) => ({
            code: "pol.unsupported",
            path: `${path}.${key}`,
            message,
            hint: "remove it",
        }));
    }
    if (policy !== undefined && others.length > 0) {
        const message = `cannot be combined with ${others.join(" and ")}, because policy replaces the whole policy`;
        const hint = `remove policy, or remove ${others.join(" and ")}`;
        return [{ code: "pol.replaced", path: `${path}.policy`, message, hint }];
    }
    const texts = (fromPolicies ?? []).filter((text) => typeof text === "string");
    return [
        ...(typeof policy === "string" && policy !== fullAccess
            ? checkText(`${path}.policy`, service, policy, place)
            : []),
        ...(typeof additionalPolicy === "string"
            ? parsePolicy(`${path}.additionalPolicy`, additionalPolicy).problems
            : []),
        ...(access ? checkAccess(service, access) : []),
        ...(fromPolicies?.length === 0 ? [noDocument(`${path}.fromPolicies`)] : []),
        // Documents that are known only during a deployment are checked then.
        ...(texts.length > 0 && texts.length === fromPolicies?.length ? deriveAccess(service, texts).problems : []),
    ];
}

function noDocument(path: string): Problem {
    return { code: "list.empty", path, message: "is empty", hint: "list at least one document, or remove it" };
}

function checkText(path: string, service: Service, text: string, place: PolicyPlace): Problem[] {
    const { problems } = parsePolicy(path, text);
    return problems.length > 0 ? problems : lintPolicy(path, service, text, place).problems;
}

/** Options for a policy that is not sent, because it is unknown whether AWS supports one. */
export function neverSent(requests: ServiceRequest[], overrides: EndpointOverrides): Problem[] {
    return requests.filter(({ service }) => factsOf(service).policySupport === null).flatMap(({ service, askedAs }) =>
        changesOf(overrides[askedAs] ?? {}).map((key) => ({
            code: "pol.support-unknown",
            path: `endpoints.${askedAs}.${key}`,
            message: `it is unknown whether ${service} supports endpoint policies, and options.lookUp is false`,
            hint: "remove options.lookUp, so that AWS is asked",
        }))
    );
}
