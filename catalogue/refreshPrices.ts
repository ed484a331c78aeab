import type { OtherPrice, RegionFacts } from "../components/plan/facts/regions";
import type { Catalogue, RegionsFile } from "./catalogue";
import type { Offer } from "./offer";
import type { OfferedPrices } from "./offerProducts";
import { withoutUnused } from "./provenance";
import { showPrices } from "./show";

/** A price that the catalogue does not adopt, and why. */
export interface KeptPrice {
    /** The Region. */
    of: string;
    why: string;
}

/** Updates the Regions' prices from price lists; the newest price wins. */
export function refreshPrices(
    { regions: before }: Catalogue,
    offers: Offer[],
): { regions: RegionsFile; kept: KeptPrice[] } {
    const file = structuredClone(before);
    const kept: KeptPrice[] = [];
    for (const offer of offers) {
        const id = sourceIn(file, offer);
        for (const [region, prices] of Object.entries(offer.prices)) {
            const record = file.regions[region]!;
            for (const [what, said] of Object.entries(factsOf(prices, id)) as [PricedThing, Prices][]) {
                const standing = record[what];
                const asOf = standing && file.sources[standing.source]!.asOf!;
                if (asOf === undefined || asOf <= offer.asOf) Object.assign(record, { [what]: said });
                else if (showPrices(standing) !== showPrices(said)) {
                    const stays = `${what} ${showPrices(standing)} (${standing!.source}) is kept`;
                    kept.push({
                        of: region,
                        why: `${stays}; the older price list of ${offer.asOf} has ${showPrices(said)}`,
                    });
                }
            }
        }
    }
    for (const offer of offers) takeOthers(file, offer);
    const used = [{ others: file.everywhere }, ...Object.values<Partial<RegionFacts>>(file.regions)].flatMap((
        { interface: endpoint, nat, others = {} }: Partial<RegionFacts>,
    ) => [endpoint, nat, ...Object.values(others)].map((price) => price?.source));
    return { regions: { ...file, sources: withoutUnused(file.sources, new Set(used)) }, kept };
}

/** Updates the other prices, unless the Region has a newer one. */
function takeOthers(file: RegionsFile, offer: Offer): void {
    for (const [region, prices] of Object.entries(offer.others)) {
        const record = file.regions[region]!;
        for (const [price, usd] of Object.entries(prices) as [OtherPrice, number][]) {
            const known = record.others?.[price];
            const isNewer = known !== undefined && file.sources[known.source]!.asOf! > offer.asOf;
            if (!isNewer) record.others = { ...record.others, [price]: { usd, source: sourceIn(file, offer) } };
        }
    }
}

type PricedThing = "interface" | "nat";
type Prices = { hourUsd: number; gigabyteUsd?: number; source: string };

function factsOf(
    { interfaceHour, natHour, natGigabyte }: OfferedPrices,
    source: string,
): Pick<RegionFacts, PricedThing> {
    const nat = natHour !== undefined && natGigabyte !== undefined;
    return {
        ...(interfaceHour !== undefined && { interface: { hourUsd: interfaceHour, source } }),
        ...(nat && { nat: { hourUsd: natHour, gigabyteUsd: natGigabyte, source } }),
    };
}

/** The source ID of a price list, which is added to the sources if it is missing. */
function sourceIn({ sources }: RegionsFile, { code, asOf }: Offer): string {
    const what = `price list of ${code} published ${asOf}`;
    const known = Object.entries(sources).find(([, source]) => source.what === what)?.[0];
    const id = known ?? `${code.replace("Amazon", "").toLowerCase()}-offer-${asOf}`;
    const url = `https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/${code}/current/index.json`;
    sources[id] ??= { what, url, asOf };
    return id;
}
