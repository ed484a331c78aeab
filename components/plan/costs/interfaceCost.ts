import { hoursPerMonth, interfaceDataTiers } from "../facts/prices";
import { interfaceHour, natGigabyte } from "./priceIn";

/** USD per gigabyte through interface endpoints, in the first tier. */
export const interfaceGigabyteUsd = interfaceDataTiers[0]!.gigabyteUsd;

/** USD a month for an endpoint with a network interface in this number of zones. */
export function monthlyUsd(region: string, zones: number): number {
    return cents(zones * interfaceHour(region).usd * hoursPerMonth);
}

/**
 * Gigabytes a month above which an interface endpoint costs less than sending the same data through existing NAT
 * gateways; `null` if it never does.
 */
export function paysOffFromGigabytes(region: string, zones: number): number | null {
    return breakEven(monthlyUsd(region, zones), natGigabyte(region).usd - interfaceGigabyteUsd);
}

/** USD for the gigabytes through interface endpoints in one month, tier by tier. */
export function interfaceData(gigabytes: number): number {
    let usd = 0;
    let below = 0;
    for (const { upToGigabytes, gigabyteUsd } of interfaceDataTiers) {
        usd += Math.max(0, Math.min(gigabytes, upToGigabytes) - below) * gigabyteUsd;
        below = upToGigabytes;
    }
    return usd;
}

/** The gigabytes at which the savings per gigabyte offset the extra cost; `null` if nothing is saved. */
export function breakEven(extraUsd: number, savedByGigabyte: number): number | null {
    if (extraUsd <= 0) return 0;
    return savedByGigabyte > 0 ? Math.ceil(extraUsd / savedByGigabyte) : null;
}

/** An amount of USD, rounded to cents. */
export function cents(usd: number): number {
    return Math.round(usd * 100) / 100;
}
