import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { Shape } from "../../components/args/contract";
import { type OwnedResource, ownedResources } from "../../components/plan/facts/ownedResources";
import type { WorkloadFacts } from "../../components/plan/facts/workloadFacts";
import { workloads } from "../../components/plan/facts/workloads";
import { problemCodes } from "../../components/plan/problemCodes";
import type { Guardrail } from "../../guardrails/guardrail";
import { type GuardrailName, guardrailTable } from "../../guardrails/guardrailTable";
import { commandOf, fileOf } from "../../inventory/calls";
import { dnsCalls, recordsCall } from "../../inventory/readDns";
import { listingCall } from "../../inventory/readInventory";
import { detailCalls } from "../../inventory/readNetworkDetails";
import { taskCalls } from "../../inventory/readTasks";
import { networkKinds } from "../../network/sources/fromInventory";
import { endpointServiceOutputs, privateVpcOutputs } from "../schema/componentOutputs";
import { docComments } from "../schema/docComments";
import { anchorOf, codeOf, headingsOf, inTable } from "./markdownText";
import { optionTable } from "./optionTable";

/** The repository's root. */
export const root = path.join(__dirname, "..", "..");

/** The pages with generated parts. */
export const pages = [
    "README.md",
    ...fs.readdirSync(path.join(root, "docs")).filter((file) => file.endsWith(".md")).sort().map((file) =>
        `docs/${file}`
    ),
];

/** `<!-- options: EndpointArgs, SharedEndpointArgs -->`, the generated lines, `<!-- end -->`. */
const part =
    /^<!-- (options|outputs|workloads|owned resources|plan|file|describe calls|guardrails)(?:: (.*?))? -->\n[^]*?^<!-- end -->$/gm;

/** A page with its generated parts as they should be. */
export function fillParts(page: string): string {
    return readPage(page).replace(part, (_, kind: string, names: string | undefined) => {
        const text = writers[kind]!(names?.split(", ") ?? [], page);
        return `<!-- ${kind}${names === undefined ? "" : `: ${names}`} -->\n${text}\n<!-- end -->`;
    });
}

const writers: { [kind: string]: (names: string[], page: string) => string } = {
    options: (names, page) => `\n${optionTable(names, (name) => linkBetween(page, name))}\n`,
    outputs: (names) => `\n${outputTable(names[0]!)}\n`,
    workloads: () => `\n${workloadTable()}\n`,
    "owned resources": () => `\n${ownedResourceTable()}\n`,
    guardrails: () => `\n${guardrailsTable()}\n`,
    "describe calls": () => fenced(describeCalls()),
    plan: (sections) => fenced(excerptOf(printedPlan(), sections)),
    file: ([file]) => fenced(readPage(file!), { ".py": "python", ".go": "go" }[path.extname(file!)] ?? "yaml"),
};

/** The placeholder of the ID in each command about one part of a network. */
const detailIds: { [detail in keyof typeof detailCalls]: string } = {
    firewallRules: "RULE_GROUP_ID",
    firewallDomains: "DOMAIN_LIST_ID",
    resolverAddresses: "RESOLVER_ENDPOINT_ID",
    prefixListEntries: "PREFIX_LIST_ID",
    transitRoutes: "ROUTE_TABLE_ID",
};

/** The commands that describe an account, one for each list and each VPC and zone. */
function describeCalls(): string {
    const [vpc, zone] = ["VPC_ID", "ZONE_ID"];
    const { support, hostnames, zones } = dnsCalls(vpc, "REGION");
    const details = Object.entries(detailIds).map(([detail, id]) =>
        detailCalls[detail as keyof typeof detailCalls](id)
    );
    const tasks = [
        taskCalls.services("CLUSTER"),
        taskCalls.service("CLUSTER", "SERVICE"),
        taskCalls.definition("FAMILY:REVISION"),
    ];
    const ofVpc = [support, hostnames, zones, recordsCall(zone)];
    const calls = [...networkKinds.map(listingCall), ...ofVpc, ...details, ...tasks];
    const lines = calls.map((call) => `${commandOf(call, "REGION").join(" ")} > answers/${fileOf(call)}`);
    return [...new Set(lines)].join("\n");
}

function readPage(page: string): string {
    return fs.readFileSync(path.join(root, page), "utf8");
}

