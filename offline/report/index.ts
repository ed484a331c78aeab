import colours from "picocolors";

import type { Plan } from "../../components";
import { EndpointKind } from "../../components/plan/kinds";
import { costLines, endpointRow, endpointTitles, notMadeLines, performanceLines } from "./sentences";
import { table } from "./table";
import { tree } from "./tree";

/** A plan as a person reads it, in colour on a terminal. */
export function report(plan: Plan, environments: string[] = []): string {
    const sections = [
        heading(plan),
        section("Network", network(plan)),
        section(`Endpoints (${plan.endpoints.length})`, endpoints(plan)),
        section("Not made", notMadeLines(plan)),
        section("Cost", costLines(plan)),
        section("Performance", performanceLines(plan)),
        section(`Resources (${plan.resources.length})`, tree(plan.resources)),
        section("Not read", environments.map((name) => `ESC environment ${name}: what it sets is not known offline`)),
    ];
    return `${sections.filter((text) => text !== "").join("\n\n")}\n`;
}

function heading({ stack, region, network: { cidrBlock } }: Plan): string {
    const facts = `${stack} · ${region} · ${cidrBlock}`;
    return `${
        colours.bold(facts)
    }\nNo internet gateway, no NAT gateway, no default route: the endpoints are the only way out.`;
}

function section(title: string, lines: string[]): string {
    if (lines.length === 0) return "";
    return [colours.bold(colours.cyan(title)), ...lines.map((line) => `  ${line}`.trimEnd())].join("\n");
}

function network({ network: { subnets }, endpoints: made }: Plan): string[] {
    const rows = subnets.map(({ zone, cidrBlock, usableAddresses }) => {
        const here = made.filter((endpoint) => endpoint.zones.includes(zone)).length;
        return [zone, cidrBlock, usableAddresses.toLocaleString("en-US"), here === 0 ? "none" : String(here)];
    });
    return table(["zone", "subnet", "usable addresses", "interface endpoints"], rows);
}

function endpoints(plan: Plan): string[] {
    if (plan.endpoints.length === 0) return ["none: name services or workloads in the stack's config"];
    const paint = (kind: string) => (kind === EndpointKind.Gateway ? colours.green(kind) : kind);
    const rows = plan.endpoints.map((endpoint) => endpointRow(endpoint, plan));
    return table(endpointTitles, rows.map(([service, kind, ...rest]) => [service!, paint(kind!), ...rest]));
}
