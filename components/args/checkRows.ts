import type { EndpointKind } from "../plan/facts/endpointKind";
import type { Problem } from "../plan/problem";
import type { AnyRow, Known, Rows } from "./contract";

/** The problems that the checks of single rows find in values of the right type. */
export function checkRows<T>(rows: Rows<T>, values: Known<T>, path: string): Problem[] {
    return rowsOf(rows).flatMap(([key, { check }]) => {
        const value = (values as { [key: string]: never })[key];
        return value === undefined || !check ? [] : check(`${path}.${key}`, value);
    });
}

/** The keys that are set but apply to none of the chosen kinds of endpoint, each with the kinds it applies to. */
export function notForKinds<T>(rows: Rows<T>, values: Known<T>, chosen: EndpointKind[]) {
    const isSet = (key: string) => (values as { [key: string]: unknown })[key] !== undefined;
    return rowsOf(rows).flatMap(([key, { kinds }]) =>
        kinds && isSet(key) && !chosen.some((kind) => kinds.includes(kind)) ? [{ key, kinds }] : []
    );
}

function rowsOf<T>(rows: Rows<T>): [string, AnyRow][] {
    return Object.entries(rows);
}
