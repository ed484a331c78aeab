import { quotas } from "../../../facts/quotas";
import { isMap } from "../../../isMap";
import { type PolicyDocument, sentLength } from "../../policyDocument";
import type { Check } from "./lintedPolicy";

const longest = quotas["quota.policy-size"];

/** The length of a policy is counted as sent: minified, with the longest values for its placeholders. */
export const tooLong: Check = ({ document }) => {
    if (!isMap(document)) return [];
    const length = sentLength(document as PolicyDocument);
    if (length <= longest) return [];
    const message = `the policy has ${length} characters when minified; the limit is ${longest}`;
    return [{ path: "", message, hint: `merge similar statements: ${longestPart(document as PolicyDocument)}` }];
};

/** The longest part of a policy: its longest statement, and the longest list in it. */
function longestPart({ Statement }: PolicyDocument): string {
    const statements = [Statement].flat().filter(isMap);
    const sizes = statements.map((statement) => JSON.stringify(statement).length);
    const index = sizes.indexOf(Math.max(...sizes));
    const lists = Object.entries(statements[index] ?? {}).filter(([, value]) => Array.isArray(value));
    lists.sort(([, a], [, b]) => JSON.stringify(b).length - JSON.stringify(a).length);
    const Sid = statements[index]?.Sid;
    const name = typeof Sid === "string" ? Sid : `Statement[${index}]`;
    const [element, list] = lists[0] ?? [];
    const long = element
        ? `, where ${element} lists ${(list as unknown[]).length}: use wildcards instead`
        : "";
    return `the longest statement is ${name}, of ${sizes[index]} characters${long}`;
}

/** Some services do not support endpoint policies: AWS then allows everything. */
export const unsupported: Check = (_, { policySupport, service }) => {
    if (policySupport !== false) return [];
    const message = `AWS does not support endpoint policies for ${service ?? "this service"}`;
    return [{ path: "", message, hint: "remove it, and limit access with identity and resource policies" }];
};
