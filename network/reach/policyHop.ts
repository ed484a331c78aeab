import { isMap } from "../../components/plan/isMap";
import { type Statement, statementsOf } from "../../components/plan/policies/iam/document";
import { Decision, evaluate, type Evaluation } from "../../components/plan/policies/iam/evaluate";
import type { Request, RequestContext } from "../../components/plan/policies/iam/request";
import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { PolicyDocument } from "../../components/plan/policies/policyDocument";
import type { AwsRequest, Endpoint, Role } from "../model/accessModel";
import { knownOr, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import { type Hop, hop, passed, undecided } from "./hop";

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
    const document = parsed(policy);
    if (!document) return undecided("policy", unknown(`the policy of ${label}, which is not JSON`), label);
    const sent = requestOf(index, endpoint, request, role);
    const { evaluation, open } = decided(document, sent, openKeys(index, role, sent));
    const asked = `${request.action} on ${request.resource ?? "*"}`;
    const by = evaluation.statements.join(", ");
    if (evaluation.decision === Decision.CannotTell || open.length > 0) {
        const why = [...evaluation.why, ...open.map((key) => `the value of ${key} in the request`)];
        return undecided("policy", { unknown: why }, `the policy of ${label} may allow ${asked}`);
    }
    if (evaluation.decision === Decision.Allowed) return passed("policy", `${by} of ${label} allows ${asked}`);
    const { service } = endpoint;
    const option = service === undefined ? {} : { option: { add: "access" as const, service, request } };
    if (evaluation.decision === Decision.ExplicitDeny) {
        const sentence = `narrow ${by} in the policy of ${label}, so that it does not deny ${asked}`;
        return hop("policy", false, `${by} of ${label} denies ${asked}`, "policy.denied", () => ({ sentence }));
    }
    const sentence = `allow ${asked} in the policy of ${label}`;
    const says = `no statement of the policy of ${label} allows ${asked}`;
    return hop("policy", false, says, "policy.not-allowed", () => ({ sentence, ...option }));
}

function parsed(policy: string): PolicyDocument | undefined {
    try {
        const document = JSON.parse(policy) as unknown;
        return isMap(document) && "Statement" in document ? document as unknown as PolicyDocument : undefined;
    } catch {
        return undefined;
    }
}

function requestOf(
    { network }: NetworkIndex,
    endpoint: Endpoint,
    { action, resource = "*", resourceAccount, context = {} }: AwsRequest,
    role: Maybe<Role> | undefined,
): Request {
    const { accountId, perimeter: { organizationId } = {} } = network;
    const arn = role === undefined ? undefined : knownOr(role, undefined)?.arn;
    const account = arn?.split(":")[4] ?? accountId;
    const owner = resourceAccount ?? (resource.split(":")[4] || accountId);
    const principal = arn ?? `arn:aws:iam::${account ?? "123456789012"}:role/workload`;
    const known: { [key: string]: string | undefined } = {
        "aws:PrincipalArn": principal,
        "aws:PrincipalAccount": account,
        "aws:PrincipalOrgID": account !== undefined && account === accountId ? organizationId : undefined,
        "aws:ResourceAccount": resource === "*" ? undefined : owner,
        "aws:ResourceOrgID": owner !== undefined && owner === accountId ? organizationId : undefined,
        "aws:PrincipalIsAWSService": "false",
        "aws:ViaAWSService": "false",
        "aws:SecureTransport": "true",
        "aws:RequestedRegion": network.region,
        "aws:SourceVpc": knownOr(endpoint.vpc, undefined),
        "aws:SourceVpce": endpoint.id,
    };
    const filled = Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return {
        principal: { type: "AWS", arn: principal },
        action,
        resource,
        context: { ...Object.fromEntries(filled), ...context } as RequestContext,
        endpoint: knownOr(endpoint.kind, undefined),
    };
}

/**
 * Keys that requests have, whose values do not follow from the network. Requests through an endpoint have no aws:SourceIp:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourceip
 */
const untold =
    /^(aws:(Principal|Resource)(Org.*|Tag\/.*)|aws:(VpcSourceIp|userid|username|CurrentTime|EpochTime)|(?!aws:).*)$/i;

/** Which keys of a request are not known: the request has its own, and the others are missing. */
function openKeys(
    { network: { accountId } }: NetworkIndex,
    role: Maybe<Role> | undefined,
    { context }: Request,
): (operator: string, key: string) => boolean {
    const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
    const roleKnown = role !== undefined && !isUnknown(role);
    return (operator, key) => {
        // Workloads sign their requests, so that the key is there, whatever its value.
        if (/^aws:PrincipalArn$/i.test(key)) return !roleKnown && operator !== "Null";
        if (/^aws:(Principal|Resource)Account$/i.test(key)) return accountId === undefined && operator !== "Null";
        return untold.test(key) && !given.has(key.toLowerCase());
    };
}

/**
 * The decision on a request of which some keys are not known: it holds if it is the same when every condition on such a key
 * matches and when none does.
 */
function decided(
    document: PolicyDocument,
    request: Request,
    isOpen: (operator: string, key: string) => boolean,
): { evaluation: Evaluation; open: string[] } {
    const open = new Set<string>();
    const openIn = (statement: Statement): string[] => {
        const conditions = isMap(statement.Condition) ? Object.entries(statement.Condition) : [];
        const keys = conditions.flatMap(([operator, test]) =>
            isMap(test) ? Object.keys(test).filter((key) => isOpen(operator, key)) : []
        );
        const named = isOpen("", "aws:PrincipalArn") && !isEveryone(statement.Principal) ? ["Principal"] : [];
        return [...named, ...keys];
    };
    const variant = (favoured: string): PolicyDocument => ({
        ...document,
        Statement: statementsOf(document).flatMap((statement) => {
            const keys = openIn(statement);
            if (keys.length === 0) return [statement];
            for (const key of keys) open.add(key);
            return statement.Effect === favoured ? [closed(statement, isOpen)] : [];
        }),
    });
    const [best, worst] = ["Allow", "Deny"].map((effect) => evaluate(variant(effect), request));
    const same = best!.decision === worst!.decision;
    return { evaluation: worst!, open: same ? [] : [...open] };
}

/** A statement without its conditions on keys that are not known. */
function closed(statement: Statement, isOpen: (operator: string, key: string) => boolean): Statement {
    const conditions = isMap(statement.Condition) ? Object.entries(statement.Condition) : [];
    const left = conditions.map(([operator, test]) => [
        operator,
        Object.fromEntries(Object.entries(Object(test) as object).filter(([key]) => !isOpen(operator, key))),
    ]);
    const Principal = isOpen("", "aws:PrincipalArn") ? "*" : statement.Principal;
    return { ...statement, Principal, Condition: Object.fromEntries(left) as object };
}

/** Whether a Principal includes every principal, so that it does not matter which one sends the request. */
function isEveryone(principal: unknown): boolean {
    return principal === "*" || (isMap(principal) && [principal.AWS].flat().includes("*"));
}
