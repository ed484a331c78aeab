import type { OtherPrice } from "../components/plan/facts/regions";
import { isMap } from "../components/plan/isMap";
import type { RegionsFile } from "./catalogue";
import { type Product, type Terms, usdOf } from "./offerProducts";

/** How price lists describe a price of the catalogue. */
interface Described {
    /** The usage type; it may start with the Region's code, e.g. `EUC1-`. */
    usage: string;
    unit: RegExp;
    /** The operation, if products with other operations have the same usage type. */
    operation?: string;
    /** The number of units that the catalogue's price is for. @default 1 */
    units?: number;
    /** Whether the catalogue has the highest of several prices. */
    highest?: true;
}

const hour = /^(hrs?|hours?)$/i;
const gigabyte = /^(gb|gigabytes?)$/i;

/**
 * AmazonVPC: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-billing-usage-reports.html, and
 * `VpcEndpoint-Resource-Hours` as in cost and usage reports. AmazonEC2:
 * https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html. AWSDataTransfer:
 * https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html. AmazonRoute53: as in the price list.
 */
const described: { [price in OtherPrice]: Described } = {
    gatewayLoadBalancerEndpointHour: { usage: "VpcEndpoint-GWLBE-Hours", unit: hour },
    gatewayLoadBalancerEndpointGigabyte: { usage: "VpcEndpoint-GWLBE-Bytes", unit: gigabyte },
    resourceEndpointHour: { usage: "VpcEndpoint-Resource-Hours", unit: hour },
    resourceEndpointGigabyte: { usage: "VpcResource-Consumer-Bytes", unit: gigabyte },
    transitGatewayAttachmentHour: { usage: "TransitGateway-Hours", unit: hour, operation: "TransitGatewayVPC" },
    transitGatewayGigabyte: { usage: "TransitGateway-Bytes", unit: gigabyte, operation: "TransitGatewayVPC" },
    publicIpv4Hour: { usage: "PublicIPv4:InUseAddress", unit: hour },
    regionalNatHour: { usage: "RegionalNatGateway-Hours", unit: hour },
    regionalNatGigabyte: { usage: "RegionalNatGateway-Bytes", unit: gigabyte },
    crossZoneGigabyte: { usage: "DataTransfer-Regional-Bytes", unit: gigabyte },
    crossRegionGigabyte: { usage: "AWS-Out-Bytes", unit: gigabyte, highest: true },
    resolverAddressHour: { usage: "ResolverNetworkInterface", unit: hour },
    dnsFirewallDomainMonth: { usage: "DNS-FirewallDomainName", unit: /^mo(nths?)?$/i },
    dnsFirewallMillionQueries: { usage: "DNS-FirewallQueries", unit: /^quer(y|ies)$/i, units: 1_000_000 },
};

const priceOfUsage = new Map(Object.entries(described).map(([price, { usage }]) => [usage, price as OtherPrice]));

/** The other prices in a price list, by Region. */
export interface OfferedOthers {
    [region: string]: { [price in OtherPrice]?: number };
}

/**
 * The other prices in a price list. None of them is needed, so one that has several values is omitted, and rejects no price
 * list.
 */
export function otherPricesIn(
    products: { [sku: string]: Product },
    terms: { [sku: string]: Terms },
    { regions }: RegionsFile,
): OfferedOthers {
    const found = new Map<string, (number | undefined)[]>();
    for (const [sku, product] of Object.entries(products)) {
        const { region, price } = priced(product);
        if (price === undefined || !Object.hasOwn(regions, region)) continue;
        const { unit, units = 1 } = described[price];
        const { usd } = usdOf(sku, unit, firstTier(Object.hasOwn(terms, sku) ? terms[sku] : undefined));
        const key = `${region} ${price}`;
        // Multiplied as decimals, so that 0.0000006 for a query is 0.6 for a million.
        found.set(key, [...found.get(key) ?? [], usd && Number((usd * units).toPrecision(12))]);
    }
    const prices: OfferedOthers = {};
    for (const [key, values] of found) {
        const [region, price] = key.split(" ") as [string, OtherPrice];
        const known = values.filter((usd) => usd !== undefined);
        const [usd, ...others] = described[price].highest && known.length > 0 ? [Math.max(...known)] : new Set(values);
        if (usd !== undefined && others.length === 0) (prices[region] ??= {})[price] = usd;
    }
    return prices;
}

/** The Region and the price that a product is for. Prices of Local Zones are ignored. */
function priced(product: unknown): { region: string; price?: OtherPrice } {
    const { attributes } = Object(product) as { attributes: unknown };
    const { regionCode, fromRegionCode, usagetype, operation, ...places } = Object(attributes) as {
        [name: string]: unknown;
    };
    const region = textOf(fromRegionCode ?? regionCode);
    const types = [places.locationType, places.fromLocationType, places.toLocationType];
    const usage = textOf(usagetype);
    // The usage types of transfers to another Region name both, e.g. `USE1-EU-AWS-Out-Bytes`.
    const price = priceOfUsage.get(usage) ?? priceOfUsage.get(usage.replace(/^[A-Z0-9]+-([A-Z0-9]+-(?=AWS-))?/, ""));
    const isOther = price && described[price].operation && operation && described[price].operation !== operation;
    return isOther || types.some((type) => type !== undefined && type !== "AWS Region")
        ? { region }
        : { region, price };
}

/** A text; anything else names nothing. */
function textOf(value: unknown): string {
    return typeof value === "string" ? value : "";
}

/** The terms without the rates above the first tier. */
function firstTier(terms: unknown): unknown {
    if (!isMap(terms)) return terms;
    const first = (rates: unknown) =>
        isMap(rates)
            ? Object.fromEntries(
                Object.entries(rates).filter(([, rate]) =>
                    !isMap(rate) || ["0", undefined].includes(rate.beginRange as string)
                ),
            )
            : rates;
    return Object.fromEntries(
        Object.entries(terms).map(([id, term]) => [
            id,
            isMap(term) ? { ...term, priceDimensions: first(term.priceDimensions) } : term,
        ]),
    );
}
