import * as fs from "node:fs";
import * as path from "node:path";

import * as ts from "typescript";

/** A doc comment: its text, its `@default` and its `@deprecated`. */
export interface Doc {
    text: string;
    /** As written, e.g. `30` or `- the VPC's range`. */
    default?: string;
    /** What to use instead. */
    deprecated?: string;
}

/** The doc comments of a declaration and its members. */
export interface Documented extends Doc {
    members: { [name: string]: Doc };
    /** The interfaces it extends. */
    bases: string[];
}

/** The doc comments of every interface, class and constant object in the TypeScript files of a folder, by name. */
export function docComments(folder: string): Map<string, Documented> {
    const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
    return new Map(
        files.sort().flatMap((file) => {
            const text = fs.readFileSync(path.join(folder, file), "utf8");
            return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements.flatMap(documented);
        }),
    );
}

function documented(statement: ts.Statement): [string, Documented][] {
    if (ts.isInterfaceDeclaration(statement) || ts.isClassDeclaration(statement)) {
        const bases = (statement.heritageClauses ?? []).flatMap(({ types }) => types.map((type) => type.getText()));
        return [[statement.name!.text, { ...docOf(statement), members: membersOf(statement.members), bases }]];
    }
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }): [string, Documented][] => {
        const value = initializer && ts.isAsExpression(initializer) ? initializer.expression : undefined;
        if (!value || !ts.isObjectLiteralExpression(value)) return [];
        return [[name.getText(), { ...docOf(statement), members: membersOf(value.properties), bases: [] }]];
    });
}

function membersOf(members: ts.NodeArray<ts.ClassElement | ts.TypeElement | ts.ObjectLiteralElementLike>) {
    return Object.fromEntries(
        members.flatMap((member) => (member.name ? [[member.name.getText(), docOf(member)]] : [])),
    ) as { [name: string]: Doc };
}

function docOf(node: ts.Node): Doc {
    const comments = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
    const tags = comments.flatMap((comment) => comment.tags ?? []);
    const textsOfTags = (["default", "deprecated"] as const).flatMap((name) => {
        const tag = tags.find(({ tagName }) => tagName.text === name);
        return tag ? [[name, textOf(tag.comment)]] : [];
    });
    return {
        text: comments.map(({ comment }) => textOf(comment)).join("\n\n"),
        ...Object.fromEntries(textsOfTags) as object,
    };
}

/** Joins lines that are wrapped only in the source; code and paragraphs are kept. */
function textOf(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
    const text = ts.getTextOfJSDocComment(comment) ?? "";
    return text.split(/(```[^]*?```)/).map((
        part,
    ) => (part.startsWith("```") ? part : part.replace(/(\S)\n(?=\S)/g, "$1 ")))
        .join("");
}
