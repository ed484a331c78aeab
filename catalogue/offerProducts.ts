import type { Problem } from "../components/plan/problem";

/** The prices of a Region from price lists, in USD. */
export interface OfferedPrices {
    interfaceHour?: number;
    natHour?: number;
    natGigabyte?: number;
}

export type PriceName = keyof OfferedPrices;

/** A product of a price list, e.g. of the family `VpcEndpoint`. */
export interface Product {
    productFamily?: string;
    attributes?: { [attribute: string]: string | undefined };
}

/** Matches the products whose prices the catalogue has. A usage type may start with the Region's code, e.g. `EUC1-`. */
const wanted: { [price in PriceName]: { [attribute: string]: RegExp } } = {
    interfaceHour: {
        productFamily: /^VpcEndpoint$/,
        usagetype: /^([A-Z0-9]+-)?VpcEndpoint-Hours$/,
        endpointType: /^PrivateLink$/,
        group: /^VPCE:VpcEndpoint$/,
    },
    natHour: { productFamily: /^NAT Gateway$/, usagetype: /^([A-Z0-9]+-)?NatGateway-Hours$/ },
    natGigabyte: { productFamily: /^NAT Gateway$/, usagetype: /^([A-Z0-9]+-)?NatGateway-Bytes$/ },
};

/** The price that a product gives, if any. Prices of Local Zones are ignored. */
export function priceOf({ productFamily, attributes = {} }: Product): PriceName | undefined {
    if ((attributes.locationType ?? "AWS Region") !== "AWS Region") return undefined;
    const values: Product["attributes"] = { ...attributes, productFamily };
    const isWanted = (price: PriceName) =>
        Object.entries(wanted[price]).every(([attribute, pattern]) => pattern.test(values[attribute] ?? ""));
    return (Object.keys(wanted) as PriceName[]).find(isWanted);
}

/** The on-demand terms of one product. */
export interface Terms {
    [term: string]: { priceDimensions?: { [rate: string]: { pricePerUnit?: { [currency: string]: string } } } };
}

/** The price in USD from a product's terms, or the problems in them. */
export function usdOf(path: string, terms: Terms = {}): { usd?: number; problems: Problem[] } {
    const problem = (message: string, hint: string) => ({
        problems: [{ code: "facts.invalid-price", path, message, hint } as const],
    });
    const units = Object.values(terms).flatMap(({ priceDimensions = {} }) =>
        Object.values(priceDimensions).map(({ pricePerUnit = {} }) => pricePerUnit)
    );
    const currency = units.flatMap((unit) => Object.keys(unit)).find((one) => one !== "USD");
    if (currency) {
        return problem(`its price is in ${currency}`, "remove this price list: the catalogue contains only USD");
    }
    const [usd, ...others] = [...new Set(units.map(({ USD }) => Number(USD)))];
    if (usd === undefined) return problem("it has no on-demand price", "save the price list again, completely");
    if (others.length > 0) {
        return problem(
            `it has the prices ${[usd, ...others].join(", ")}`,
            "save the price list again; one price is expected",
        );
    }
    return usd > 0
        ? { usd, problems: [] }
        : problem(`its price is ${usd}`, "save the price list again; a price above 0 is expected");
}
