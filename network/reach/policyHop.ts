import { Decision } from "../../components/plan/policies/iam/evaluate";
import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { AwsRequest, Endpoint, Role } from "../model/accessModel";
import type { Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { policyIn } from "../model/policyText";
import { type Hop, hop, passed, undecided } from "./hop";
import { decisionOn } from "./requestDecision";

/** Whether the policy of an endpoint allows a request of a role, and the statement that decides. */
export function policyHop(
    index: NetworkIndex,
    endpoint: Endpoint,
    request: AwsRequest | undefined,
    role: Maybe<Role> | undefined,
): Hop {
    const label = index.label("endpoints", endpoint.id);
    const { policy } = endpoint;
    if (isUnknown(policy)) return undecided("policy", policy, `the policy of ${label} is not known`);
    if (policy === null) return passed("policy", `${label} has AWS's default policy, which allows everything`);
    if (!request) return passed("policy", `${label} has a policy; no action is given, so it is not evaluated`);
    const document = policyIn(policy);
    if (!document) return undecided("policy", unknown(`the policy of ${label}, which is not JSON`), label);
    const { decision, statements, why } = decisionOn(index, document, { request, role, endpoint });
    const asked = requestWords(request);
    const by = statements.join(", ");
    if (decision === Decision.CannotTell) {
        return undecided("policy", { unknown: why }, `the policy of ${label} may allow ${asked}`);
    }
    if (decision === Decision.Allowed) return passed("policy", `${by} of ${label} allows ${asked}`);
    const { service } = endpoint;
    const option = service === undefined ? {} : { option: { add: "access" as const, service, request } };
    if (decision === Decision.ExplicitDeny) {
        const sentence = `narrow ${by} in the policy of ${label}, so that it does not deny ${asked}`;
        return hop("policy", false, `${by} of ${label} denies ${asked}`, "policy.denied", () => ({ sentence }));
    }
    const sentence = `allow ${asked} in the policy of ${label}`;
    const says = `no statement of the policy of ${label} allows ${asked}`;
    return hop("policy", false, says, "policy.not-allowed", () => ({ sentence, ...option }));
}

/** A request in a sentence, e.g. `s3:GetObject on *`. */
export function requestWords({ action, resource = "*" }: AwsRequest): string {
    return `${action} on ${resource}`;
}
