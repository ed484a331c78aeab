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

describe("a policy made to take forever, or that makes no sense", function() {
    this.timeout(60_000);

    for (const [title, document] of Object.entries(hostile)) {
        it(`is answered in seconds: ${title}`, () => {
            const started = process.cpuUsage();
            const { verdict, requests, why } = prove(document, context);
            assert.equal(verdict === ProofVerdict.possible, requests.length > 0);
            assert.ok(verdict === ProofVerdict.proven || requests.length + why.length > 0);
            compare(templates.default!, document, context);
            missing(document, templates.default!, context);
            lintEndpointPolicy(JSON.stringify(document), { service: "sqs" });
            const { user, system } = process.cpuUsage(started);
            assert.ok((user + system) / 1e6 < 20, `${(user + system) / 1e6} s`);
        });
    }

    it("is not proven if an operator is unknown, and proven if it contradicts itself", () => {
        assert.equal(prove(hostile["unknown operators"]!, context).verdict, ProofVerdict.notProven);
        assert.equal(prove(hostile.contradictions!, context).verdict, ProofVerdict.proven);
        assert.equal(prove(hostile["no statement"]!, context).verdict, ProofVerdict.proven);
    });
});
