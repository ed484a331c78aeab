import * as assert from "node:assert/strict";

import { canonicalJson, fillPlaceholders, parsePolicy } from "../../../components/plan/policies/policyDocument";
import { codesOf } from "../../codesOf";

const path = "endpoints.s3.policy";
const problemsOf = (text: string) => {
    const { document, problems } = parsePolicy(path, text);
    assert.equal(document, undefined, "there is a document all the same");
    return problems;
};

describe("a policy's JSON", () => {
    it("is parsed to a document that keeps its placeholders", () => {
        assert.deepEqual(parsePolicy(path, `{"Statement": [{"Resource": "<partition> <region> <accountId>"}]}`), {
            document: { Statement: [{ Resource: "<partition> <region> <accountId>" }] },
            problems: [],
        });
    });

    for (const text of ["", "{", "policies/s3.json", "{'Statement': []}", `{"Statement": [],}`]) {
        it(`${JSON.stringify(text)} is a problem with the line and column [pol.grammar]`, () => {
            const problems = problemsOf(text);
            assert.deepEqual(codesOf(problems), [`pol.not-json ${path}`]);
            assert.match(problems[0]!.message, /: line 1, column \d+: unexpected /);
        });
    }

    for (const text of ["{}", "[]", "null", `"Statement"`, "7", `{"statement": []}`]) {
        it(`${text} is a problem, because it has no Statement [pol.grammar]`, () => {
            assert.deepEqual(codesOf(problemsOf(text)), [`pol.grammar ${path}`]);
        });
    }

    it("with unknown placeholders is a problem for each of them, once", () => {
        const text = `{"Statement": [{"Sid": "<acountId>", "Resource": ["<acountId>", "<region>", "<vpc-id>"]}]}`;
        const problems = problemsOf(text);
        assert.deepEqual(codesOf(problems), Array(2).fill(`pol.unknown-placeholder ${path}`));
        assert.deepEqual(problems.map(({ message }) => /<(.+)>/.exec(message)?.[1]), ["acountId", "vpc-id"]);
    });

    it("with angle brackets that do not enclose a name has no placeholder", () => {
        assert.deepEqual(parsePolicy(path, `{"Statement": [{"Sid": "< a> <> <1a> <a b>"}]}`).problems, []);
    });
});

describe("placeholders", () => {
    it("are filled in keys and values at any depth, and nothing else changes", () => {
        const document = { "<a>": [{ Deep: "<a>:<b>" }, 7, true, null], Plain: "${aws:PrincipalAccount} <unknown>" };
        assert.deepEqual(fillPlaceholders(document, { a: "1", b: "2" }), {
            "1": [{ Deep: "1:2" }, 7, true, null],
            Plain: "${aws:PrincipalAccount} <unknown>",
        });
    });

    it("are kept if their value is not known yet", () => {
        assert.equal(fillPlaceholders("<accountId>/<region>", { region: "r", accountId: undefined }), "<accountId>/r");
    });

    it("are filled without changing the original document", () => {
        const document = { Statement: [{ Sid: "<region>" }] };
        fillPlaceholders(document, { region: "r" });
        assert.deepEqual(document, { Statement: [{ Sid: "<region>" }] });
    });
});

describe("the canonical JSON of equal policies", () => {
    it("has IAM's elements in IAM's order, then other keys by name, sorted sets, and single values without a list", () => {
        const statement = {
            ...{ Condition: { StringEquals: { b: ["2"], a: ["y", "x", "y"] } }, NotResource: "r", Resource: "*" },
            ...{ NotAction: ["b", "a"], Action: ["s3:*"], NotPrincipal: "n", Principal: { AWS: ["*"] } },
            ...{ Effect: "Allow", Sid: "S", Another: 1 },
        };
        assert.equal(
            canonicalJson({ Zeta: 1, Alpha: 2, Statement: statement, Id: "i", Version: "2012-10-17" }),
            `{"Version":"2012-10-17","Id":"i","Statement":[{"Sid":"S","Effect":"Allow","Principal":{"AWS":"*"},`
                + `"NotPrincipal":"n","Action":"s3:*","NotAction":["a","b"],"Resource":"*","NotResource":"r",`
                + `"Condition":{"StringEquals":{"a":["x","y"],"b":"2"}},"Another":1}],"Alpha":2,"Zeta":1}`,
        );
    });

    it("keeps the order of statements, and a single statement in its list", () => {
        assert.equal(
            canonicalJson({ Statement: [{ Sid: "B" }, { Sid: "A" }] }),
            `{"Statement":[{"Sid":"B"},{"Sid":"A"}]}`,
        );
        assert.equal(canonicalJson({ Statement: [{ Sid: "B" }] }), `{"Statement":[{"Sid":"B"}]}`);
    });
});
