import { describeInvalidJson, invalidJsonAt } from "../../../invalidJson";
import { isMap } from "../../../isMap";
import type { EndpointContext, Fault, Finding as AnyFinding } from "./finding";
import { policyOf } from "./lintedPolicy";
import { lineAndColumn, type Places, placesIn } from "./places";
import { type RuleCode, ruleCodes, rules } from "./rules";

export { contextOf } from "./context";
export { type EndpointContext, Severity } from "./finding";
export { type RuleCode, ruleCodes, rules } from "./rules";

/** A problem in a policy. */
export type Finding = AnyFinding<RuleCode>;

// The deepest policy that follows the grammar has seven levels.
const deepest = 20;

/**
 * Finds what AWS would reject in an endpoint policy, or accept without effect. It does not call AWS.
 *
 * @param policy the JSON string, which also gives findings lines and columns, or the parsed document. Any value may
 * contain a placeholder such as `<accountId>`.
 */
export function lintEndpointPolicy(policy: unknown, context: EndpointContext = {}): Finding[] {
    if (typeof policy !== "string") return lintDocument(policy, context);
    let document: unknown;
    try {
        document = JSON.parse(policy);
    } catch {
        const fault = {
            path: "",
            message: `is not JSON: ${describeInvalidJson(policy)}`,
            hint: "check the quotes, commas and brackets there",
        };
        return [{ ...found("pol.not-json", fault), ...lineAndColumn(policy, invalidJsonAt(policy)) }];
    }
    const places = placesIn(policy);
    if (places.depth > deepest) {
        const message = `is nested ${places.depth} levels deep`;
        return [
            found("pol.grammar", {
                path: "",
                message,
                hint: `a policy is {"Version": "2012-10-17", "Statement": [{ … }]}`,
            }),
        ];
    }
    return lintDocument(document, context, places).map((finding) => ({
        ...finding,
        ...lineAndColumn(policy, places.offsets.get(finding.path) ?? 0),
    }));
}

function lintDocument(document: unknown, context: EndpointContext, places?: Places): Finding[] {
    const policy = policyOf(document, places);
    // Without a Statement it may be any JSON file, with secrets that the other rules would quote.
    const isPolicy = !isMap(document) || document.Statement !== undefined;
    return ruleCodes.filter((code) => isPolicy || code === "pol.grammar").flatMap((code) =>
        rules[code].check(policy, context).map((fault) => found(code, fault))
    );
}

function found(code: RuleCode, { path, message, hint, severity = rules[code].severity }: Fault): Finding {
    return { code, severity, path, message, hint };
}