/** A link to the section with the table of an interface. */
function linkBetween(from: string, name: string): string | undefined {
    for (const page of pages) {
        const lines = readPage(page).split("\n");
        const at = lines.findIndex((line) => line.startsWith(`<!-- options: ${name}`));
        if (at < 0) continue;
        const heading = headingsOf(lines.join("\n")).filter(({ line }) => line < at).at(-1)!;
        const file = page === from ? "" : path.relative(path.dirname(from), page);
        return `[${name}](${file}#${heading.anchor})`;
    }
    return undefined;
}

const outputs: { [component: string]: { [name: string]: Shape } } = {
    EndpointService: endpointServiceOutputs,
    PrivateVpc: privateVpcOutputs,
};

const docs = docComments(path.join(root, "components"));

function outputTable(component: string): string {
    const rows = Object.entries(outputs[component]!).map(([name, { type }]) => {
        const value = { text: "string", list: "list", map: "map", object: "object" }[type as string]!;
        return `| \`${name}\` | ${value} | ${inTable(docs.get(component)!.members[name]!.text)} |`;
    });
    return ["| output | value | description |", "| --- | --- | --- |", ...rows].join("\n");
}

function workloadTable(): string {
    const rows = Object.entries<WorkloadFacts>(workloads).map(([name, { why, source, required, optional }]) =>
        `| \`${name}\` | ${required.map(codeOf).join(", ")} | ${optional.map(codeOf).join(", ") || "-"} | `
        + `${inTable(why)} ([AWS](${source})) |`
    );
    const head = "| workload | required services | optional services | what for |";
    return [head, "| --- | --- | --- | --- |", ...rows].join("\n");
}

function ownedResourceTable(): string {
    const rows = Object.keys(ownedResources).map((id) => {
        const { owner, neededFor, endpoint, source } = ownedResources[id as OwnedResource]!;
        return `| \`${id}\` | ${inTable(owner)} | ${inTable(neededFor)} | \`${endpoint}\` | [source](${source}) |`;
    });
    return ["| ID | owner | what for | endpoint | |", "| --- | --- | --- | --- | --- |", ...rows].join("\n");
}

/** The policies of the guardrails, and the one that reports what they cannot decide. */
function guardrailsTable(): string {
    const names = Object.keys(guardrailTable) as GuardrailName[];
    const rows = names.map((name) => {
        const { enforcementLevel, options, remediation }: Guardrail = guardrailTable[name];
        const remedied = remediation ? ` With level \`remediate\`: ${inTable(remediation.says)}` : "";
        return guardrailRow(name, remedied, enforcementLevel, options.map(codeOf).join(", ") || "-");
    });
    const head = ["| policy | rule | level | configuration |", "| --- | --- | --- | --- |"];
    return [...head, ...rows, guardrailRow("undecided", "", "advisory", "-")].join("\n");
}

function guardrailRow(name: GuardrailName | "undecided", remedied: string, ...cells: string[]): string {
    const code = `guardrails.${name}` as const;
    const { says, source } = problemCodes[code];
    const rule = `${inTable(says)} ([source](${source}))${remedied}`;
    return `| [\`${name}\`](problems.md#${anchorOf(code)}) | ${[rule, ...cells].join(" | ")} |`;
}

let printed: string | undefined;

/** What `npm run plan` prints for the stack dev. */
function printedPlan(): string {
    return printed ??= plan();
}

/** The picture that the README shows. */
export function picture(): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-docs-"));
    try {
        plan("--svg", path.join(folder, "dev.svg"));
        return fs.readFileSync(path.join(folder, "dev.svg"), "utf8");
    } finally {
        fs.rmSync(folder, { recursive: true });
    }
}

function plan(...options: string[]): string {
    const env = { ...process.env, NO_COLOR: "1" };
    const command = ["-r", "ts-node/register", "cli/main.ts", "plan", ...options];
    return execFileSync(process.execPath, command, { cwd: root, env, encoding: "utf8" });
}

/** The title and some sections of a printed plan, by the first word of their headings; all without any. */
function excerptOf(plan: string, headings: string[]): string {
    if (headings.length === 0) return plan;
    const [title, ...sections] = plan.trimEnd().split("\n\n");
    const missing = headings.filter((heading) => !sections.some((section) => section.startsWith(heading)));
    if (missing.length > 0) throw new Error(`the plan has no section ${missing.join(", ")}`);
    const kept = sections.filter((section) => headings.some((heading) => section.startsWith(heading)));
    return [title, ...kept].join("\n\n");
}

function fenced(text: string, language = ""): string {
    return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}
