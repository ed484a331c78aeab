import { hoursPerMonth, publicIpv4HourUsd } from "../facts/prices";
import { endpointKinds, type PlannedEndpoint } from "../kinds/endpointKinds";
import { breakEven, cents, interfaceGigabyteUsd } from "./interfaceCost";
import { interfaceHour, natGigabyte, natHour, type Price } from "./priceIn";

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
export type CostedEndpoint = Pick<PlannedEndpoint, "kind" | "monthlyUsd" | "expectedGigabytes">;

/** What the endpoints cost together. */
export function planCost(region: string, zones: number, endpoints: CostedEndpoint[]): PlannedCost {
    const prices = {
        interfaceHour: interfaceHour(region),
        interfaceGigabyteUsd,
        natHour: natHour(region),
        natGigabyte: natGigabyte(region),
    };
    const endpointsUsd = hoursUsd(endpoints);
    const natUsd = cents(zones * (prices.natHour.usd + publicIpv4HourUsd) * hoursPerMonth);
    const said = endpoints.some((one) => one.expectedGigabytes !== null);
    return {
        hoursPerMonth,
        endpointsUsd,
        dataUsd: said ? cents(dataUsd(endpoints)) : null,
        natUsd,
        natDataUsd: said ? cents(gigabytesOf(endpoints) * prices.natGigabyte.usd) : null,
        cheaperThanNatFromGigabytes: breakEven(endpointsUsd - natUsd, prices.natGigabyte.usd - interfaceGigabyteUsd),
        prices,
    };
}

/** USD a month for the endpoints, without data. */
export function hoursUsd(endpoints: CostedEndpoint[]): number {
    return cents(endpoints.reduce((sum, one) => sum + one.monthlyUsd, 0));
}

/** USD a month for the data that is expected through the endpoints, at the prices of their kinds. */
export function dataUsd(endpoints: CostedEndpoint[]): number {
    const kinds = [...new Set(endpoints.map(({ kind }) => kind))];
    return kinds.reduce((sum, kind) => {
        const gigabytes = gigabytesOf(endpoints.filter((one) => one.kind === kind));
        return sum + endpointKinds[kind].dataUsd(gigabytes);
    }, 0);
}

function gigabytesOf(endpoints: CostedEndpoint[]): number {
    return endpoints.reduce((sum, one) => sum + (one.expectedGigabytes ?? 0), 0);
}
