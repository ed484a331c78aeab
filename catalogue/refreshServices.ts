import type { Answer } from "./answer";
import type { Catalogue, ServicesFile } from "./catalogue";
import { learnRegion, learnZones, zonesOf } from "./lacks";
import { type Kept, learn } from "./learn";
import { byKey, learnName, newService } from "./learnName";
import { listOf, regionsOwn, regionsOwnSource, withoutUnused } from "./provenance";
import { keysIn } from "./serviceKeys";

/** The services with what Regions answered, and what of it was not taken over. */
export function refreshServices(
    { services: before, regions }: Catalogue,
    answers: Answer[],
): { services: ServicesFile; kept: Kept[] } {
    const file = structuredClone(before);
    const kept: Kept[] = [];
    // Services of other partitions differ: what most Regions have is learnt first.
    const inOrder = [...answers].sort((a, b) => Number(b.partition === "aws") - Number(a.partition === "aws"));
    for (const answer of inOrder) learnFacts(answer, file, regions, kept);
    // Only now: a service that a later answer brings may be what an earlier one lacks.
    for (const answer of inOrder) learnWhere(answer, file);
    const used = Object.values(file.services).flatMap(({ sources }) => Object.values(sources).flatMap(listOf));
    if (used.includes(regionsOwn)) file.sources[regionsOwn] ??= regionsOwnSource;
    return { services: { ...file, sources: withoutUnused(file.sources, new Set(used)) }, kept };
}

function learnFacts(answer: Answer, file: ServicesFile, regions: Catalogue["regions"], kept: Kept[]): void {
    const learning = { answer, regions, kept };
    for (const [key, named] of byKey(answer, file)) {
        if (!Object.hasOwn(file.services, key)) file.services[key] = newService(key, named, answer);
        const record = file.services[key]!;
        learnName(key, record, named, learning);
        // A key that stands for one service in each account has the facts of none.
        if (!key.includes("<")) learn(key, record, named, learning);
    }
    const what = `what describe-vpc-endpoint-services answered in ${answer.region}`;
    file.sources[answer.id] = { what, asOf: answer.asOf, services: answer.names.length };
}

function learnWhere(answer: Answer, file: ServicesFile): void {
    const keys = keysIn(answer, file);
    const here = byKey(answer, file);
    const mentioned = new Set(answer.mentioned.map((name) => keys.derived(name)));
    const zones = zonesOf(answer.described);
    for (const [key, record] of Object.entries(file.services)) {
        // An answer tells of one account: that it has none of these services says nothing of the Region.
        if (key.includes("<")) continue;
        learnRegion(record, answer.region, here.has(key) || mentioned.has(key));
        learnZones(record, zones, here.get(key) ?? []);
    }
}
