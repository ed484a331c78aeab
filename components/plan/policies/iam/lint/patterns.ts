import { matches as matchesExactly, patternOf } from "../pattern";

const placeholder = /<[^<>\s]+>/;
const variable = /\$\{[^{}]*\}/;

/** Whether a string has a placeholder such as `<accountId>`, or a policy variable, so that its value is unknown. */
export function isOpen(text: string): boolean {
    return placeholder.test(text) || variable.test(text);
}

/** What examples have in place of an account, Region, organization or endpoint. */
const examples =
    /^\{\{.*\}\}$|^\[.*\]$|account|region|organi[sz]ation|\b(my|your|org)\b|x{4,}|^o-abcd|^example|^123456789(0)?$/i;

/** Whether a part of a policy is as in an example that was not filled in, e.g. `account-id`, `my-org-id`, `1234567890`. */
export function isPlaceholder(text: string): boolean {
    return examples.test(text.replaceAll("_", "-"));
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
    return likePattern(pattern)(text);
}

/** A test if strings match a pattern with wildcards, ignoring case. */
export function likePattern(pattern: string): (text: string) => boolean {
    const lower = pattern.toLowerCase();
    const [start, end] = [
        /^[^*?]*/.exec(lower)![0],
        lower.slice(Math.max(lower.lastIndexOf("*"), lower.lastIndexOf("?")) + 1),
    ];
    const compiled = patternOf(lower);
    return (text) => {
        const one = text.toLowerCase();
        return one.startsWith(start) && one.endsWith(end) && matchesExactly(compiled, one);
    };
}
