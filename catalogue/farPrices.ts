import { distance } from "../components/plan/costs/priceIn";
import type { OtherPrice, RegionFacts } from "../components/plan/facts/regions";
import type { Problem } from "../components/plan/problem";
import type { Catalogue } from "./catalogue";

/** How far a price may be from those of the nearest Regions. The catalogue's own differ by a factor of 2.1 at most. */
const factor = 4;
/** The price of data to other Regions differs most: https://aws.amazon.com/ec2/pricing/on-demand/#Data_Transfer */
const wider: { [what: string]: number } = { crossRegionGigabyte: 10 } satisfies { [price in OtherPrice]?: number };
const neighbours = 3;

/** Changed prices that are far from those of the nearest Regions with a price, or from the one of every Region. */
export function farPrices({ regions: { regions: before } }: Catalogue, { regions: file }: Catalogue): Problem[] {
    const known = Object.entries(file.regions).map(([name, { at }]) => ({
        name,
        at,
        usd: pricesOf(file.regions[name]!),
    }));
    const everywhere = pricesOf({ others: file.everywhere });
    return known.flatMap(({ name, at, usd: prices }) => {
        const former = pricesOf(before[name] ?? {});
        return Object.entries(prices).flatMap(([what, usd]) => {
            if (usd === former[what]) return [];
            const near = known.filter((other) => other.name !== name && other.usd[what] !== undefined)
                .sort((one, other) => distance(at, one.at) - distance(at, other.at))
                .slice(0, neighbours)
                .map((other) => ({ where: `in ${other.name}`, usd: other.usd[what]! }));
            const general = everywhere[what] === undefined ? [] : [{ where: "elsewhere", usd: everywhere[what] }];
            const times = wider[what] ?? factor;
            const far = [...near, ...general].find((other) => usd > other.usd * times || usd < other.usd / times);
            if (!far) return [];
            const message =
                `the price of ${what} would be USD ${usd}, more than ${times} times different from USD ${far.usd} ${far.where}`;
            const hint = "save the price list again; if AWS's price is right, add --prices-are-right";
            return [{ code: "facts.invalid-price" as const, path: name, message, hint }];
        });
    });
}

/** Every known price of a Region, by what it is for. */
function pricesOf({ interface: endpoint, nat, others = {} }: Partial<RegionFacts>): { [what: string]: number } {
    const all = Object.entries({
        "interface per hour": endpoint?.hourUsd,
        "NAT gateway per hour": nat?.hourUsd,
        "NAT gateway per gigabyte": nat?.gigabyteUsd,
        ...Object.fromEntries(Object.entries(others).map(([price, { usd }]) => [price, usd])),
    });
    return Object.fromEntries(all.filter((entry): entry is [string, number] => entry[1] !== undefined));
}
