import colours from "picocolors";

import {
    type EndpointContext,
    type Finding,
    Severity,
} from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { mostListed, type Problem } from "../../components/plan/problem";
import { plain, type Screen } from "./terminal";

/** A policy file and its findings. */
export interface LintedFile {
    /** As named by the caller; `-` for standard input. */
    file: string;
    context: EndpointContext;
    findings: Finding[];
}

/** The findings as text for a terminal. */
export function findingsReport(files: LintedFile[], problems: Problem[], { colour }: Screen): string {
    const paint = colours.createColors(colour);
    const paints = { error: paint.red, warning: paint.yellow, note: paint.cyan };
    const weight = (severity: Severity) => paints[severity](severity);
    const entry = ({ code, severity, path, message, hint, line, column }: Finding) =>
        [
            `  ${line}:${column}  ${weight(severity)}  ${paint.dim(code)}  ${plain(path)}`.trimEnd(),
            `    ${plain(message)}`,
            `    → ${plain(hint)}`,
        ].join("\n");
    const found = files.filter(({ findings }) => findings.length > 0)
        .map((file) =>
            [paint.bold(heading(file)), ...file.findings.slice(0, mostListed).map(entry), ...rest(file)].join("\n\n")
        );
    const unread = problems.map(({ code, path, message, hint }) =>
        [paint.bold(plain(path)), `  ${plain(message)} ${paint.dim(`[${code}]`)}`, `  → ${plain(hint)}`].join("\n")
    );
    return `${[...found, ...unread, summary(files, problems)].join("\n\n")}\n`;
}

function heading({ file, context: { service, kind } }: LintedFile): string {
    const name = file === "-" ? "standard input" : plain(file);
    if (service === undefined) return `${name} (pass --service for more checks)`;
    return `${name} (${[service, kind].join(", ")})`;
}

function rest({ findings: { length } }: LintedFile): string[] {
    return length > mostListed ? [`  and ${length - mostListed} more; --json prints all`] : [];
}

function summary(files: LintedFile[], problems: Problem[]): string {
    const findings = files.flatMap((file) => file.findings);
    const counted = Object.values(Severity)
        .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
        .filter(({ count }) => count > 0)
        .map(({ severity, count }) => plural(count, severity));
    if (problems.length > 0) counted.push(`${plural(problems.length, "file")} not read`);
    return `${plural(files.length, "policy", "policies")} checked: ${
        counted.length > 0 ? counted.join(", ") : "no findings"
    }`;
}

function plural(count: number, one: string, many = `${one}s`): string {
    return `${count} ${count === 1 ? one : many}`;
}
