import type { PolicyDocument } from "../../policyDocument";
import { labelOf, statementsOf } from "../document";
import { isUnknown, type Truth } from "../truth";
import type { Box } from "./boxes";
import { type Part, partsOf } from "./parts";
import type { Space } from "./space";

/** A statement as sets of requests. */
export interface Compiled {
    label: string;
    /** The statement without the others of its effect, which do not change what it allows. */
    alone: PolicyDocument & { Statement: object[] };
    /** Requests it certainly applies to. */
    must: Box;
    /** Requests it may apply to. */
    may: Box;
    /** What prevents a decision on the requests between the two. */
    why: string[];
}

/** A document's statements by effect; one without a valid effect is both, and certainly applies to nothing. */
export interface CompiledDocument {
    allow: Compiled[];
    deny: Compiled[];
}

/** The samples of one dimension that an element of a statement includes. */
interface Restriction {
    must: bigint;
    may: bigint;
    why: string[];
}

/** Compiles documents to sets of requests; elements that occur several times are compared once. */
export function compiler(space: Space): (document: PolicyDocument) => CompiledDocument {
    const known = new Map<string, Restriction>();
    const restrictionOf = ({ at, text, truths }: Part): Restriction => {
        const key = JSON.stringify([at, text]);
        if (!known.has(key)) {
            space.effort.spend(space.sizes[at]! * key.length / 2, "its statements compare more than is tried");
            known.set(key, restriction(truths()));
        }
        return known.get(key)!;
    };
    return (document) => {
        const compiled: CompiledDocument = { allow: [], deny: [] };
        const statements = statementsOf(document);
        const opposed = statements.filter(({ Effect }) => Effect !== "Allow");
        statements.forEach((statement, index) => {
            const one: Compiled = {
                label: labelOf(statement, index),
                alone: { ...document, Statement: [statement, ...opposed.filter((other) => other !== statement)] },
                must: [...space.whole],
                may: [...space.whole],
                why: [],
            };
            for (const part of partsOf(document, statement, space)) {
                const { must, may, why } = restrictionOf(part);
                one.must[part.at]! &= must;
                one.may[part.at]! &= may;
                one.why.push(...why);
            }
            if (statement.Effect !== "Deny") compiled.allow.push(one);
            if (statement.Effect !== "Allow") compiled.deny.push(one);
        });
        return compiled;
    };
}

function restriction(truths: Truth[]): Restriction {
    const bits = (holds: (truth: Truth) => boolean) =>
        BigInt(`0b${truths.map((truth) => (holds(truth) ? "1" : "0")).reverse().join("")}`);
    const why = truths.filter(isUnknown).flatMap((truth) => truth.unknown);
    return { must: bits((truth) => truth === true), may: bits((truth) => truth !== false), why: [...new Set(why)] };
}
