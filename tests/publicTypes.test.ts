import * as assert from "node:assert/strict";
import * as path from "node:path";

import * as ts from "typescript";

import { root } from "./run";

const folder = path.join(root, "components");

describe("the types of the package's public surface", () => {
    it("are exported if a public declaration refers to them", () => {
        const program = programOf(path.join(folder, "index.ts"));
        const checker = program.getTypeChecker();
        const surface = checker.getSymbolAtLocation(program.getSourceFile(path.join(folder, "index.ts"))!)!;
        const exported = new Set(checker.getExportsOfModule(surface).map((symbol) => original(symbol, checker)));
        const hidden = [...exported].flatMap((symbol) =>
            (symbol.declarations ?? []).flatMap((declaration) => namesIn(declaration))
                .map((name) => original(checker.getSymbolAtLocation(name)!, checker))
                .filter((named) => isOurs(named) && !exported.has(named))
                .map((named) => `${symbol.name} names ${named.name}`)
        );
        assert.ok(exported.size > 40, String(exported.size));
        assert.deepEqual([...new Set(hidden)], []);
    });
});

/** The program of a file and all that it imports of this project; what comes from packages is left unresolved. */
function programOf(file: string): ts.Program {
    const options = { target: ts.ScriptTarget.ES2022, strict: true, noLib: true, types: [], resolveJsonModule: true };
    const host = ts.createCompilerHost(options);
    host.resolveModuleNameLiterals = (names, from) =>
        names.map(({ text }) =>
            text.startsWith(".") ? ts.resolveModuleName(text, from, options, host) : { resolvedModule: undefined }
        );
    return ts.createProgram([file], options, host);
}

function original(symbol: ts.Symbol, checker: ts.TypeChecker): ts.Symbol {
    return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Whether a symbol is declared in a file of the package, and not within another declaration, as a type parameter is. */
function isOurs({ declarations: [declaration] = [] }: ts.Symbol): boolean {
    if (!declaration?.getSourceFile().fileName.startsWith(folder)) return false;
    return ts.isSourceFile(declaration.parent) || ts.isVariableDeclarationList(declaration.parent);
}

/** The names of types in a declaration, as its users see it: without bodies and without what is private. */
function namesIn(node: ts.Node): ts.EntityName[] {
    const isPrivate = ts.canHaveModifiers(node)
        && node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.PrivateKeyword);
    if (ts.isBlock(node) || isPrivate) return [];
    const names: ts.EntityName[] = [];
    if (ts.isTypeReferenceNode(node)) names.push(node.typeName);
    // `keyof typeof table` is a union of texts, and nobody needs the table.
    if (ts.isTypeQueryNode(node) && !ts.isTypeOperatorNode(node.parent)) names.push(node.exprName);
    if (ts.isExpressionWithTypeArguments(node) && ts.isIdentifier(node.expression)) names.push(node.expression);
    ts.forEachChild(node, (child) => void names.push(...namesIn(child)));
    return names;
}
