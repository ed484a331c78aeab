import type { EndpointKind } from "../plan/facts/kinds";
import type { Problem } from "../plan/problem";
import type { AnyRow, Known, Rows } from "./contract";

/** What is wrong with single values that are of the right type, as the checks of their rows find it. */
export function checkRows<T>(rows: Rows<T>, values: Known<T>, path: string): Problem[] {
    return rowsOf(rows).flatMap(([key, { check }]) => {
        const value = (values as { [key: string]: never })[key];
        return value === undefined || !check ? [] : check(`${path}.${key}`, value);
    });
}

/** The keys that are set and do not apply to a kind of endpoint. */
export function notForKind<T>(rows: Rows<T>, values: Known<T>, kind: EndpointKind): string[] {
    const foreign = rowsOf(rows).filter(([, { kinds }]) => kinds && !kinds.includes(kind)).map(([key]) => key);
    return foreign.filter((key) => (values as { [key: string]: unknown })[key] !== undefined);
}

function rowsOf<T>(rows: Rows<T>): [string, AnyRow][] {
    return Object.entries(rows);
}
