/** An unknown result, and the reason. */
export interface Unknown {
    unknown: string[];
}

/** A three-valued truth value: unknown if AWS's documentation does not decide it. */
export type Truth = boolean | Unknown;

/** An unknown result, for one reason. */
export function unknown(why: string): Unknown {
    return { unknown: [why] };
}

/** Whether a value is unknown. */
export function isUnknown(value: unknown): value is Unknown {
    return typeof value === "object" && value !== null && "unknown" in value;
}

/** Three-valued AND: false if any is false, else unknown if any is unknown. */
export function all(truths: Truth[]): Truth {
    return truths.includes(false) ? false : joined(truths) ?? true;
}

/** Three-valued OR: true if any is true, else unknown if any is unknown. */
export function any(truths: Truth[]): Truth {
    return truths.includes(true) ? true : joined(truths) ?? false;
}

/** Three-valued NOT: unknown stays unknown. */
export function not(truth: Truth): Truth {
    return isUnknown(truth) ? truth : !truth;
}

/** The same truth value, with a path prepended to its reasons. */
export function at(place: string, truth: Truth): Truth {
    return isUnknown(truth) ? { unknown: truth.unknown.map((why) => `${place}: ${why}`) } : truth;
}

function joined(truths: Truth[]): Unknown | undefined {
    const reasons = truths.filter(isUnknown).flatMap((truth) => truth.unknown);
    return reasons.length > 0 ? { unknown: [...new Set(reasons)] } : undefined;
}
