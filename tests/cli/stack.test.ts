import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { defaultStack, readStack, stackNameOf } from "../../cli/stack";
import { codesOf } from "../codesOf";

const project = `
name: private-vpc
main: index.ts
runtime: nodejs
config:
  private-vpc:cidrBlock: { description: the range }
  private-vpc:tags: { description: tags, default: "" }
  endpointZones: { default: [us-east-1a] }
  aws:region: us-east-1
`;

function folderWith(files: { [name: string]: string }): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "stack-"));
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
    return folder;
}

describe("a stack's files", () => {
    it("become the config that the CLI would pass: strings, JSON for lists and maps, and the project's defaults", () => {
        const stack = "config:\n  private-vpc:cidrBlock: 10.0.0.0/16\n  private-vpc:flowLogs: { retentionInDays: 90 }\n"
            + "  private-vpc:zones: [a, b]\n  aws:region: eu-west-1\n  other:on: true\n";
        const folder = folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack });
        assert.deepEqual(readStack(folder, "dev"), {
            stack: {
                name: "dev",
                project: "private-vpc",
                folder,
                runtime: "nodejs",
                typescript: true,
                program: path.join(folder, "index.ts"),
                config: {
                    "private-vpc:cidrBlock": "10.0.0.0/16",
                    "private-vpc:flowLogs": `{"retentionInDays":90}`,
                    "private-vpc:zones": `["a","b"]`,
                    "private-vpc:tags": "",
                    "private-vpc:endpointZones": `["us-east-1a"]`,
                    "aws:region": "eu-west-1",
                    "other:on": "true",
                },
                hasSettings: true,
                environments: [],
            },
            problems: [],
        });
    });

    it("omit encrypted values, at any depth, and name the environments that are not read", () => {
        const stack = "environment: [network, base]\nconfig:\n  private-vpc:cidrBlock:\n    secure: abc\n"
            + "  private-vpc:tags:\n    a: b\n    c: { secure: def }\n";
        const read = readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }), "dev").stack;
        assert.equal(read?.config["private-vpc:cidrBlock"], "[encrypted]");
        assert.equal(read?.config["private-vpc:tags"], `{"a":"b","c":"[encrypted]"}`);
        assert.deepEqual(read?.environments, ["network", "base"]);
    });

    it("name the environments of every form, including those imported into an inline one", () => {
        const environmentsOf = (environment: string) =>
            readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": `environment: ${environment}\n` }), "dev")
                .stack?.environments;
        assert.deepEqual(environmentsOf("acme/dev"), ["acme/dev"]);
        assert.deepEqual(environmentsOf("[base, { acme/dev: { merge: false } }]"), ["base", "acme/dev"]);
        assert.deepEqual(environmentsOf("{ imports: [base], values: { a: 1 } }"), ["base", "(inline)"]);
    });

    it("treat a key without a value as empty, as the CLI does", () => {
        const stack = "config:\n  private-vpc:services:\n";
        const { config } = readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }), "dev").stack!;
        assert.equal(config["private-vpc:services"], "");
    });

    it("are rejected if settings are not under config", () => {
        const codes = (stack: string) =>
            codesOf(readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }), "dev").problems);
        assert.deepEqual(codes("private-vpc:services: [sqs]\n"), [
            "stack.misplaced Pulumi.dev.yaml: private-vpc:services",
        ]);
        assert.deepEqual(codes("conf:\n  private-vpc:services: [sqs]\n"), ["stack.misplaced Pulumi.dev.yaml: conf"]);
        assert.deepEqual(codes("config:\n  - private-vpc:services\n"), ["stack.misplaced Pulumi.dev.yaml: config"]);
        assert.deepEqual(codes("- config\n"), ["stack.misplaced Pulumi.dev.yaml"]);
    });

    it("are rejected if the YAML is invalid, a key has no namespace, or the stack does not exist", () => {
        const problemOf = (stack: string, name = "dev") =>
            readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }), name).problems;
        assert.deepEqual(codesOf(problemOf("config:\n  cidrBlock: 10.0.0.0/16\n")), [
            "stack.no-namespace Pulumi.dev.yaml: cidrBlock",
        ]);
        assert.deepEqual(codesOf(problemOf("", "live")), ["stack.not-found --stack"]);
        assert.deepEqual(problemOf(""), []);
    });

    for (
        const [what, text, message, hint] of [
            [
                "an open list",
                "config:\n  a:zones: [a, # ]\n    b\n  a:c: 1\n",
                /^the \[ in line 2, column 12 is not closed: "a:zones: \[a, # \]"$/,
                /^add \]/,
            ],
            ["an open map", "config:\n  a:flow: { x: '}'\n", /^the \{ in line 2, column 11 is not closed/, /^add \}/],
            [
                "a repeated key",
                "config:\n  a:b: [1]\n  a:c: 2\n  a:b: [3]\n",
                /^the key a:b is in line 2 and again in line 4$/,
                /^keep one/,
            ],
            ["a tab", "config:\n\ta:b: 1\n", /^line 2, column 1: tab characters .*: "a:b: 1"$/, /^indent with spaces$/],
            ["a list", "- a:b\n", /^the file is a list, not a map$/, /^write "config:"/],
            ["a value", "a\n", /^the file is a single value, not a map$/, /^write "config:"/],
            [
                "a list of settings",
                "config: [a:b]\n",
                /^it is a list, not a map of keys and values$/,
                /^write each setting as a key/,
            ],
            [
                "settings without config",
                "a:b: 1\n",
                /^the key is at the top level of the file/,
                /^indent it below "config:"$/,
            ],
        ] as const
    ) {
        it(`are rejected with line, key and fix for ${what}`, () => {
            const { problems, stack } = readStack(
                folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": text }),
                "dev",
            );
            assert.equal(stack, undefined);
            assert.equal(problems.length, 1);
            assert.match(problems[0]!.path, /^Pulumi\.dev\.yaml/);
            assert.match(problems[0]!.message, message);
            assert.match(problems[0]!.hint, hint);
        });
    }

    it("are rejected if there is no project, or its file is invalid", () => {
        const problem = (files: { [name: string]: string }) => readStack(folderWith(files), "dev").problems[0];
        assert.equal(problem({ "Pulumi.dev.yaml": "" })?.hint, "run the command in the folder of Pulumi.yaml");
        assert.equal(problem({ "Pulumi.yaml": "name: [", "Pulumi.dev.yaml": "" })?.path, "Pulumi.yaml");
        assert.equal(problem({ "Pulumi.yaml": project })?.hint, "create the file, e.g. with: pulumi stack init dev");
    });

    it("are rejected unread if they are links that lead out of the folder, and read through other links", () => {
        const settings = "config:\n  aws:region: us-east-1\n";
        const files = { "Pulumi.yaml": "name: p\n", "Pulumi.prod.yaml": settings };
        const folder = folderWith(files);
        const link = (target: string) => {
            fs.rmSync(path.join(folder, "Pulumi.dev.yaml"), { force: true });
            fs.symlinkSync(target, path.join(folder, "Pulumi.dev.yaml"));
            return readStack(folder, "dev");
        };
        assert.deepEqual(link("Pulumi.prod.yaml").stack?.config, { "aws:region": "us-east-1" });
        const outside = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "outside-")), "credentials");
        fs.writeFileSync(outside, "[default]\nsecret: hidden\n");
        const { problems } = link(outside);
        assert.deepEqual(problems, [{
            code: "file.not-read",
            path: "Pulumi.dev.yaml",
            message: "the file is outside of the folders that may be read",
            hint: "replace the symbolic link with a copy of the file",
        }]);
    });

    it("accept a stack name as Pulumi's commands do, also with organization and project", () => {
        assert.deepEqual(["dev", "acme/network/dev", "a.b_c-1"].map(stackNameOf), ["dev", "dev", "a.b_c-1"]);
        for (const name of ["../dev", "..", ".", "a b", "a/b/c/d", ""]) {
            assert.throws(() => stackNameOf(name), /name of a stack/);
        }
    });

    it("are those of dev, or of the only stack, if none is named", () => {
        assert.equal(defaultStack(folderWith({ "Pulumi.live.yaml": "" })), "live");
        assert.equal(defaultStack(folderWith({ "Pulumi.live.yaml": "", "Pulumi.prod.yaml": "" })), "dev");
        assert.equal(defaultStack(folderWith({})), "dev");
    });
});
