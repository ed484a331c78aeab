import type { StatementView, Value } from "./view";

const variable = /\$\{[^{}]*\}/g;
const colon = "\u{E000}";

/** The parts of an ARN between its colons, not counting those within variables, e.g. `${AWS::Partition}`. */
export function fieldsOf(arn: string): string[] {
    const parts = arn.replace(variable, (text) => text.replaceAll(":", colon)).split(":");
    return parts.map((part) => part.replaceAll(colon, ":"));
}

/** The ARNs in a statement's resources and conditions, with their parts. */
export function arnsOf({ resources, tests }: StatementView): (Value & { fields: string[] })[] {
    return [...resources, ...tests.flatMap(({ values }) => values)]
        .filter(({ text }) => text.startsWith("arn:"))
        .map((value) => ({ ...value, fields: fieldsOf(value.text) }));
}
