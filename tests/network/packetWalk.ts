/**
 * A second, naive implementation of how one packet and its answer travel, for comparing with the model's. It shares no code
 * with it: single addresses as numbers, single ports, and lists that are scanned from the start.
 */

/** A network for walking packets: everything in it is known. */
export interface PlainNetwork {
    vpcs: { id: string; cidr: string }[];
    subnets: { id: string; vpc: string; cidr: string; zone: string; table: string; acl: string }[];
    tables: { id: string; routes: { cidr: string; to: string }[] }[];
    acls: {
        id: string;
        entries: { number: number; egress: boolean; allow: boolean; cidr: string; from: number; to: number }[];
    }[];
    groups: { id: string; rules: { egress: boolean; from: number; to: number; cidr?: string; group?: string }[] }[];
    /** Servers listen in their subnet; the client is anything in a subnet. */
    servers: { id: string; subnet: string; address: string; groups: string[] }[];
    peerings: { id: string; vpcs: [string, string]; active: boolean }[];
    /** One transit gateway, `tgw`: each VPC has an attachment in some zones, which may be associated with a route table. */
    transit: {
        attachments: { id: string; vpc: string; subnets: string[]; table?: string }[];
        /** Routes to an attachment or `blackhole`, and the attachments that propagate the CIDR block of their VPC. */
        tables: { id: string; routes: { cidr: string; to: string }[]; propagated: string[] }[];
    };
}

/** One connection attempt. */
export interface Attempt {
    subnet: string;
    groups: string[];
    source: string;
    sourcePort: number;
    server: string;
    port: number;
    /** Whether the transit gateway supports security group references in inbound rules. */
    keepsGroups: boolean;
}

const number = (address: string) => address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);

function isIn(address: string, cidr: string): boolean {
    const [base = "", bits = "32"] = cidr.split("/");
    const size = 2 ** (32 - Number(bits));
    return Math.floor(number(address) / size) === Math.floor(number(base) / size);
}

/** Whether a packet arrives and its answer comes back. */
export function arrives(network: PlainNetwork, attempt: Attempt): boolean {
    const subnet = network.subnets.find(({ id }) => id === attempt.subnet)!;
    const server = network.servers.find(({ id }) => id === attempt.server)!;
    const there = network.subnets.find(({ id }) => id === server.subnet)!;
    const isForwarded = routeFor(network, subnet, server.address)?.to === "tgw";
    const seen = isForwarded ? [] : server.groups;
    const shown = isForwarded && !attempt.keepsGroups ? [] : attempt.groups;
    if (!groupsAllow(network, attempt.groups, true, server.address, seen, attempt.port)) return false;
    if (!routed(network, subnet, server.address, there.vpc)) return false;
    if (!groupsAllow(network, server.groups, false, attempt.source, shown, attempt.port)) return false;
    if (subnet.id === there.id) return true;
    return aclAllows(network, subnet.acl, true, server.address, attempt.port)
        && aclAllows(network, there.acl, false, attempt.source, attempt.port)
        && routed(network, there, attempt.source, subnet.vpc)
        && aclAllows(network, there.acl, true, attempt.source, attempt.sourcePort)
        && aclAllows(network, subnet.acl, false, server.address, attempt.sourcePort);
}

type Route = { cidr: string; to: string };

/** The route of a subnet for an address; at equal length the local route goes first. */
function routeFor(network: PlainNetwork, from: PlainNetwork["subnets"][number], address: string): Route | undefined {
    return longest(network.tables.find(({ id }) => id === from.table)!.routes, address, ({ to }) => to === "local");
}

function longest(routes: Route[], address: string, first: (route: Route) => boolean): Route | undefined {
    let best: Route | undefined;
    for (const route of routes) {
        if (!isIn(address, route.cidr)) continue;
        const [length, most] = [route, best].map((one) => Number(one?.cidr.split("/")[1] ?? -1));
        if (length! > most! || (length === most && first(route) && !first(best!))) best = route;
    }
    return best;
}

/** Whether the route table of a subnet leads to an address in a VPC. */
function routed(network: PlainNetwork, from: PlainNetwork["subnets"][number], address: string, vpc: string): boolean {
    const best = routeFor(network, from, address);
    if (!best) return false;
    if (best.to === "local") return vpc === from.vpc;
    if (best.to === "tgw") return vpc === pastTransit(network, from, address);
    const peering = network.peerings.find(({ id }) => id === best.to)!;
    if (!peering.active || !peering.vpcs.includes(from.vpc)) return false;
    return vpc === peering.vpcs.find((one) => one !== from.vpc);
}

/**
 * The VPC that the transit gateway sends packets of a subnet to, if it is present in the subnet's zone; static routes go
 * before propagated ones of the same length.
 */
function pastTransit(
    { vpcs, subnets, transit }: PlainNetwork,
    { vpc: from, zone }: PlainNetwork["subnets"][number],
    address: string,
): string | undefined {
    const own = transit.attachments.find(({ vpc }) => vpc === from)!;
    if (!own.subnets.some((id) => subnets.find((one) => one.id === id)!.zone === zone)) return undefined;
    const table = transit.tables.find(({ id }) => id === own.table);
    if (!table) return undefined;
    const propagated = table.propagated.map((to) => {
        const { vpc } = transit.attachments.find(({ id }) => id === to)!;
        return { cidr: vpcs.find(({ id }) => id === vpc)!.cidr, to };
    });
    const best = longest([...table.routes, ...propagated], address, (route) => table.routes.includes(route));
    return transit.attachments.find(({ id }) => id === best?.to)?.vpc;
}

function groupsAllow(
    network: PlainNetwork,
    own: string[],
    egress: boolean,
    peer: string,
    peerGroups: string[],
    port: number,
): boolean {
    for (const id of own) {
        for (const rule of network.groups.find((one) => one.id === id)!.rules) {
            if (rule.egress !== egress || port < rule.from || port > rule.to) continue;
            if (rule.cidr !== undefined && isIn(peer, rule.cidr)) return true;
            if (rule.group !== undefined && peerGroups.includes(rule.group)) return true;
        }
    }
    return false;
}

function aclAllows(network: PlainNetwork, id: string, egress: boolean, remote: string, port: number): boolean {
    let first: { number: number; allow: boolean } | undefined;
    for (const entry of network.acls.find((one) => one.id === id)!.entries) {
        if (entry.egress !== egress || port < entry.from || port > entry.to || !isIn(remote, entry.cidr)) continue;
        if (!first || entry.number < first.number) first = entry;
    }
    return first?.allow ?? false;
}
