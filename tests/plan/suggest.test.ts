import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { knownServices } from "../../components/plan/services/serviceNames";
import { nearest, suggest } from "../../components/plan/suggest";

describe("the name that was probably meant", () => {
    it("is the nearest, where one is near", () => {
        assert.equal(nearest("dynamdb", ["s3", "dynamodb"]), "dynamodb");
        assert.equal(nearest("dynamodb", ["s3", "dynamodb"]), "dynamodb");
    });

    it("is none where none is near, or there is none at all", () => {
        assert.equal(nearest("abcxyz", ["abc"]), undefined);
        assert.equal(nearest("abc", []), undefined);
    });
});

describe("the cure for an unknown name", () => {
    it("is the nearest name, also where only its case is wrong", () => {
        assert.equal(suggest("dynamdb", ["s3", "dynamodb"], "services"), `did you mean "dynamodb"?`);
        assert.equal(suggest("SECRETSMANAGR", ["sns", "secretsmanager"], "services"), `did you mean "secretsmanager"?`);
        assert.equal(suggest("EC2", ["kms", "ec2"], "services"), `did you mean "ec2"?`);
        assert.equal(suggest("ecr-api", knownServices, "services"), `did you mean "ecr.api"?`);
    });

    it("is the nearest of two near ones", () => {
        assert.equal(suggest("ecs-agnt", ["ecs-agree", "ecs-agent"], "services"), `did you mean "ecs-agent"?`);
    });

    it("is near with a third of its letters wrong, and not with one more", () => {
        assert.equal(suggest("abcdefghixxx", ["abcdefghi"], "names"), `did you mean "abcdefghi"?`);
        assert.equal(suggest("abcdefghxxxx", ["abcdefgh"], "names"), `did you mean "abcdefgh"?`);
        assert.equal(suggest("abcdefgxxxxx", ["abcdefg"], "names"), "names: abcdefg");
    });

    it("is the list of all of them, sorted, where none is near", () => {
        const known = ["sqs", "kms", "s3"];
        assert.equal(suggest("cognito-idp", known, "known services"), "known services: kms, s3, sqs");
        assert.deepEqual(known, ["sqs", "kms", "s3"]);
    });

    it("is empty where there is none", () => {
        assert.equal(suggest("s3", [], "known services"), "known services: ");
    });

    it("of a known name with one letter lost is a known name", () => {
        const cut = fc.constantFrom(...knownServices).chain((name) =>
            fc.nat(name.length - 1).map((index) => name.slice(0, index) + name.slice(index + 1))
        );
        fc.assert(fc.property(cut, (misspelt) => {
            const [, meant] = /^did you mean "(.*)"\?$/.exec(suggest(misspelt, knownServices, "services")) ?? [];
            assert.ok(knownServices.some((name) => name === meant), misspelt);
        }));
    });
});
