import { isMap } from "../../../isMap";
import { type Operator, operatorOf } from "../operators";

/** A string of a policy, and its path. */
export interface Value {
    path: string;
    text: string;
}

/** One key of a Condition, with its values. */
export interface ConditionTest {
    path: string;
    /** As written, e.g. `ForAnyValue:StringLike`. */
    name: string;
    /** Its meaning; `undefined` if AWS has no such operator. */
    operator?: Operator;
    key: string;
    values: Value[];
}

/** A statement as the rules read it, without anything that does not follow the grammar. */
export interface StatementView {
    path: string;
    /** The statement as written. */
    written: { [element: string]: unknown };
    effect?: "Allow" | "Deny";
    /** Of `Action` and `NotAction`. */
    actions: Value[];
    /** Of `Resource` and `NotResource`. */
    resources: Value[];
    tests: ConditionTest[];
}

/** Each item of a list with its path, or the single value without a list. */
export function itemsOf(path: string, value: unknown): { path: string; item: unknown }[] {
    if (!Array.isArray(value)) return value === undefined ? [] : [{ path, item: value }];
    return value.map((item, index) => ({ path: `${path}[${index}]`, item }));
}

/** The statements of a document. */
export function statementsOf(document: unknown): StatementView[] {
    if (!isMap(document)) return [];
    return itemsOf("Statement", document.Statement).flatMap((
        { path, item },
    ) => (isMap(item) ? [view(path, item)] : []));
}

function view(path: string, written: { [element: string]: unknown }): StatementView {
    const texts = (...elements: string[]) => elements.flatMap((name) => valuesOf(`${path}.${name}`, written[name]));
    const { Effect } = written;
    return {
        path,
        written,
        effect: Effect === "Allow" || Effect === "Deny" ? Effect : undefined,
        actions: texts("Action", "NotAction"),
        resources: texts("Resource", "NotResource"),
        tests: testsOf(`${path}.Condition`, written.Condition),
    };
}

/** The strings of a list, or the single string without a list. */
export function valuesOf(path: string, value: unknown): Value[] {
    return itemsOf(path, value).flatMap(({ path: place, item }) =>
        typeof item === "string" ? [{ path: place, text: item }] : []
    );
}

function testsOf(path: string, condition: unknown): ConditionTest[] {
    return entriesOf(condition).flatMap(([name, keys]) =>
        entriesOf(keys).map(([key, value]) => {
            const place = `${path}.${name}.${key}`;
            const plain = itemsOf(place, value).filter(({ item }) => typeof item !== "object");
            const texts = plain.map(({ path: own, item }) => ({ path: own, text: String(item) }));
            return { path: place, name, operator: operatorOf(name), key, values: texts };
        })
    );
}

function entriesOf(value: unknown): [string, unknown][] {
    return isMap(value) ? Object.entries(value) : [];
}
