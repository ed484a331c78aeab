import * as assert from "node:assert/strict";

import type * as pulumi from "@pulumi/pulumi";

import { boolean, type Known, late, list, map, number, object, type Rows, text } from "../../components/args/contract";
import { readArgs } from "../../components/args/readArgs";

interface Example {
    name: string;
    ids?: pulumi.Input<string>[];
    sizes?: { [name: string]: number };
    kind?: "a" | "b";
}

const rows: Rows<Omit<Example, "kind">> = {
    name: { is: text, required: "app" },
    ids: { is: list(late(text), "[sg-1]") },
    sizes: { is: map(number) },
};

// `npm test` compiles the tests first: each of these lines must not compile by itself.
const refused = {
    // @ts-expect-error: a property without a row
    lacking: (): Rows<Example> => rows,
    // @ts-expect-error: a row without a property
    unknown: (): Rows<Omit<Example, "kind">> => ({ ...rows, more: { is: text } }),
    // @ts-expect-error: a row of another type
    otherType: (): Rows<Pick<Example, "name">> => ({ name: { is: boolean, required: "app" } }),
    // @ts-expect-error: a property that may be late, with a row that must be known
    tooStrict: (): Rows<Pick<Example, "ids">> => ({ ids: { is: list(text, "[sg-1]") } }),
    // @ts-expect-error: a property that must be known, with a row that may be late
    tooLoose: (): Rows<Pick<Example, "name">> => ({ name: { is: late(text), required: "app" } }),
    // @ts-expect-error: a required property with a row that is not
    notRequired: (): Rows<Pick<Example, "name">> => ({ name: { is: text } }),
    // @ts-expect-error: an optional property with a row that requires it
    required: (): Rows<Pick<Example, "sizes">> => ({ sizes: { is: map(number), required: "{}" } }),
};

describe("the rows that describe an interface's options", () => {
    it("do not compile with an option missing, added or of another type than in the interface", () => {
        assert.equal(Object.keys(refused).length, 7);
    });

    it("give the planner plain types: unknown for values that may be outputs, and string for unions of literals", () => {
        const known: Known<Example> = { name: "app", ids: [5, "sg-1"], sizes: { a: 1 }, kind: "Gatway" };
        const plain: { name: string; ids?: unknown[]; sizes?: { [name: string]: number }; kind?: string } = known;
        assert.equal(plain.kind, "Gatway");
    });

    it("keep valid values and drop invalid ones, so that everything else can be planned", () => {
        const { known, problems } = readArgs(object("Example", rows), {
            ids: ["sg-1", 5, Promise.resolve("sg-2")],
            sizes: { a: 1, b: "2" },
        });
        assert.deepEqual([known.name, known.ids?.slice(0, 2), known.sizes], ["", ["sg-1", ""], { a: 1 }]);
        assert.deepEqual(problems.map(({ path }) => path), ["name", "ids[1]", "sizes.b"]);
    });

    it("copy the arguments, so that planning does not change them", () => {
        const args = { name: "app", ids: ["sg-1"] };
        const { known } = readArgs(object("Example", rows), args);
        known.ids!.push("sg-2");
        assert.deepEqual(args.ids, ["sg-1"]);
    });
});
