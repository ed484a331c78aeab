import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";

import * as fc from "fast-check";

import { readStack } from "../../cli/stack";
import { EngineStack } from "./stacks";

// Parts of scalars that readers of YAML disagree on, and some that they do not.
const part = fc.constantFrom(
    ...[
        "0",
        "1",
        "7",
        "8",
        "9",
        "12",
        "123456789012",
        "2001-01-02",
        "0o",
        "0x",
        "0b",
        "1e",
        "E5",
        "_",
        ".",
        "-",
        "+",
        "12:30",
    ],
    ...["true", "False", "yes", "off", "null", "~", ".inf", ".NaN", "T12:00:00Z", "a", "f", " ", "/16", "10.0.0.0"],
);
const scalar = fc.array(part, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(""));
const quoted = fc.tuple(scalar, fc.constantFrom("'", "\"")).map(([text, quote]) => `${quote}${text}${quote}`);
/** A key of a map: mostly `k`, which gets a number, or something that may be no string in YAML. */
const key = fc.oneof(
    { weight: 4, arbitrary: fc.constant("k") },
    { weight: 1, arbitrary: fc.constantFrom("null", "~", "Null", "NULL", "''", "'null'", "true", "1", "0x10", "1.5") },
    { weight: 1, arbitrary: scalar },
);
const value: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
    value: fc.oneof(
        { maxDepth: 2, withCrossShrink: true },
        scalar,
        quoted,
        fc.array(tie("value"), { maxLength: 3 }).map((items) => `[${items.join(", ")}]`),
        fc.array(fc.tuple(key, tie("value")), { maxLength: 3 }).map((items) =>
            `{${items.map(([name, item], index) => `${name === "k" ? `k${index}` : name}: ${item}`).join(", ")}}`
        ),
    ),
})).value;

/** How many values one run of the CLI reads. FUZZ_VALUES=5000 reads more, in several runs. */
const batch = 250;
const { FUZZ_VALUES = String(batch), FUZZ_SEED = String(Date.now() % 2 ** 31) } = process.env;

describe(`a stack's file with generated values (seed ${FUZZ_SEED})`, function() {
    this.timeout("30m");
    let stack: EngineStack;
    let project: string;

    before(async () => {
        stack = await EngineStack.create("dev", { "aws:region": "us-east-1" });
        ({ project } = stack.workspace);
        fs.rmSync(path.join(project, "Pulumi.yaml"));
        fs.writeFileSync(path.join(project, "Pulumi.yaml"), "name: private-vpc\nruntime: nodejs\n");
    });

    after(() => stack.remove());

    /** The config that this project's reader finds, or nothing if it refuses the file. */
    function own(values: string[]): { [key: string]: string } | undefined {
        const lines = values.map((text, index) => `  fuzz:k${index}: ${text}\n`);
        fs.writeFileSync(path.join(project, "Pulumi.dev.yaml"), `config:\n${lines.join("")}`);
        return readStack(project, "dev").stack?.config;
    }

    /** The values that the CLI reads otherwise. */
    async function differences(values: string[]): Promise<string[]> {
        const expected = own(values)!;
        const { code, stdout, stderr } = await stack.workspace.run("config", "--json", "--stack", "dev");
        if (code !== 0) {
            // It says so, and nothing is deployed.
            if (values.length === 1 && /invalid YAML file/.test(stderr)) return [];
            const middle = values.length >> 1;
            return [...await differences(values.slice(0, middle)), ...await differences(values.slice(middle))];
        }
        const read = JSON.parse(stdout) as { [key: string]: { value: string } };
        return values.flatMap((text, index) => {
            const [mine, theirs] = [expected[`fuzz:k${index}`]!, read[`fuzz:k${index}`]!.value];
            const isEqual = mine === theirs || (/^[[{]/.test(theirs) && sameJson(mine, theirs));
            return isEqual ? [] : [`${text}: ${mine}, and the CLI reads ${theirs}`];
        });
    }

    it("has maps with null and other keys that are no strings, which are read as the CLI reads them, or refused", async () => {
        const keys = ["null", "~", "Null", "NULL", "'null'", "''", "true", "1", "1.5", "0x10", "2001-01-02"];
        const maps = keys.flatMap((name) => [`{${name}: a}`, `{a: {${name}: b}}`, `[{${name}: c}]`]);
        const accepted = [...maps, "{null: a, ~: b}", "{null: a, 'null': b}", "{null: null}"]
            .filter((text) => own([text]) !== undefined);
        assert.ok(accepted.includes("{'null': a}"), accepted.join());
        assert.deepEqual(await differences(accepted), []);
    });

    it("is read as the CLI reads it, or refused", async function() {
        const wanted = fc.sample(value, { seed: Number(FUZZ_SEED), numRuns: Number(FUZZ_VALUES) });
        const accepted = [...new Set(wanted)].filter((text) => own([text]) !== undefined);
        for (let at = 0; at < accepted.length; at += batch) {
            assert.deepEqual(await differences(accepted.slice(at, at + batch)), []);
        }
        this.test!.title += `: ${accepted.length} of ${wanted.length} values compared, the others refused`;
    });
});

/** Go's JSON escapes some characters that JavaScript's does not, and sorts the keys of maps. */
function sameJson(one: string, other: string): boolean {
    return isDeepStrictEqual(JSON.parse(one), JSON.parse(other));
}
