import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import type { Statement } from "../../../../components/plan/policies/iam/document";
import { Decision, evaluate } from "../../../../components/plan/policies/iam/evaluate";
import { matches, patternOf } from "../../../../components/plan/policies/iam/pattern";
import type { Request } from "../../../../components/plan/policies/iam/request";
import { canonicalJson, type PolicyDocument } from "../../../../components/plan/policies/policyDocument";
import { shuffled } from "../../arbitraries";

// Few words and values, so that statements are about requests as often as not.
const account = fc.constantFrom("111122223333", "123456789012");
const team = fc.constantFrom("a", "b");
const actions = ["s3:GetObject", "s3:PutObject", "sqs:SendMessage"];
const resources = ["arn:aws:s3:::amzn-s3-demo-bucket/a", "arn:aws:s3:::amzn-s3-demo-bucket/b"];
const key = "aws:PrincipalTag/team";

const request: fc.Arbitrary<Request> = fc.record({
    principal: fc.oneof(
        fc.constant({ type: "Anonymous" } as const),
        account.map((id) => ({ type: "AWS", arn: `arn:aws:sts::${id}:assumed-role/app/i-1` }) as const),
        fc.constant({ type: "Service", name: "logs.amazonaws.com" } as const),
    ),
    action: fc.constantFrom(...actions),
    resource: fc.constantFrom(...resources),
    context: fc.record({ [key]: team }, { requiredKeys: [] }) as fc.Arbitrary<Request["context"]>,
});

const operator = fc.constantFrom("StringEquals", "StringNotEquals", "StringLikeIfExists", "ForAllValues:StringLike");
const statement: fc.Arbitrary<Statement> = fc.record({
    Effect: fc.constantFrom("Allow", "Allow", "Deny"),
    Principal: fc.oneof(fc.constant("*"), fc.record({ AWS: account }), fc.constant({ Service: "logs.amazonaws.com" })),
    Action: someOf("*", "s3:*", ...actions),
    Resource: someOf(
        "*",
        "arn:aws:s3:::*/a",
        "arn:aws:s3:::amzn-s3-demo-bucket/${aws:PrincipalTag/team}",
        ...resources,
    ),
    Condition: fc.oneof(
        fc.constant({}),
        fc.tuple(operator, team).map(([name, value]) => ({ [name]: { [key]: value } })),
    ),
});
/** What an evaluation does not know. */
const unclear = statement.map((one) => ({ ...one, Condition: { StringResembles: { [key]: "a" } } }));
const statements = fc.array(fc.oneof({ weight: 3, arbitrary: statement }, unclear), { maxLength: 5 });

function someOf(...values: string[]): fc.Arbitrary<string[]> {
    return fc.subarray(values, { minLength: 1, maxLength: 3 });
}

const policyOf = (list: Statement[]): PolicyDocument => ({ Version: "2012-10-17", Statement: list });
const decisionOf = (list: Statement[], asked: Request) => evaluate(policyOf(list), asked).decision;

describe("every evaluation", () => {
    it("returns the same decision for any order of statements", () => {
        fc.assert(fc.property(statements.chain((list) => fc.tuple(fc.constant(list), shuffled(list))), request, (
            [list, other],
            asked,
        ) => assert.equal(decisionOf(other, asked), decisionOf(list, asked))));
    });

    it("never allows with one more Deny what it did not allow before", () => {
        fc.assert(fc.property(statements, fc.oneof(statement, unclear), request, (list, one, asked) => {
            if (decisionOf(list, asked) === Decision.Allowed) return;
            assert.notEqual(decisionOf([...list, { ...one, Effect: "Deny" }], asked), Decision.Allowed);
        }));
    });

    it("keeps allowed and explicitly denied requests as they are with one more Allow", () => {
        fc.assert(fc.property(statements, fc.oneof(statement, unclear), request, (list, one, asked) => {
            const before = decisionOf(list, asked);
            if (before !== Decision.Allowed && before !== Decision.ExplicitDeny) return;
            assert.equal(decisionOf([...list, { ...one, Effect: "Allow" }], asked), before);
        }));
    });

    it("is undecided exactly if the unknown parts could change the decision", () => {
        fc.assert(
            fc.property(statements, request, (list, asked) => {
                const outcomes = resolved(list).map((known) => decisionOf(known, asked) === Decision.Allowed);
                const decision = decisionOf(list, asked);
                assert.equal(decision === Decision.CannotTell, new Set(outcomes).size > 1);
                if (decision !== Decision.CannotTell) assert.equal(outcomes[0], decision === Decision.Allowed);
            }),
            { numRuns: 300 },
        );
    });

    it("gives reasons exactly if it is undecided, and names the deciding statements", () => {
        fc.assert(fc.property(statements, request, (list, asked) => {
            const { decision, statements: named, why } = evaluate(policyOf(list), asked);
            assert.equal(why.length > 0, decision === Decision.CannotTell);
            assert.equal(named.length > 0, decision !== Decision.ImplicitDeny);
        }));
    });

    it("returns the same decision for a policy and its canonical JSON", () => {
        fc.assert(fc.property(statements, request, (list, asked) => {
            const text = canonicalJson(policyOf(list));
            assert.equal(evaluate(JSON.parse(text) as PolicyDocument, asked).decision, decisionOf(list, asked));
        }));
    });

    it("terminates for any JSON as a statement or as an element of one", () => {
        const element = fc.constantFrom("Effect", "Principal", "Action", "Resource", "Condition");
        fc.assert(fc.property(statement, element, fc.jsonValue(), request, (one, name, value, asked) => {
            const whole = evaluate({ Version: "2012-10-17", Statement: value }, asked).decision;
            // Only an empty list of statements is one that says nothing.
            assert.equal(
                whole,
                Array.isArray(value) && value.length === 0 ? Decision.ImplicitDeny : Decision.CannotTell,
            );
            assert.ok(decisionOf([{ ...one, [name]: value }], asked) in Decision);
        }));
    });
});

