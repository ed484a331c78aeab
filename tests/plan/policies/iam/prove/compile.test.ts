import * as assert from "node:assert/strict";

import { compiler } from "../../../../../components/plan/policies/iam/prove/compile";
import { Effort, TooLarge } from "../../../../../components/plan/policies/iam/prove/limit";
import { Space } from "../../../../../components/plan/policies/iam/prove/space";
import type { PolicyDocument } from "../../../../../components/plan/policies/policyDocument";

const Version = "2012-10-17";
const all = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const policy = (...changes: object[]): PolicyDocument => ({
    Version,
    Statement: changes.map((change) => ({ ...all, ...change })),
});
/** The samples that the only statement of a policy certainly, and possibly, includes, dimension by dimension. */
function compiled(document: PolicyDocument) {
    const space = new Space([document]);
    const { allow, deny } = compiler(space)(document);
    const [one] = [...allow, ...deny];
    const names = [
        space.callers.map(({ principal }) => principal.type === "AWS" ? principal.arn : principal.type),
        space.actions,
        space.targets.map(({ resource, context }) => `${resource} ${String(context["aws:ResourceAccount"])}`),
        ...space.keys.map(({ values }) => values.map(String)),
    ];
    const named = (box: bigint[]) =>
        box.map((bits, at) => names[at]!.filter((_, index) => (bits >> BigInt(index)) & 1n));
    return { must: named(one!.must), may: named(one!.may), why: one!.why, names };
}
const undecided = (document: PolicyDocument, at = 0) => {
    const { must, may, why, names } = compiled(document);
    assert.deepEqual(must[at], []);
    assert.deepEqual(may, names);
    return why;
};

