import { all, isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import { given, knownOr, type Maybe, reasonsIn } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { RouteTarget, TargetKind, Vpc } from "../model/vpcModel";
import { routeWords } from "../reach/routing";
import { dnsExits } from "./dnsExits";
import { endpointExits } from "./endpointExits";
import { type Exit, ExitKind, ExitVerdict } from "./exit";

/**
 * Every way out of VPCs: gateways to the internet and to other networks, connections to other VPCs, public addresses,
 * endpoints and DNS. Each is closed with a proof, or open with its shortest path.
 *
 * @param vpcs the IDs of the VPCs; all of them if omitted
 */
export function exitsOf(index: NetworkIndex, vpcs?: string[]): Exit[] {
    const all = knownOr(index.network.vpcs, []).filter(({ id }) => vpcs === undefined || vpcs.includes(id));
    return all.flatMap((vpc) => [
        ...gatewayKinds.map(({ kind, page }) => gatewayExit(index, vpc, kind, page)),
        ...connectionExits(index, vpc),
        publicAddresses(index, vpc),
        ...endpointExits(index, vpc),
        ...dnsExits(index, vpc),
    ]);
}

const guide = "https://docs.aws.amazon.com/vpc/latest/userguide";

/** The gateways that lead out of a VPC. */
const gatewayKinds = [
    { kind: "internet gateway", page: `${guide}/VPC_Internet_Gateway.html` },
    { kind: "NAT gateway", page: `${guide}/vpc-nat-gateway.html` },
    { kind: "egress-only internet gateway", page: `${guide}/egress-only-internet-gateway.html` },
    { kind: "carrier gateway", page: "https://docs.aws.amazon.com/vpc/latest/userguide/Carrier_Gateway.html" },
    { kind: "virtual private gateway", page: "https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html" },
] as const;

/** Whether a gateway of a kind is in use: attached, and the target of a route that a subnet has. */
function gatewayExit(index: NetworkIndex, vpc: Vpc, kind: (typeof gatewayKinds)[number]["kind"], source: string): Exit {
    const gateways = index.inVpc("gateways", vpc.id);
    const exit = { vpc: index.label("vpcs", vpc.id), kind: ExitKind.gateway, exit: kind, source };
    if (isUnknown(gateways)) return { ...exit, verdict: ExitVerdict.unknown, because: [], unknown: gateways.unknown };
    const own = gateways.filter((one) => one.kind === kind);
    const paths = pathsThrough(index, vpc, (target) => target.kind === kind);
    if (own.length === 0 && !isUnknown(paths) && paths.length === 0) {
        return { ...exit, verdict: ExitVerdict.closed, because: [`${exit.vpc} has no ${kind}`], unknown: [] };
    }
    if (isUnknown(paths)) return { ...exit, verdict: ExitVerdict.unknown, because: [], unknown: paths.unknown };
    const names = own.map(({ id }) => index.label("gateways", id)).join(", ") || kind;
    if (paths.length === 0) {
        const because = [`${names} is attached, and no subnet has a route to it`];
        return { ...exit, verdict: ExitVerdict.closed, because, unknown: [] };
    }
    return { ...exit, verdict: ExitVerdict.open, because: paths, unknown: [] };
}

/** The routes of a VPC's subnets to a target, as paths in words, the shortest first. */
export function pathsThrough(index: NetworkIndex, vpc: Vpc, leads: (target: RouteTarget) => boolean): Maybe<string[]> {
    const subnets = index.inVpc("subnets", vpc.id);
    return given(subnets, (own): Maybe<string[]> => {
        const paths: string[] = [];
        const open: Truth[] = [];
        for (const subnet of own) {
            const table = index.find("routeTables", subnet.routeTable);
            const routes = isUnknown(table) ? table : table.routes;
            if (isUnknown(routes)) {
                open.push(routes);
                continue;
            }
            for (const route of routes) {
                if (isUnknown(route.target)) open.push(route.target);
                else if (!route.blackhole && leads(route.target)) {
                    const from = index.label("subnets", subnet.id);
                    const by = index.label("routeTables", subnet.routeTable);
                    paths.push(`${from} -> ${by} -> ${routeWords(index, route)}`);
                }
            }
        }
        const unknown = reasonsIn(open);
        return paths.length === 0 && unknown.length > 0 ? { unknown } : paths;
    });
}

/** Peering connections and transit gateways, which are closed with a proof, and appliances that routes lead to. */
function connectionExits(index: NetworkIndex, vpc: Vpc): Exit[] {
    const peerings = given(
        index.network.peerings,
        (all) => all.filter(({ vpcs }) => vpcs.some((one) => one === vpc.id || isUnknown(one))),
    );
    const attachments = index.inVpc("transitAttachments", vpc.id);
    return [
        connected(index, vpc, "VPC peering connection", peerings, `${guide}/vpc-peering.html`),
        connected(
            index,
            vpc,
            "transit gateway",
            attachments,
            "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
        ),
        ...applianceKinds.flatMap((kind) => routedTo(index, vpc, kind)),
    ];
}

/** A connection to other networks: closed if there is none, or if no subnet has a route to it. */
function connected(
    index: NetworkIndex,
    vpc: Vpc,
    kind: TargetKind,
    own: Maybe<{ id: string }[]>,
    source: string,
): Exit {
    const exit = { vpc: index.label("vpcs", vpc.id), kind: ExitKind.connection, exit: kind, source };
    const paths = pathsThrough(index, vpc, (target) => target.kind === kind);
    if (!isUnknown(paths) && paths.length > 0) {
        return { ...exit, verdict: ExitVerdict.open, because: paths, unknown: [] };
    }
    const truths: Truth[] = [own, paths].map((one) => (isUnknown(one) ? one : true));
    if (all(truths) !== true) return { ...exit, verdict: ExitVerdict.unknown, because: [], unknown: reasonsIn(truths) };
    const ids = (own as { id: string }[]).map(({ id }) => id).join(", ");
    const because = [ids === "" ? `${exit.vpc} has no ${kind}` : `no subnet has a route to ${ids}`];
    return { ...exit, verdict: ExitVerdict.closed, because, unknown: [] };
}

/** What routes can lead to without being attached to the VPC. */
const applianceKinds: TargetKind[] = [
    ...[
        "network interface of an appliance",
        "Gateway Load Balancer endpoint",
        "core network of AWS Cloud WAN",
    ] as const,
    ...["local gateway", "network of Oracle Database@AWS", "other target"] as const,
];

/** The routes to such targets; nothing is reported of a kind that no route leads to. */
function routedTo(index: NetworkIndex, vpc: Vpc, kind: TargetKind): Exit[] {
    const paths = pathsThrough(index, vpc, (target) => target.kind === kind);
    if (isUnknown(paths) || paths.length === 0) return [];
    return [{
        vpc: index.label("vpcs", vpc.id),
        kind: ExitKind.appliance,
        exit: kind,
        verdict: ExitVerdict.open,
        because: paths,
        unknown: [],
        source: `${guide}/route-table-options.html`,
    }];
}

/** Whether something in the VPC has a public IPv4 address, or gets one when it is launched. */
function publicAddresses(index: NetworkIndex, vpc: Vpc): Exit {
    const source = `${guide}/vpc-ip-addressing.html`;
    const exit = { vpc: index.label("vpcs", vpc.id), kind: ExitKind.publicAddress, exit: "public address", source };
    const [subnets, interfaces] = [index.inVpc("subnets", vpc.id), index.inVpc("interfaces", vpc.id)];
    const mapping = given(subnets, (list) => list.filter((one) => one.mapsPublicAddresses === true));
    const having = given(interfaces, (list) => list.filter((one) => one.publicAddress !== undefined));
    const because = [
        ...knownOr(having, []).map(({ id, publicAddress }) => `${index.label("interfaces", id)} has ${publicAddress}`),
        ...knownOr(mapping, []).map(({ id }) => `${index.label("subnets", id)} assigns public addresses at launch`),
    ];
    if (because.length > 0) return { ...exit, verdict: ExitVerdict.open, because, unknown: [] };
    const maps = given(subnets, (list) => list.map((one) => one.mapsPublicAddresses));
    const unknown = reasonsIn([
        ...[mapping, having].map((one): Truth => (isUnknown(one) ? one : true)),
        ...knownOr(maps, []),
    ]);
    if (unknown.length > 0) return { ...exit, verdict: ExitVerdict.unknown, because: [], unknown };
    const proof = [`no network interface of ${exit.vpc} has one, and no subnet assigns one`];
    return { ...exit, verdict: ExitVerdict.closed, because: proof, unknown: [] };
}
