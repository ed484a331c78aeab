import { matches as matchesExactly, patternOf } from "../pattern";

const placeholder = /<[^<>\s]+>/;
const variable = /\$\{[^}]*\}/;

/** Whether a string has a placeholder such as `<accountId>`, or a policy variable, so that its value is unknown. */
export function isOpen(text: string): boolean {
    return placeholder.test(text) || variable.test(text);
}

/** Whether a string has a policy variable, e.g. `${aws:username}`. */
export function hasVariable(text: string): boolean {
    return variable.test(text);
}

/** The string without IAM's escapes for literal `*`, `?` and `$`. */
export function withoutEscapes(text: string): string {
    return text.replace(/\$\{[*?$]\}/g, "_");
}

/** Whether a string has wildcards. */
export function hasWildcard(text: string): boolean {
    return /[*?]/.test(withoutEscapes(text));
}

/** Whether a string consists only of wildcards. */
export function isAnything(text: string): boolean {
    return /^[*?]*\*[*?]*$/.test(text);
}

/** Whether a pattern with wildcards matches a string, ignoring case. */
export function matches(pattern: string, text: string): boolean {
    return matchesExactly(patternOf(pattern.toLowerCase()), text.toLowerCase());
}
