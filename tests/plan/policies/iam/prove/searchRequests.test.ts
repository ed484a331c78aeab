import * as assert from "node:assert/strict";

import { isConfirmed, search, searching } from "../../../../../components/plan/policies/iam/prove/searchRequests";
import type { Request } from "../../../../../components/plan/policies/iam/request";
import type { PolicyDocument } from "../../../../../components/plan/policies/policyDocument";

const policy = (...changes: object[]): PolicyDocument => ({
    Version: "2012-10-17",
    Statement: changes.map((change) => ({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...change })),
});
const vpc = (value: string, operator = "StringEquals") => ({ Condition: { [operator]: { "aws:SourceVpc": value } } });
const deny = { Effect: "Deny" };
/** The statements and actions of the requests found, or the kind of answer. */
const found = (allowedBy: PolicyDocument[], notBy?: PolicyDocument[]) => {
    const answer = search({ allowedBy, notBy });
    return answer.found === "some"
        ? answer.requests.map(({ statement, request }) => `${statement} ${request.action}`)
        : answer.found;
};

describe("a search for requests", () => {
    it("finds the shortest one of each statement that allows some", () => {
        assert.deepEqual(search({ allowedBy: [policy({ Sid: "All", Action: "s3:Get*" })] }), {
            found: "some",
            requests: [{
                statement: "All",
                request: {
                    principal: { type: "Anonymous" },
                    action: "s3:Get",
                    resource: "*",
                    context: { "aws:PrincipalAccount": "anonymous", "aws:ResourceAccount": "111122223333" },
                    endpoint: undefined,
                },
            }],
        });
        assert.deepEqual(found([policy({ Action: "a:A" }, { Action: "b:B" }, { ...deny, Action: "b:*" })]), [
            "Statement[0] a:A",
        ]);
        assert.deepEqual(found([policy()]), "none");
        assert.deepEqual(found([policy({}, deny)]), "none");
    });

    it("finds those that every document allows", () => {
        const [getters, writers] = [policy({ Action: ["a:A", "a:B"] }), policy({ Action: ["a:B", "a:C"] })];
        assert.deepEqual(found([getters, writers]), ["Statement[0] a:B"]);
        assert.deepEqual(found([getters, writers, policy({}, { ...deny, Action: "a:B" })]), "none");
        assert.deepEqual(found([getters, policy({ Action: "c:C" })]), "none");
    });

    it("finds those that another document does not allow, or denies", () => {
        const both = policy({ Action: ["a:A", "a:B"] });
        assert.deepEqual(found([both], [policy({ Action: "a:A" })]), ["Statement[0] a:B"]);
        assert.deepEqual(found([both], [policy({}, { ...deny, Action: "a:A" })]), ["Statement[0] a:A"]);
        assert.deepEqual(found([both], [policy({ Action: "a:A" }), policy({ Action: "a:B" })]), "none");
        assert.deepEqual(found([both], [both]), "none");
    });

    it("counts what is left open as allowed, but never shows it", () => {
        const open = policy({ Sid: "Open", ...vpc("${aws:username}") });
        const why = ["Open: StringEquals aws:SourceVpc: ${aws:username} has a value only in a request"];
        assert.deepEqual(search({ allowedBy: [open] }), { found: "unknown", why });
        const reverse = policy({}, { Sid: "Open", ...deny, ...vpc("${aws:username}") });
        const anything = policy(vpc("v"));
        assert.deepEqual(search({ allowedBy: [anything, reverse] }), { found: "unknown", why });
        assert.deepEqual(search({ allowedBy: [policy(vpc("v"))], notBy: [open] }), { found: "unknown", why });
        assert.deepEqual(search({ allowedBy: [open], notBy: [policy({})] }), { found: "none" });
        assert.deepEqual(
            found([policy({ Sid: "Open", ...vpc("${aws:username}") }, { Sid: "All" })]),
            ["All a:a"],
        );
        const denied = policy({ Sid: "A", ...vpc("v") }, { Sid: "B", ...deny, ...vpc("${aws:username}") });
        assert.deepEqual(search({ allowedBy: [denied] }), { found: "unknown", why: [why[0]!.replace("Open", "B")] });
        assert.deepEqual(
            search({
                allowedBy: [policy({})],
                notBy: [policy({}, { Sid: "Open", ...deny, ...vpc("${aws:username}") })],
            }),
            {
                found: "unknown",
                why,
            },
        );
        // An unclear Deny leaves what it cannot match.
        assert.deepEqual(found([policy({ Sid: "A" }, { ...deny, ...vpc("v${aws:username}") })]), ["A a:a"]);
    });

    it("answers briefly without a request", () => {
        const allowedBy = [policy({})];
        assert.deepEqual(search({ allowedBy, briefly: true }), { found: "some", requests: [] });
        assert.deepEqual(search({ allowedBy, notBy: allowedBy, briefly: true }), { found: "none" });
    });

    it("shows a request of the statement with examples, at the kind of endpoint", () => {
        const documents = [
            policy({
                Sid: "Own",
                Action: "sqs:*",
                Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
            }, {
                Sid: "Foreign",
                Action: "sqs:*",
                Condition: { StringEquals: { "aws:PrincipalAccount": "111122223333" } },
            }),
        ];
        const examples = { actions: ["sqs:SendMessage"], resources: ["arn:aws:sqs:us-east-1:111122223333:a"] };
        const answer = searching(documents, { kind: "Gateway", examples })({ allowedBy: documents });
        assert.ok(answer.found === "some");
        assert.deepEqual(
            answer.requests.map(({ statement, request: { principal, action, resource, endpoint } }) => [
                statement,
                Object(principal).arn as string,
                action,
                resource,
                endpoint,
            ]),
            [["Own", "123456789012"], ["Foreign", "111122223333"]].map(([statement, account]) => [
                statement,
                `arn:aws:sts::${account}:assumed-role/app/session`,
                "sqs:SendMessage",
                examples.resources[0],
                "Gateway",
            ]),
        );
    });

    it("is given up if the documents are too large, whatever the question", () => {
        const patterns = Array.from({ length: 60 }, (_, index) => `arn:aws:s3:::${"*a".repeat(20)}${index}*b*`);
        const large = policy({ Resource: patterns });
        const why = ["its patterns overlap in more ways than are tried"];
        const find = searching([large, policy({})], {});
        assert.deepEqual(find({ allowedBy: [policy({})] }), { found: "too large", why });
        const combined = policy(
            {},
            ...Array.from({ length: 40 }, (_, index) => ({
                ...deny,
                Condition: {
                    StringEquals: { [`aws:RequestTag/a${index}`]: "a", [`aws:RequestTag/b${index}`]: "b" },
                },
            })),
        );
        assert.deepEqual(search({ allowedBy: [combined] }), {
            found: "too large",
            why: ["its conditions combine in more ways than are tried"],
        });
    });

    it("shows requests as found if there are too many to replace their values by examples", () => {
        const actions = Array.from({ length: 150 }, (_, index) => ({ Action: `a:A${index}*` }));
        const denials = Array.from({ length: 50 }, (_, index) => ({ ...deny, Action: `b:B${index}` }));
        const answer = search({ allowedBy: [policy(...actions, ...denials)] }, {
            examples: { resources: ["arn:aws:s3:::example"] },
        });
        assert.ok(answer.found === "some");
        const resources = answer.requests.map(({ request }) => request.resource);
        assert.deepEqual([resources.length, resources.at(0), resources.at(-1)], [150, "arn:aws:s3:::example", "*"]);
    });

    it("is given up if one condition lists a thousand accounts, before they are compared", () => {
        const accounts = Array.from({ length: 1_300 }, (_, index) => `${100_000_000_000 + index}`);
        const large = policy({ Condition: { StringEquals: { "aws:ResourceAccount": accounts } } });
        assert.deepEqual(search({ allowedBy: [large] }), {
            found: "too large",
            why: ["its statements compare more than is tried"],
        });
    });

    it("does not hide other errors", () => {
        const broken = {
            get Statement(): object[] {
                throw new Error("broken");
            },
        };
        assert.throws(() => search({ allowedBy: [broken] }), /broken/);
    });
});

describe("a request that was found", () => {
    const request: Request = { principal: { type: "Anonymous" }, action: "a:A", resource: "*", context: {} };
    const open = policy({ Condition: { StringEquals: { "aws:SourceVpc": ["a"] }, Foo: { a: "b" } } });

    it("is confirmed only if every document decides it as asked", () => {
        const context = { "aws:SourceVpc": "a" };
        assert.ok(isConfirmed(request, [policy({})]));
        assert.ok(isConfirmed(request, [policy({})], [policy(), policy({}, deny)]));
        assert.ok(!isConfirmed(request, [policy({}), policy()]));
        assert.ok(!isConfirmed(request, [policy({})], [policy({})]));
        assert.ok(!isConfirmed({ ...request, context }, [policy({})], [open]));
        assert.ok(!isConfirmed({ ...request, context }, [open]));
    });
});
