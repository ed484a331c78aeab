import * as assert from "node:assert/strict";

import { planPolicy } from "../../../components/plan/policies/endpointPolicy";
import { Decision, evaluate } from "../../../components/plan/policies/iam/evaluate";
import { fillPlaceholders, type PolicyDocument } from "../../../components/plan/policies/policyDocument";
import { compare, missing, ProofVerdict, prove } from "../../../components/plan/policies/prove";
import type { ProofContext } from "../../../components/plan/policies/trust";
import { templates } from "../fixtures";

const context: ProofContext = { service: "sqs", region: "us-east-1", partition: "aws" };
const [own, foreign] = ["<accountId>", "111122223333"];

/** A policy of statements that are in addition to those of the shipped one. */
const extended = (...statements: object[]): PolicyDocument => ({
    ...templates.default!,
    Statement: [
        ...templates.default!.Statement as object[],
        ...statements.map((one) => ({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...one })),
    ],
});

describe("a proof that no request can carry data out", () => {
    it("succeeds for the built-in policy, and names AWS services as the only other callers", () => {
        const { verdict, passages, requests, why } = prove(templates.default!, context);
        assert.equal(verdict, ProofVerdict.proven);
        assert.deepEqual(passages.map(({ name }) => name), ["AWS services for trusted resources"]);
        assert.deepEqual([requests, why], [[], []]);
    });

    it("returns for a policy without conditions an unsigned request that the evaluator allows", () => {
        const { verdict, requests } = prove(templates["full-access"]!, context);
        assert.equal(verdict, ProofVerdict.possible);
        const { statement, request } = requests[0]!;
        assert.equal(statement, "FullAccess");
        assert.equal(request.principal.type, "Anonymous");
        assert.equal(evaluate(templates["full-access"]!, request).decision, Decision.Allowed);
    });

    it("returns the statement that allows own credentials to write to another account", () => {
        const open = extended({ Sid: "Partner", Condition: { StringEquals: { "aws:PrincipalAccount": own } } });
        const { verdict, requests } = prove(open, context);
        assert.equal(verdict, ProofVerdict.possible);
        assert.deepEqual(requests, [{
            statement: "Partner",
            request: {
                principal: { type: "AWS", arn: `arn:aws:sts::${own}:assumed-role/app/session` },
                action: "sqs:SendMessage",
                resource: "arn:aws:sqs:us-east-1:111122223333:example",
                context: {
                    "aws:PrincipalArn": `arn:aws:iam::${own}:role/app`,
                    "aws:PrincipalAccount": own,
                    "aws:PrincipalIsAWSService": "false",
                    "aws:ResourceAccount": foreign,
                },
            },
        }]);
    });

    it("succeeds again if a Deny covers what the statement allows", () => {
        const Condition = { StringEquals: { "aws:PrincipalAccount": own } };
        const denied = { Effect: "Deny", Condition: { StringNotEquals: { "aws:ResourceAccount": own } } };
        assert.equal(prove(extended({ Condition }, denied), context).verdict, ProofVerdict.proven);
        // IfExists also denies requests without the key; StringEquals only those with it.
        const partly = { Effect: "Deny", Condition: { StringEquals: { "aws:ResourceAccount": foreign } } };
        assert.equal(prove(extended({ Condition }, partly), context).verdict, ProofVerdict.possible);
    });

    it("fails if it depends on a policy variable, and names the variable", () => {
        const Condition = {
            StringEquals: { "aws:PrincipalAccount": own, "aws:ResourceTag/owner": "${aws:PrincipalTag/owner}" },
        };
        const { verdict, requests, why } = prove(extended({ Sid: "ByTag", Condition }), context);
        assert.deepEqual([verdict, requests], [ProofVerdict.notProven, []]);
        assert.ok(why.some((reason) => reason.includes("${aws:PrincipalTag/owner}")), why.join());
    });

    it("trusts an organization, including the own account", () => {
        const perimeter = { organizationId: "o-exampleorgid" };
        const Condition = {
            StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid", "aws:ResourceOrgID": "o-exampleorgid" },
        };
        assert.equal(prove(extended({ Condition }), { ...context, perimeter }).verdict, ProofVerdict.proven);
        assert.equal(prove(extended({ Condition }), context).verdict, ProofVerdict.possible);
    });

    it("allows exceptions for their actions and resources only", () => {
        const exception = {
            service: "sqs",
            actions: ["sqs:SendMessage"],
            resources: ["arn:aws:sqs:us-east-1:111122223333:a"],
            reason: "orders",
        };
        const opened = (Action: string) =>
            extended({
                Action,
                Resource: exception.resources,
                Condition: { StringEquals: { "aws:PrincipalAccount": own } },
            });
        const { verdict, passages } = prove(opened("sqs:SendMessage"), { ...context, exceptions: [exception] });
        assert.equal(verdict, ProofVerdict.proven);
        assert.deepEqual(passages.map(({ name }) => name), ["AWS services for trusted resources", "orders"]);
        assert.equal(prove(opened("sqs:*"), { ...context, exceptions: [exception] }).verdict, ProofVerdict.possible);
    });

    it("terminates for a policy that is built to take very long", () => {
        const patterns = Array.from({ length: 60 }, (_, index) => `arn:aws:s3:::${"*a".repeat(20)}${index}*b*`);
        const { verdict, why } = prove(extended({ Resource: patterns }), context);
        assert.equal(verdict, ProofVerdict.tooLarge);
        assert.ok(why.length > 0);
    });
});

