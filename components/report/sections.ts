import { DnsFirewallAction } from "../plan/facts/dnsFirewallAction";
import { zonesOf } from "../plan/kinds/endpointKinds";
import type { AccountSettings } from "../plan/network/accountSettings";
import type { PlannedSubnet } from "../plan/network/placeSubnets";
import { accountLines } from "./accountLines";
import { type Changes, compare } from "./changes";
import { changesSection, compared, resourceChanges } from "./comparison";
import { costLines } from "./costLines";
import { dnsSection } from "./dnsSection";
import { endpointSection } from "./endpointSection";
import { perimeterLines } from "./perimeterLines";
import { policyLines } from "./policyLines";
import type { ReportedPlan } from "./reportedPlan";
import { hasContent, type Section } from "./section";
import { adviceLines, notCreatedLines, zoneLines } from "./sentences";
import { tree } from "./tree";
import { byTopic, warningLines } from "./warningLines";
import { subnetBlock } from "./wording";

/** What the report shows in addition to the plan. */
export interface ReportContext {
    /** ESC environments whose values were not read. @default [] */
    environments?: string[];
    /** Answers that the run of the program assumed, each in a sentence. @default [] */
    assumed?: string[];
    /** Settings of the account that decide what others could add to the VPC. @default - unknown, and not reported */
    account?: AccountSettings;
    /** Changes since an earlier plan. @default - those since `before` */
    changes?: Changes;
    /** Whether workloads reach what they need. @default - not shown */
    reachability?: Section;
    /** The earlier plan. What it has in common with this one is collapsed. @default - everything is shown */
    before?: ReportedPlan;
}

/** The report's heading, in one line. */
export function heading(plan: ReportedPlan): string {
    const { stack, region } = plan;
    return [...(stack === undefined ? [] : [stack]), region, rangesOf(plan)].join(" · ");
}

/** The VPC's CIDR blocks, the first one first. */
export function rangesOf({ network: { cidrBlock, ipam, secondaryCidrBlocks = [] } }: ReportedPlan): string {
    return [cidrBlock ?? `/${ipam?.netmaskLength} from IPAM`, ...secondaryCidrBlocks.map((one) => one.cidrBlock)].join(
        ", ",
    );
}

/** What a plan guarantees. */
export function promise({ dnsFirewall }: Pick<ReportedPlan, "dnsFirewall">): string {
    const queries = dnsFirewall?.action === DnsFirewallAction.Block ? "DNS queries for allowed names" : "DNS queries";
    return "No internet gateway, no NAT gateway, no default route: "
        + `the endpoints are the only way out, except for ${queries}.`;
}

const parts: ((plan: ReportedPlan) => Section)[] = [
    networkSection,
    endpointSection,
    (plan) => ({ title: "Not created", lines: notCreatedLines(plan) }),
    (plan) => ({
        title: "Before you deploy",
        lines: [...adviceLines(plan), ...warningLines(byTopic(plan.warnings).others)],
    }),
    dnsSection,
    (plan) => ({ title: "Policies", lines: policyLines(plan) }),
    (plan) => ({ title: "Perimeter", lines: perimeterLines(plan) }),
    (plan) => ({ title: "Cost", lines: costLines(plan), whole: true }),
    (plan) => ({ title: "Zones and throughput", lines: zoneLines(plan), whole: true }),
];

/** The report's sections that are not empty. */
export function sections(
    plan: ReportedPlan,
    { environments = [], assumed = [], account, changes, before, reachability }: ReportContext = {},
): Section[] {
    const made = changes ?? (before && compare(before, plan));
    const base = before && { ...before, perimeter: before.perimeter ?? plan.perimeter };
    const all: Section[] = [
        ...(made ? [changesSection(made)] : []),
        ...parts.map((part) => {
            const section = part(plan);
            return base ? compared(section, earlier(part, base)) : section;
        }),
        ...(reachability ? [reachability] : []),
        { title: "What the account could add", lines: accountLines(account) },
        resourcesSection(plan, before),
        {
            title: "Not read offline",
            lines: environments.map((name) => `ESC environment ${name}: its values are unknown offline`),
        },
        { title: "Assumed", lines: assumed },
    ];
    return all.filter((section) => hasContent(section) || section.unchanged);
}

/** The same section of the earlier plan; a plan of an older release may lack what a section needs. */
function earlier(part: (plan: ReportedPlan) => Section, before: ReportedPlan): Section | undefined {
    try {
        return part(before);
    } catch {
        return undefined;
    }
}

function networkSection({ network: { subnets, secondaryCidrBlocks = [] }, endpoints }: ReportedPlan): Section {
    const row = (
        { zone, cidrBlock, usableAddresses }: PlannedSubnet,
        here: number,
    ) => [
        zone,
        subnetBlock({ cidrBlock, usableAddresses }),
        usableAddresses.toLocaleString("en-US"),
        here === 0 ? "none" : String(here),
    ];
    const rows = [
        ...subnets.map((subnet) =>
            row(subnet, endpoints.filter((endpoint) => zonesOf(endpoint).includes(subnet.zone)).length)
        ),
        // Interface endpoints are in the first range only, so that another range moves none.
        ...secondaryCidrBlocks.flatMap((range) => range.subnets.map((subnet) => row(subnet, 0))),
    ];
    const columns = [
        ...["zone", "subnet"].map((title) => ({ title })),
        ...["usable addresses", "interface endpoints"].map((title) => ({ title, numeric: true })),
    ];
    return { title: "Network", table: { columns, rows }, whole: true };
}

function resourcesSection({ resources = [] }: ReportedPlan, before?: ReportedPlan): Section {
    const section = { title: "Resources", count: resources.length, tree: tree(resources) };
    if (!before?.resources) return section;
    const lines = resourceChanges(before.resources, resources);
    return lines.length === 0 ? { ...section, same: true } : { ...section, lines };
}
