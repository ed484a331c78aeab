import { hoursPerMonth } from "../facts/prices";
import { endpointKinds, type PlannedEndpoint } from "../kinds/endpointKinds";
import { breakEven, cents, interfaceGigabyteUsd } from "./interfaceCost";
import { interfaceHour, natGigabyte, natHour, otherPrice, type Price } from "./priceIn";

/** The monthly cost of a plan, and of NAT gateways for comparison. */
export interface PlannedCost {
    /** Hours per month used for the estimate. */
    hoursPerMonth: number;
    /** USD a month for all endpoints, without data. */
    endpointsUsd: number;
    /** USD a month for the gigabytes expected through interface endpoints; `null` if no endpoint has an expectation. */
    dataUsd: number | null;
    /** USD a month for a NAT gateway with a public IPv4 address in each zone, without data. */
    natUsd: number;
    /** USD a month for the same gigabytes through NAT gateways, including those of gateway endpoints. */
    natDataUsd: number | null;
    /**
     * Gigabytes a month through interface endpoints above which the endpoints cost less than NAT gateways: 0 if they
     * always do, `null` if they never do.
     */
    cheaperThanNatFromGigabytes: number | null;
    /** The prices used. A Region without a known price uses the nearest Region's. */
    prices: {
        /** An hour of an interface endpoint in one zone. */
        interfaceHour: Price;
        /** USD per gigabyte through an interface endpoint, e.g. `0.01`. */
        interfaceGigabyteUsd: number;
        /** An hour of a NAT gateway, without its public IPv4 address. */
        natHour: Price;
        /** A gigabyte through a NAT gateway. */
        natGigabyte: Price;
    };
}

/** The properties that one endpoint's cost depends on. */
export type CostedEndpoint = Pick<PlannedEndpoint, "kind" | "monthlyUsd" | "expectedGigabytes">;

/** The total cost of the endpoints. */
export function planCost(region: string, zones: number, endpoints: CostedEndpoint[]): PlannedCost {
    const prices = {
        interfaceHour: interfaceHour(region),
        interfaceGigabyteUsd,
        natHour: natHour(region),
        natGigabyte: natGigabyte(region),
    };
    const endpointsUsd = hoursUsd(endpoints);
    const natUsd = cents(zones * (prices.natHour.usd + otherPrice(region, "publicIpv4Hour").usd) * hoursPerMonth);
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

/** USD a month for the data expected through the endpoints, at the prices of their kinds. */
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
