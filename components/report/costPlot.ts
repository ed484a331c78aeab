import { breakEven, cents, interfaceData, interfaceGigabyteUsd, monthlyUsd } from "../plan/costs/interfaceCost";
import { isInZones } from "../plan/kinds/endpointKinds";
import { expectedGigabytes, totalUsd, unknownPrices } from "./costLines";
import type { ReportedPlan } from "./reportedPlan";
import { countOf } from "./wording";

/** One way for the workloads' traffic, and its cost by the data through it. */
export interface CostedWay {
    id: "every-zone" | "one-zone" | "nat";
    title: string;
    /** USD a month without data. */
    fixedUsd: number;
    /** USD a month with this number of gigabytes. */
    usd(gigabytes: number): number;
    /** Gigabytes a month from which it costs less than NAT gateways; `null` if it never does, or their price is unknown. */
    cheaperThanNatFrom: number | null;
}

/** The decision that the costs lead to: endpoints in every zone, endpoints in one zone, or NAT gateways. */
export interface CostPlot {
    ways: CostedWay[];
    /** The traffic that the stack expects, and what it costs with the planned endpoints. */
    expected?: { gigabytes: number; usd: number };
    /** What the plot says, in words. */
    lines: string[];
}

/** The plot of a plan's costs, from the prices of its own Region only; `undefined` without interface endpoints. */
export function costPlot(plan: ReportedPlan): CostPlot | undefined {
    const { region, cost, endpoints, network: { subnets } } = plan;
    const count = endpoints.filter(isInZones).length;
    if (count === 0) return undefined;
    const unknown = unknownPrices(plan);
    const knows = (...prices: { region: string }[]) => prices.every((price) => price.region === region);
    const { interfaceHour, natHour, natGigabyte } = cost.prices;
    const natKnown = knows(natHour, natGigabyte);
    const ofEndpoints = (id: CostedWay["id"], title: string, zones: number): CostedWay => {
        const fixedUsd = cents(count * monthlyUsd(region, zones));
        const cheaper = breakEven(fixedUsd - cost.natUsd, natGigabyte.usd - interfaceGigabyteUsd);
        return {
            id,
            title,
            fixedUsd,
            usd: (gigabytes) => fixedUsd + interfaceData(gigabytes),
            cheaperThanNatFrom: natKnown ? cheaper : null,
        };
    };
    const nat: CostedWay = {
        id: "nat",
        title: subnets.length === 1 ? "a NAT gateway" : "NAT gateways",
        fixedUsd: cost.natUsd,
        usd: (gigabytes) => cost.natUsd + gigabytes * natGigabyte.usd,
        cheaperThanNatFrom: null,
    };
    const several = subnets.length > 1;
    const ways = [
        ...(knows(interfaceHour)
            ? [
                ofEndpoints("every-zone", several ? "endpoints in every zone" : "endpoints", subnets.length),
                ...(several ? [ofEndpoints("one-zone", "endpoints in one zone", 1)] : []),
            ]
            : []),
        ...(natKnown ? [nat] : []),
    ];
    const expected = cost.dataUsd === null || !knows(interfaceHour)
        ? undefined
        : { gigabytes: expectedGigabytes(plan), usd: totalUsd(plan) };
    return {
        ways,
        ...(expected && { expected }),
        lines: [
            ...ways.map((way) => wayLine(way, natKnown, natGigabyte.usd)),
            ...(ways.some(({ id }) => id === "one-zone")
                ? ["Charges for data transfer between Availability Zones are not included."]
                : []),
            ...unknown.map(({ what }) =>
                `The price of ${what} in ${region} is unknown, so the chart has no line that depends on it.`
            ),
            expected
                ? `This stack expects ${inGigabytes(expected.gigabytes)} a month through ${
                    countOf(count, "interface endpoint")
                }, for USD ${expected.usd.toFixed(2)} in total.`
                : cost.dataUsd === null
                ? "The stack does not set expectedGigabytes for any interface endpoint, so its own traffic is not marked."
                : "The cost of this stack's expected traffic is not marked, because it depends on an unknown price.",
        ],
    };
}

function wayLine(
    { id, title, fixedUsd, cheaperThanNatFrom: from }: CostedWay,
    natKnown: boolean,
    natUsd: number,
): string {
    const gigabyte = id === "nat" ? natUsd : interfaceGigabyteUsd;
    const price = `${title[0]!.toUpperCase()}${title.slice(1)}: USD ${
        fixedUsd.toFixed(2)
    } a month plus USD ${gigabyte} a gigabyte`;
    if (id === "nat" || !natKnown) return `${price}.`;
    if (from === null) return `${price}; never cheaper than NAT gateways.`;
    return from === 0
        ? `${price}; always cheaper than NAT gateways.`
        : `${price}; cheaper than NAT gateways from ${inGigabytes(from)} a month.`;
}

/** E.g. `1,000 GB`. */
export function inGigabytes(count: number): string {
    return `${count.toLocaleString("en-US")} GB`;
}
