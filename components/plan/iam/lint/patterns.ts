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

/** Whether a pattern with wildcards matches a text, however the two are capitalized; its time grows with their lengths only. */
export function matches(pattern: string, text: string): boolean {
    const wanted = pattern.toLowerCase();
    const given = text.toLowerCase();
    let [at, star, resume] = [0, -1, 0];
    for (let index = 0; index < given.length;) {
        if (wanted[at] === "*") {
            star = at++;
            resume = index;
        } else if (wanted[at] === "?" || wanted[at] === given[index]) {
            at++;
            index++;
        } else if (star >= 0) {
            at = star + 1;
            index = ++resume;
        } else {
            return false;
        }
    }
    return wanted.slice(at).replaceAll("*", "") === "";
}
