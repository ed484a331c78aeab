import { zonesOf } from "../plan/kinds/endpointKinds";
import { changeRows, type Changes, costChange, interruptions } from "./changes";
import { costLines } from "./costLines";
import { policyLines } from "./policyLines";
import { protectionLines } from "./protection";
import type { ReportedPlan } from "./reportedPlan";
import { adviceLines, dnsLine, endpointRow, endpointTitles, notMadeLines, performanceLines } from "./sentences";
import { tree } from "./tree";
import { byTopic, warningLines } from "./warningLines";

/** A section of the report, the same on a terminal, in Markdown and in HTML. */
export interface Section {
    title: string;
    table?: { titles: string[]; rows: string[][] };
    lines?: string[];
    /** Whether it is a detail that may be collapsed. */
    detail?: boolean;
}

/** What the report shows in addition to the plan. */
export interface ReportContext {
    /** ESC environments whose values were not read. @default [] */
    environments?: string[];
    /** Changes since an earlier plan. @default - no comparison */
    changes?: Changes;
}

/** The report's heading, in one line. */
export function heading({ stack, region, network: { cidrBlock } }: ReportedPlan): string {
    return [...(stack === undefined ? [] : [stack]), region, cidrBlock].join(" · ");
}

/** What every plan guarantees. */
export const promise = "No internet gateway, no NAT gateway, no default route: "
    + "the endpoints are the only way out, except for DNS queries.";

/** The report's sections that are not empty. */
export function sections(plan: ReportedPlan, { environments = [], changes }: ReportContext = {}): Section[] {
    const all: Section[] = [
        ...(changes ? [changed(changes)] : []),
        network(plan),
        endpoints(plan),
        { title: "Not made", lines: notMadeLines(plan) },
        { title: "To mind", lines: [dnsLine, ...adviceLines(plan), ...warningLines(byTopic(plan.warnings).others)] },
        { title: "Policies", lines: policyLines(plan) },
        { title: "Cost", lines: costLines(plan) },
        { title: "Performance", lines: performanceLines(plan) },
        { title: `Resources (${plan.resources?.length})`, lines: tree(plan.resources ?? []), detail: true },
        {
            title: "Not read",
            lines: environments.map((name) => `ESC environment ${name}: what it sets is not known offline`),
        },
    ];
    return all.filter(({ table, lines }) => table !== undefined || (lines ?? []).length > 0);
}

function changed(changes: Changes): Section {
    const rows = changeRows(changes);
    const title = "Changes";
    if (rows.length === 0) {
        return {
            title,
            lines: [
                "Nothing changes in network and endpoints.",
                costChange(changes),
                ...protectionLines(changes.refused),
            ],
        };
    }
    return {
        title,
        table: { titles: ["changed", "what", "before", "after"], rows },
        lines: [costChange(changes), ...interruptions(changes), ...protectionLines(changes.refused)],
    };
}

function network({ network: { subnets }, endpoints: made }: ReportedPlan): Section {
    const rows = subnets.map(({ zone, cidrBlock, usableAddresses }) => {
        const here = made.filter((endpoint) => zonesOf(endpoint).includes(zone)).length;
        return [zone, cidrBlock, usableAddresses.toLocaleString("en-US"), here === 0 ? "none" : String(here)];
    });
    return { title: "Network", table: { titles: ["zone", "subnet", "usable addresses", "interface endpoints"], rows } };
}

function endpoints(plan: ReportedPlan): Section {
    const title = `Endpoints (${plan.endpoints.length})`;
    if (plan.endpoints.length === 0) {
        return { title, lines: ["None: name services or workloads in the stack's config."] };
    }
    return { title, table: { titles: endpointTitles, rows: plan.endpoints.map((one) => endpointRow(one, plan)) } };
}
