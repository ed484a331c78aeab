import { endpointKinds, isInZones, type PlannedEndpoint, zonesOf } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import { freeKindOf } from "../services/serviceNames";
import { dataUsd, hoursUsd } from "./cost";
import { cents, monthlyUsd } from "./interfaceCost";

/** A change that makes a plan cheaper, and the resulting cost. */
interface Cheaper {
    change: string;
    usd: number;
}

/** Problems in the budget. */
export function checkBudget(maxUsd: number | undefined): Problem[] {
    if (maxUsd === undefined || (maxUsd >= 0 && Number.isFinite(maxUsd))) return [];
    const message = `${maxUsd} is not an amount of USD`;
    return [{ code: "budget.invalid", path: "options.maxMonthlyUsd", message, hint: "write USD a month, e.g. 100" }];
}

/**
 * The problem if the endpoints cost more a month than the budget, with the smallest changes that would bring them under
 * it: a free gateway instead of an interface, fewer zones, fewer services.
 */
export function overBudget(endpoints: PlannedEndpoint[], region: string, maxUsd: number | undefined): Problem[] {
    if (maxUsd === undefined) return [];
    const usd = costOf(endpoints);
    if (usd <= maxUsd) return [];
    const enough = (changes: Cheaper[]) => changes.find((one) => one.usd <= maxUsd);
    const gateways = withGateways(endpoints);
    const ways = [
        ...(gateways ? [enough([{ change: gateways.change, usd: costOf(gateways.endpoints) }])] : []),
        enough(fewerZones(endpoints, region)),
        ...(gateways
            ? [enough(
                fewerZones(gateways.endpoints, region).map((one) => ({
                    ...one,
                    change: `${gateways.change} and ${one.change}`,
                })),
            )]
            : []),
    ].filter((way) => way !== undefined);
    const cheapest = Math.min(usd, ...fewerZones(gateways?.endpoints ?? endpoints, region).map((one) => one.usd));
    return [{
        code: "budget.exceeded",
        path: "options.maxMonthlyUsd",
        message: `the endpoints cost USD ${usd.toFixed(2)} a month; the limit is USD ${maxUsd.toFixed(2)}`,
        hint: ways.length > 0
            ? ways.map((way) => `${way.change}: USD ${way.usd.toFixed(2)}`).join("; or ")
            : `in one zone they still cost USD ${cheapest.toFixed(2)}: ${fewerServices(endpoints, region, maxUsd)}`,
    }];
}

function costOf(endpoints: PlannedEndpoint[]): number {
    return cents(hoursUsd(endpoints) + dataUsd(endpoints));
}

/** The plan with a free gateway wherever the caller requested an interface that no client outside the VPC needs. */
function withGateways(endpoints: PlannedEndpoint[]): { change: string; endpoints: PlannedEndpoint[] } | undefined {
    const givenUp = endpoints.filter(({ service, reason }) =>
        reason.key === "interface-asked-for" && !reason.reachableFrom
        && freeKindOf(service) !== undefined
    );
    if (givenUp.length === 0) return undefined;
    return {
        change: `use the free gateway endpoint for ${givenUp.map(({ service }) => service).join(" and ")}`,
        endpoints: endpoints.filter((one) => !givenUp.includes(one)),
    };
}

/** The plan with every interface limited to fewer zones, the largest number of zones first. */
function fewerZones(endpoints: PlannedEndpoint[], region: string): Cheaper[] {
    const most = Math.max(0, ...endpoints.map((one) => zonesOf(one).length));
    return Array.from({ length: Math.max(0, most - 1) }, (_, index) => most - 1 - index).map((zones) => ({
        change: `list ${zones === 1 ? "one zone" : `${zones} zones`} in endpointZones`,
        usd: costOf(endpoints.map((one) => inAtMost(zones, one, region))),
    }));
}

function inAtMost(most: number, planned: PlannedEndpoint, region: string): PlannedEndpoint {
    if (!isInZones(planned)) return planned;
    const zones = planned.zones.slice(0, most);
    return { ...planned, zones, monthlyUsd: endpointKinds[planned.kind].monthlyUsd(region, zones.length) };
}

function fewerServices(endpoints: PlannedEndpoint[], region: string, maxUsd: number): string {
    const affordable = Math.floor(maxUsd / monthlyUsd(region, 1));
    const { length } = endpoints.filter(isInZones);
    if (affordable === 0) return "the limit is below the price of one interface endpoint";
    return affordable >= length
        ? "expect less data, or raise the limit"
        : `the limit pays for ${affordable} of the ${length} interface endpoints in one zone`;
}