describe("a compiled statement", () => {
    it("includes every sample if it limits nothing", () => {
        const { must, may, why, names } = compiled(policy({}));
        assert.deepEqual([must, may, why], [names, names, []]);
    });

    it("includes the samples that its elements and conditions match", () => {
        const { must, may } = compiled(policy({
            Principal: { AWS: "111122223333" },
            Action: "s3:Get*",
            Resource: "arn:aws:s3:::a",
            Condition: {
                StringEquals: { "aws:PrincipalAccount": "111122223333", "aws:ResourceAccount": "444455556666" },
                StringLike: { "aws:SourceVpc": "v*" },
            },
        }));
        assert.deepEqual(must, may);
        const [callers, ...others] = must;
        assert.ok(callers!.length > 0 && callers!.every((arn) => arn.split(":")[4] === "111122223333"));
        assert.deepEqual(others, [["s3:Get"], ["arn:aws:s3:::a 444455556666"], ["v"]]);
    });

    it("includes what its NotAction and NotResource do not match", () => {
        const { must, may } = compiled(policy({
            ...{ Action: undefined, Resource: undefined },
            ...{ NotAction: "s3:*", NotResource: "arn:aws:s3:::a" },
        }));
        assert.deepEqual(must, may);
        assert.deepEqual(must[1], ["s:a"]);
        const targets = ["*", "arn:a:a:::a", "arn:a:a::000000000000:a"];
        assert.deepEqual(must[2], targets.flatMap((arn) => [`${arn} 000000000000`, `${arn} undefined`]));
    });

    it("is of its effect, or of both if it is neither, and then includes nothing for certain", () => {
        const of = (change: object) => {
            const document = policy({ Sid: "A" }, change);
            const { allow, deny } = compiler(new Space([document]))(document);
            return [allow, deny].map((statements) => statements.map(({ label }) => label));
        };
        assert.deepEqual(of({ Effect: "Allow" }), [["A", "Statement[1]"], []]);
        assert.deepEqual(of({ Effect: "Deny" }), [["A"], ["Statement[1]"]]);
        assert.deepEqual(of({ Effect: "Permit" }), [["A", "Statement[1]"], ["Statement[1]"]]);
        assert.deepEqual(undecided(policy({ Effect: "Permit" })), ["Effect is neither Allow nor Deny"]);
        assert.deepEqual(undecided(policy({ Effect: undefined })), ["Effect is neither Allow nor Deny"]);
    });

    it("includes nothing for certain if a part of it has no documented meaning", () => {
        assert.deepEqual(undecided({ ...policy({}), Version: "2026-01-01" }), [
            `"2026-01-01" is not a Version of the policy language`,
        ]);
        assert.deepEqual(undecided(policy({ Comment: "a" })), ["Comment is not an element of a statement"]);
        assert.deepEqual(undecided(policy({ Condition: "a" })), ["Condition is not a map of operators"]);
        assert.deepEqual(undecided(policy({ Condition: { Bool: "a" } })), ["Condition.Bool is not a map of keys"]);
        assert.deepEqual(undecided(policy({ Condition: { Bool: null } })), ["Condition.Bool is not a map of keys"]);
        assert.deepEqual(undecided(policy({ Condition: { Foo: { "aws:username": "a" } } })), [
            "Foo aws:username: this operator is not known",
        ]);
        assert.deepEqual(undecided(policy({ Condition: null })), ["Condition is not a map of operators"]);
    });

    it("includes the callers and resources that conditions on their keys match", () => {
        const of = (Condition: object, at = 0) => compiled(policy({ Condition })).must[at]!;
        assert.deepEqual(of({ Bool: { "AWS:PrincipalIsAWSService": "true" } }), ["Service"]);
        assert.deepEqual(of({ StringEquals: { "aws:PrincipalAccount": "anonymous" } }), ["Anonymous"]);
        assert.deepEqual(of({ ArnLike: { "aws:PrincipalArn": "arn:*:iam::*:user/*" } }), [
            "arn:a:iam::000000000000:user/a",
        ]);
        assert.deepEqual(of({ Null: { "aws:PrincipalArn": "true" } }), ["Service", "Anonymous"]);
        assert.deepEqual(of({ Null: { "aws:ResourceAccount": "true" } }, 2), [
            ...["* undefined", "arn:a:a:::a undefined", "arn:a:a::000000000000:a undefined"],
        ]);
        assert.deepEqual(of({ Null: { "aws:SourceVpc": "true" } }, 3), ["undefined"]);
    });

    it("leaves open what depends on a variable, once for each reason", () => {
        const { must, may, why } = compiled(policy({
            Condition: { StringLike: { "aws:SourceVpc": ["a${aws:username}", "ab${aws:username}"] } },
        }));
        assert.deepEqual([must[3], may[3]], [[], ["a", "ab"]]);
        assert.deepEqual(why, ["StringLike aws:SourceVpc: ${aws:username} has a value only in a request"]);
        const resource = compiled(policy({ Resource: "arn:aws:s3:::b${aws:username}" }));
        assert.deepEqual(resource.must[2], []);
        assert.deepEqual(resource.may[2], ["arn:aws:s3:::b 000000000000", "arn:aws:s3:::b undefined"]);
    });

    it("reads variables only in a document whose Version has them", () => {
        const documents = [Version, "2008-10-17"].map((version) => ({
            ...policy({
                Resource: "arn:aws:s3:::b${aws:username}",
                Condition: { StringEquals: { "aws:SourceVpc": "${aws:username}" } },
            }),
            Version: version,
        }));
        const compile = compiler(new Space(documents));
        const open = documents.map((document) => {
            const { must, may } = compile(document).allow[0]!;
            return [2, 3].map((at) => must[at] !== may[at]);
        });
        assert.deepEqual(open, [[true, true], [false, false]]);
    });

    it("leaves open a key that is compared as text and by size", () => {
        const both = "the documents compare this key as text and by size";
        const mixed = { NumericEquals: { "s3:max-keys": "5" }, StringLike: { "s3:max-keys": "5*" } };
        const { must, may, names } = compiled(policy({ Condition: mixed }));
        assert.deepEqual([must[3], may[3]], [[], ["5"]]);
        assert.ok(names[3]!.length > 2);
        for (
            const [key, at] of [["aws:PrincipalAccount", 0], ["AWS:resourceaccount", 2], ["s3:max-keys", 3]] as const
        ) {
            const Condition = { NumericEqualsIfExists: { [key]: "5" }, StringLike: { [key]: "*" } };
            const { must: certain, may: possible, why } = compiled(policy({ Condition }));
            assert.deepEqual(certain[at], []);
            assert.ok(possible[at]!.length > 0);
            assert.deepEqual(why, [`NumericEqualsIfExists ${key}: ${both}`]);
        }
        const sizes = compiled(policy({ Condition: { NumericLessThan: { "s3:max-keys": "5" } } }));
        const noNumber = (text: string) => `NumericLessThan s3:max-keys: the request's "${text}" is not a number`;
        assert.deepEqual([sizes.must[3], sizes.why], [["4"], [noNumber("x"), noNumber("")]]);
    });

    it("does not confuse parts of one dimension with those of another", () => {
        const document = policy(
            { Condition: { StringEquals: { "aws:SourceVpc": "a" } } },
            { Condition: { StringEquals: { "aws:SourceVpc": "b" } } },
            { Condition: { StringNotEquals: { "aws:SourceVpc": "a" } } },
            { Condition: { StringEquals: { "aws:SourceVpce": "a" } } },
            { Condition: { StringEquals: { "AWS:sourcevpc": "a" } } },
        );
        const space = new Space([document]);
        const { allow } = compiler(space)(document);
        const values = allow.map(({ must }) =>
            space.keys.map((key, at) => key.values.filter((_, index) => (must[3 + at]! >> BigInt(index)) & 1n))
        );
        const [vpc, vpce] = [[undefined, "", "a", "b", "c"], [undefined, "", "a", "b"]];
        assert.deepEqual(values, [
            [["a"], vpce],
            [["b"], vpce],
            [[undefined, "", "b", "c"], vpce],
            [vpc, ["a"]],
            [["a"], vpce],
        ]);
    });

    it("is the same whatever else is compiled", () => {
        const variable = "arn:aws:s3:::b${aws:username}";
        const documents: PolicyDocument[] = [
            policy(
                ...["111122223333", "444455556666"].map((AWS) => ({ Principal: { AWS } })),
                ...["s3:A", "s3:B"].flatMap((one) => [{ Action: one }, { Action: undefined, NotAction: one }]),
                ...[variable, "arn:aws:s3:::c"].flatMap((one) => [
                    { Resource: one },
                    { Resource: undefined, NotResource: one },
                ]),
                ...["Permit", "Forbid"].map((Effect) => ({ Effect })),
                ...["Comment", "Note"].map((element) => ({ [element]: "a" })),
                ...["a", 5, null].map((Condition) => ({ Condition })),
                ...["Bool", "Null"].flatMap((name) => ["a", null].map((tests) => ({ Condition: { [name]: tests } }))),
                ...["a", "b", 5, null].map((value) => ({ Condition: { StringEquals: { "aws:username": value } } })),
                { Condition: { StringEquals: { "aws:userid": "a" } } },
                { Condition: { StringNotEquals: { "aws:username": "a" } } },
                { Condition: { Foo: { "aws:username": "a" } } },
            ),
            ...["2008-10-17", "2020", "2021"].map((version) => ({
                ...policy({ Resource: variable }),
                Version: version,
            })),
            { Statement: [{ NotPrincipal: "*" }] } as unknown as PolicyDocument,
        ];
        const space = new Space(documents);
        const together = compiler(space);
        for (const document of documents) {
            const { allow, deny } = together(document);
            const alone = (document.Statement as object[]).map((statement) =>
                compiler(space)({ ...document, Statement: [statement] })
            );
            const boxes = (one: { must: bigint[]; may: bigint[]; why: string[] }) => [one.must, one.may, one.why];
            assert.deepEqual(allow.map(boxes), alone.flatMap((one) => one.allow.map(boxes)));
            assert.deepEqual(deny.map(boxes), alone.flatMap((one) => one.deny.map(boxes)));
        }
    });

    it("compares a part that several statements have only once", () => {
        const document = policy({ Resource: "arn:aws:s3:::a" }, { Resource: "arn:aws:s3:::a", Action: "s3:*" });
        const space = new Space([document]);
        let calls = 0;
        const targets = space.targets.map((target) => ({
            ...target,
            get resource() {
                calls++;
                return target.resource;
            },
        }));
        Object.assign(space, { targets });
        compiler(space)(document);
        assert.equal(calls, targets.length);
    });

    it("is given up if its parts are compared with more samples than the effort allows", () => {
        const document = policy({ Resource: "arn:aws:s3:::a" });
        const effort = new Effort();
        effort.spend(5_999_900, "");
        const space = new Space([document]);
        Object.assign(space, { effort });
        assert.throws(
            () => compiler(space)(document),
            (error) => error instanceof TooLarge && error.message === "its statements compare more than is tried",
        );
    });
});
