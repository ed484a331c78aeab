import * as v from "valibot";

import { isMap } from "../components/plan/isMap";
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
export function priceOf(product: unknown): PriceName | undefined {
    const { productFamily, attributes } = Object(product) as { productFamily: unknown; attributes: unknown };
    const values = { ...Object(attributes) as object, productFamily } as { [attribute: string]: unknown };
    if ((values.locationType ?? "AWS Region") !== "AWS Region") return undefined;
    const isWanted = (price: PriceName) =>
        Object.entries(wanted[price]).every(([attribute, pattern]) =>
            typeof values[attribute] === "string" && pattern.test(values[attribute])
        );
    return (Object.keys(wanted) as PriceName[]).find(isWanted);
}

/** The on-demand terms of one product. */
export interface Terms {
    [term: string]: {
        priceDimensions?: { [rate: string]: { unit?: string; pricePerUnit?: { [currency: string]: string } } };
    };
}

const termsShape = v.custom<Terms>((terms) =>
    isMap(terms)
    && Object.values(terms).every((term) =>
        isMap(term) && (term.priceDimensions === undefined || isMap(term.priceDimensions)
                && Object.values(term.priceDimensions).every((rate) =>
                    isMap(rate) && ["string", "undefined"].includes(typeof rate.unit)
                    && (rate.pricePerUnit === undefined || isMap(rate.pricePerUnit))
                ))
    )
);

/** The units of the catalogue's prices, as AWS writes them. */
export const units: { [price in PriceName]: RegExp } = {
    interfaceHour: /^(hrs?|hours?)$/i,
    natHour: /^(hrs?|hours?)$/i,
    natGigabyte: /^(gb|gigabytes?)$/i,
};

/** The price in USD from a product's terms, or the problems in them. */
export function usdOf(path: string, unit: RegExp, terms: unknown = {}): { usd?: number; problems: Problem[] } {
    const problem = (message: string, hint: string) => ({
        problems: [{ code: "facts.invalid-price", path, message, hint } as const],
    });
    if (!v.is(termsShape, terms)) {
        return problem("its terms are not those of a price list", "save the price list again");
    }
    const rates = Object.values(terms).flatMap(({ priceDimensions = {} }) => Object.values(priceDimensions));
    const other = rates.map((rate) => rate.unit).find((one) => one !== undefined && !unit.test(one));
    if (other !== undefined) {
        return problem(`its unit is ${other}`, "save the price list again; another unit is expected");
    }
    const amounts = rates.map(({ pricePerUnit = {} }) => pricePerUnit);
    const currency = amounts.flatMap((amount) => Object.keys(amount)).find((one) => one !== "USD");
    if (currency) {
        return problem(`its price is in ${currency}`, "remove this price list: the catalogue contains only USD");
    }
    const [usd, ...others] = [
        ...new Set(
            amounts.map(({ USD }) => (typeof USD === "string" && /^\d+(\.\d+)?$/.test(USD) ? Number(USD) : NaN)),
        ),
    ];
    if (usd === undefined) return problem("it has no on-demand price", "save the price list again, completely");
    if (others.length > 0) {
        return problem(
            `it has the prices ${[usd, ...others].join(", ")}`,
            "save the price list again; one price is expected",
        );
    }
    return usd > 0 && Number.isFinite(usd)
        ? { usd, problems: [] }
        : problem(`its price is ${usd}`, "save the price list again; a price above 0 is expected");
}
