import { isUnknown, type Unknown } from "../../components/plan/policies/iam/truth";

/** A fact, or the name of what is not known, e.g. `the subnets of endpoint app-s3`. */
export type Maybe<T> = T | Unknown;

/** The known value of a fact, or a substitute. */
export function knownOr<T, Other>(fact: Maybe<T>, other: Other): T | Other {
    return isUnknown(fact) ? other : fact;
}

/** What follows from a fact; unknown if the fact is. */
export function given<T, Result>(fact: Maybe<T>, follow: (value: T) => Maybe<Result>): Maybe<Result> {
    return isUnknown(fact) ? fact : follow(fact as T);
}

/** The names of what is not known among some facts. */
export function reasonsIn(facts: readonly unknown[]): string[] {
    return [...new Set(facts.flatMap((fact) => (isUnknown(fact) ? fact.unknown : [])))];
}
