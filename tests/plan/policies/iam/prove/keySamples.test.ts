import * as assert from "node:assert/strict";

import { canBeMany, isDecided, isScale, valuesOf } from "../../../../../components/plan/policies/iam/prove/keySamples";
import { wordsOf } from "../../../../../components/plan/policies/iam/prove/words";

const testsOf = (Condition: object) => wordsOf([{ Version: "2012-10-17", Statement: { Condition } }]).tests;
const of = (condition: object, many: boolean | undefined = false) => valuesOf(testsOf(condition), many);
const date = "2026-01-01T00:00:00.000Z";

describe("the values of a key that represent all", () => {
    it("are none, an empty one, and each text that conditions distinguish", () => {
        assert.deepEqual(of({ StringEquals: { k: "a" } }), [undefined, "", "a", "b"]);
        assert.deepEqual(of({ StringLike: { k: "a*" } }), [undefined, "", "a", "b"]);
        assert.deepEqual(of({ StringEqualsIgnoreCase: { k: "aB" } }), [undefined, "", "a", "aB"]);
        assert.deepEqual(of({ StringEqualsIgnoreCase: { k: "a" }, StringEquals: { k: "a" } }), [
            ...[undefined, "", "a", "A", "b"],
        ]);
        assert.deepEqual(of({ StringEquals: { k: "a*" } }), [undefined, "", "a", "a*"]);
        assert.deepEqual(of({ StringLike: { k: "a${b}" } }), [undefined, "", "a", "b"]);
        assert.deepEqual(of({ BinaryEquals: { k: "QQ==" } }), [undefined, "", "Q", "QQ=="]);
    });

    it("are true and false for conditions that read booleans", () => {
        for (
            const one of [{ Bool: { k: "true" } }, { Null: { k: "true" } }, { Bool: { k: "a" }, Null: { k: "true" } }]
        ) {
            assert.deepEqual(of(one), [undefined, "true", "false"]);
        }
        const both = { Bool: { k: "true" }, StringEquals: { k: "a" } };
        assert.deepEqual(of(both), [undefined, "", "t", "a", "true", "false"]);
    });

    it("are numbers, dates and addresses, unless the key is compared as text, too", () => {
        assert.deepEqual(of({ NumericLessThan: { k: "5" } }), [undefined, "5", "4", "6", "x", ""]);
        assert.deepEqual(of({ Null: { k: "true" }, NumericLessThan: { k: "5" } }), [undefined, "5", "4", "6", "x", ""]);
        assert.deepEqual(of({ DateLessThan: { k: "2026-01-01" } }).slice(0, 2), [undefined, date]);
        assert.deepEqual(of({ NotIpAddress: { k: "10.1.2.3" } }).slice(0, 2), [undefined, "10.1.2.3"]);
        const mixed = { NumericLessThan: { k: "5" }, StringEquals: { k: "a" } };
        assert.deepEqual(of(mixed), [undefined, "", "a", "b"]);
        assert.deepEqual(of({ StringEquals: { k: "a" }, NumericLessThan: { k: "5" } }), [undefined, "", "a", "b"]);
    });

    it("are ARNs of six parts for keys with an ARN", () => {
        const like = { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:a" } };
        assert.deepEqual(of(like), [undefined, "arn:::::", "arn:aws:s3:::a"]);
        for (const key of ["ec2:AccepterVpc", "ec2:RequesterVpc", "ec2:Vpc", "lambda:FunctionARN"]) {
            assert.deepEqual(of({ StringEquals: { [key]: "x" } }), [undefined, "arn:::::"], key);
        }
        for (const key of ["arns", "a:ec2:Vpc", "ec2:VpcID"]) {
            assert.deepEqual(of({ StringEquals: { [key]: "x" } }), [undefined, "", "x", "a"], key);
        }
        assert.deepEqual(of({ ArnLike: { k: "arn:aws:s3:::a*" } }), [
            undefined,
            "",
            "a",
            "arn:::::",
            "arn:aws:s3:::a",
        ]);
        const parts = { ArnLike: { k: "arn:*:s3:::a" } };
        assert.deepEqual(of(parts), [undefined, "", "a", "arn:::::", "arn::s3:::a", "arn:::s3:::a"]);
    });

    it("are lists for a multivalued key: one for each combination of what elements can be", () => {
        assert.deepEqual(of({ "ForAllValues:StringEquals": { k: ["a", "b"] } }, true), [
            undefined,
            [""],
            ["a"],
            ["c"],
            ["", "a"],
        ]);
        const both = { "ForAnyValue:StringLike": { k: "a*" }, "ForAllValues:StringEquals": { k: "ab" } };
        assert.deepEqual(of(both, true), [
            ...[undefined, [""], ["a"], ["b"], ["ab"]],
            ...[["", "a"], ["", "ab"], ["a", "ab"]],
        ]);
        assert.deepEqual(of({ StringEquals: { k: "a" } }, true), [undefined, [""], ["a"], ["b"], ["", "a"]]);
        assert.deepEqual(of({ "ForAnyValue:StringLike": { k: "a${b:c}" } }, true), [
            ...[undefined, [""], ["a"], ["b"]],
            ...[["", "a"]],
        ]);
        const either = valuesOf(testsOf({ StringEquals: { k: "a" } }), undefined);
        assert.deepEqual(either, [undefined, "", "a", "b", [""], ["a"], ["b"], ["", "a"]]);
    });

    it("are too many if conditions on lists combine in too many ways", () => {
        const values = Array.from({ length: 13 }, (_, index) => [`ForAnyValue:StringEquals`, `v${index}`] as const);
        const tests = values.flatMap(([name, value]) => testsOf({ [name]: { k: value } }));
        assert.throws(() => valuesOf(tests, true), /lists of values combine in more ways than are tried/);
        assert.equal(valuesOf(tests.slice(0, 11), true).length > 2000, true);
    });
});

describe("the comparison of a condition key", () => {
    it("is by size for numbers, dates and addresses", () => {
        const names = ["NumericEquals", "DateLessThanIfExists", "NotIpAddress", "StringEquals", "Foo", "Null", "Bool"];
        assert.deepEqual(names.map(isScale), [true, true, true, false, false, false, false]);
    });

    it("is decided if every other condition on the key compares it in the same way", () => {
        const decided = (condition: object) => {
            const tests = testsOf(condition);
            return tests.map((test) => isDecided(test, tests));
        };
        assert.deepEqual(decided({ NumericEquals: { k: "1" }, Null: { k: "true" } }), [true, true]);
        assert.deepEqual(decided({ NumericEquals: { k: "1" }, NumericLessThan: { k: "1" } }), [true, true]);
        assert.deepEqual(decided({ NumericEquals: { k: "1" }, StringEquals: { k: "1" } }), [false, true]);
        assert.deepEqual(decided({ NumericEquals: { k: "1" }, DateEquals: { k: "1" } }), [false, false]);
    });

    it("depends on whether the key is multivalued, which is known for AWS's keys", () => {
        const many = [
            "aws:TagKeys",
            "AWS:tagkeys",
            "aws:PrincipalOrgPaths",
            "dynamodb:LeadingKeys",
            "DynamoDB:LeadingKeys",
        ];
        const one = [
            ...["aws:SourceVpc", "s3:prefix", "cognito-identity-auth:AccountId"],
            ...["cognito-identity-unauth:AccountId", "ssm:NodeAccountId"],
        ];
        for (const key of many) assert.equal(canBeMany(key), true, key);
        for (const key of one) assert.equal(canBeMany(key), false, key);
        for (const key of ["aws:Foo", "foo:bar", "s3:nothing", "nocolon", "ss-authm:NodeAccountId"]) {
            assert.equal(canBeMany(key), undefined, key);
        }
    });
});
