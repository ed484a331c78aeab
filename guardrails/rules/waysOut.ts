import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { TargetKind } from "../../network/model/vpcModel";
import { targetWords } from "../../network/reach/routing";
import type { Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import { ifPrivate } from "../privateVpcs";
import type { StackView } from "../stackView";
import { isOpenBlock } from "./openBlock";

/** Gateways of some kinds in private VPCs. */
export function gatewaysOf(...kinds: TargetKind[]) {
    return (view: StackView, settings: Settings): Found => {
        const { gateways } = view.network;
        if (isUnknown(gateways)) return [{ undecided: gateways.unknown }];
        return gateways.filter(({ kind }) => kinds.includes(kind)).flatMap(({ id, kind, vpc, name }) =>
            ifPrivate(view, settings, vpc, () => [{
                urn: view.urnOf(id),
                message: `${kind} ${name ?? id} is in ${view.label("vpcs", vpc)}, which must be private`,
                hint: `remove ${kind} ${name ?? id} and the routes to it; reach AWS services through VPC endpoints`,
            }])
        );
    };
}

/** Routes to the internet's addresses in private VPCs. */
export function defaultRoutes(view: StackView, settings: Settings): Found {
    const { routeTables } = view.network;
    if (isUnknown(routeTables)) return [{ undecided: routeTables.unknown }];
    return routeTables.flatMap(({ id, vpc, routes }) => {
        if (isUnknown(routes)) return ifPrivate(view, settings, vpc, () => [{ undecided: routes.unknown }]);
        return routes.flatMap((route) => {
            const { destination } = route;
            if (isUnknown(destination)) {
                return ifPrivate(view, settings, vpc, () => [{ undecided: destination.unknown }]);
            }
            if (!("cidr" in destination) || !isOpenBlock(destination.cidr)) return [];
            return ifPrivate(view, settings, vpc, () => {
                const table = view.label("routeTables", id);
                return [{
                    urn: view.urnOf(id),
                    message: `${table} of ${view.label("vpcs", vpc)}, which must be private, has the route `
                        + `${destination.cidr} to ${
                            isUnknown(route.target)
                                ? "a target that is not known"
                                : targetWords(view.index, route.target)
                        }`,
                    hint: `remove the route; workloads reach AWS services through VPC endpoints`,
                }];
            });
        });
    });
}
