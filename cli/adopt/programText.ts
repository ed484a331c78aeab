import * as yaml from "js-yaml";

import { control } from "../../components/plan/plainText";
import { escapedUnsafe, jsonText } from "../guardedOutput";
import type { Component } from "./declared";

const packageName = "private-vpc";

/** The component as a TypeScript program declares it. */
export function programText({ type, name, args }: Component): string {
    const variable = type === "PrivateVpc" ? "vpc" : "endpoints";
    return `import { ${type} } from "${packageName}";

export const ${variable} = new ${type}(${json(name)}, ${literal(args, "")});
`;
}

/** The component as the config of this project's own program, whose `PrivateVpc` is called app. */
export function configText({ args }: Component, region: string): string {
    const keys = Object.entries(args).map(([key, value]) => [`private-vpc:${key}`, value] as const);
    const config = { config: { "aws:region": region, ...Object.fromEntries(keys) } };
    const text = yaml.dump(config, { lineWidth: 120 });
    // YAML leaves some of these characters as they are. JSON, which is YAML as well, escapes them.
    return text.replaceAll("\n", "").search(control) >= 0 ? jsonText(config) : text;
}

const width = 100;

/** A plain value in the syntax of TypeScript, on one line if it fits. */
function literal(value: unknown, indent: string): string {
    if (typeof value !== "object" || value === null) return json(value);
    const deeper = `${indent}    `;
    const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
    const isFlat = (item: unknown) => typeof item !== "object";
    const items = Array.isArray(value)
        ? value.map((item) => literal(item, deeper))
        : Object.entries(value).map(([key, item]) => `${keyText(key)}: ${literal(item, deeper)}`);
    const line = Array.isArray(value) ? `[${items.join(", ")}]` : `{ ${items.join(", ")} }`;
    if (items.length === 0) return `${open}${close}`;
    if (Object.values(value).every(isFlat) && indent.length + line.length < width && indent !== "") return line;
    return `${open}\n${items.map((item) => `${deeper}${item},\n`).join("")}${indent}${close}`;
}

function keyText(key: string): string {
    return /^[A-Za-z_$][\w$]*$/.test(key) ? key : json(key);
}

/** A plain value without characters that an editor would not show, or would show in another order. */
function json(value: unknown): string {
    return escapedUnsafe(JSON.stringify(value));
}
