import { cents, monthlyUsd } from "../../components/plan/costs/interfaceCost";
import { otherPrice } from "../../components/plan/costs/priceIn";
import { hoursPerMonth } from "../../components/plan/facts/prices";
import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../../network/model/accessModel";
import { given, type Maybe } from "../../network/model/maybe";
import type { Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import type { StackView } from "../stackView";

/** The cost of all endpoints of the stack, if it is over the budget. */
export function endpointBudget(views: StackView[], { maxMonthlyUsd }: Settings): Found {
    if (maxMonthlyUsd === undefined) return [];
    const regions = views.map((view) => ({ region: view.region, ...costIn(view) }));
    const usd = cents(regions.reduce((sum, one) => sum + one.usd, 0));
    const late = regions.flatMap((one) => one.unknown);
    if (usd > maxMonthlyUsd) {
        const least = late.length > 0 ? "at least " : "";
        return [{
            message: `the VPC endpoints cost ${least}${dollars(usd)} a month${byRegion(regions)}; the limit is `
                + dollars(maxMonthlyUsd),
            hint: "remove endpoints that no workload needs, or put them into fewer zones",
        }];
    }
    return late.map((reason) => ({ undecided: [reason] }));
}

/** What the endpoints in a Region cost, in USD a month, and of which it is not known. */
function costIn({ region, network: { endpoints } }: StackView): { usd: number; unknown: string[] } {
    if (isUnknown(endpoints)) return { usd: 0, unknown: endpoints.unknown };
    const costs = endpoints.map((endpoint) => costOf(region, endpoint));
    const known = costs.filter((cost): cost is number => !isUnknown(cost));
    return {
        usd: known.reduce((sum, cost) => sum + cost, 0),
        unknown: costs.flatMap((cost) => (isUnknown(cost) ? cost.unknown : [])),
    };
}

/** https://aws.amazon.com/privatelink/pricing/ */
function costOf(region: string, { name, id, kind, interfaces }: Endpoint): Maybe<number> {
    const inZones = (price: (zones: number) => number) => given(interfaces, ({ length }) => price(length));
    return given(kind, (known): Maybe<number> => {
        switch (known) {
            case "Gateway":
                return 0;
            case "Interface":
                return inZones((zones) => monthlyUsd(region, zones));
            case "GatewayLoadBalancer": {
                const { usd } = otherPrice(region, "gatewayLoadBalancerEndpointHour");
                return inZones((zones) => zones * usd * hoursPerMonth);
            }
            default:
                return unknown(`the price of ${name ?? id}, an endpoint of kind ${known}`);
        }
    });
}

/** What each of several Regions costs. */
function byRegion(regions: { region: string; usd: number }[]): string {
    const paid = regions.filter(({ usd }) => usd > 0);
    if (paid.length < 2) return paid.map(({ region }) => ` in ${region}`).join("");
    return ` (${paid.map(({ region, usd }) => `${dollars(usd)} in ${region}`).join(", ")})`;
}

function dollars(usd: number): string {
    return `USD ${usd.toFixed(2)}`;
}
