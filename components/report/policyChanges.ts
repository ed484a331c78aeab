import { isMap } from "../plan/isMap";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { Answer } from "../plan/policies/iam/prove/question";
import type { PolicyDocument } from "../plan/policies/policyDocument";
import { compare } from "../plan/policies/prove";
import { requestWords } from "../plan/policies/requestWords";
import type { ReportedPlan } from "./reportedPlan";

/** An endpoint with another policy than in the earlier plan, and what that changes, decided for all requests. */
export interface PolicyChange {
    /** The endpoint's name, e.g. `s3-gateway`. */
    name: string;
    /** The shortest newly allowed request by each statement, in a sentence. */
    opened: string[];
    /** The shortest request by each earlier statement that is no longer allowed, in a sentence. */
    closed: string[];
    /** What prevents an answer, in sentences. */
    undecided: string[];
}

/** The endpoints of two plans whose policies differ. An endpoint of a new kind is compared with the service's earlier one. */
export function policyChanges(before: ReportedPlan, after: ReportedPlan): PolicyChange[] {
    return after.endpoints.flatMap((endpoint) => {
        const { name, service } = endpoint;
        const earlier = before.endpoints.find((one) => one.name === name)
            ?? before.endpoints.find((one) => one.service === service);
        if (!earlier || earlier.policy.document === endpoint.policy.document) return [];
        return [{ name, ...changed(earlier, endpoint, after) }];
    });
}

function changed(
    before: PlannedEndpoint,
    after: PlannedEndpoint,
    { region, partition, perimeter }: ReportedPlan,
): Omit<PolicyChange, "name"> {
    const [was, is] = [documentOf(before), documentOf(after)];
    if (typeof was === "string" || typeof is === "string") {
        const undecided = [
            ...(typeof was === "string" ? [`The earlier policy ${was}.`] : []),
            ...(typeof is === "string" ? [`The policy ${is}.`] : []),
        ];
        return { opened: [], closed: [], undecided };
    }
    const { service, kind } = after;
    const { opened, closed } = compare(was, is, { service, kind, region, partition, perimeter });
    return {
        opened: requestsOf(opened),
        closed: requestsOf(closed),
        undecided: [
            ...reasonsOf(opened, "Whether more is allowed"),
            ...reasonsOf(closed, "Whether less is allowed"),
        ],
    };
}

/** The default endpoint policy, which an endpoint without policy has. */
const everything: PolicyDocument = {
    Version: "2012-10-17",
    Statement: [{ Sid: "NoPolicy", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" }],
};

/** The policy of an endpoint, or why it is unknown. */
function documentOf({ policy: { from, document } }: PlannedEndpoint): PolicyDocument | string {
    if (from === "none") return everything;
    if (document === null) return "is known only during a deployment";
    try {
        const read: unknown = JSON.parse(document);
        if (isMap(read)) return read as PolicyDocument;
    } catch {
        // Reported like every other value that is not a policy.
    }
    return "is not in the earlier plan in a form that can be read: write that plan again";
}

function requestsOf(answer: Answer): string[] {
    return answer.found === "some" ? answer.requests.map(requestWords) : [];
}

function reasonsOf(answer: Answer, what: string): string[] {
    return "why" in answer ? [`${what} is not decided: ${answer.why.join("; ")}.`] : [];
}

/** The change of a policy in a few words. */
export function changeWords({ opened, closed, undecided }: PolicyChange): string {
    const more = opened.length > 0 ? "allows more" : undefined;
    const less = closed.length > 0 ? "allows less" : undefined;
    const known = [more, less].filter((words) => words !== undefined).join(" and ");
    return known || (undecided.length > 0 ? "not decided" : "allows the same");
}

/** What policies allow and the earlier ones do not, and the reverse, a line for each request. */
export function policyChangeLines(changes: PolicyChange[]): string[] {
    return changes.flatMap(({ name, opened, closed, undecided }) => [
        ...opened.map((request) => `Newly allowed through ${name}: ${request}`),
        ...closed.map((request) => `No longer allowed through ${name}: ${request}`),
        ...undecided.map((reason) => `${name}: ${reason}`),
    ]);
}
