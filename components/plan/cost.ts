import { hoursPerMonth, interfaceGigabyteUsd, pricesAsOf, publicIpv4HourUsd, regions } from "./facts/regions";

/** What a plan costs each month, and what NAT gateways would. */
export interface PlannedCost {
    hoursPerMonth: number;
    /** USD a month for all endpoints, without data; `null` where the Region's price is not known. */
    endpointsUsd: number | null;
    /** USD for each gigabyte through an interface endpoint. A gateway carries data free of charge. */
    interfaceGigabyteUsd: number;
    /** USD a month for a NAT gateway with its public address in each zone, without data; `null` where not known. */
    natUsd: number | null;
    /** When the prices were put together. */
    pricesAsOf: string;
}

/** USD a month for an endpoint with a network interface in so many zones; a gateway has none and is free. */
export function monthlyUsd(region: string, zones: number): number | null {
    if (zones === 0) return 0;
    const hour = regions[region]?.interfaceHourUsd;
    return hour === undefined ? null : cents(zones * hour * hoursPerMonth);
}

/** What the endpoints cost together. */
export function planCost(region: string, zones: number, endpoints: (number | null)[]): PlannedCost {
    const nat = regions[region]?.natHourUsd;
    const known = endpoints.filter((usd) => usd !== null);
    return {
        hoursPerMonth,
        endpointsUsd: known.length < endpoints.length ? null : cents(known.reduce((sum, usd) => sum + usd, 0)),
        interfaceGigabyteUsd,
        natUsd: nat === undefined ? null : cents(zones * (nat + publicIpv4HourUsd) * hoursPerMonth),
        pricesAsOf,
    };
}

function cents(usd: number): number {
    return Math.round(usd * 100) / 100;
}