describe("a comparison of two policies", () => {
    it("shows what is newly allowed and no longer allowed", () => {
        const wider = extended({
            Sid: "Read",
            Action: "sqs:ReceiveMessage",
            Resource: "arn:aws:sqs:us-east-1:111122223333:a",
        });
        const { opened, closed } = compare(templates.default!, wider, context);
        assert.equal(closed.found, "none");
        assert.ok(opened.found === "some");
        assert.deepEqual(opened.requests.map(({ statement, request: { action } }) => [statement, action]), [[
            "Read",
            "sqs:ReceiveMessage",
        ]]);
        assert.deepEqual(compare(wider, templates.default!, context).closed, opened);
    });

    it("finds nothing between equivalent policies", () => {
        const [first, ...others] = templates.default!.Statement as object[];
        const split = ["sqs:*", "s*"].map((Action) => ({ ...first, Action }));
        const same = { ...templates.default!, Statement: [...split.reverse(), ...others, first!] };
        const { opened, closed } = compare(templates.default!, same, context);
        assert.deepEqual([opened.found, closed.found], ["none", "none"]);
    });
});

describe("the access that IAM documents need", () => {
    const document = (Resource: string): PolicyDocument => ({
        Version: "2012-10-17",
        Statement: { Sid: "App", Effect: "Allow", Action: "sqs:SendMessage", Resource },
    });

    it("is allowed by the built-in policy on trusted resources", () => {
        assert.equal(missing(document("*"), templates.default!, context).found, "none");
    });

    it("is reported if the policy does not allow it", () => {
        const narrow = fillPlaceholders(templates.default!, {});
        const only = {
            ...narrow,
            Statement: (narrow.Statement as object[]).map((one) => ({ ...one, Action: "sqs:ReceiveMessage" })),
        };
        const answer = missing(document("arn:aws:sqs:us-east-1:<accountId>:a"), only, context);
        assert.ok(answer.found === "some");
        assert.equal(answer.requests[0]!.request.resource, "arn:aws:sqs:us-east-1:<accountId>:a");
    });

    it("is reported for a named resource of another account, if the stack's own account ID is known", () => {
        const named = document("arn:aws:sqs:us-east-1:111122223333:a");
        assert.equal(missing(named, templates.default!, context).found, "none");
        const answer = missing(named, templates.default!, { ...context, accountId: "123456789012" });
        assert.ok(answer.found === "some");
        assert.equal(answer.requests[0]!.request.context["aws:PrincipalAccount"], "123456789012");
        const own = document("arn:aws:sqs:us-east-1:123456789012:a");
        assert.equal(missing(own, templates.default!, { ...context, accountId: "123456789012" }).found, "none");
    });

    it("is allowed for every action of a service, including those without a resource owner", () => {
        for (const service of ["ec2", "ecr.api", "s3", "sqs", "ssm", "sts"]) {
            const fromPolicies = [JSON.stringify({ Statement: { Effect: "Allow", Action: "*", Resource: "*" } })];
            const request = { service, overrides: { fromPolicies }, madeServices: [service], asksAws: true, templates };
            const values = { region: "us-east-1", partition: "aws" };
            const policy = JSON.parse(planPolicy(request, values).document!) as PolicyDocument;
            const answer = missing(JSON.parse(fromPolicies[0]!) as PolicyDocument, policy, { ...context, service });
            assert.equal(answer.found, "none", `${service}: ${JSON.stringify(answer)}`);
        }
    });
});
