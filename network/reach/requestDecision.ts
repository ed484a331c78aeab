import { isMap } from "../../components/plan/isMap";
import { type Statement, statementsOf } from "../../components/plan/policies/iam/document";
import { Decision, evaluate, type Evaluation } from "../../components/plan/policies/iam/evaluate";
import type { Request, RequestContext } from "../../components/plan/policies/iam/request";
import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { PolicyDocument } from "../../components/plan/policies/policyDocument";
import type { AwsRequest, Endpoint, Role } from "../model/accessModel";
import { knownOr, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";

/** A request, the role that signs it, and the endpoint that it goes through, if it does. */
export interface SentRequest {
    request: AwsRequest;
    role: Maybe<Role> | undefined;
    endpoint: Endpoint | undefined;
}

/**
 * The decision of a policy on a request of which some keys are not known: it holds if it is the same when every condition on
 * such a key matches and when none does; otherwise it is `CannotTell`, with the keys as the reasons.
 */
export function decisionOn(index: NetworkIndex, document: PolicyDocument, sent: SentRequest): Evaluation {
    const request = requestOf(index, sent);
    const { evaluation, open } = decided(document, request, openKeys(index, sent.role, request));
    if (open.length === 0) return evaluation;
    const why = [...evaluation.why, ...open.map((key) => `the value of ${key} in the request`)];
    return { ...evaluation, decision: Decision.CannotTell, why };
}

function requestOf({ network }: NetworkIndex, { request, role, endpoint }: SentRequest): Request {
    const { action, resource = "*", resourceAccount, context = {} } = request;
    const { accountId, perimeter: { organizationId } = {} } = network;
    const arn = arnOf(role);
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
        "aws:SourceVpc": endpoint && knownOr(endpoint.vpc, undefined),
        "aws:SourceVpce": endpoint?.id,
    };
    const filled = Object.entries(known).filter((entry): entry is [string, string] => entry[1] !== undefined);
    return {
        principal: { type: "AWS", arn: principal },
        action,
        resource,
        context: { ...Object.fromEntries(filled), ...context } as RequestContext,
        endpoint: endpoint && knownOr(endpoint.kind, undefined),
    };
}

/** The ARN of a role, if it is known. */
function arnOf(role: Maybe<Role> | undefined): string | undefined {
    return role === undefined || isUnknown(role) ? undefined : knownOr(role.arn, undefined);
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
    const roleKnown = arnOf(role) !== undefined;
    return (operator, key) => {
        // Workloads sign their requests, so that the key is there, whatever its value.
        if (/^aws:PrincipalArn$/i.test(key)) return !roleKnown && operator !== "Null";
        if (/^aws:(Principal|Resource)Account$/i.test(key)) return accountId === undefined && operator !== "Null";
        return untold.test(key) && !given.has(key.toLowerCase());
    };
}

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
