import type { Answer } from "./answer";
import type { Catalogue, ServicesFile } from "./catalogue";
import { learnRegion, learnZones, zonesOf } from "./lacks";
import { type Kept, learn } from "./learn";
import { byKey, learnName, newService } from "./learnName";
import { learnReadings } from "./learnReadings";
import { listOf, regionsOwn, regionsOwnSource, withoutUnused } from "./provenance";
import type { ReadService } from "./readings";
import { keysIn } from "./serviceKeys";

/** Updates the services from Regions' answers, and lists what was not adopted. */
export function refreshServices(
    { services: before, regions }: Catalogue,
    answers: Answer[],
    readings: ReadService[] = [],
): { services: ServicesFile; kept: Kept[] } {
    const file = structuredClone(before);
    // Pages first: an answer of AWS is worth more.
    const kept: Kept[] = learnReadings(file, readings);
    // Services differ in other partitions, so the `aws` partition is learnt first.
    const inOrder = [...answers].sort((a, b) => Number(b.partition === "aws") - Number(a.partition === "aws"));
    for (const answer of inOrder) learnFacts(answer, file, regions, kept);
    // Only now: a later answer may add a service that an earlier one lacks.
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
        // A key with a placeholder is a different service in each account, so it has no facts.
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
        // An answer is of one account: that it lacks these services says nothing about the Region.
        if (key.includes("<")) continue;
        learnRegion(record, answer.region, here.has(key) || mentioned.has(key));
        learnZones(record, zones, here.get(key) ?? []);
    }
}
