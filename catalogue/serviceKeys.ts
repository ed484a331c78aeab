import { allKinds, type EndpointKind } from "../components/plan/facts/endpointKind";
import { type Partition, type PartitionFacts, partitions } from "../components/plan/facts/partitions";
import type { Service, ServiceFacts } from "../components/plan/facts/services";
import { filled, nameFrom } from "../components/plan/services/endpointNames";
import type { ServicesFile } from "./catalogue";

/** A Region and the partition it is in. */
export interface Place {
    region: string;
    partition: Partition;
}

/** Maps AWS's endpoint service names to keys, e.g. `com.amazonaws.us-east-1.ecr.api` to `ecr.api`. */
export interface Keys {
    /** The key of the service with exactly this name in the catalogue. */
    known(kind: EndpointKind, name: string): Service | undefined;
    /** The key for a name that is not in the catalogue: that of the most likely service, otherwise a new one. */
    derived(name: string): Service;
}

/** Maps the service names of a Region to keys. */
export function keysIn({ region, partition }: Place, { services }: ServicesFile): Keys {
    const { servicePrefix: prefix }: PartitionFacts = partitions[partition];
    const byName = new Map<string, Service>();
    const byPlainName = new Map<string, Service>();
    const begins = new Set(["com.amazonaws", ...(prefix ? [prefix] : [])]);
    for (const [key, record] of Object.entries(services)) {
        const facts = filled(key, record);
        for (const kind of allKinds) {
            byName.set(`${kind} ${nameFrom(facts, region, kind, prefix)}`, key);
        }
        byPlainName.set(facts.serviceName.replaceAll("<region>", region), key);
        const begin = /^(.+)\.(<region>|global)\./.exec(facts.serviceName)?.[1];
        if (begin) begins.add(begin);
    }
    const find = (names: Map<string, Service>, name: string) => names.get(name) ?? names.get(withoutCell(name));
    return {
        known: (kind, name) => find(byName, `${kind} ${name}`),
        derived: (name) => {
            const plain = prefix && name.startsWith(`${prefix}.`) ? `com.amazonaws${name.slice(prefix.length)}` : name;
            return find(byPlainName, plain) ?? keyOf(name, region, [...begins]);
        },
    };
}

// Timestream's service names contain a cell that differs by account: timestream.query-cell1.
function withoutCell(name: string): string {
    return name.replace(/-cell\d+$/, "-<cell>");
}

/** The usual rule: the key follows the Region, or the prefix in a name without a Region. */
function keyOf(name: string, region: string, begins: string[]): Service {
    const at = name.indexOf(`.${region}.`);
    if (at >= 0) return name.slice(at + region.length + 2);
    const longest = begins.filter((one) => name.startsWith(`${one}.`)).sort((a, b) => b.length - a.length)[0];
    return name.slice(longest === undefined ? 0 : longest.length + 1).replace(/^global\./, "");
}

/** Records the name of the interface endpoint in a Region. With `anywhere`, the name also applies to other Regions. */
export function rename(record: ServiceFacts, key: Service, name: string, place: Place, anywhere: boolean): void {
    const { region, partition } = place;
    const { servicePrefix: prefix }: PartitionFacts = partitions[partition];
    const { [region]: _, ...exactNames } = record.exactNames ?? {};
    const own = (record.ownPrefixIn ?? []).filter((one) => one !== region);
    const plain = filled(key, record).serviceName.replaceAll("<region>", region);
    if (prefix && name === plain.replace(/^com\.amazonaws/, prefix)) own.push(region);
    else if (name !== plain && anywhere) record.serviceName = name.replaceAll(region, "<region>");
    else if (name !== plain) exactNames[region] = name;
    if (record.serviceName === `com.amazonaws.<region>.${key}`) delete record.serviceName;
    record.exactNames = Object.keys(exactNames).length > 0 ? exactNames : undefined;
    record.ownPrefixIn = own.length > 0 ? own : undefined;
}

/** A host name in the catalogue's form for all Regions. */
export function hostTemplate(host: string, { region, partition }: Place): string {
    const { dnsSuffix, dualStackDnsSuffix } = partitions[partition];
    const template = host.replaceAll(region, "<region>");
    for (const [suffix, usual] of [[dualStackDnsSuffix, "api.aws"], [dnsSuffix, "amazonaws.com"]] as const) {
        if (template.endsWith(`.${suffix}`)) return template.slice(0, -suffix.length) + usual;
    }
    return template;
}

/** Whether a host name of one partition determines the host names of the others. */
export function holdsEverywhere(template: string): boolean {
    return /\.(amazonaws\.com|api\.aws)$/.test(template);
}
