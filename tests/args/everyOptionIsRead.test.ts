import * as assert from "node:assert/strict";
import * as path from "node:path";

import * as ts from "typescript";

const components = path.join(__dirname, "../../components") + path.sep;
const contract = path.join(components, "args") + path.sep;

/** The program of the components without the types of packages and tables, which take most of the time to load. */
function ownProgram(): ts.Program {
    const options = { strict: true, noEmit: true, target: ts.ScriptTarget.ES2022, lib: ["lib.es2022.d.ts"], types: [] };
    const host = ts.createCompilerHost(options);
    host.resolveModuleNameLiterals = (modules, from) =>
        modules.map(({ text }) =>
            text.startsWith(".") ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined }
        );
    return ts.createProgram([path.join(components, "index.ts")], options, host);
}

/** The options that the interfaces of the contract declare, by declaration, e.g. `FlowLogsArgs.bucketArn`. */
function optionsIn(files: ts.SourceFile[]): Map<ts.Node, string> {
    const interfaces = files.flatMap(({ statements }) => statements.filter(ts.isInterfaceDeclaration))
        .filter(({ name }) => /(Args|Options)$/.test(name.text) && name.text !== "ReadArgs");
    return new Map(
        interfaces.flatMap(({ name, members }) =>
            members.filter(ts.isPropertySignature).map((one) => [one, `${name.text}.${one.name.getText()}`])
        ),
    );
}

/** The declarations of the properties with these names that a node and those in it take out of an object. */
function readIn(node: ts.Node, names: Set<string>, checker: ts.TypeChecker): ts.Node[] {
    const inner: ts.Node[] = [];
    ts.forEachChild(node, (child) => void inner.push(...readIn(child, names, checker)));
    if (ts.isPropertyAccessExpression(node) && names.has(node.name.text)) {
        inner.push(...checker.getSymbolAtLocation(node.name)?.declarations ?? []);
    }
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
        const name = (node.propertyName ?? node.name).getText();
        const from = names.has(name) ? checker.getTypeAtLocation(node.parent) : undefined;
        inner.push(...from?.getProperty(name)?.declarations ?? []);
    }
    return inner;
}

describe("every option of the args interfaces", () => {
    it("is read by code outside the contract, since otherwise it would have no effect", () => {
        const program = ownProgram();
        const checker = program.getTypeChecker();
        const files = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(components));
        const isContract = ({ fileName }: ts.SourceFile) => fileName.startsWith(contract);
        const options = optionsIn(files.filter(isContract));
        assert.ok(options.size > 60, "the contract declares its options as properties of interfaces");
        const names = new Set([...options.values()].map((name) => name.split(".")[1]!));
        const read = new Set(files.filter((file) => !isContract(file)).flatMap((file) => readIn(file, names, checker)));
        assert.deepEqual([...options].filter(([option]) => !read.has(option)).map(([, name]) => name), []);
    });
});
