import * as v from "valibot";

import type { Service, ServiceFacts } from "../components/plan/facts/services";
import { isMap } from "../components/plan/isMap";
import type { Problem } from "../components/plan/problem";
import { isReserved } from "./validCatalogue";

/** The facts that a page states about services, as a person read them; `null` removes a fact. */
export type ReadFacts = { [fact in keyof Omit<ServiceFacts, "sources">]?: ServiceFacts[fact] | null };

/** What a person read on one page of AWS's documentation. */
export interface Reading {
    /** The page below https://docs.aws.amazon.com/, without `.html`. */
    page: string;
    /** The month of the copy that was read, e.g. `2026-09`. */
    asOf: string;
    /**
     * Whether the facts are inferred from the page: e.g. it lists public host names, which private DNS probably resolves.
     * @default false
     */
    inferred?: boolean;
    /** The facts by service key; keys that share facts are separated by spaces. */
    services: { [keys: string]: ReadFacts };
}

/** One service's facts on one page. */
export interface ReadService {
    key: Service;
    page: string;
    asOf: string;
    inferred: boolean;
    facts: ReadFacts;
}

/** The source of each fact in a service's `sources`; facts of the same source are read together. `null` has none. */
export const sourceOfFact: { [fact in keyof Required<ReadFacts>]: string | null } = {
    product: "name",
    page: null,
    kinds: "kinds",
    serviceName: "name",
    ownPrefixIn: "regions",
    exactNames: "regions",
    onlyInRegions: "regions",
    notInRegions: "regions",
    notInZones: "zones",
    privateDnsNames: "privateDns",
    privateDnsRequired: "privateDnsUse",
    privateDnsByDefault: "privateDnsUse",
    policySupport: "policy",
    ports: "ports",
    ipv6: "ipv6",
    fips: null,
    crossRegion: "crossRegion",
    iamPrefixes: null,
    also: null,
    closed: "closed",
    closedSince: "closed",
    endsOn: "closed",
    note: null,
    advice: null,
    doubt: null,
    ipv6Doubt: null,
};

const readingShape = v.object({
    page: v.optional(v.string()),
    asOf: v.optional(v.string()),
    inferred: v.optional(v.boolean()),
    services: v.optional(
        v.custom((services) => isMap(services) && Object.values(services).every(isMap), "is not a map of maps"),
    ),
});

/** The pages' facts by service, or the problems in the file: every fact has a page and a date, and one value. */
export function readReadings(path: string, value: unknown): { read: ReadService[]; problems: Problem[] } {
    const code = "facts.not-a-reading";
    if (!Array.isArray(value)) {
        const hint = "use catalogue/pages.json";
        return { read: [], problems: [{ code, path, message: "it is not a list of pages that were read", hint }] };
    }
    const read: ReadService[] = [];
    const problems: Problem[] = [];
    const seen = new Map<string, string>();
    const complain = (place: string, message: string, hint: string) =>
        problems.push({ code, path: `${path}: ${place}`, message, hint });
    for (const [index, reading] of value.entries()) {
        const parsed = v.safeParse(readingShape, reading);
        if (!parsed.success) {
            const [{ message, path: at }] = parsed.issues;
            complain(`[${index}]${at?.map(({ key }) => `.${String(key)}`).join("") ?? ""}`, message, "see Reading");
            continue;
        }
        const { page, asOf, inferred = false, services } = reading as Reading;
        const place = page ?? `[${index}]`;
        if (!/^[\w./-]+$/.test(page ?? "") || /\.html$/.test(page)) {
            complain(place, "it has no page", "give the page's path below docs.aws.amazon.com, without .html");
        } else if (!/^20\d\d-(0[1-9]|1[0-2])$/.test(asOf ?? "")) {
            complain(place, "it has no date", "give the month in which the page was read, e.g. 2026-09");
        }
        if (seen.has(place)) complain(place, "the page is listed twice", "keep one entry for each page");
        seen.set(place, "");
        for (const [keys, facts] of Object.entries(services ?? {})) {
            for (const key of keys.split(" ")) {
                if (!/^[\w<>.-]+$/.test(key) || isReserved(key)) {
                    complain(`${place} ${key}`, "it is not a service key", "give the key of a service, e.g. s3");
                    continue;
                }
                for (const [fact, stated] of Object.entries(facts)) {
                    if (!Object.hasOwn(sourceOfFact, fact)) {
                        complain(`${place} ${key}`, `${fact} is not a fact`, "see ServiceFacts");
                    }
                    const one = `${key} ${fact}`;
                    const text = JSON.stringify(stated);
                    const other = seen.get(one);
                    if (other !== undefined && other !== text) {
                        const hint = "keep the fact on one page, and describe the contradiction in a doubt";
                        complain(`${place} ${key}`, `${fact} is ${text} here and ${other} on another page`, hint);
                    }
                    seen.set(one, text);
                }
                read.push({ key, page, asOf, inferred, facts });
            }
        }
    }
    return { read, problems };
}
