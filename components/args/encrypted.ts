import type { Shape } from "./contract";

/** Replaces an encrypted value of the stack's file when the program runs without the stack's key. */
export const encrypted = "[encrypted]";

/** What replaces an encrypted value; `undefined` if the value determines what is created. */
export function inPlaceOfEncrypted(shape: Shape | undefined): unknown {
    if (shape?.type === "list") return shape.of.late === "secret" ? [encrypted] : undefined;
    if (shape?.late !== "secret") return undefined;
    return shape.type === "map" ? {} : encrypted;
}
