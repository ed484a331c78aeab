import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import * as ts from "typescript";

import * as surface from "../components";
import { root } from "./run";

const folder = path.join(root, "components");

describe("the package's public surface", () => {
    it("consists of these values", () => {
        assert.deepEqual(Object.keys(surface).sort(), [
            "ConnectionEvent",
            "DnsFirewallAction",
            "EndpointKind",
            "EndpointService",
            "FlowLogsDestination",
            "IpAddressType",
            "PrivateVpc",
            "VpcEndpoints",
            "comparePlans",
            "describeProblems",
            "fromAwsx",
            "markdownReport",
            "planPrivateVpc",
            "planVpcEndpoints",
            "readSettings",
        ]);
    });

    it("documents each export and each of its members", () => {
        const exported = exportsOf("index.ts");
        assert.ok(exported.length > 40, String(exported.length));
        assert.deepEqual(exported.flatMap(({ file, name }) => undocumented(file, name)), []);
    });

    it("is all that can be imported from the package, apart from its types", () => {
        const { exports, files, main, types } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
        assert.deepEqual(exports, {
            ".": { types: "./dist/components/index.d.ts", default: "./dist/components/index.js" },
            "./testing": { types: "./dist/emulator/testing.d.ts", default: "./dist/emulator/testing.js" },
            "./guardrails": { types: "./dist/guardrails/guardrails.d.ts", default: "./dist/guardrails/guardrails.js" },
        });
        // Pulumi starts the package's folder as a plugin, which `exports` does not apply to.
        assert.deepEqual([main, types], ["dist/provider/startProvider.js", "dist/components/index.d.ts"]);
        assert.deepEqual(files, ["dist"]);
    });
});

interface Exported {
    file: string;
    name: string;
}

function parse(file: string): ts.SourceFile {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
}

/** What a file hands on, by the files it is declared in. */
function exportsOf(file: string): Exported[] {
    return parse(file).statements.filter(ts.isExportDeclaration).flatMap(({ exportClause, moduleSpecifier }) => {
        const from = (moduleSpecifier as ts.StringLiteral).text;
        const module = fs.existsSync(path.join(folder, `${from}.ts`)) ? `${from}.ts` : `${from}/index.ts`;
        return (exportClause as ts.NamedExports).elements.map((one) => ({
            file: module,
            name: (one.propertyName ?? one.name).text,
        }));
    });
}

/** The declarations of a name, and their members, that have no doc comment; declarations of one name share it. */
function undocumented(file: string, name: string): string[] {
    const declarations = parse(file).statements.filter((one) => namesOf(one).includes(name));
    assert.ok(declarations.length > 0, `${name} in ${file}`);
    const itself = declarations.some(hasDoc) ? [] : [`${file}: ${name}`];
    const members = declarations.flatMap((one): ts.Node[] =>
        ts.isInterfaceDeclaration(one) || ts.isClassDeclaration(one) ? [...one.members] : []
    );
    return [
        ...itself,
        ...members.filter((one) => !ts.isConstructorDeclaration(one) && !hasDoc(one))
            .map((one) => `${file}: ${name}: ${one.getText().split("\n")[0]}`),
    ];
}

function namesOf(statement: ts.Statement): string[] {
    if (ts.isVariableStatement(statement)) {
        return statement.declarationList.declarations.map((one) => one.name.getText());
    }
    const { name } = statement as ts.Statement & { name?: ts.Identifier };
    return name ? [name.text] : [];
}

function hasDoc(node: ts.Node): boolean {
    return ts.getJSDocCommentsAndTags(node).length > 0;
}
