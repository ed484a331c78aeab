import type { EndpointWishes } from "../endpoints/endpointWish";
import type { ServiceRequest } from "../endpoints/requests";
import type { Service } from "../facts/services";
import type { PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import { factsOf } from "../services/services";
import { checkAccess } from "./access";
import { deriveAccess } from "./derive";
import { fullAccess } from "./endpointPolicy";
import type { EndpointContext } from "./iam/lint";
import { Severity } from "./iam/lint/finding";
import type { PerimeterRequest } from "./perimeter";
import { parsePolicy } from "./policy";
import type { PolicyWishes } from "./statements";

/** Most stacks write no policy of their own, and the linter is a large part of all that a plan loads. */
const linter = () => require("./iam/lint") as typeof import("./iam/lint");

/** What is known of the endpoint that a policy is for. */
export type PolicyPlace = Pick<EndpointContext, "kind" | "partition">;

/** What of a caller's wishes changes the service's own policy, by their keys. */
export function changesOf({ access, fromPolicies, additionalPolicy }: PolicyWishes): string[] {
    const changes = { access, fromPolicies, additionalPolicy };
    return Object.entries(changes).filter(([, value]) => value !== undefined).map(([key]) => key);
}

/** What is wrong with what a caller wishes of a service's policy: AWS would refuse it, or it could let nothing through. */
export function checkPolicyWishes(
    service: Service,
    wishes: PolicyWishes,
    place: PolicyPlace = {},
    path = `endpoints.${service}`,
): Problem[] {
    const { policy, additionalPolicy, access, fromPolicies } = wishes;
    const others = changesOf(wishes);
    if (factsOf(service).policySupport === false && (others.length > 0 || (policy ?? fullAccess) !== fullAccess)) {
        const message = `AWS takes no policy on the endpoint of ${service}`;
        return [policy === undefined ? others[0]! : "policy"].map((key) => ({
            path: `${path}.${key}`,
            message,
            hint: "leave it out",
        }));
    }
    if (policy !== undefined && others.length > 0) {
        const message = `${others.join(" and ")} would change a policy that policy replaces`;
        return [{ path: `${path}.policy`, message, hint: `leave out policy, or leave out ${others.join(" and ")}` }];
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
        ...(fromPolicies?.length === 0
            ? [{ path: `${path}.fromPolicies`, message: "names no document", hint: "name one, or leave it out" }]
            : []),
        // Those that are known only in a deployment are judged there.
        ...(texts.length > 0 && texts.length === fromPolicies?.length ? deriveAccess(service, texts).problems : []),
    ];
}

function checkText(path: string, service: Service, text: string, place: PolicyPlace): Problem[] {
    const { problems } = parsePolicy(path, text);
    return problems.length > 0 ? problems : lintPolicy(path, service, text, place).problems;
}

/** What the linter finds in a policy: what AWS would refuse, and what does less, or more, than it seems to. */
export function lintPolicy(
    path: string,
    service: Service,
    text: string,
    place: PolicyPlace,
): { problems: Problem[]; warnings: Problem[] } {
    const { contextOf, lintEndpointPolicy } = linter();
    const findings = lintEndpointPolicy(text, contextOf(service, place));
    const problemsOf = (wanted: Severity) =>
        findings.filter(({ severity }) => severity === wanted).map(({ path: at, message, hint }) => ({
            path,
            message: at ? `${at}: ${message}` : message,
            hint,
        }));
    return { problems: problemsOf(Severity.error), warnings: problemsOf(Severity.warning) };
}

/**
 * What the linter finds in planned policies, as far as the caller has a hand in them; one that is known only in a
 * deployment is linted there. What ships is linted by the tests, for every service.
 */
export function lintPlanned(
    endpoints: PlannedEndpoint[],
    wishes: EndpointWishes,
    perimeter: PerimeterRequest | undefined,
    partition: string,
): { problems: Problem[]; warnings: Problem[] } {
    const found = endpoints.flatMap(({ askedAs, service, kind, policy: { document, from } }) => {
        const own = from === "custom";
        if (document === null) return [];
        if (!own && perimeter === undefined && changesOf(wishes[askedAs] ?? {}).length === 0) return [];
        const lint = lintPolicy(`endpoints.${askedAs}${own ? ".policy" : ""}`, service, document, { kind, partition });
        // What AWS would refuse in the caller's own has been told where it stands.
        return [own ? { ...lint, problems: [] } : lint];
    });
    return {
        problems: found.flatMap(({ problems }) => problems),
        warnings: found.flatMap(({ warnings }) => warnings),
    };
}

/** What would change a policy that is not sent, since nobody says whether AWS takes it. */
export function neverSent(requests: ServiceRequest[], wishes: EndpointWishes): Problem[] {
    return requests.filter(({ service }) => factsOf(service).policySupport === null).flatMap(({ service, askedAs }) =>
        changesOf(wishes[askedAs] ?? {}).map((key) => ({
            path: `endpoints.${askedAs}.${key}`,
            message: `whether AWS takes a policy on the endpoint of ${service} is not known, and AWS is not asked`,
            hint: "leave out options.lookUp, or write the whole policy under policy",
        }))
    );
}
