import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { readStack } from "../../cli/stack";
import { codesOf } from "../codesOf";

const project = `
name: private-vpc
main: index.ts
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
    it("become the config that the CLI would hand over: text, JSON for lists and maps, defaults of the project", () => {
        const stack = "config:\n  private-vpc:cidrBlock: 10.0.0.0/16\n  private-vpc:flowLogs: { retentionInDays: 90 }\n"
            + "  private-vpc:zones: [a, b]\n  aws:region: eu-west-1\n  other:on: true\n";
        const folder = folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack });
        assert.deepEqual(readStack(folder, "dev"), {
            stack: {
                project: "private-vpc",
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
                environments: [],
            },
            problems: [],
        });
    });

    it("keep encrypted values out, at any depth, and name the environments that are not read", () => {
        const stack = "environment: [network, base]\nconfig:\n  private-vpc:cidrBlock:\n    secure: abc\n"
            + "  private-vpc:tags:\n    a: b\n    c: { secure: def }\n";
        const read = readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }), "dev").stack;
        assert.equal(read?.config["private-vpc:cidrBlock"], "[encrypted]");
        assert.equal(read?.config["private-vpc:tags"], `{"a":"b","c":"[encrypted]"}`);
        assert.deepEqual(read?.environments, ["network", "base"]);
    });

    it("name the environments of every form, those imported into an inline one included", () => {
        const environmentsOf = (environment: string) =>
            readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": `environment: ${environment}\n` }), "dev")
                .stack?.environments;
        assert.deepEqual(environmentsOf("acme/dev"), ["acme/dev"]);
        assert.deepEqual(environmentsOf("[base, { acme/dev: { merge: false } }]"), ["base", "acme/dev"]);
        assert.deepEqual(environmentsOf("{ imports: [base], values: { a: 1 } }"), ["base", "(inline)"]);
    });

    it("take a key without a value for an empty one, as the CLI does", () => {
        const stack = "config:\n  private-vpc:services:\n";
        const { config } = readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }), "dev").stack!;
        assert.equal(config["private-vpc:services"], "");
    });

    it("are refused where settings are not under config", () => {
        const codes = (stack: string) =>
            codesOf(readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }), "dev").problems);
        assert.deepEqual(codes("private-vpc:services: [sqs]\n"), [
            "stack.not-config Pulumi.dev.yaml: private-vpc:services",
        ]);
        assert.deepEqual(codes("conf:\n  private-vpc:services: [sqs]\n"), ["stack.not-config Pulumi.dev.yaml: conf"]);
        assert.deepEqual(codes("config:\n  - private-vpc:services\n"), ["stack.not-config Pulumi.dev.yaml: config"]);
        assert.deepEqual(codes("- config\n"), ["stack.not-config Pulumi.dev.yaml"]);
    });

    it("are refused where the YAML is broken, where a key has no namespace, and where there is no such stack", () => {
        const problemOf = (stack: string, name = "dev") =>
            readStack(folderWith({ "Pulumi.yaml": project, "Pulumi.dev.yaml": stack }), name).problems;
        const [broken] = problemOf("config: [");
        assert.deepEqual([broken?.path, broken?.hint], ["Pulumi.dev.yaml", "add ]"]);
        assert.deepEqual(codesOf(problemOf("config:\n  cidrBlock: 10.0.0.0/16\n")), [
            "stack.no-namespace Pulumi.dev.yaml: cidrBlock",
        ]);
        assert.deepEqual(codesOf(problemOf("", "live")), ["stack.not-found --stack"]);
        assert.deepEqual(problemOf(""), []);
    });
});
