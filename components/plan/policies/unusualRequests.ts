import type { Service } from "../facts/services";
import { narrowedActions, unlimitedActions, unownedActions, unresourcedActions } from "../facts/unownedActions";
import { unsignedRequests } from "../facts/unsignedRequests";
import { factsOf, nonFipsOf } from "../services/serviceNames";
import { ownAccount as own } from "./policyDocument";

/** A generated statement of an endpoint policy; `<accountId>` is a placeholder for what the perimeter trusts. */
export interface MadeStatement {
    Sid: string;
    Effect: "Allow";
    Principal: "*";
    Action: string[];
    Resource: string[];
    Condition?: { [operator: string]: { [key: string]: unknown } };
}

/** Whether requests for an action may be unsigned, through the service's endpoint or, without a service, in general. */
export function isUnsigned(action: string, service?: Service): boolean {
    return unsignedRequests.some(({ actions, endpoint, signedElsewhere }) =>
        (!signedElsewhere || (service !== undefined && endpoint === nonFipsOf(service)))
        && actions.some((known) => same(known, action))
    );
}

/** Whether AWS sets no resource owner for an action. */
export function isUnowned(action: string): boolean {
    return unownedActions.some((known) => same(known, action) || (known.endsWith(":*") && sameService(known, action)));
}

function same(one: string, other: string): boolean {
    return one.toLowerCase() === other.toLowerCase();
}

function sameService(one: string, other: string): boolean {
    return same(one.split(":")[0]!, other.split(":")[0]!);
}

/** The actions without a resource owner that go through a service's endpoint, except those that nothing can limit. */
export function unownedThrough(service: Service): string[] {
    const { iamPrefixes = [] } = factsOf(service);
    return unownedActions.filter((action) =>
        iamPrefixes.includes(action.split(":")[0]!) && !unlimitedActions.includes(action)
    );
}

/** Actions without a resource owner, in groups that can be limited in the same way. */
export function byLimit(actions: string[]): { actions: string[]; condition: MadeStatement["Condition"] }[] {
    const limitOf = (action: string) =>
        narrowedActions.find((narrowed) => narrowed.actions.some((known) => same(known, action)));
    return [undefined, ...narrowedActions].map((limit) => ({
        actions: actions.filter((action) => limitOf(action) === limit),
        condition: limit?.condition ?? {},
    })).filter((group) => group.actions.length > 0);
}

/** The actions through a service's endpoint that name no resource. */
export function unresourcedThrough(service: Service): string[] {
    const { iamPrefixes = [] } = factsOf(service);
    return unresourcedActions.filter((action) => iamPrefixes.includes(action.split(":")[0]!));
}

/** The statements for requests that a perimeter's conditions on principals or resources cannot match. */
export function unusualStatements(service: Service): MadeStatement[] {
    return [...unownedStatements(service), ...unsigned(service)];
}

/** The statements for actions without a resource owner, limited by the other side where a condition key has it. */
export function unownedStatements(service: Service): MadeStatement[] {
    return byLimit(unownedThrough(service)).map(({ actions, condition }, index, groups): MadeStatement => ({
        Sid: `OwnPrincipalsToUnowned${groups.length > 1 ? index + 1 : ""}`,
        Effect: "Allow",
        Principal: "*",
        Action: actions,
        Resource: ["*"],
        Condition: { StringEquals: { "aws:PrincipalAccount": own }, ...condition },
    }));
}

/** The statements for unsigned requests through an endpoint, for all of them or for some actions on some resources. */
export function unsigned(
    service: Service,
    only?: string[],
    Sid = "UnsignedToOwnResources",
    named: string[] = ["*"],
): MadeStatement[] {
    return unsignedRequests.filter(({ endpoint }) => endpoint === nonFipsOf(service)).flatMap((requests) => {
        const { accountKeys = ["aws:ResourceAccount"], resources = named } = requests;
        // If only the name identifies the owner, no other name may replace it.
        const Resource = named.every((arn) => arn.split(":")[4] === own) ? named : resources;
        const Action = requests.actions.filter((action) => !only || only.some((one) => same(one, action)));
        // Signed requests are matched by the statements on principals. Only they have a principal ARN; the account of
        // an unsigned one is the word "anonymous".
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
        const unsigned = { Null: { "aws:PrincipalArn": "true" } };
        const conditions = accountKeys.length > 0
            ? accountKeys.map((key) => ({ ...unsigned, StringEquals: { [key]: own } }))
            : [unsigned];
        return conditions.map((Condition, index): MadeStatement => ({
            Sid: conditions.length > 1 ? `${Sid}${index + 1}` : Sid,
            Effect: "Allow",
            Principal: "*",
            Action,
            Resource,
            Condition,
        }));
    }).filter(({ Action }) => Action.length > 0);
}
