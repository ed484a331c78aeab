import * as v from "valibot";
import { isMap } from "../components/plan/isMap";

import type { Problem } from "../components/plan/problem";
import type { JsonFile } from "./answerFiles";
import type { RegionsFile } from "./catalogue";
import { type OfferedPrices, type PriceName, priceOf, type Product, type Terms, units, usdOf } from "./offerProducts";
import { type OfferedOthers, otherPricesIn } from "./otherPrices";

/** The parts of a price list that the catalogue uses. */
export interface Offer {
    /** E.g. `AmazonVPC`. */
    code: string;
    /** The date of publication, e.g. `2026-11-20`. */
    asOf: string;
    prices: { [region: string]: OfferedPrices };
    others: OfferedOthers;
}

// A price list has a hundred thousand products, so only the needed ones are parsed.
const shape = v.object({
    offerCode: v.string(),
    publicationDate: v.pipe(v.string(), v.isoTimestamp()),
    products: v.custom<{ [sku: string]: Product }>(isMap, "is not an object"),
    terms: v.object({ OnDemand: v.custom<{ [sku: string]: Terms }>(isMap, "is not an object") }),
});

/** The prices that each price list must have for each of its Regions. */
const needed: { [offer: string]: { [price in PriceName]?: string } } = {
    AmazonVPC: { interfaceHour: "an interface endpoint per hour" },
    AmazonEC2: { natHour: "a NAT gateway per hour", natGigabyte: "a NAT gateway per gigabyte" },
    AWSDataTransfer: {},
    AmazonRoute53: {},
};

/** Parses a price list, or returns why it cannot be used. */
export function readOffer(
    path: string,
    { value, savedOn }: JsonFile,
    file: RegionsFile,
): { offer?: Offer; problems: Problem[] } {
    const { regions } = file;
    const parsed = v.safeParse(shape, value);
    if (!parsed.success) return { problems: [foreign(path, value, parsed.issues[0])] };
    const { offerCode: code, publicationDate, products, terms } = parsed.output;
    const need = Object.hasOwn(needed, code) ? needed[code] : undefined;
    if (!need) {
        const hint = `use the price list of ${Object.keys(needed).join(" or ")}`;
        return { problems: [{ code: "facts.not-an-offer", path, message: `it is the price list of ${code}`, hint }] };
    }
    const problems: Problem[] = [];
    const prices: Offer["prices"] = {};
    for (const [sku, product] of Object.entries(products)) {
        const price = priceOf(product);
        if (!price) continue;
        const where = `${path}, products.${sku}`;
        const { regionCode } = Object(product.attributes) as { regionCode?: unknown };
        const region = typeof regionCode === "string" ? regionCode : "";
        const { usd, problems: wrong } = usdOf(
            where,
            units[price],
            Object.hasOwn(terms.OnDemand, sku) ? terms.OnDemand[sku] : undefined,
        );
        const unknown = wrongRegion(where, region, regions);
        problems.push(...wrong, ...unknown);
        if (unknown.length > 0) continue;
        const of = prices[region] ??= {};
        if (usd !== undefined && (of[price] ?? usd) !== usd) {
            const message = `it costs USD ${usd}, but an equivalent product of ${region} costs USD ${of[price]}`;
            const hint = "save the price list again; one price is expected";
            problems.push({ code: "facts.invalid-price", path: where, message, hint });
        }
        of[price] = usd;
    }
    if (publicationDate.slice(0, 10) > savedOn) {
        const message = `its date of publication, ${publicationDate.slice(0, 10)}, is after the file's own, ${savedOn}`;
        problems.push({ code: "facts.not-an-offer", path, message, hint: "save the price list again" });
    }
    if (problems.length > 0) return { problems };
    const others = otherPricesIn(products, terms.OnDemand, file);
    const isEmpty = Object.keys(prices).length === 0 && Object.keys(others).length === 0;
    const lacking = Object.entries(need).flatMap(([price, what]) =>
        (Object.keys(prices).length > 0 ? Object.keys(prices) : ["any Region"])
            .filter((region) => prices[region]?.[price as PriceName] === undefined)
            .map((region): Problem => ({
                code: "facts.price-missing",
                path,
                message: `it has no price for ${what} in ${region}`,
                hint: `save index.json of the offer ${code} again, completely`,
            }))
    );
    if (lacking.length > 0) return { problems: lacking };
    if (isEmpty) {
        const hint = `save index.json of the offer ${code} again, completely`;
        return { problems: [{ code: "facts.price-missing", path, message: "it has no price that is used", hint }] };
    }
    return { offer: { code, asOf: publicationDate.slice(0, 10), prices, others }, problems: [] };
}

function wrongRegion(path: string, region: string, regions: RegionsFile["regions"]): Problem[] {
    if (Object.hasOwn(regions, region)) return [];
    const message = `its price is for ${region === "" ? "no Region" : `${region}, which is not in regions.json`}`;
    const hint = "add the Region to regions.json first, with its partition and location";
    return [{ code: "facts.unknown-region", path, message, hint }];
}

function foreign(path: string, value: unknown, issue: v.BaseIssue<unknown>): Problem {
    if (typeof value === "object" && value !== null && "ServiceDetails" in value) {
        const message = "it is the output of describe-vpc-endpoint-services";
        return { code: "facts.not-an-offer", path, message, hint: "pass it with --services" };
    }
    const message = `it is not a price list: ${[v.getDotPath(issue), issue.message].filter((part) => part).join(": ")}`;
    const hint = `save index.json of the offer ${Object.keys(needed).join(" or ")}`;
    return { code: "facts.not-an-offer", path, message, hint };
}
