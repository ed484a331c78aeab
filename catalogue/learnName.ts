import { kindsAmong, usualKinds } from "../components/plan/facts/endpointKind";
import type { Service, ServiceFacts } from "../components/plan/facts/services";
import { type Answer, type Described, isInterface } from "./answer";
import type { ServicesFile } from "./catalogue";
import type { Learning } from "./learn";
import { addSource, answerOf, confirmedBy, listOf, regionsOwn, shortest } from "./provenance";
import { keysIn, rename } from "./serviceKeys";

/** A Region's description of a service, and whether the catalogue knows the service by this name. */
export interface Named extends Described {
    isKnown: boolean;
}

/** A Region's answer, grouped by service key. */
export function byKey(answer: Answer, file: ServicesFile): Map<Service, Named[]> {
    const keys = keysIn(answer, file);
    const found = new Map<Service, Named[]>();
    for (const one of answer.described) {
        if (one.kinds.length === 0) continue;
        const known = one.kinds.map((kind) => keys.known(kind, one.name)).find((key) => key !== undefined);
        const key = known ?? keys.derived(one.name);
        found.set(key, [...found.get(key) ?? [], { ...one, isKnown: known !== undefined }]);
    }
    return found;
}

/** Derives the facts of an unknown service from its name alone; the rest is written by hand. */
export function newService(key: Service, named: Named[], { id, region }: Answer): ServiceFacts {
    const { name } = named.find(isInterface) ?? named[0]!;
    for (const one of named) one.isKnown = one.name === name;
    const kinds = kindsAmong(named.flatMap((one) => one.kinds));
    const serviceName = name.replaceAll(region, "<region>");
    return {
        product: key,
        ...(`${kinds}` !== `${usualKinds}` && { kinds }),
        ...(serviceName !== `com.amazonaws.<region>.${key}` && { serviceName }),
        sources: { name: id },
    };
}

/** Confirms the name of a known service, or records that the interface endpoint has another name in this Region. */
export function learnName(key: Service, record: ServiceFacts, named: Named[], learning: Learning): void {
    const { answer, regions, kept } = learning;
    const standing = listOf(record.sources.name);
    const unknown = named.filter(({ isKnown }) => !isKnown);
    const renamed = named.some((one) => one.isKnown && isInterface(one)) ? undefined : unknown.find(isInterface);
    const rule = record.serviceName;
    if (renamed) {
        // Once a Region has confirmed the rule, another name is an exception: the rule still applies to Regions that were not
        // queried.
        rename(record, key, renamed.name, answer, answer.partition === "aws" && !standing.some(answerOf));
    }
    const isException = Object.hasOwn(record.exactNames ?? {}, answer.region)
        || record.ownPrefixIn?.includes(answer.region);
    if (record.serviceName !== rule) record.sources.name = answer.id;
    else if (renamed || isException) addSource(record, "regions", regionsOwn);
    if (record.serviceName === rule && !isException && (renamed || unknown.length < named.length)) {
        record.sources.name = shortest(confirmedBy(answer.id, standing, regions));
    }
    for (const { name } of unknown.filter((one) => one !== renamed)) {
        kept.push({ of: key, why: `${answer.region} also has ${name}, but a key has only one name` });
    }
}
