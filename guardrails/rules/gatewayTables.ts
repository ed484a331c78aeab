import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Found } from "../guardrail";
import type { StackView } from "../stackView";
import { leadsToInternet } from "./publicSubnets";

/** Route tables of private subnets that lack a gateway endpoint of their VPC. */
export function gatewayTables(view: StackView): Found {
    const { endpoints } = view.network;
    if (isUnknown(endpoints)) return [{ undecided: endpoints.unknown }];
    return endpoints.filter(({ kind }) => kind === "Gateway").flatMap(({ id, vpc }): Found => {
        if (isUnknown(vpc)) return [{ undecided: vpc.unknown }];
        return privateTables(view, vpc).flatMap((table): Found => {
            if (typeof table !== "string") return [table];
            const found = view.index.find("routeTables", table);
            const routes = isUnknown(found) ? found : found.routes;
            if (isUnknown(routes)) return [{ undecided: routes.unknown }];
            const targets = routes.map(({ target }) => target);
            if (targets.some((target) => !isUnknown(target) && target.id === id)) return [];
            const late = targets.find(isUnknown) as { unknown: string[] } | undefined;
            if (late) return [{ undecided: late.unknown }];
            const [gateway, label] = [view.label("endpoints", id), view.label("routeTables", table)];
            return [{
                urn: view.urnOf(id),
                message: `${label} of a private subnet lacks ${gateway}`,
                hint: `add ${label} to the routeTableIds of ${gateway}`,
            }];
        });
    });
}

/** The route tables of a VPC's subnets, each once, without those that lead to an internet gateway. */
function privateTables(view: StackView, vpc: string): (string | { undecided: string[] })[] {
    const subnets = view.index.inVpc("subnets", vpc);
    if (isUnknown(subnets)) return [{ undecided: subnets.unknown }];
    const tables = new Set<string>();
    const late: { undecided: string[] }[] = [];
    for (const { routeTable } of subnets) {
        const isPublic = leadsToInternet(view, routeTable);
        if (isUnknown(routeTable)) late.push({ undecided: routeTable.unknown });
        else if (isUnknown(isPublic)) late.push({ undecided: isPublic.unknown });
        else if (!isPublic) tables.add(routeTable);
    }
    return [...tables, ...late];
}
