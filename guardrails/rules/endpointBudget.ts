import { cents, monthlyUsd } from "../../components/plan/costs/interfaceCost";
import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import type { StackView } from "../stackView";

/** The cost of the endpoints, if it is over the budget. */
export function endpointBudget(view: StackView, { maxMonthlyUsd }: Settings): Found {
    const { endpoints } = view.network;
    if (maxMonthlyUsd === undefined) return [];
    if (isUnknown(endpoints)) return [{ undecided: endpoints.unknown }];
    const costs = endpoints.map(({ kind, interfaces }) => {
        if (isUnknown(kind)) return kind;
        if (kind !== "Interface") return 0;
        return isUnknown(interfaces) ? interfaces : monthlyUsd(view.region, interfaces.length);
    });
    const late = costs.filter(isUnknown);
    const usd = cents(costs.reduce<number>((sum, cost) => sum + (isUnknown(cost) ? 0 : cost as number), 0));
    if (usd > maxMonthlyUsd) {
        const least = late.length > 0 ? "at least " : "";
        return [{
            message: `the VPC endpoints in ${view.region} cost ${least}USD ${usd.toFixed(2)} a month; the limit is USD `
                + maxMonthlyUsd.toFixed(2),
            hint: "remove endpoints that no workload needs, or put them into fewer zones",
        }];
    }
    return late.map(({ unknown }) => ({ undecided: unknown }));
}
