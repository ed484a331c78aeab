import { everywhere, type OtherPrice, priceSources, type RegionFacts, regions } from "../facts/regions";

/** A price, with its Region and date. */
export interface Price {
    /** The price, in USD. */
    usd: number;
    /** The Region the price is from: the requested one, or the nearest one with a known price. */
    region: string;
    /** The date of the price, e.g. `2026-09`. */
    asOf: string;
}

/** USD per hour for an interface endpoint in one zone. */
export function interfaceHour(region: string): Price {
    return nearest(region, ({ interface: found }) => found && { usd: found.hourUsd, source: found.source });
}

/** USD per hour for a NAT gateway, without its public address. */
export function natHour(region: string): Price {
    return nearest(region, ({ nat }) => nat && { usd: nat.hourUsd, source: nat.source });
}

/** USD per gigabyte through a NAT gateway. */
export function natGigabyte(region: string): Price {
    return nearest(region, ({ nat }) => nat?.gigabyteUsd && { usd: nat.gigabyteUsd, source: nat.source });
}

/** Any other price, e.g. `publicIpv4Hour`. */
export function otherPrice(region: string, price: OtherPrice): Price {
    return nearest(
        region,
        ({ others, partition }) => others?.[price] ?? (partition === "aws" ? everywhere[price] : undefined),
    );
}

interface Found {
    usd: number;
    source: string;
}

/** The price in the Region, otherwise in the nearest one with a known price. */
function nearest(region: string, priceOf: (facts: RegionFacts) => Found | undefined | 0): Price {
    const from = regions[region]!;
    const own = priceOf(from);
    if (own) return priceIn(region, own);
    const known = Object.entries(regions).flatMap(([name, facts]) => {
        const found = priceOf(facts);
        return found ? [{ name, found, distance: distance(from.at, facts.at) }] : [];
    });
    const { name, found } = known.reduce((best, one) => (one.distance < best.distance ? one : best));
    return priceIn(name, found);
}

function priceIn(region: string, { usd, source }: Found): Price {
    return { usd, region, asOf: priceSources[source]!.asOf! };
}

/** The angle between two locations on Earth. */
export function distance(a: [number, number], b: [number, number]): number {
    const [latA, lonA, latB, lonB] = [...a, ...b].map((degrees) => degrees * Math.PI / 180) as [
        number,
        number,
        number,
        number,
    ];
    const cosine = Math.sin(latA) * Math.sin(latB) + Math.cos(latA) * Math.cos(latB) * Math.cos(lonA - lonB);
    return Math.acos(Math.min(1, cosine));
}
