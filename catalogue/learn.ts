import { kindsAmong, usualKinds } from "../components/plan/facts/endpointKind";
import type { Service, ServiceFacts } from "../components/plan/facts/services";
import { type Answer, type Described, isInterface } from "./answer";
import type { RegionsFile } from "./catalogue";
import { confirmedBy, listOf, outweighs, shortest } from "./provenance";
import { holdsEverywhere } from "./serviceKeys";
import { show } from "./show";

/** Part of a Region's answer that the catalogue does not adopt. */
export interface Kept {
    of: Service;
    /** A sentence with the catalogue's value and the Region's. */
    why: string;
}

/** An answer and its context. */
export interface Learning {
    answer: Answer;
    regions: RegionsFile;
    kept: Kept[];
}

/** The facts that an answer states directly, and the names of their sources. */
const given = { privateDnsNames: "privateDns", policySupport: "policy", ipv6: "ipv6" } as const;

/** Applies a Region's answer to a known service; a missing answer removes nothing. */
export function learn(key: Service, record: ServiceFacts, described: Described[], learning: Learning): void {
    // For a service with both kinds, the facts are those of the interface endpoint.
    const sorted = [...described].sort((a, b) => rank(a) - rank(b));
    learnKinds(key, record, sorted, learning);
    for (const [fact, source] of Object.entries(given) as [keyof typeof given, string][]) {
        const said = sorted.map((one) => one[fact]).find((value) => value !== undefined);
        if (fact === "ipv6" && !sorted.some(isInterface)) continue;
        if (said !== undefined) settle(key, record, fact, source, said, learning);
        else if (fact === "privateDnsNames" && record.privateDnsNames?.length && sorted.some(isInterface)) {
            const { region } = learning.answer;
            const why = `privateDnsNames ${show(record.privateDnsNames)} are kept; ${region} reports none`;
            learning.kept.push({ of: key, why });
        }
    }
}

const rank = (one: Described) => (isInterface(one) ? 0 : 1);

/** Kinds are only added: a kind that this Region lacks may exist in another. */
function learnKinds(
    key: Service,
    record: ServiceFacts,
    described: Described[],
    { answer, regions, kept }: Learning,
): void {
    const known = record.kinds ?? usualKinds;
    const said = new Set(described.flatMap(({ kinds }) => kinds));
    const all = kindsAmong([...known, ...said]);
    const missing = known.filter((kind) => !said.has(kind));
    if (all.length > known.length) {
        record.kinds = all;
        record.sources.kinds = answer.id;
    } else if (missing.length === 0 && record.kinds) {
        record.sources.kinds = shortest(confirmedBy(answer.id, listOf(record.sources.kinds), regions));
    }
    if (missing.length > 0) {
        const why = `kinds ${show(known)} are kept; ${answer.region} has no ${missing.join(" and no ")}`;
        kept.push({ of: key, why });
    }
}

function settle(
    key: Service,
    record: ServiceFacts,
    fact: keyof typeof given,
    source: string,
    said: string[] | boolean | string,
    { answer: { id, region, partition }, regions, kept }: Learning,
): void {
    const facts: { [fact: string]: unknown } = record as object as { [fact: string]: unknown };
    const standing = listOf(record.sources[source]);
    if (same(facts[fact], said)) {
        record.sources[source] = shortest(confirmedBy(id, standing, regions));
    } else if (facts[fact] === undefined ? partition === "aws" || isGeneral(said) : outweighs(id, standing, regions)) {
        facts[fact] = said;
        record.sources[source] = id;
    } else if (facts[fact] === undefined) {
        kept.push({ of: key, why: `${fact} stays unknown; ${region} reports ${show(said)}` });
    } else if (fact === "ipv6" && partition === "aws") {
        // Some Regions support IPv6 and some do not.
        if (record.ipv6 !== "partial") record.sources[source] = [...standing, id];
        record.ipv6 = "partial";
    } else {
        const why = `${fact} ${show(facts[fact])} (${standing.join(", ")}) is kept; ${region} reports ${show(said)}`;
        kept.push({ of: key, why });
    }
}

/** Whether a Region's value is also valid in other partitions. Some host names are not. */
function isGeneral(said: string[] | boolean | string): boolean {
    return !Array.isArray(said) || said.every(holdsEverywhere);
}

/** Compares values; lists are equal in any order. */
function same(one: unknown, other: unknown): boolean {
    const text = (value: unknown) => JSON.stringify(Array.isArray(value) ? [...value].sort() : value);
    return text(one) === text(other);
}
