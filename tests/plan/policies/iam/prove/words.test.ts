import * as assert from "node:assert/strict";

import type { Statement } from "../../../../../components/plan/policies/iam/document";
import { type Words, wordsOf } from "../../../../../components/plan/policies/iam/prove/words";

const none: Words = { principals: [], services: [], actions: [], resources: [], tests: [] };
const of = (statement: Statement, Version = "2012-10-17") => wordsOf([{ Version, Statement: statement }]);

describe("the elements that documents compare with requests", () => {
    it("are every principal, action, resource and condition", () => {
        assert.deepEqual(of({ Principal: { AWS: ["a", "b"], Service: "c" } }), {
            ...none,
            principals: ["a", "b"],
            services: ["c"],
        });
        assert.deepEqual(of({ Principal: { AWS: "a" } }), { ...none, principals: ["a"] });
        assert.deepEqual(of({ Principal: { Service: ["a"] } }), { ...none, services: ["a"] });
        assert.deepEqual(of({ Action: "d", NotAction: ["e"] }), { ...none, actions: ["d", "e"] });
        const variables = true;
        const resources = [{ text: "f", variables }, { text: "g", variables }];
        assert.deepEqual(of({ Resource: "f", NotResource: "g" }), { ...none, resources });
        const [first, second, ...others] = of({
            Condition: { StringEqualsIfExists: { k: ["v", 1, true] }, Null: { "a:b": "true" } },
        }).tests;
        assert.deepEqual([first!.name, first!.key, first!.values, first!.variables], [
            "StringEqualsIfExists",
            "k",
            ["v", "1", "true"],
            true,
        ]);
        assert.deepEqual([first!.operator.name, first!.operator.ifExists], ["StringEquals", true]);
        assert.deepEqual([second!.name, second!.key, second!.values, others], ["Null", "a:b", ["true"], []]);
    });

    it("include variables only in the Version that supports them", () => {
        const condition = { Condition: { StringEquals: { k: "v" } } };
        assert.deepEqual(of({ Resource: "f" }, "2008-10-17").resources, [{ text: "f", variables: false }]);
        assert.deepEqual(wordsOf([{ Statement: condition }]).tests.map((test) => test.variables), [false]);
        assert.deepEqual(of(condition).tests.map((test) => test.variables), [true]);
    });

    it("include nothing that is not in the documented form", () => {
        assert.deepEqual(of({}), none);
        assert.deepEqual(of({ Principal: "*", Action: 6, Resource: 5, NotResource: {} }), none);
        assert.deepEqual(of({ Condition: { Foo: { a: "b" }, Bool: "x" } }), none);
        assert.deepEqual(of({ Condition: "x" }), none);
    });
});
