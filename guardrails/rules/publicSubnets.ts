import { any, isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import type { Subnet } from "../../network/model/vpcModel";
import type { Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import { ifPrivate } from "../privateVpcs";
import type { StackView } from "../stackView";

/** Subnets of private VPCs that have a route to an internet gateway, or assign public addresses. */
export function publicSubnets(view: StackView, settings: Settings): Found {
    const { subnets } = view.network;
    if (isUnknown(subnets)) return [{ undecided: subnets.unknown }];
    return subnets.flatMap((subnet) =>
        ifPrivate(view, settings, subnet.vpc, () => [
            ...found(
                view,
                subnet,
                subnet.mapsPublicAddresses,
                "assigns public addresses at launch",
                "set mapPublicIpOnLaunch to false",
            ),
            ...found(
                view,
                subnet,
                leadsToInternet(view, subnet.routeTable),
                `has a route to an internet gateway, in ${view.label("routeTables", subnet.routeTable)}`,
                "associate the subnet with a route table that has no such route",
            ),
        ])
    );
}

function found(view: StackView, { id, vpc }: Subnet, truth: Truth, what: string, hint: string): Found {
    if (isUnknown(truth)) return [{ undecided: truth.unknown }];
    const message = `${view.label("subnets", id)} of ${view.label("vpcs", vpc)}, which must be private, ${what}`;
    return truth ? [{ urn: view.urnOf(id), message, hint }] : [];
}

/** Whether a route table has a route to an internet gateway, which makes its subnets public. */
export function leadsToInternet({ index }: StackView, routeTable: Subnet["routeTable"]): Truth {
    const table = index.find("routeTables", routeTable);
    if (isUnknown(table)) return table;
    if (isUnknown(table.routes)) return table.routes;
    return any(table.routes.map(({ target }) => (isUnknown(target) ? target : target.kind === "internet gateway")));
}
