import * as path from "node:path";

import { type Command, Option } from "commander";

import { policyMegabytes } from "../components/config/guardedFile";
import { EndpointKind } from "../components/plan/facts/endpointKind";
import { partitions } from "../components/plan/facts/partitions";
import { contextOf, lintEndpointPolicy, Severity } from "../components/plan/policies/iam/lint/lintEndpointPolicy";
import type { Problem } from "../components/plan/problem";
import { factsOf, isService } from "../components/plan/services/serviceNames";
import { exitCodes, type Invocation, once, type Subcommand, UsageError } from "./command";
import { jsonText } from "./guardedOutput";
import { readNamed } from "./namedFile";
import { findingsReport, type LintedFile } from "./report/findings";
import { sarifReport } from "./report/sarif";
import { screenOf } from "./report/terminal";
import { meant, withService } from "./serviceOption";

interface Options {
    service?: string;
    gateway?: boolean;
    interface?: boolean;
    partition?: string;
    strict?: boolean;
    json?: boolean;
    sarif?: boolean;
}

const details = `
A file named after a service, e.g. s3.json or ecr.api.json, is checked as the policy of its endpoint. - reads standard
input. A value can be a placeholder such as <accountId>.

Exit codes: 0 no error, 1 an error was found or a file cannot be read, 2 the command line is wrong.`;

function define(command: Command): Command {
    return withService(command.argument("<files...>", "policies as JSON, or - for standard input"))
        .addOption(
            new Option(
                "--gateway",
                "check as the policy of a gateway endpoint (default: if AWS offers one for the service)",
            ).conflicts("interface"),
        )
        .option("--interface", "check as the policy of an interface endpoint")
        .option(
            "--partition <name>",
            "the partition of the endpoint, e.g. aws-us-gov (default: any)",
            once(partitionNamed),
        )
        .option("--strict", "treat warnings as errors")
        .addOption(new Option("--json", "print the findings as JSON").conflicts("sarif"))
        .option("--sarif", "print them as SARIF 2.1.0, for code scanning")
        .addHelpText("after", details);
}

function partitionNamed(name: string): string {
    if (Object.hasOwn(partitions, name)) return name;
    throw new Error(`There is no partition ${name}: ${meant(name, Object.keys(partitions))}`);
}

/** The kind of endpoint that the options name. */
function kindOf({ gateway, interface: isInterface, service }: Options): EndpointKind | undefined {
    const kind = gateway ? EndpointKind.Gateway : isInterface ? EndpointKind.Interface : undefined;
    const offered = service === undefined ? undefined : factsOf(service).kinds;
    if (kind && offered && !offered.includes(kind)) {
        throw new UsageError(
            `AWS offers no ${kind.toLowerCase()} endpoint for ${service}, only: ${offered.join(", ")}`,
        );
    }
    return kind;
}

function lintFile(
    file: string,
    options: Options,
    kind: EndpointKind | undefined,
    run: Invocation,
): LintedFile | Problem {
    const missing = "give a path relative to the current folder";
    const read = readNamed({ file, as: file, megabytes: policyMegabytes, missing }, run);
    if ("problem" in read) return read.problem;
    const named = path.basename(file, ".json");
    const service = options.service ?? (isService(named) ? named : undefined);
    const { partition } = options;
    const context = service === undefined ? { kind, partition } : contextOf(service, { kind, partition });
    const findings = lintEndpointPolicy(read.text, context).sort((a, b) => a.line! - b.line! || a.column! - b.column!);
    return { file, context, findings };
}

function run(given: string[], options: Options, invocation: Invocation): number {
    const kind = kindOf(options);
    const results = [...new Set(given)].map((file) => lintFile(file, options, kind, invocation));
    const files = results.filter((result): result is LintedFile => "findings" in result);
    const problems = results.filter((result): result is Problem => !("findings" in result));
    const { stdout, env } = invocation;
    if (options.json) {
        stdout.write(jsonText({ files: files.map(forMachines), problems }));
    } else if (options.sarif) stdout.write(sarifReport(files, problems));
    else stdout.write(findingsReport(files, problems, screenOf(stdout, env)));
    const found = files.flatMap(({ findings }) => findings);
    const failing: Severity[] = options.strict ? [Severity.error, Severity.warning] : [Severity.error];
    const wrong = found.some(({ severity }) => failing.includes(severity));
    return wrong || problems.length > 0 ? exitCodes.failure : exitCodes.success;
}

function forMachines({ file, context: { service, kind, partition }, findings }: LintedFile) {
    return { file, service, kind, partition, findings };
}

/** `private-vpc lint`. */
export const lintCommand: Subcommand<Options> = { define, run };
