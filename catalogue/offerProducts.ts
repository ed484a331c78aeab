import type { Problem } from "../components/plan/problem";

/** The prices of a Region, in USD, that price lists have. */
export interface OfferedPrices {
    interfaceHour?: number;
    natHour?: number;
    natGigabyte?: number;
}

/** The name of one of them. */
export type PriceName = keyof OfferedPrices;

/** A product of a price list, e.g. of the family `VpcEndpoint`. */
export interface Product {
    productFamily?: string;
    attributes?: { [attribute: string]: string | undefined };
}

/** The products whose prices the catalogue has; before a usage type stands the Region's code, e.g. `EUC1-`, or nothing. */
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

/** Which of the prices a product has, if any; those of Local Zones are no Region's. */
export function priceOf({ productFamily, attributes = {} }: Product): PriceName | undefined {
    if ((attributes.locationType ?? "AWS Region") !== "AWS Region") return undefined;
    const values: Product["attributes"] = { ...attributes, productFamily };
    const isWanted = (price: PriceName) =>
        Object.entries(wanted[price]).every(([attribute, pattern]) => pattern.test(values[attribute] ?? ""));
    return (Object.keys(wanted) as PriceName[]).find(isWanted);
}

/** The terms on demand of one product. */
export interface Terms {
    [term: string]: { priceDimensions?: { [rate: string]: { pricePerUnit?: { [currency: string]: string } } } };
}

/** The price in USD that the terms of a product give, or what is wrong with it. */
export function usdOf(path: string, terms: Terms = {}): { usd?: number; problems: Problem[] } {
    const problem = (message: string, hint: string) => ({
        problems: [{ code: "facts.invalid-price", path, message, hint } as const],
    });
    const units = Object.values(terms).flatMap(({ priceDimensions = {} }) =>
        Object.values(priceDimensions).map(({ pricePerUnit = {} }) => pricePerUnit)
    );
    const currency = units.flatMap((unit) => Object.keys(unit)).find((one) => one !== "USD");
    if (currency) return problem(`its price is in ${currency}`, "the catalogue holds USD: leave this list out");
    const [usd, ...others] = [...new Set(units.map(({ USD }) => Number(USD)))];
    if (usd === undefined) return problem("it has no price on demand", "save the list again, whole");
    if (others.length > 0) {
        return problem(
            `it has the prices ${[usd, ...others].join(", ")}`,
            "save the list again; one price is expected",
        );
    }
    return usd > 0 ? { usd, problems: [] } : problem(`its price is ${usd}`, "save the list again: AWS charges for it");
}