/** The policies that a policy might mean: what is unknown of each statement holds in some and does not in others. */
function resolved([first, ...others]: Statement[]): Statement[][] {
    if (!first) return [[]];
    const isUnclear = Object.keys(first.Condition as object).includes("StringResembles");
    const meanings = isUnclear ? [[{ ...first, Condition: {} }], []] : [[first]];
    return resolved(others).flatMap((rest) => meanings.map((meaning) => [...meaning, ...rest]));
}

describe("a condition", () => {
    const pairs = [
        ...[["StringEquals", "StringNotEquals"], ["StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase"]],
        ...[["StringLike", "StringNotLike"], ["NumericEquals", "NumericNotEquals"], ["DateEquals", "DateNotEquals"]],
        ...[["IpAddress", "NotIpAddress"], ["ArnEquals", "ArnNotEquals"], ["ArnLike", "ArnNotLike"]],
    ] as [string, string][];
    const values = [
        ...["1", "2", "2020-01-01T00:00Z", "2020-01-01", "203.0.113.0/24", "203.0.113.7", "::/0", "::1"],
        ...["arn:aws:s3:::a", "arn:aws:s3:::*", "A*", "a", "*", "", "${aws:username}", "${*}"],
    ];
    const of = (condition: unknown, context: Request["context"]) =>
        evaluate(
            policyOf([{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition: condition }]),
            { principal: { type: "Anonymous" }, action: "s3:GetObject", resource: "*", context },
        ).decision;
    const opposite = { Allowed: "ImplicitDeny", ImplicitDeny: "Allowed", CannotTell: "CannotTell" };

    it("is met exactly if its opposite is not, and both are undecided together", () => {
        const some = fc.constantFrom(...values);
        fc.assert(
            fc.property(
                fc.constantFrom(...pairs),
                fc.array(some, { minLength: 1 }),
                some,
                ([one, other], list, value) => {
                    const context = { [key]: value, "aws:username": "a" };
                    const expected = opposite[of({ [one]: { [key]: list } }, context) as keyof typeof opposite];
                    assert.equal(of({ [other]: { [key]: list } }, context), expected);
                    const [all, any] = ["ForAllValues", "ForAnyValue"].map((set) => `${set}:`);
                    const several = { ...context, [key]: [value, "a"] };
                    const noneOfThem = opposite[of({ [any + one]: { [key]: list } }, several) as keyof typeof opposite];
                    if (value !== "") assert.equal(of({ [all + other]: { [key]: list } }, several), noneOfThem);
                },
            ),
            { numRuns: 300 },
        );
    });
});

describe("a pattern", () => {
    const letters = fc.string({ unit: fc.constantFrom("a", "b", ":", "*", "?"), maxLength: 8 });

    it("matches what the equivalent regular expression matches", () => {
        fc.assert(
            fc.property(letters, letters, (pattern, text) => {
                const meaning = new RegExp(`^${pattern.replaceAll("*", "[^]*").replaceAll("?", "[^]")}$`);
                assert.equal(matches(patternOf(pattern), text), meaning.test(text));
            }),
            { numRuns: 1000 },
        );
    });

    it("that is built for excessive backtracking terminates quickly", () => {
        assert.equal(matches(patternOf("*a".repeat(40) + "b"), "a".repeat(300)), false);
        assert.equal(matches(patternOf("*".repeat(20_000)), "a"), true);
    });
});
