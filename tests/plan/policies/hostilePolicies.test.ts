import * as assert from "node:assert/strict";

import { lintEndpointPolicy } from "../../../components/plan/policies/iam/lint/lintEndpointPolicy";
import type { PolicyDocument } from "../../../components/plan/policies/policyDocument";
import { compare, missing, ProofVerdict, prove } from "../../../components/plan/policies/prove";
import { templates } from "../fixtures";

const context = { service: "sqs", region: "us-east-1", partition: "aws" };
const policy = (...statements: object[]): PolicyDocument => ({
    Version: "2012-10-17",
    Statement: statements.map((one) => ({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...one })),
});
const times = <T>(count: number, of: (index: number) => T) => Array.from({ length: count }, (_, index) => of(index));

const hostile: { [title: string]: PolicyDocument } = {
    "nested wildcards": policy({ Resource: times(60, (index) => `arn:aws:sqs:${"*?".repeat(20)}${index}:*a*`) }),
    "a thousand actions": policy({ Action: times(1000, (index) => `sqs:*A${index}*`) }),
    "hundreds of conditions": policy({
        Condition: Object.fromEntries(
            times(8, (operator) => [
                [
                    "StringLike",
                    "StringNotLike",
                    "StringEquals",
                    "StringNotEquals",
                    "ArnLike",
                    "ArnNotLike",
                    "Null",
                    "Bool",
                ][
                    operator
                ]!,
                Object.fromEntries(times(40, (index) => [`aws:RequestTag/t${index}`, `${operator}*${index}`])),
            ]),
        ),
    }),
    "conditions on lists": policy(
        ...times(20, (index) => ({ Condition: { "ForAnyValue:StringLike": { "aws:TagKeys": `*${index}*` } } })),
    ),
    "contradictions": policy({
        Condition: { StringEquals: { "aws:username": "a" }, StringNotEquals: { "aws:username": "a" } },
    }),
    "unknown operators": policy({ Condition: { StringMatches: { "aws:username": "a" }, Foo: "bar", Bool: null } }),
    "no statement": { Statement: [] },
    "statements that are none": { Statement: [null, 5, "a", []] },
};

/** What the prover answers. */
const verdicts: { [title: string]: ProofVerdict } = {
    "nested wildcards": ProofVerdict.tooLarge,
    "a thousand actions": ProofVerdict.tooLarge,
    "hundreds of conditions": ProofVerdict.proven,
    "conditions on lists": ProofVerdict.tooLarge,
    "contradictions": ProofVerdict.proven,
    "unknown operators": ProofVerdict.notProven,
    "no statement": ProofVerdict.proven,
    "statements that are none": ProofVerdict.notProven,
};

describe("a policy made to take forever, or that makes no sense", function() {
    this.timeout(60_000);

    for (const [title, document] of Object.entries(hostile)) {
        it(`is answered: ${title}`, () => {
            const { verdict, requests, why } = prove(document, context);
            assert.equal(verdict, verdicts[title]);
            assert.deepEqual(requests, []);
            assert.equal(why.length > 0, verdict !== ProofVerdict.proven);
            compare(templates.default!, document, context);
            missing(document, templates.default!, context);
            lintEndpointPolicy(JSON.stringify(document), { service: "sqs" });
        });
    }
});
