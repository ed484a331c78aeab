import type { OtherPrice } from "../components/plan/facts/regions";
import type { RegionsFile } from "./catalogue";
import { type Product, type Terms, units, usdOf } from "./offerProducts";

/**
 * The usage types of prices that no estimate uses yet; each may start with the Region's code, e.g. `EUC1-`. Sources:
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-billing-usage-reports.html and
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html
 */
const usageTypes: { [price in OtherPrice]: string } = {
    gatewayLoadBalancerEndpointHour: "VpcEndpoint-GWLBE-Hours",
    gatewayLoadBalancerEndpointGigabyte: "VpcEndpoint-GWLBE-Bytes",
    resourceEndpointGigabyte: "VpcResource-Consumer-Bytes",
    transitGatewayAttachmentHour: "TransitGateway-Hours",
    transitGatewayGigabyte: "TransitGateway-Bytes",
    publicIpv4Hour: "PublicIPv4:InUseAddress",
    regionalNatHour: "RegionalNatGateway-Hours",
    regionalNatGigabyte: "RegionalNatGateway-Bytes",
};

const priceOfUsage = new Map(Object.entries(usageTypes).map(([price, usage]) => [usage, price as OtherPrice]));

/** The other prices in a price list, by Region. */
export interface OtherPrices {
    [region: string]: { [price in OtherPrice]?: number };
}

/**
 * The other prices in a price list. None of them is needed, so one that has several values, e.g. by amount, is omitted, and
 * rejects no price list.
 */
export function otherPricesIn(
    products: { [sku: string]: Product },
    terms: { [sku: string]: Terms },
    { regions }: RegionsFile,
): OtherPrices {
    const found = new Map<string, (number | undefined)[]>();
    for (const [sku, product] of Object.entries(products)) {
        const { attributes } = Object(product) as { attributes: unknown };
        const { regionCode, usagetype, locationType = "AWS Region" } = Object(attributes) as {
            [name: string]: unknown;
        };
        const [region, usage] = [String(regionCode), String(usagetype)];
        const price = priceOfUsage.get(usage) ?? priceOfUsage.get(usage.replace(/^[A-Z0-9]+-/, ""));
        if (price === undefined || locationType !== "AWS Region" || !Object.hasOwn(regions, region)) continue;
        const unit = /Hour$/.test(price) ? units.natHour : units.natGigabyte;
        const { usd } = usdOf(sku, unit, Object.hasOwn(terms, sku) ? terms[sku] : undefined);
        const key = `${region} ${price}`;
        found.set(key, [...found.get(key) ?? [], usd]);
    }
    const prices: OtherPrices = {};
    for (const [key, values] of found) {
        const [region, price] = key.split(" ") as [string, OtherPrice];
        const [usd, ...others] = new Set(values);
        if (usd !== undefined && others.length === 0) (prices[region] ??= {})[price] = usd;
    }
    return prices;
}
