import { isUnknown } from "../../components/plan/policies/iam/truth";
import { type Maybe, reasonsIn } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Subnet, TargetKind, Vpc } from "../model/vpcModel";
import { routeWords } from "../reach/routing";
import { type Exit, ExitKind, open } from "./exit";

/** The routes of a VPC's subnets to a kind of target, as paths in words, and what is not known about other routes. */
export function pathsThrough(index: NetworkIndex, vpc: Vpc, kind: TargetKind): { paths: string[]; unknown: string[] } {
    const subnets = index.inVpc("subnets", vpc.id);
    const found = isUnknown(subnets) ? [subnets] : subnets.flatMap((subnet) => pathsFrom(index, subnet, kind));
    return { paths: found.filter((one) => !isUnknown(one)) as string[], unknown: reasonsIn(found) };
}

/** The paths from one subnet, and what is not known about its routes. */
function pathsFrom(index: NetworkIndex, subnet: Subnet, kind: TargetKind): Maybe<string>[] {
    const table = index.find("routeTables", subnet.routeTable);
    const routes = isUnknown(table) ? table : table.routes;
    if (isUnknown(routes)) return [routes];
    return routes.filter(({ blackhole }) => !blackhole).flatMap((route): Maybe<string>[] => {
        if (isUnknown(route.target)) return [route.target];
        if (route.target.kind !== kind) return [];
        const from = index.label("subnets", subnet.id);
        const by = index.label("routeTables", subnet.routeTable);
        return [`${from} -> ${by} -> ${routeWords(index, route)}`];
    });
}

/** What routes can lead to without being attached to the VPC. */
const appliances: TargetKind[] = [
    "network interface of an appliance",
    "Gateway Load Balancer endpoint",
    "core network of AWS Cloud WAN",
    "local gateway",
    "network of Oracle Database@AWS",
    "other target",
];

/** The routes to such targets; nothing is reported of a kind that no route leads to. */
export function applianceExits(index: NetworkIndex, vpc: Vpc): Exit[] {
    const source = "https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html";
    return appliances.flatMap((exit) => {
        const { paths } = pathsThrough(index, vpc, exit);
        if (paths.length === 0) return [];
        return [{ vpc: index.label("vpcs", vpc.id), kind: ExitKind.appliance, exit, source, ...open(...paths) }];
    });
}
