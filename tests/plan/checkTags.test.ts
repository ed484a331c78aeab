import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { planPrivateVpc } from "../../components";
import { checkTagCharacters, checkTags } from "../../components/plan/checkTags";
import { codesOf } from "../codesOf";
import { smallVpc } from "../run";
import { planOf, problemsOf } from "./fixtures";

const tagsNamed = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`t${index}`, ""]));

describe("tags", () => {
    it("are valid if AWS allows them, and not checked if they are outputs", () => {
        const { length } = "x".repeat(128);
        const right = {
            ["k".repeat(length)]: "v".repeat(256),
            "aws-team": "a",
            Name: "b",
            "ü/+-=._:@": pulumi.output("c"),
        };
        assert.deepEqual(checkTags(right), []);
        for (const tags of [undefined, tagsNamed(48), pulumi.output({ "aws:x": "y" }), Promise.resolve({})]) {
            assert.deepEqual(checkTags(tags), []);
            assert.deepEqual(checkTagCharacters(tags), []);
        }
    });

    const wrong: { [mistake: string]: [tags: unknown, code: string] } = {
        "AWS's prefix": [{ "aws:x": "y" }, "tags.reserved-key tags.aws:x"],
        "AWS's prefix in capitals": [{ "AWS:x": "y" }, "tags.reserved-key tags.AWS:x"],
        "an empty key": [{ "": "y" }, "tags.invalid-length tags."],
        "a key that is too long": [{ ["k".repeat(129)]: "y" }, `tags.invalid-length tags.${"k".repeat(129)}`],
        "a value that is too long": [{ k: "v".repeat(257) }, "tags.invalid-length tags.k"],
        "more tags than AWS allows": [tagsNamed(49), "tags.too-many tags"],
        "the owner tag": [{ "private-vpc:owner": "y" }, "tags.reserved-key tags.private-vpc:owner"],
    };
    for (const [mistake, [tags, code]] of Object.entries(wrong)) {
        it(`are rejected with ${mistake}`, () => {
            assert.deepEqual(codesOf(problemsOf({ tags })), [code]);
        });
    }

    it("are rejected with an owner that IAM does not allow as a value, and accepted with any other", () => {
        const problemsWith = (owner: string) => codesOf(planPrivateVpc({ ...smallVpc, owner }).problems);
        for (const owner of ["shop/prod", "v".repeat(256), "a b_.:/=+-@"]) assert.deepEqual(problemsWith(owner), []);
        const refused = {
            "": "tags.invalid-length",
            ["v".repeat(257)]: "tags.invalid-length",
            "a,b": "tags.invalid-characters",
        };
        for (const [owner, code] of Object.entries(refused)) {
            assert.deepEqual(problemsWith(owner), [`${code} owner`]);
        }
    });

    it("are limited to fewer characters only if flow logs create resources of IAM and CloudWatch Logs", () => {
        const tags = { "cost#center": "42", team: "a,b" };
        const codes = ["tags.invalid-characters tags.cost#center", "tags.invalid-characters tags.team"];
        assert.deepEqual(codesOf(problemsOf({ tags, flowLogs: { destination: "cloud-watch-logs" } })), codes);
        planOf({ tags });
        planOf({ tags, flowLogs: { destination: "s3", bucketArn: "arn:aws:s3:::my-flow-logs" } });
    });
});
