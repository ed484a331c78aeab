import type { ServiceFacts } from "../components/plan/facts/services";
import type { RegionsFile, Sources } from "./catalogue";

/** The source ID of a Region's answer, e.g. `describe-us-east-1-2026-11-21`. */
export function answerId(region: string, asOf: string): string {
    return `describe-${region}-${asOf}`;
}

/** The Region and date in an answer's source ID. */
export function answerOf(id: string): { region: string; asOf: string } | undefined {
    const [, region, asOf] = /^describe-(.+)-(\d{4}-\d\d-\d\d)$/.exec(id) ?? [];
    return region && asOf ? { region, asOf } : undefined;
}

/**
 * The source of facts that differ by Region: the Regions and zones that lack a service. One ID per answer would make the
 * catalogue several times larger, and the Region's name is enough to find its answer.
 */
export const regionsOwn = "answers";
export const regionsOwnSource = {
    what: "what the Region itself answered, see its newest source describe-<region>-<date>",
};

/** The newest answer of a Region among the sources. */
export function newestAnswer(sources: Sources, region: string): string | undefined {
    return Object.keys(sources).filter((id) => answerOf(id)?.region === region).sort().at(-1);
}

/** The sources of a fact, as a list. */
export function listOf(sources: string | string[] | undefined): string[] {
    return sources === undefined ? [] : [sources].flat();
}

/** The sources as the catalogue writes them: a single source without a list. */
export function shortest(sources: string[]): string | string[] {
    return sources.length === 1 ? sources[0]! : sources;
}

/** Adds a source to a fact. */
export function addSource(record: ServiceFacts, fact: string, id: string): void {
    record.sources[fact] = shortest([...new Set([...listOf(record.sources[fact]), id])]);
}

/**
 * Whether a Region's answer replaces a fact that contradicts it.
 *
 * Precedence: answers from the `aws` partition, then documentation, then answers from other partitions, whose services differ.
 * When Regions disagree, the first answer wins; otherwise a fact would change with each Region that is read. A newer answer of
 * the same Region replaces the earlier one.
 */
export function outweighs(id: string, standing: string[], { regions }: RegionsFile): boolean {
    const { region } = answerOf(id)!;
    const answers = standing.map(answerOf).filter((answer) => answer !== undefined);
    const weight = (one: string) => (regions[one]?.partition === "aws" ? 2 : 0);
    const heaviest = Math.max(answers.length < standing.length ? 1 : 0, ...answers.map((one) => weight(one.region)));
    return weight(region) > heaviest || (answers.length > 0 && answers.every((one) => one.region === region));
}

/** The sources of a fact that an answer confirms: the answer is added to documents and replaces an earlier answer. */
export function confirmedBy(id: string, standing: string[], regions: RegionsFile): string[] {
    const { region } = answerOf(id)!;
    const inPlaceOf = (earlier: string) => standing.map((one) => (one === earlier ? id : one));
    const own = standing.find((one) => answerOf(one)?.region === region);
    if (own !== undefined) return inPlaceOf(own);
    const other = standing.find((one) => answerOf(one) !== undefined);
    if (other === undefined) return [...standing, id];
    return outweighs(id, [other], regions) ? inPlaceOf(other) : standing;
}

/** Removes answers and price lists that no fact refers to. The newest answer of each Region is kept. */
export function withoutUnused(sources: Sources, used: Set<string | undefined>): Sources {
    // Answers, price lists and pages; the other sources are kept by hand.
    const dated = /-\d{4}-\d\d(-\d\d)?$|\//;
    return Object.fromEntries(
        Object.entries(sources).filter(([id]) => {
            const region = answerOf(id)?.region;
            return !dated.test(id) || used.has(id) || (region && newestAnswer(sources, region) === id);
        }),
    );
}
