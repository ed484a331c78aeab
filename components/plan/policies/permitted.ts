import { factsOf } from "../services/serviceNames";
import { type Passage, passagesOf, Senders } from "./passages";
import { fillPlaceholders, type PolicyDocument } from "./policyDocument";
import { type Condition, type Trust, trusted } from "./trust";

/** The policies that allow what may pass: trusted principals to trusted resources, and one for each passage. */
export function permitted(trust: Trust): {
    inside: PolicyDocument;
    named: { passage: Passage; only: PolicyDocument }[];
} {
    const named = passagesOf(trust).map((passage) => ({
        passage,
        only: documentOf(statementsOf(passage, trust), trust),
    }));
    return { inside: documentOf(inside(["*"], trust), trust), named };
}

/** The policy that allows trusted principals' requests to a service: what may pass, and all on named resources. */
export function insideDocument(trust: Trust, resources: string[] = []): PolicyDocument {
    const { iamPrefixes = [] } = factsOf(trust.service);
    const actions = iamPrefixes.length > 0 ? iamPrefixes.map((prefix) => `${prefix}:*`) : ["*"];
    const named = resources.map((arn): Passage => ({
        name: arn,
        senders: Senders.trusted,
        actions,
        resources: [arn],
        condition: { StringEquals: { "aws:ResourceAccount": arn.split(":")[4] } },
    }));
    const passages = [...passagesOf(trust), ...named].filter(({ senders }) => senders === Senders.trusted);
    return documentOf([...inside(actions, trust), ...passages.flatMap((one) => statementsOf(one, trust))], trust);
}

/** Trusted principals to trusted resources. */
function inside(Action: string[], { perimeter = {} }: Trust): object[] {
    return trusted("Principal", perimeter).flatMap((principal) =>
        trusted("Resource", perimeter).map((resource) => ({
            Action,
            Resource: ["*"],
            Condition: merged(principal, resource),
        }))
    );
}

function documentOf(statements: object[], { region, partition }: Trust): PolicyDocument {
    const Statement = statements.map((one) => ({ Effect: "Allow", Principal: "*", ...one }));
    return fillPlaceholders({ Version: "2012-10-17", Statement }, { region, partition });
}

function statementsOf(
    { senders, actions, resources, condition = {} }: Passage,
    { perimeter = {} }: Trust,
): object[] {
    const of = (conditions: Condition[]) =>
        conditions.map((one) => ({ Action: actions, Resource: resources, Condition: merged(one, condition) }));
    switch (senders) {
        case Senders.trusted:
            return of(trusted("Principal", perimeter));
        case Senders.services:
            return of(
                trusted("Resource", perimeter).map((one) =>
                    merged(one, { Bool: { "aws:PrincipalIsAWSService": "true" } })
                ),
            );
        case Senders.unsigned:
            return of([{ Null: { "aws:PrincipalArn": "true" } }]);
        case Senders.anyone:
            return of([{}]);
    }
}

function merged(one: Condition, other: Condition): Condition {
    const both = { ...one };
    for (const [operator, keys] of Object.entries(other)) both[operator] = { ...both[operator], ...keys };
    return both;
}
