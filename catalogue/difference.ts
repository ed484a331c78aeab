import type { OtherPrice, RegionFacts } from "../components/plan/facts/regions";
import type { ServiceFacts } from "../components/plan/facts/services";
import { filled } from "../components/plan/services/endpointNames";
import type { Catalogue, ServicesFile } from "./catalogue";
import { listOf } from "./provenance";
import { sourceOfFact } from "./readings";
import { show, showPrices, unknown } from "./show";

/** One fact before and after, with its sources. A fact that was unknown has no sources before. */
export interface ComparedFact {
    /** The service or Region that the fact describes. */
    of: string;
    fact: string;
    was: string;
    wasFrom: string[];
    is: string;
    isFrom: string[];
}

/** A Region or zone, and services. */
export interface ServicesOfPlace {
    place: string;
    services: string[];
}

/** What a refresh changes in the catalogue. */
export interface Difference {
    added: { service: string; name: string; kinds: string[] }[];
    changed: ComparedFact[];
    /** Services that Regions and zones are newly recorded as lacking. */
    lacking: ServicesOfPlace[];
    /** Services that Regions and zones were recorded as lacking but offer. */
    found: ServicesOfPlace[];
    /** How many facts are unchanged, with a newer or an additional source. */
    confirmed: number;
}

/** Compares the catalogue before and after a refresh. */
export function difference(before: Catalogue, after: Catalogue): Difference {
    const { services: earlier } = before.services;
    const { services: later } = after.services;
    const facts = [
        ...Object.entries(earlier).flatMap(([key, was]) => factsOf(key, was, later[key]!)),
        ...Object.entries(before.regions.regions).flatMap(([region, was]) =>
            pricesOf(region, was, after.regions.regions[region]!)
        ),
    ];
    return {
        added: Object.entries(later).filter(([key]) => !Object.hasOwn(earlier, key)).map(([service, record]) => {
            const { serviceName: name, kinds } = filled(service, record);
            return { service, name, kinds };
        }),
        changed: facts.filter(({ was, is }) => was !== is),
        lacking: lackingMore(before.services, after.services),
        found: lackingMore(after.services, before.services),
        confirmed:
            facts.filter(({ was, is, wasFrom, isFrom }) =>
                was === is && was !== unknown && `${wasFrom}` !== `${isFrom}`
            ).length,
    };
}

/** The facts that are compared as a whole, by `lackingMore`. */
const byPlace = ["notInRegions", "notInZones"];

function factsOf(of: string, was: ServiceFacts, is: ServiceFacts): ComparedFact[] {
    // A single answer cannot confirm what differs by Region.
    const perRegion = (source: string | null) => source === "regions";
    return Object.entries(sourceOfFact).filter(([fact]) => !byPlace.includes(fact)).map(([fact, source]) => {
        const changed = show(valueOf(of, was, fact)) !== show(valueOf(of, is, fact));
        const from = ({ sources }: ServiceFacts) =>
            source === null || (perRegion(source) && !changed) ? [] : listOf(sources[source]);
        return {
            of,
            fact,
            was: show(valueOf(of, was, fact)),
            wasFrom: from(was),
            is: show(valueOf(of, is, fact)),
            isFrom: from(is),
        };
    });
}

function valueOf(key: string, record: ServiceFacts, fact: string): unknown {
    return (fact === "serviceName" || fact === "kinds" ? filled(key, record) : record)[fact as keyof ServiceFacts];
}

function pricesOf(of: string, was: RegionFacts, is: RegionFacts): ComparedFact[] {
    const others = Object.keys({ ...was.others, ...is.others }) as OtherPrice[];
    const compared = (["interface", "nat"] as const).map((fact) => ({
        of,
        fact,
        was: showPrices(was[fact]),
        wasFrom: listOf(was[fact]?.source),
        is: showPrices(is[fact]),
        isFrom: listOf(is[fact]?.source),
    }));
    return [
        ...compared,
        ...others.map((fact) => ({
            of,
            fact,
            was: showUsd(was.others?.[fact]),
            wasFrom: listOf(was.others?.[fact]?.source),
            is: showUsd(is.others?.[fact]),
            isFrom: listOf(is.others?.[fact]?.source),
        })),
    ];
}

function showUsd(price: { usd: number } | undefined): string {
    return price === undefined ? unknown : `USD ${price.usd}`;
}

/** The services that Regions and zones lack in the second file but not in the first. */
function lackingMore({ services: first }: ServicesFile, { services: second }: ServicesFile): ServicesOfPlace[] {
    const found: { [place: string]: string[] } = {};
    for (const [key, record] of Object.entries(second)) {
        for (const place of placesOf(record)) {
            if (!placesOf(first[key]).includes(place)) (found[place] ??= []).push(key);
        }
    }
    return Object.entries(found).sort().map(([place, services]) => ({ place, services }));
}

function placesOf({ notInRegions = [], notInZones = [] }: Partial<ServiceFacts> = {}): string[] {
    return [...notInRegions, ...notInZones];
}
