import * as v from "valibot";

import { EndpointKind } from "../components/plan/facts/endpointKind";
import { partitions } from "../components/plan/facts/partitions";
import { isMap } from "../components/plan/isMap";
import type { Problem } from "../components/plan/problem";
import { type Catalogue, regionsText, servicesText } from "./catalogue";

const texts = v.array(v.string());
const date = v.pipe(v.string(), v.regex(/^20\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "is not a date"));
const price = v.pipe(v.number(), v.finite(), v.gtValue(0));

/** A map, whose names may not be the one that an assignment would lose. */
function mapOf<Item extends v.GenericSchema>(item: Item) {
    return v.pipe(
        v.custom<{ [key: string]: unknown }>(isMap, "is not a map"),
        v.rawCheck(({ dataset, addIssue }) => {
            if (!dataset.typed) return;
            for (const [key, value] of Object.entries(dataset.value)) {
                const issue = isReserved(key)
                    ? "the name is reserved"
                    : v.safeParse(item, value).issues?.map(describe)[0];
                if (issue !== undefined) addIssue({ message: `${key}: ${issue}` });
            }
        }),
    );
}

function describe(issue: v.BaseIssue<unknown>): string {
    return [v.getDotPath(issue), issue.message].filter(Boolean).join(": ");
}

/** Whether an assignment of an entry with this name would change the map's prototype instead. */
export function isReserved(name: string): boolean {
    return name === "__proto__";
}

const sources = mapOf(v.looseObject({ what: v.string(), url: v.optional(v.string()), asOf: v.optional(date) }));

const service = v.looseObject({
    product: v.pipe(v.string(), v.nonEmpty()),
    page: v.optional(v.string()),
    kinds: v.optional(v.pipe(v.array(v.enum(EndpointKind)), v.nonEmpty())),
    serviceName: v.optional(v.string()),
    ownPrefixIn: v.optional(texts),
    exactNames: v.optional(mapOf(v.string())),
    onlyInRegions: v.optional(texts),
    notInRegions: v.optional(texts),
    notInZones: v.optional(texts),
    privateDnsNames: v.optional(texts),
    privateDnsRequired: v.optional(v.boolean()),
    privateDnsByDefault: v.optional(v.boolean()),
    policySupport: v.optional(v.boolean()),
    ports: v.nullish(v.array(v.union([v.number(), v.string()]))),
    ipv6: v.optional(v.picklist(["yes", "no", "partial"])),
    fips: v.optional(v.string()),
    crossRegion: v.optional(v.boolean()),
    iamPrefixes: v.optional(texts),
    also: v.optional(texts),
    closed: v.optional(v.boolean()),
    closedSince: v.optional(v.string()),
    endsOn: v.optional(v.string()),
    sources: mapOf(v.union([v.string(), texts])),
});

const others = mapOf(v.looseObject({ usd: price, source: v.string() }));

const region = v.looseObject({
    partition: v.picklist(Object.keys(partitions)),
    at: v.tuple([v.number(), v.number()]),
    interface: v.optional(v.looseObject({ hourUsd: price, source: v.string() })),
    nat: v.optional(v.looseObject({ hourUsd: price, gigabyteUsd: v.optional(price), source: v.string() })),
    others: v.optional(others),
});

const tables = {
    services: v.looseObject({ sources, services: mapOf(service) }),
    regions: v.looseObject({ sources, everywhere: others, regions: mapOf(region) }),
};

/** What is wrong with a table of the catalogue; `undefined` if it is valid. */
export function faultIn(table: "services" | "regions", value: unknown): string | undefined {
    const { issues } = v.safeParse(tables[table], value);
    return issues && describe(issues[0]);
}

/** Problems in a refreshed catalogue: it must be valid, and the same when it is read back from the text of its files. */
export function checkResult({ services, regions }: Catalogue): Problem[] {
    const written = [
        { table: "services", value: services, text: servicesText(services), again: servicesText },
        { table: "regions", value: regions, text: regionsText(regions), again: regionsText },
    ] as const;
    return written.flatMap(({ table, text, again }) => {
        const read = JSON.parse(text) as never;
        const fault = faultIn(table, read) ?? (again(read) === text ? undefined : "it reads back differently");
        if (fault === undefined) return [];
        const message = `the refreshed table would not be valid: ${fault}`;
        const hint = "correct the value in the given file; the catalogue is unchanged";
        return [{ code: "facts.not-a-catalogue", path: `${table}.json`, message, hint }];
    });
}
