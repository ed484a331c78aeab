import type { ReportedPlan } from "./reportedPlan";

type Warnings = ReportedPlan["warnings"];

/** The warnings about endpoint policies, and all others. */
export function byTopic(warnings: Warnings): { policies: Warnings; others: Warnings } {
    const isPolicy = ({ code }: Warnings[number]) => /^(pol|from-policies)\./.test(code);
    return { policies: warnings.filter(isPolicy), others: warnings.filter((one) => !isPolicy(one)) };
}

/** A line for each warning, with its fix and its code. */
export function warningLines(warnings: Warnings): string[] {
    return warnings.map(({ code, path, message, hint }) =>
        `${path}: ${message}; ${hint}${hint.endsWith("?") ? "" : "."} [${code}]`
    );
}
