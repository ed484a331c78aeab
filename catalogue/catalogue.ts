import type { OtherPrices, RegionFacts } from "../components/plan/facts/regions";
import type { FactsSource, Service, ServiceFacts } from "../components/plan/facts/services";

/** The sources of facts, by ID. */
export interface Sources {
    [id: string]: FactsSource;
}

/** The content of services.json. */
export interface ServicesFile {
    sources: Sources;
    services: { [service: Service]: ServiceFacts };
}

/** The content of regions.json. */
export interface RegionsFile {
    sources: Sources;
    /** Prices that AWS's pages state once for every Region of the partition `aws`. */
    everywhere: OtherPrices;
    regions: { [region: string]: RegionFacts };
}

/** The catalogue files that a refresh updates. */
export interface Catalogue {
    services: ServicesFile;
    regions: RegionsFile;
}

/** The order in which a service's facts are written; the value `true` only makes the compiler require every fact. */
const order: { [fact in keyof Required<ServiceFacts>]: true } = {
    product: true,
    page: true,
    kinds: true,
    serviceName: true,
    ownPrefixIn: true,
    exactNames: true,
    onlyInRegions: true,
    notInRegions: true,
    privateDnsNames: true,
    privateDnsRequired: true,
    policySupport: true,
    ports: true,
    ipv6: true,
    notInZones: true,
    fips: true,
    crossRegion: true,
    iamPrefixes: true,
    also: true,
    privateDnsByDefault: true,
    closed: true,
    closedSince: true,
    endsOn: true,
    note: true,
    advice: true,
    doubt: true,
    ipv6Doubt: true,
    sources: true,
};
const orderOfSources = [
    ...["name", "kinds", "regions", "privateDns", "privateDnsUse", "ports", "policy", "ipv6", "zones", "crossRegion"],
    "closed",
];

/** The text of services.json: one line per service, sorted by key. */
export function servicesText({ sources, services }: ServicesFile): string {
    const keys = Object.keys(services).sort();
    return textOf({ sources, services: Object.fromEntries(keys.map((key) => [key, inOrder(services[key]!)])) });
}

function inOrder(facts: ServiceFacts): object {
    const sources = pick(facts.sources, [...orderOfSources, ...Object.keys(facts.sources)]);
    return pick({ ...facts, sources }, Object.keys(order));
}

function pick(object: object, keys: string[]): object {
    const values = object as { [key: string]: unknown };
    return Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]));
}

/** The text of regions.json: one line per Region. */
export function regionsText({ sources, everywhere, regions }: RegionsFile): string {
    return textOf({ sources, everywhere, regions });
}

function textOf(tables: { [table: string]: { [key: string]: object } }): string {
    const texts = Object.entries(tables).map(([table, rows]) => {
        const lines = Object.entries(rows).map(([key, row]) => `  ${JSON.stringify(key)}: ${line(row)}`);
        return `${JSON.stringify(table)}: {\n${lines.join(",\n")}\n}`;
    });
    return `{\n${texts.join(",\n")}\n}\n`;
}

function line(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(line).join(", ")}]`;
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    return `{${Object.entries(value).map(([key, inner]) => `${JSON.stringify(key)}: ${line(inner)}`).join(", ")}}`;
}
