import type { StatementView, Value } from "./view";

const variable = /\$\{[^{}]*\}/g;
const colon = "\u{E000}";

/** The parts of an ARN between its colons, not counting those within variables, e.g. `${AWS::Partition}`. */
export function fieldsOf(arn: string): string[] {
    if (!arn.includes("${")) return arn.split(":");
    const parts = arn.replace(variable, (text) => text.replaceAll(":", colon)).split(":");
    return parts.map((part) => part.replaceAll(colon, ":"));
}

/** The ARNs in a statement's resources and conditions, with their parts. */
export function arnsOf(statement: StatementView): Arn[] {
    const { resources, tests } = statement;
    const arns = found.get(statement) ?? [...resources, ...tests.flatMap(({ values }) => values)]
        .filter(({ text }) => text.startsWith("arn:"))
        .map(({ path, text }) => ({ path, text, fields: fieldsOf(text) }));
    found.set(statement, arns);
    return arns;
}

type Arn = Value & { fields: string[] };

/** Several rules read the same statements. */
const found = new WeakMap<StatementView, Arn[]>();
