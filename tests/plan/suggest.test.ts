import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { knownServices } from "../../components/plan/services/serviceNames";
import { nearest, suggest } from "../../components/plan/suggest";

describe("the name that was probably meant", () => {
    it("is the nearest one, if one is near", () => {
        assert.equal(nearest("dynamdb", ["s3", "dynamodb"]), "dynamodb");
        assert.equal(nearest("dynamodb", ["s3", "dynamodb"]), "dynamodb");
    });

    it("is null if none is near, or there are no names", () => {
        assert.equal(nearest("abcxyz", ["abc"]), undefined);
        assert.equal(nearest("abc", []), undefined);
    });
});

describe("the fix for an unknown name", () => {
    it("is the nearest name, also if only its case is wrong", () => {
        assert.equal(suggest("dynamdb", ["s3", "dynamodb"], "services"), `did you mean "dynamodb"?`);
        assert.equal(suggest("SECRETSMANAGR", ["sns", "secretsmanager"], "services"), `did you mean "secretsmanager"?`);
        assert.equal(suggest("EC2", ["kms", "ec2"], "services"), `did you mean "ec2"?`);
        assert.equal(suggest("ecr-api", knownServices, "services"), `did you mean "ecr.api"?`);
    });

    it("is the nearest of two near ones", () => {
        assert.equal(suggest("ecs-agnt", ["ecs-agree", "ecs-agent"], "services"), `did you mean "ecs-agent"?`);
    });

    it("accepts up to a third of wrong letters, and not one more", () => {
        assert.equal(suggest("abcdefghixxx", ["abcdefghi"], "names"), `did you mean "abcdefghi"?`);
        assert.equal(suggest("abcdefghxxxx", ["abcdefgh"], "names"), `did you mean "abcdefgh"?`);
        assert.equal(suggest("abcdefgxxxxx", ["abcdefg"], "names"), "names: abcdefg");
    });

    it("is the sorted list of all names, if none is near", () => {
        const known = ["sqs", "kms", "s3"];
        assert.equal(suggest("cognito-idp", known, "known services"), "known services: kms, s3, sqs");
        assert.deepEqual(known, ["sqs", "kms", "s3"]);
    });

    it("is empty if there are no names", () => {
        assert.equal(suggest("s3", [], "known services"), "known services: ");
    });

    it("for a known name with one letter missing is a known name", () => {
        const cut = fc.constantFrom(...knownServices).chain((name) =>
            fc.nat(name.length - 1).map((index) => name.slice(0, index) + name.slice(index + 1))
        );
        fc.assert(fc.property(cut, (misspelt) => {
            const [, meant] = /^did you mean "(.*)"\?$/.exec(suggest(misspelt, knownServices, "services")) ?? [];
            assert.ok(knownServices.some((name) => name === meant), misspelt);
        }));
    });
});
