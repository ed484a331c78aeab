import type { Plan } from "../../components";
import { type EndpointInZones, isInZones, outsidersOf } from "../../components/plan/kinds/endpointKinds";
import type { PlannedGateway } from "../../components/plan/kinds/gatewayKind";

/** The network as an SVG: zones, subnets, route tables, endpoints of each kind, connections, and DNS queries that leave. */
export async function picture(plan: Plan): Promise<string> {
    // Graphviz is an ES module, which CommonJS can only import dynamically.
    const { Graphviz } = await import("@hpcc-js/wasm-graphviz");
    const svg = (await Graphviz.load()).dot(drawing(plan));
    return svg.slice(svg.indexOf("<svg")).trimEnd();
}

/** The same picture in Graphviz's DOT language. */
export function drawing(plan: Plan): string {
    const { network: { cidrBlock, subnets }, endpoints, region } = plan;
    const interfaces = endpoints.filter(isInZones);
    const gateways = endpoints.filter((endpoint) => "routeTables" in endpoint);
    const outsiders = [...new Set(interfaces.flatMap(outsidersOf))].sort();
    return [
        "digraph network {",
        ...look,
        `subgraph cluster_vpc { label=${text(`VPC ${cidrBlock}`)}; style="rounded"; color="#8c4fff";`,
        ...subnets.map(({ zone, cidrBlock: range }) => zoneBox(zone, range, interfaces)),
        "}",
        ...gateways.map(gatewayNode),
        ...(interfaces.length > 0 ? [servicesNode(interfaces, region)] : []),
        ...outsiders.map((range) => node(`from ${range}`, `outside the VPC\n${range}`, "#f2f3f3")),
        node(
            "internet",
            "the internet:\nno route leads there,\nDNS queries do",
            "#ffffff",
            `style="dashed,rounded", fontcolor="#687078"`,
        ),
        inOrder(subnets.map(({ zone }) => `subnet ${zone}`)),
        ...subnets.flatMap(({ zone }) => ways(zone, gateways, interfaces)),
        ...outsiders.flatMap((range) => waysIn(range, interfaces)),
        "}",
    ].join("\n");
}

const look = [
    `graph [rankdir=LR, newrank=true, labeljust=l, ranksep=1.1, nodesep=0.25, fontname="sans-serif", fontsize=12, bgcolor="transparent"];`,
    `node [shape=box, style="rounded,filled", fontname="sans-serif", fontsize=11, color="#545b64", margin="0.15,0.08"];`,
    `edge [color="#545b64", fontname="sans-serif", fontsize=10, arrowsize=0.7];`,
];

function zoneBox(zone: string, range: string, interfaces: EndpointInZones[]): string {
    const here = interfaces.filter(({ zones }) => zones.includes(zone));
    const label = `interface endpoints\n${here.map(({ service }) => service).join("\n")}`;
    return [
        `subgraph ${text(`cluster_${zone}`)} { label=${text(zone)}; style="rounded,dashed"; color="#147eba";`,
        node(`subnet ${zone}`, `isolated subnet\n${range}`, "#e6f2f8"),
        node(`table ${zone}`, "route table", "#ffffff"),
        ...(here.length > 0 ? [node(`interfaces ${zone}`, label, "#fbe9d7")] : []),
        "}",
    ].join("\n");
}

function gatewayNode({ name, service }: PlannedGateway): string {
    return node(name, `${service}\ngateway endpoint, free`, "#e5f2dd");
}

function servicesNode(interfaces: EndpointInZones[], region: string): string {
    return node("services", `${interfaces.length} AWS services\nin ${region}, by PrivateLink`, "#fbe9d7");
}

/** Connections of a zone's workloads: to gateways by the route table, to interfaces by an address in theirs or another zone. */
function ways(zone: string, gateways: PlannedGateway[], interfaces: EndpointInZones[]): string[] {
    const here = interfaces.filter(({ zones }) => zones.includes(zone));
    const elsewhere = interfaces.filter(({ zones }) => !zones.includes(zone)).flatMap(({ zones }) => zones);
    return [
        edge(`subnet ${zone}`, `table ${zone}`),
        ...gateways.map(({ name }) => edge(`table ${zone}`, name, `color="#3f8624"`)),
        ...(here.length > 0
            ? [edge(`subnet ${zone}`, `interfaces ${zone}`), edge(`interfaces ${zone}`, "services")]
            : []),
        ...[...new Set(elsewhere)].map((other) =>
            edge(`subnet ${zone}`, `interfaces ${other}`, `style=dashed, headlabel="a zone away", labeldistance=6`)
        ),
    ];
}

function waysIn(range: string, interfaces: EndpointInZones[]): string[] {
    const reached = interfaces.filter((endpoint) => outsidersOf(endpoint).includes(range));
    const zones = [...new Set(reached.flatMap((endpoint) => endpoint.zones))].sort();
    const label = reached.map(({ service }) => service).join(", ");
    // Edges are drawn backwards, so that callers from outside the VPC are on the right.
    return zones.map((zone) => edge(`interfaces ${zone}`, `from ${range}`, `dir=back, label=${text(label)}`));
}

/** Keeps nodes stacked vertically in the given order. */
function inOrder(nodes: string[]): string {
    return `{ rank=same; ${nodes.map(text).join(" -> ")} [style=invis]; }`;
}

function node(name: string, label: string, fill: string, more = ""): string {
    return `${text(name)} [label=${text(label)}, fillcolor="${fill}"${more && `, ${more}`}];`;
}

function edge(from: string, to: string, more = ""): string {
    return `${text(from)} -> ${text(to)} [${more}];`;
}

function text(value: string): string {
    return JSON.stringify(value);
}
