import { EndpointKind } from "../facts/kinds";
import { hoursPerMonth, interfaceDataTiers, publicIpv4HourUsd } from "../facts/prices";
import { interfaceHour, natGigabyte, natHour, type Price } from "./prices";

/** What a plan costs each month, and what NAT gateways would. */
export interface PlannedCost {
    /** The hours that a month is counted as. */
    hoursPerMonth: number;
    /** USD a month for all endpoints, without data. */
    endpointsUsd: number;
    /** USD a month for the gigabytes expected through interface endpoints; `null` where nothing was said of any. */
    dataUsd: number | null;
    /** USD a month for a NAT gateway with its public address in each zone, without data. */
    natUsd: number;
    /** USD a month for the same gigabytes, those of gateway endpoints too, through NAT gateways. */
    natDataUsd: number | null;
    /**
     * Gigabytes a month through interface endpoints above which the endpoints cost less than NAT gateways: 0 where they
     * always do, `null` where they never do.
     */
    cheaperThanNatFromGigabytes: number | null;
    /** The prices it was worked out with; those of another Region are the nearest known. */
    prices: { interfaceHour: Price; interfaceGigabyteUsd: number; natHour: Price; natGigabyte: Price };
}

/** What the cost of one endpoint depends on. */
export interface CostedEndpoint {
    kind: EndpointKind;
    /** Zones it has a network interface in. @default - none */
    zones?: string[];
    /** Gigabytes a month, in both directions. */
    expectedGigabytes: number | null;
}

const firstTier = interfaceDataTiers[0]!.gigabyteUsd;

/** USD a month for an endpoint with a network interface in so many zones; a gateway has none and is free. */
export function monthlyUsd(region: string, zones: number): number {
    return cents(zones * interfaceHour(region).usd * hoursPerMonth);
}

/**
 * Gigabytes a month above which an interface endpoint costs less than sending the same through NAT gateways that are
 * there anyway; `null` where it never does.
 */
export function paysOffFromGigabytes(region: string, zones: number): number | null {
    return breakEven(monthlyUsd(region, zones), natGigabyte(region).usd - firstTier);
}

/** What the endpoints cost together. */
export function planCost(region: string, zones: number, endpoints: CostedEndpoint[]): PlannedCost {
    const prices = {
        interfaceHour: interfaceHour(region),
        interfaceGigabyteUsd: firstTier,
        natHour: natHour(region),
        natGigabyte: natGigabyte(region),
    };
    const endpointsUsd = cents(endpoints.reduce((sum, one) => sum + monthlyUsd(region, one.zones?.length ?? 0), 0));
    const natUsd = cents(zones * (prices.natHour.usd + publicIpv4HourUsd) * hoursPerMonth);
    const said = endpoints.some((one) => one.expectedGigabytes !== null);
    const interfaces = endpoints.filter((one) => one.kind === EndpointKind.Interface);
    return {
        hoursPerMonth,
        endpointsUsd,
        dataUsd: said ? cents(interfaceData(gigabytesOf(interfaces))) : null,
        natUsd,
        natDataUsd: said ? cents(gigabytesOf(endpoints) * prices.natGigabyte.usd) : null,
        cheaperThanNatFromGigabytes: breakEven(endpointsUsd - natUsd, prices.natGigabyte.usd - firstTier),
        prices,
    };
}

function gigabytesOf(endpoints: CostedEndpoint[]): number {
    return endpoints.reduce((sum, one) => sum + (one.expectedGigabytes ?? 0), 0);
}

/** USD for gigabytes through interface endpoints in one month, tier by tier. */
export function interfaceData(gigabytes: number): number {
    let usd = 0;
    let below = 0;
    for (const { upToGigabytes, gigabyteUsd } of interfaceDataTiers) {
        usd += Math.max(0, Math.min(gigabytes, upToGigabytes) - below) * gigabyteUsd;
        below = upToGigabytes;
    }
    return usd;
}

function breakEven(extraUsd: number, savedByGigabyte: number): number | null {
    if (extraUsd <= 0) return 0;
    return savedByGigabyte > 0 ? Math.ceil(extraUsd / savedByGigabyte) : null;
}

function cents(usd: number): number {
    return Math.round(usd * 100) / 100;
}
