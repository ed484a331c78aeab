import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { Decision, evaluate } from "../../../../../components/plan/policies/iam/evaluate";
import { search } from "../../../../../components/plan/policies/iam/prove/searchRequests";
import type { Request } from "../../../../../components/plan/policies/iam/request";
import type { PolicyDocument } from "../../../../../components/plan/policies/policyDocument";
import { policy, request, statement } from "./arbitraryPolicies";

/** The long run is `PROVE_RUNS=2500 npx mocha tests/plan/policies/iam/prove/search.property.test.ts`, of 100,000 requests. */
const numRuns = Number(process.env.PROVE_RUNS ?? 80);
const requests = fc.array(request, { minLength: 40, maxLength: 40 });

const decide = (document: PolicyDocument, asked: Request) => evaluate(document, asked).decision;
const denied = (decision: Decision) => decision === Decision.ImplicitDeny || decision === Decision.ExplicitDeny;

/** Two documents, of which the second one often allows as much as the first one. */
const pair = fc.tuple(policy, statement, fc.nat(3), policy).map(
    ([one, more, how, other]): [PolicyDocument, PolicyDocument] => {
        const list = one.Statement as object[];
        const changed = [other.Statement, list, [...list, more], list.slice(1)][how] as object[];
        return [one, { ...one, Statement: changed }];
    },
);

describe("every search for requests that one policy allows and another does not", () => {
    it("finds none only if the evaluator finds none, and shows only what the evaluator confirms", function() {
        this.timeout(0);
        const answers: string[] = [];
        fc.assert(
            fc.property(pair, requests, ([one, other], asked) => {
                const answer = search({ allowedBy: [one], notBy: [other] });
                answers.push(answer.found);
                const passes = asked.find((each) =>
                    decide(one, each) === Decision.Allowed && decide(other, each) !== Decision.Allowed
                );
                if (answer.found === "none") assert.equal(passes, undefined);
                if (answer.found !== "some") return;
                for (const { request: found } of answer.requests) {
                    assert.equal(decide(one, found), Decision.Allowed, JSON.stringify(found));
                    assert.ok(denied(decide(other, found)), JSON.stringify(found));
                }
            }),
            { numRuns },
        );
        const share = (found: string) => answers.filter((answer) => answer === found).length / answers.length;
        assert.ok(
            share("none") > 0.1 && share("some") > 0.1,
            `${share("none")} without and ${share("some")} with a request`,
        );
        assert.ok(share("too large") < 0.02, `${share("too large")} too large`);
    });
});
