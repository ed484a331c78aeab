import type { RegionFacts } from "../components/plan/facts/regions";
import type { FactsSource, Service, ServiceFacts } from "../components/plan/facts/services";

/** Where facts are from, by id. */
export interface Sources {
    [id: string]: FactsSource;
}

/** What services.json holds. */
export interface ServicesFile {
    sources: Sources;
    services: { [service: Service]: ServiceFacts };
}

/** What regions.json holds. */
export interface RegionsFile {
    sources: Sources;
    regions: { [region: string]: RegionFacts };
}

/** The files of the catalogue that a refresh brings up to date. */
export interface Catalogue {
    services: ServicesFile;
    regions: RegionsFile;
}

/** The facts of a service in the order they are written in; `true` says no more than that each is there. */
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
    note: true,
    advice: true,
    doubt: true,
    sources: true,
};
const orderOfSources = ["name", "kinds", "regions", "privateDns", "ports", "policy", "ipv6", "zones"];

/** The text of services.json: a line for each service, in order of the keys. */
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

/** The text of regions.json: a line for each Region. */
export function regionsText({ sources, regions }: RegionsFile): string {
    return textOf({ sources, regions });
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
