import { matches as matchesExactly, patternOf } from "../pattern";

const placeholder = /<[^<>\s]+>/;
const variable = /\$\{[^}]*\}/;

/** Whether a text has a placeholder such as `<accountId>`, or a policy variable: what it will be is not known. */
export function isOpen(text: string): boolean {
    return placeholder.test(text) || variable.test(text);
}

/** Whether a text has a policy variable, e.g. `${aws:username}`. */
export function hasVariable(text: string): boolean {
    return variable.test(text);
}

/** The text without the escapes by which IAM writes `*`, `?` and `$` themselves. */
export function withoutEscapes(text: string): string {
    return text.replace(/\$\{[*?$]\}/g, "_");
}

/** Whether a text has wildcards. */
export function hasWildcard(text: string): boolean {
    return /[*?]/.test(withoutEscapes(text));
}

/** Whether a text is nothing but wildcards. */
export function isAnything(text: string): boolean {
    return /^[*?]*\*[*?]*$/.test(text);
}

/** Whether a pattern with wildcards matches a text, however the two are capitalized. */
export function matches(pattern: string, text: string): boolean {
    return matchesExactly(patternOf(pattern.toLowerCase()), text.toLowerCase());
}
