import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { readYaml } from "../../cli/yamlFile";

function read(text: string) {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "yaml-"));
    fs.writeFileSync(path.join(folder, "Pulumi.dev.yaml"), text);
    return readYaml<object>(folder, "Pulumi.dev.yaml");
}

describe("a YAML file", () => {
    it("is its map, and an empty one without a document", () => {
        assert.deepEqual(read("a: [b]\n"), { value: { a: ["b"] }, problems: [] });
        for (const empty of ["", "# nothing\n", "---\n"]) assert.deepEqual(read(empty), { value: {}, problems: [] });
    });

    const wrong: { [mistake: string]: [text: string, code: string, message: RegExp] } = {
        "a bracket that is not closed": [
            "config:\n  aws:region: eu-west-1\n  private-vpc:services: [sqs, s3\n  private-vpc:tags: { a: b }\n",
            "file.not-yaml",
            /^line 3, column 25: \[ is not closed, in private-vpc:services$/,
        ],
        "a bracket that is closed by another": [
            "config:\n  private-vpc:tags: { a: [b }\n",
            "file.not-yaml",
            /^line 2, column 26: \[ is not closed, in private-vpc:tags$/,
        ],
        "a key that is set again": [
            "config:\n  private-vpc:services: [sqs]\n  aws:region: eu-west-1\n  private-vpc:services: [s3]\n",
            "file.not-yaml",
            /^line 4: private-vpc:services is set again; line 2 sets it first$/,
        ],
        "a key that is set again inside braces": [
            "config:\n  private-vpc:tags: { a: b, a: c }\n",
            "file.not-yaml",
            /^line 2, column 29: .*duplicate.*, in private-vpc:tags$/,
        ],
        "a tab": ["config:\n\taws:region: eu-west-1\n", "file.not-yaml", /^line 2, column 1: .*tab/],
        "a quotation mark that is not closed": [
            "config:\n  aws:region: 'eu-west-1\n",
            "file.not-yaml",
            /^line 3, column 1: .*, in aws:region$/,
        ],
        "a list": ["- private-vpc:services: [sqs]\n", "stack.not-config", /^is a list, not a map$/],
        "one value": ["private-vpc\n", "stack.not-config", /^is one value, not a map$/],
    };
    for (const [mistake, [text, code, message]] of Object.entries(wrong)) {
        it(`with ${mistake} is a problem with line, column and key`, () => {
            const { value, problems } = read(text);
            assert.equal(value, undefined);
            assert.deepEqual(problems.map((one) => [one.code, one.path]), [[code, "Pulumi.dev.yaml"]]);
            assert.match(problems[0]!.message, message);
        });
    }

    it("that does not exist is a problem", () => {
        const { problems } = readYaml(os.tmpdir(), "Pulumi.none.yaml");
        assert.deepEqual(problems.map(({ code }) => code), ["file.not-read"]);
    });
});
