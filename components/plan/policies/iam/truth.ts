/** What cannot be told, and why. */
export interface Unknown {
    unknown: string[];
}

/** A truth value with a third one for what AWS's documentation does not settle. */
export type Truth = boolean | Unknown;

/** What cannot be told, for one reason. */
export function unknown(why: string): Unknown {
    return { unknown: [why] };
}

/** Whether a value is one that cannot be told. */
export function isUnknown(value: unknown): value is Unknown {
    return typeof value === "object" && value !== null && "unknown" in value;
}

/** True where every one is; one that is false settles it, whatever cannot be told of the others. */
export function all(truths: Truth[]): Truth {
    return truths.includes(false) ? false : joined(truths) ?? true;
}

/** True where one is, whatever cannot be told of the others. */
export function any(truths: Truth[]): Truth {
    return truths.includes(true) ? true : joined(truths) ?? false;
}

/** The opposite; of what cannot be told, the opposite cannot be told either. */
export function not(truth: Truth): Truth {
    return isUnknown(truth) ? truth : !truth;
}

/** The same truth, its reasons with the place put before them that they stand in. */
export function at(place: string, truth: Truth): Truth {
    return isUnknown(truth) ? { unknown: truth.unknown.map((why) => `${place}: ${why}`) } : truth;
}

function joined(truths: Truth[]): Unknown | undefined {
    const reasons = truths.filter(isUnknown).flatMap((truth) => truth.unknown);
    return reasons.length > 0 ? { unknown: [...new Set(reasons)] } : undefined;
}
