/** A step of a language: one of `chars`, or with `not` one of all others; with `star` any number of them. */
export interface Step {
    chars: string;
    not: boolean;
    star: boolean;
}

/** A set of strings: one character or run of characters after the other. Every IAM pattern is one. */
export type Language = Step[];

/** How a string of a policy is read. */
export interface Reading {
    /** Whether `*` and `?` are wildcards. */
    wildcards?: boolean;
    ignoreCase?: boolean;
    /** Whether policy variables are variables, and not literal text. */
    variables?: boolean;
}

/** The language of exactly one string. */
export function literal(text: string): Language {
    return [...text].map((char) => ({ chars: char, not: false, star: false }));
}

/** Any number of characters except these. */
export function anyBut(chars: string): Step {
    return { chars, not: true, star: true };
}

/** One character except these. */
export function oneBut(chars: string): Step {
    return { chars, not: true, star: false };
}

/** Twelve digits. */
export const accountId: Language = Array.from({ length: 12 }, () => ({ chars: "0123456789", not: false, star: false }));

/** The language of a string of a policy; a variable is read as any text. */
export function languageOf(text: string, { wildcards, ignoreCase, variables }: Reading): Language {
    const parts = variables ? /\$\{([*?$])\}|\$\{[^}]*\}|[^]/gu : /[^]/gu;
    return [...text.matchAll(parts)].map(([part, escaped]): Step => {
        if (escaped !== undefined) return { chars: escaped, not: false, star: false };
        if (part.length > 2 || (wildcards && part === "*")) return anyBut("");
        if (wildcards && part === "?") return oneBut("");
        const cases = ignoreCase ? new Set([part, part.toLowerCase(), part.toUpperCase()]) : [part];
        return { chars: [...cases].join(""), not: false, star: false };
    });
}

/** The same language with wildcards that never match some characters. */
export function without(language: Language, chars: string): Language {
    return language.map((step) => (step.not ? { ...step, chars: step.chars + chars } : step));
}

/** The ARNs that an ARN pattern matches if no wildcard in the first five parts matches a colon. */
export function inParts(language: Language): Language {
    let colons = 0;
    return language.map((step) => {
        if (isColon(step)) colons++;
        return step.not && colons < 5 ? { ...step, chars: `${step.chars}:` } : step;
    });
}

/** The same where a `*` at the end of a part may match colons, as in Resource. */
export function inSegments(language: Language): Language {
    const kept = inParts(language);
    return kept.map((step, index) => (step.star && isColon(language[index + 1]) ? language[index]! : step));
}

function isColon(step: Step | undefined): boolean {
    return step !== undefined && !step.not && step.chars === ":";
}
