import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { Decision, evaluate } from "../../../../../components/plan/policies/iam/evaluate";
import { search } from "../../../../../components/plan/policies/iam/prove/searchRequests";
import { Space } from "../../../../../components/plan/policies/iam/prove/space";
import type { Request } from "../../../../../components/plan/policies/iam/request";
import type { PolicyDocument } from "../../../../../components/plan/policies/policyDocument";
import { policy, request, statement } from "./arbitraryPolicies";

/**
 * The long run is `PROVE_RUNS=2500 npx mocha tests/plan/policies/iam/prove/search.property.test.ts`: 100,000 requests, of
 * which half are drawn at the boundaries of what the documents distinguish. It prints the counts.
 */
const runs = process.env.PROVE_RUNS;
const numRuns = Number(runs ?? 80);
const requests = fc.array(request, { minLength: 20, maxLength: 20 });
const picks = fc.array(fc.array(fc.nat(), { minLength: 12, maxLength: 12 }), { minLength: 20, maxLength: 20 });

/** A request of the samples that the documents distinguish, some of which are at the ends of intervals. */
function drawn(space: Space, [of, ...chosen]: number[]): Request {
    const box = space.everything[of! % 10 === 0 ? 1 : 0]!;
    const one = (bits: bigint, pick: number) => {
        const all = [...bits.toString(2)].reverse().flatMap((bit, at) => (bit === "1" ? [1n << BigInt(at)] : []));
        return all[pick % all.length]!;
    };
    return space.requestIn(box.map((bits, at) => one(bits, chosen[at % chosen.length]!)));
}

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
    it("finds none only if the evaluator finds none, and returns only requests that the evaluator confirms", function() {
        this.timeout(0);
        const answers: string[] = [];
        let [compared, shown] = [0, 0];
        fc.assert(
            fc.property(pair, requests, picks, ([one, other], anywhere, chosen) => {
                const answer = search({ allowedBy: [one], notBy: [other] });
                answers.push(answer.found);
                if (answer.found === "too large") return;
                const space = new Space([one, other]);
                const asked = [...anywhere, ...chosen.map((each) => drawn(space, each))];
                compared += asked.length;
                const passes = asked.find((each) =>
                    decide(one, each) === Decision.Allowed && decide(other, each) !== Decision.Allowed
                );
                if (answer.found === "none") assert.equal(passes, undefined);
                if (answer.found !== "some") return;
                shown += answer.requests.length;
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
        if (runs !== undefined) {
            const counts = ["none", "some", "unknown", "too large"].map((found) => `${found} ${share(found)}`);
            process.stdout.write(
                `${compared} requests compared, ${shown} requests shown and confirmed, answers: ${counts.join(", ")}\n`,
            );
        }
        assert.ok(share("too large") < 0.02, `${share("too large")} too large`);
    });
});
