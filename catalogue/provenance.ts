import type { ServiceFacts } from "../components/plan/facts/services";
import type { RegionsFile, Sources } from "./catalogue";

/** The id that facts name as their source when a Region's answer said so, e.g. `describe-us-east-1-2026-11-21`. */
export function answerId(region: string, asOf: string): string {
    return `describe-${region}-${asOf}`;
}

/** The Region and the day of an answer that an id stands for. */
export function answerOf(id: string): { region: string; asOf: string } | undefined {
    const [, region, asOf] = /^describe-(.+)-(\d{4}-\d\d-\d\d)$/.exec(id) ?? [];
    return region && asOf ? { region, asOf } : undefined;
}

/**
 * The source of what differs by Region: Regions and zones that lack a service. An id for each would make the catalogue
 * several times as large, and the Region's own name leads to its answer.
 */
export const regionsOwn = "answers";
export const regionsOwnSource = {
    what: "what the Region itself answered, see its newest source describe-<region>-<date>",
};

/** The newest answer of a Region that the sources know. */
export function newestAnswer(sources: Sources, region: string): string | undefined {
    return Object.keys(sources).filter((id) => answerOf(id)?.region === region).sort().at(-1);
}

/** What a fact names as its source, as a list. */
export function listOf(sources: string | string[] | undefined): string[] {
    return sources === undefined ? [] : [sources].flat();
}

/** The same as the catalogue writes it: one alone without list. */
export function shortest(sources: string[]): string | string[] {
    return sources.length === 1 ? sources[0]! : sources;
}

/** Names one source more of a fact. */
export function addSource(record: ServiceFacts, fact: string, id: string): void {
    record.sources[fact] = shortest([...new Set([...listOf(record.sources[fact]), id])]);
}

/**
 * Whether what a Region answers takes the place of a fact that contradicts it.
 *
 * An answer of the partition `aws` is worth more than documents, documents more than an answer of another partition,
 * whose services differ. Between Regions the first one asked is kept, or a fact would change with each Region that is
 * read; a newer answer of the same Region decides.
 */
export function outweighs(id: string, standing: string[], { regions }: RegionsFile): boolean {
    const { region } = answerOf(id)!;
    const answers = standing.map(answerOf).filter((answer) => answer !== undefined);
    const weight = (one: string) => (regions[one]?.partition === "aws" ? 2 : 0);
    const heaviest = Math.max(answers.length < standing.length ? 1 : 0, ...answers.map((one) => weight(one.region)));
    return weight(region) > heaviest || (answers.length > 0 && answers.every((one) => one.region === region));
}

/** The sources of a fact that an answer confirms: it stands beside documents, and in the place of an earlier answer. */
export function confirmedBy(id: string, standing: string[], regions: RegionsFile): string[] {
    const { region } = answerOf(id)!;
    const inPlaceOf = (earlier: string) => standing.map((one) => (one === earlier ? id : one));
    const own = standing.find((one) => answerOf(one)?.region === region);
    if (own !== undefined) return inPlaceOf(own);
    const other = standing.find((one) => answerOf(one) !== undefined);
    if (other === undefined) return [...standing, id];
    return outweighs(id, [other], regions) ? inPlaceOf(other) : standing;
}

/** Takes out the answers and price lists that no fact refers to any more; of each Region the newest answer stays. */
export function withoutUnused(sources: Sources, used: Set<string | undefined>): Sources {
    const dated = /-\d{4}-\d\d-\d\d$/;
    return Object.fromEntries(
        Object.entries(sources).filter(([id]) => {
            const region = answerOf(id)?.region;
            return !dated.test(id) || used.has(id) || (region && newestAnswer(sources, region) === id);
        }),
    );
}
