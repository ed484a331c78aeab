import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { deriveAccess } from "../../../components/plan/policies/derive";
import { evaluate } from "../../../components/plan/policies/iam/evaluate";
import { codesOf } from "../../codesOf";
import { endpointOf, planOf, problemsOf } from "../fixtures";

const iam = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allow = (Action: unknown, Resource: unknown, rest = {}) => ({ Effect: "Allow", Action, Resource, ...rest });
const wrong = (service: string, ...texts: string[]) => codesOf(deriveAccess(service, texts).problems);

describe("the access derived from IAM documents", () => {
    it("has each Allow statement's actions of the service, with its resources", () => {
        const text = iam(
            allow(["s3:GetObject", "sqs:SendMessage"], "arn:aws:s3:::data/*"),
            allow("logs:*", "*"),
            { ...allow("s3:DeleteObject", "*"), Effect: "Deny" },
        );
        assert.deepEqual(deriveAccess("s3", [text]), {
            access: [{ actions: ["s3:GetObject"], resources: ["arn:aws:s3:::data/*"] }],
            dropped: [],
            problems: [],
        });
    });

    it("expands a wildcard to all actions of the service, with each of its prefixes", () => {
        assert.deepEqual(deriveAccess("s3", [iam(allow("*", "*"))]).access, [
            { actions: ["s3-object-lambda:*", "s3:*"], resources: ["*"] },
        ]);
        assert.deepEqual(deriveAccess("sqs", [iam(allow("SQS:Send*", "*"))]).access, [
            { actions: ["SQS:Send*"], resources: ["*"] },
        ]);
    });

    it("omits conditions, and reports where they were", () => {
        const Condition = { Bool: { "aws:SecureTransport": "true" } };
        const texts = [
            iam(allow("sqs:*", "*")),
            iam(allow("logs:*", "*", { Condition }), allow("sqs:*", "*", { Condition })),
        ];
        assert.deepEqual(deriveAccess("sqs", texts).dropped, ["fromPolicies[1].Statement[1]"]);
    });

    it("merges equal entries", () => {
        const texts = [
            iam(allow("sqs:SendMessage", ["q1", "q2"]), allow("sqs:ReceiveMessage", ["q2", "q1"])),
            iam(allow(["sqs:ReceiveMessage", "sqs:SendMessage"], "q3")),
        ];
        assert.deepEqual(deriveAccess("sqs", texts).access, [
            { actions: ["sqs:ReceiveMessage", "sqs:SendMessage"], resources: ["q1", "q2", "q3"] },
        ]);
    });

    it("is rejected for NotAction and NotResource in an Allow statement", () => {
        const notAction = { Effect: "Allow", NotAction: "iam:*", Resource: "*" };
        const notResource = { Effect: "Allow", Action: "sqs:*", NotResource: "q1" };
        assert.deepEqual(wrong("sqs", iam(notAction, notResource)), [
            "from-policies.not-derivable endpoints.sqs.fromPolicies[0].Statement[0].NotAction",
            "from-policies.not-derivable endpoints.sqs.fromPolicies[0].Statement[1].NotResource",
        ]);
        assert.deepEqual(wrong("sqs", iam({ ...notAction, Effect: "Deny" }, allow("sqs:*", "*"))), []);
    });

    it("is rejected if a document is not an IAM policy", () => {
        assert.deepEqual(wrong("sqs", "policy.json"), ["pol.not-json endpoints.sqs.fromPolicies[0]"]);
        for (const text of ["{}", "null", "[]", "7", `{"Statement":[]}`]) {
            assert.deepEqual(wrong("sqs", text), [
                "pol.grammar endpoints.sqs.fromPolicies[0]",
            ]);
        }
        assert.deepEqual(wrong("sqs", iam(allow("sqs:*", "*")), `{"Statement":["x",{},{"Effect":"Allow"}]}`), [
            "pol.grammar endpoints.sqs.fromPolicies[1].Statement[0]",
            "pol.grammar endpoints.sqs.fromPolicies[1].Statement[1].Effect",
            "pol.grammar endpoints.sqs.fromPolicies[1].Statement[2].Action",
        ]);
    });

    it("is rejected with a fix", () => {
        const fixes = (service: string, ...texts: string[]) =>
            deriveAccess(service, texts).problems.map(({ hint }) => hint);
        const open = "allowing everything except a list would open the endpoint to nearly everything";
        assert.deepEqual(fixes("sqs", iam({ Effect: "Allow", NotAction: "a", Resource: "*" })), [
            `write Action: ${open}`,
        ]);
        assert.deepEqual(fixes("sqs", iam({ Effect: "Allow", Action: "a", NotResource: "*" })), [
            `write Resource: ${open}`,
        ]);
        assert.deepEqual(fixes("sqs", "policy.json"), ["write an IAM policy document"]);
        assert.deepEqual(fixes("sqs", "{}"), ["add a Statement"]);
        assert.deepEqual(fixes("sqs", iam(allow("sqs:*", "*")), `{"Statement":[null,{},{"Effect":"Allow"}]}`), [
            `a statement is {"Effect": …, "Action": …, "Resource": …}`,
            "write Allow or Deny",
            "list at least one, as strings",
        ]);
        assert.deepEqual(fixes("sqs", iam(allow("s3:*", "*"))), [
            "allow actions that begin with sqs: in one of them, or remove the service",
        ]);
        assert.deepEqual(fixes("highlander", iam(allow("*", "*"))), [
            "remove it, and list what is needed in access",
        ]);
    });

    it("is rejected if a statement lacks resources, or has one that is not a string", () => {
        const at = "endpoints.sqs.fromPolicies[0].Statement[0]";
        for (const nothing of [undefined, [], 7, ["q1", 7]]) {
            assert.deepEqual(codesOf(deriveAccess("sqs", [iam(allow("sqs:*", nothing))]).problems), [
                `pol.grammar ${at}.Resource`,
            ]);
            assert.deepEqual(wrong("sqs", iam(allow(nothing, "*"))), [`pol.grammar ${at}.Action`]);
        }
    });

    it("distinguishes a pattern that only starts with a wildcard, and treats several wildcards as one", () => {
        assert.deepEqual(deriveAccess("sqs", [iam(allow("**", "*"))]).access, [{
            actions: ["sqs:*"],
            resources: ["*"],
        }]);
        assert.deepEqual(deriveAccess("sqs", [iam(allow(["*s:Get", "sqs:*"], "*"))]).access, [
            { actions: ["sqs:*"], resources: ["*"] },
        ]);
    });

    it("is rejected if it is empty, and if the service's action prefix is unknown", () => {
        assert.deepEqual(wrong("sqs", iam(allow("s3:*", "*"))), [
            "from-policies.allows-nothing endpoints.sqs.fromPolicies",
        ]);
        assert.deepEqual(wrong("highlander", iam(allow("*", "*"))), [
            "from-policies.unknown-prefix endpoints.highlander.fromPolicies",
        ]);
        const none = problemsOf({ services: ["sqs"], endpoints: { sqs: { fromPolicies: [] } } });
        assert.deepEqual(codesOf(none), [
            "list.empty endpoints.sqs.fromPolicies",
        ]);
        const override = (...fromPolicies: unknown[]) => ({ services: ["sqs"], endpoints: { sqs: { fromPolicies } } });
        assert.deepEqual(problemsOf(override("{}")).map(({ path }) => path), ["endpoints.sqs.fromPolicies[0]"]);
        assert.deepEqual(planOf(override("{}", Promise.resolve("{}"))).endpoints[0]!.policy.document, null);
    });
});

