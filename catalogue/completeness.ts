import type { Problem } from "../components/plan/problem";
import type { Answer } from "./answer";
import type { ServicesFile } from "./catalogue";
import { answerOf, newestAnswer } from "./provenance";
import { count } from "./show";

/** Returns a problem if the answer is too old to change the catalogue. */
export function outdated(path: string, { region, asOf }: Answer, { sources }: ServicesFile): Problem[] {
    const newest = newestAnswer(sources, region);
    const day = newest && answerOf(newest)!.asOf;
    if (day === undefined || asOf >= day) return [];
    const message = `it was saved on ${asOf}, but the catalogue already has the answer of ${region} from ${day}`;
    return [{ code: "facts.outdated", path, message, hint: "save a new answer; the date of the file is used" }];
}

/**
 * The smallest share of a Region's known services that a complete answer contains. Regions differ widely; a filtered answer
 * contains only a few services.
 */
const leastPart = 1 / 5;

/** Returns a problem if the answer seems incomplete: the Region would be recorded as lacking the services it omits. */
export function incomplete(path: string, { region, names }: Answer, { sources, services }: ServicesFile): Problem[] {
    const earlier = newestAnswer(sources, region);
    const before = earlier === undefined ? undefined : sources[earlier]!.services;
    const known =
        Object.values(services).filter(({ onlyInRegions, notInRegions }) =>
            (onlyInRegions?.includes(region) ?? true) && !notInRegions?.includes(region)
        ).length;
    const other = before !== undefined && names.length < before
        ? `the answer of ${answerOf(earlier!)!.asOf} had ${before}`
        : names.length < known * leastPart
        ? `the catalogue has ${known} for ${region}`
        : undefined;
    if (other === undefined) return [];
    return [{
        code: "facts.partial-answer",
        path,
        message: `it has ${count(names.length, "AWS-owned service")}, but ${other}`,
        hint: "save it without --filters and --service-names; if AWS really offers no more, add --fewer-is-right",
    }];
}
