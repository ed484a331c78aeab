import type { EndpointOverrides } from "../endpoints/endpointOverrides";
import { uniqueBy } from "../endpoints/securityGroups";
import type { PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import { parsePolicy, type PolicyDocument } from "./policyDocument";
import { missing } from "./prove";
import { requestWords } from "./requestWords";
import type { Trust } from "./trust";

/** Requests inside the perimeter that the documents of `fromPolicies` allow and the endpoint's policy does not. */
export function notEnough(
    endpoints: PlannedEndpoint[],
    overrides: EndpointOverrides,
    { region, partition, perimeter }: Pick<Trust, "region" | "partition" | "perimeter">,
): Problem[] {
    const found = endpoints.flatMap(({ service, askedAs, kind, policy }) => {
        const { fromPolicies = [] } = overrides[askedAs] ?? {};
        if (policy.document === null) return [];
        const document = JSON.parse(policy.document) as PolicyDocument;
        const { ownedResources, exceptions } = policy;
        const context = { service, kind, region, partition, perimeter, ownedResources, exceptions };
        return fromPolicies.flatMap((text, index) => {
            const needed = typeof text === "string" ? parsePolicy("", text).document : undefined;
            const answer = needed && missing(needed, document, context);
            if (answer?.found !== "some") return [];
            return answer.requests.map((request): Problem => ({
                code: "from-policies.not-enough",
                path: `endpoints.${askedAs}.fromPolicies[${index}]`,
                message: `${requestWords(request).slice(0, -1)}, and the endpoint policy does not`,
                hint: "narrow the Deny statements of additionalPolicy, or add what is missing to access",
            }));
        });
    });
    // A gateway and an interface of one service have the same policy.
    return uniqueBy(found, ({ path, message }) => `${path} ${message}`);
}
