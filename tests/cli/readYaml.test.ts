import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { readYaml } from "../../cli/readYaml";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "yaml-"));

function read(content: string | Buffer) {
    const file = path.join(folder, "Pulumi.dev.yaml");
    fs.writeFileSync(file, content);
    return readYaml(file, "Pulumi.dev.yaml");
}

/** What is wrong with a file. */
function messageOf(content: string | Buffer): string | undefined {
    const { problems: [problem, ...more], value } = read(content);
    assert.deepEqual([more, value], [[], undefined]);
    return problem?.message;
}

/** Levels of ten aliases each: the value has ten to the power of the levels. */
function multiplied(levels: number): string {
    const lists = Array.from({ length: levels }, (_, level) => {
        const items = level === 0 ? "x" : `*l${level - 1}`;
        return `  a:l${level}: &l${level} [${Array.from({ length: 10 }, () => items).join(", ")}]\n`;
    });
    return `config:\n${lists.join("")}`;
}

describe("a YAML file", () => {
    after(() => fs.rmSync(folder, { recursive: true }));

    it("may have aliases", () => {
        const { value, problems } = read(multiplied(3) + "  a:tags: &t { a: b }\n  a:more: *t\n");
        assert.deepEqual(problems, []);
        const { config } = value as { config: { [key: string]: unknown[][][] } };
        assert.equal(config["a:l2"]![9]![9]![9], "x");
        assert.deepEqual(config["a:more"], { a: "b" });
    });

    for (const levels of [7, 9, 60]) {
        it(`is rejected at once if ${levels} levels of aliases multiply`, function() {
            this.timeout(1_000);
            assert.match(messageOf(multiplied(levels))!, /^it has more than 200,000 values, aliases included$/);
        });
    }

    it("is rejected if an alias refers to itself, in a list, in a map or through another", () => {
        for (
            const text of [
                "config:\n  a:b: &a\n    - *a\n",
                "config: &a\n  a:b: *a\n",
                "config:\n  a:b: &a [&b { c: [*a] }]\n",
            ]
        ) assert.equal(messageOf(text), "an alias refers to a value that contains the alias", text);
    });

    it("is rejected if it is nested too deeply, by itself or through aliases", () => {
        assert.match(
            messageOf(`a: ${"[".repeat(100_000)}${"]".repeat(100_000)}`)!,
            /nesting exceeded maxDepth \(100\)/,
        );
        assert.match(messageOf(`a: ${"{ a: ".repeat(500)}1${" }".repeat(500)}`)!, /nesting exceeded maxDepth \(100\)/);
        const chain = Array.from(
            { length: 200 },
            (_, level) => `l${level}: &l${level} [${level && `*l${level - 1}`}]\n`,
        );
        assert.equal(messageOf(chain.join("")), "it is nested deeper than 100 levels, aliases included");
    });

    it("may start with a byte order mark and have Windows line endings", () => {
        for (const text of ["\uFEFFa: [b]\nc: d\n", "a: [b]\r\nc: d\r\n", "\uFEFFa: [b]\r\nc: d"]) {
            assert.deepEqual(read(text), { value: { a: ["b"], c: "d" }, problems: [] });
        }
    });

    it("is rejected if it is not UTF-8, or too large", () => {
        assert.equal(messageOf(Buffer.from("a: caf\u00e9\n", "latin1")), "the file is not UTF-8 text");
        assert.equal(messageOf(Buffer.from("\uFEFFa: b\n", "utf16le")), "the file is not UTF-8 text");
        assert.equal(messageOf(Buffer.alloc(100_000_000, "#")), "the file is larger than 5 MB");
    });

    it("is quoted only in part in an error about a long line", () => {
        assert.match(messageOf(`a: [b, ${"c".repeat(10_000)}\n`)!, /^the \[ in line 1.{1,100}…$/);
    });

    it("keeps a key with any name", () => {
        const { value } = read("__proto__: { a: 1 }\nconstructor: 2\nprototype: 3\n");
        assert.deepEqual(Object.keys(value as object), ["__proto__", "constructor", "prototype"]);
        assert.equal((({}) as { a?: number }).a, undefined);
    });

    it("is rejected if the Pulumi CLI reads a value otherwise, unless it is in quotes", () => {
        const values = [
            "0777",
            "0b101",
            "1_000",
            "2001-01-01",
            "2001-12-14t21:59:43Z",
            "9007199254740993",
            ".inf",
            "-.INF",
            ".nan",
        ];
        for (const value of values) {
            const { problems } = read(`config:\n  a:\n    - {b: ${value}}\n`);
            assert.deepEqual(problems.map(({ code, path }) => [code, path]), [
                ["file.not-yaml", "Pulumi.dev.yaml: config: a: 0: b"],
            ]);
            assert.deepEqual(read(`a: "${value}"\n`).value, { a: value });
        }
        for (const key of ["null", "~", "Null", "0777", "2001-01-01"]) {
            for (const text of [`config:\n  a: {${key}: b}\n`, `config:\n  ${key}: b\n`]) {
                assert.match(messageOf(text)!, /^line 2, column \d+: without quotes, the key is another one/, text);
            }
            assert.deepEqual(read(`"${key}": b\n`).value, { [key]: "b" });
        }
        for (const value of ["0", "-0", "00", "012345678901", "0x1F", "1e3", "10.0.0.0/16", "a_b", "12:30", "2001-1"]) {
            assert.deepEqual(read(`a: ${value}\n`).problems, []);
        }
    });
});