describe("a policy derived from IAM documents", () => {
    const names = ["GetObject", "GetObjectTagging", "PutObject", "ListBucket"];
    const action = fc.constantFrom(...names.map((name) => `s3:${name}`), "s3:Get*", "s3:*", "*", "sqs:SendMessage");
    const buckets = ["data", "data-2", "logs"].flatMap((
        bucket,
    ) => [`arn:aws:s3:::${bucket}/*`, `arn:aws:s3:::${bucket}/a`]);
    const resource = fc.constantFrom(...buckets, "*", "arn:aws:s3:::data*");
    const listOf = <T>(one: fc.Arbitrary<T>) => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }));
    const statement = fc.record({
        Effect: fc.constantFrom("Allow", "Allow", "Deny"),
        Action: listOf(action),
        Resource: listOf(resource),
    });
    const documents = fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });
    const request = fc.record({
        action: fc.constantFrom(...names.map((name) => `s3:${name}`)),
        resource: fc.constantFrom(...["data", "data-2", "logs", "other"].map((bucket) => `arn:aws:s3:::${bucket}/a`)),
    });
    const account = "123456789012";
    const principal = { type: "AWS" as const, arn: `arn:aws:iam::${account}:role/app` };
    const mine = {
        "aws:PrincipalAccount": account,
        "aws:ResourceAccount": account,
        "aws:PrincipalIsAWSService": "false",
    };

    /** Whether some Allow statement of the documents names both, as IAM itself would read it. */
    const allowed = (all: object[][], asked: { action: string; resource: string }) =>
        all.flat().filter((one) => (one as { Effect: string }).Effect === "Allow").some((one) =>
            evaluate({ Version: "2012-10-17", Statement: [{ Principal: "*", ...one }] }, {
                ...asked,
                principal,
                context: {},
            })
                .decision === "Allowed"
        );

    const derived = (all: object[][]) => {
        const texts = all.map((statements) => iam(...statements));
        fc.pre(deriveAccess("s3", texts).problems.length === 0);
        const override = { s3: { fromPolicies: texts } };
        return JSON.parse(
            endpointOf("s3-gateway", { services: ["s3"], endpoints: override }).policy.document!.replaceAll(
                "<accountId>",
                account,
            ),
        );
    };

    it("allows whatever the documents allow, and no action on a resource that none of them allows", () => {
        fc.assert(fc.property(documents, request, (all, asked) => {
            const { decision } = evaluate(derived(all), { ...asked, principal, context: mine });
            assert.equal(decision, allowed(all, asked) ? "Allowed" : "ImplicitDeny");
        }));
    });

    it("keeps the perimeter, whatever the documents allow", () => {
        fc.assert(fc.property(documents, request, fc.constantFrom("Principal", "Resource"), (all, asked, whose) => {
            const context = { ...mine, [`aws:${whose}Account`]: "111122223333" };
            assert.equal(evaluate(derived(all), { ...asked, principal, context }).decision, "ImplicitDeny");
        }));
    });

    it("is the same string for any order of documents", () => {
        const shuffled = documents.chain((all) =>
            fc.tuple(
                fc.constant(all),
                fc.shuffledSubarray(all, { minLength: all.length }).chain((documents) =>
                    fc.tuple(...documents.map((one) => fc.shuffledSubarray(one, { minLength: one.length })))
                ),
            )
        );
        fc.assert(fc.property(shuffled, ([all, other]) => {
            assert.equal(JSON.stringify(derived(other)), JSON.stringify(derived(all)));
        }));
    });

    it("is an output if one of the documents is", () => {
        const fromPolicies = [iam(allow("s3:*", "*")), Promise.resolve("")];
        const { policy } = endpointOf("s3-gateway", { services: ["s3"], endpoints: { s3: { fromPolicies } } });
        assert.deepEqual([policy.document, policy.narrowed], [null, true]);
    });
});
