import * as fs from "node:fs";
import * as path from "node:path";
import { parseArgs } from "node:util";

import { EndpointKind } from "../components/plan/facts/endpointKind";
import { partitions } from "../components/plan/facts/partitions";
import { contextOf, lintEndpointPolicy, Severity } from "../components/plan/policies/iam/lint/lintEndpointPolicy";
import type { Problem } from "../components/plan/problem";
import { isService, knownServices } from "../components/plan/services/serviceNames";
import { suggest } from "../components/plan/suggest";
import { carryOut, type Invocation as AnyInvocation } from "./command";
import { findingsReport, type LintedFile } from "./report/findings";
import { sarifReport } from "./report/sarif";
import { screenOf } from "./report/terminal";

/** The environment the command runs in. */
export interface Invocation extends AnyInvocation {
    /** Reads standard input. */
    stdin(): string;
}

const help = `Usage: npm run lint:policies -- [options] FILE...

Checks VPC endpoint policies for what AWS refuses or silently ignores: without AWS account, credentials or network.
A FILE named after a service, e.g. s3.json or ecr.api.json, is checked as its policy; - reads what is piped in.
A placeholder such as <accountId> may stand wherever a value may.

  --service KEY      the service that the policies are for, by AWS's key, e.g. s3 (default: by the file's name)
  --gateway          they are for a gateway endpoint (default: where AWS offers one for the service)
  --interface        they are for an interface endpoint
  --partition NAME   the partition of the endpoints, e.g. aws-us-gov (default: any)
  --strict           a warning counts as an error does
  --json             prints the findings as JSON
  --sarif            prints them as SARIF 2.1.0, for code scanning
  --help             this text

Exit code 0 where there is no error, 1 where there is one or a file cannot be read, 2 where the command is wrong.
`;

interface Options {
    files: string[];
    service?: string;
    kind?: EndpointKind;
    partition?: string;
    strict: boolean;
    json: boolean;
    sarif: boolean;
    help: boolean;
}

function readOptions(args: string[]): Options {
    const { values: { gateway, interface: isInterface, ...values }, positionals: files } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            service: { type: "string" },
            gateway: { type: "boolean", default: false },
            interface: { type: "boolean", default: false },
            partition: { type: "string" },
            strict: { type: "boolean", default: false },
            json: { type: "boolean", default: false },
            sarif: { type: "boolean", default: false },
            help: { type: "boolean", short: "h", default: false },
        },
    });
    if (values.help) return { ...values, files };
    if (files.length === 0) throw new Error("Name a file, or - for what is piped in.");
    if (gateway && isInterface) throw new Error("Give one of --gateway and --interface.");
    if (values.json && values.sarif) throw new Error("Give one of --json and --sarif.");
    if (values.service !== undefined && !isService(values.service)) {
        throw new Error(`There is no service "${values.service}": ${meant(values.service, knownServices)}`);
    }
    if (values.partition !== undefined && !Object.hasOwn(partitions, values.partition)) {
        throw new Error(
            `There is no partition "${values.partition}": ${meant(values.partition, Object.keys(partitions))}`,
        );
    }
    const kind = gateway ? EndpointKind.Gateway : isInterface ? EndpointKind.Interface : undefined;
    return { ...values, files, kind };
}

function meant(written: string, known: string[]): string {
    const hint = suggest(written, known, "use one of");
    return hint.length < 300 ? hint : "use AWS's key, e.g. s3 or ecr.api";
}

function lintFile(file: string, options: Options, run: Invocation): LintedFile | Problem {
    let text: string;
    try {
        text = file === "-" ? run.stdin() : fs.readFileSync(path.resolve(run.folder, file), "utf8");
    } catch (error) {
        return { path: file, ...unreadable(error as NodeJS.ErrnoException) };
    }
    const named = path.basename(file, ".json");
    const service = options.service ?? (isService(named) ? named : undefined);
    const { kind, partition } = options;
    const context = service === undefined ? { kind, partition } : contextOf(service, { kind, partition });
    const findings = lintEndpointPolicy(text, context).sort((a, b) => a.line! - b.line! || a.column! - b.column!);
    return { file, context, findings };
}

function unreadable({ code, message }: NodeJS.ErrnoException): Omit<Problem, "path"> {
    const problem = (text: string, hint: string) => ({ code: "file.not-read", message: text, hint } as const);
    if (code === "ENOENT") return problem("there is no such file", "give a path from the folder you are in");
    if (code === "EISDIR") return problem("it is a folder", "name its files, e.g. policies/*.json");
    return problem(`it cannot be read: ${message}`, "see that it is a file that you may read");
}

function lint(options: Options, run: Invocation): number {
    const results = options.files.map((file) => lintFile(file, options, run));
    const files = results.filter((result): result is LintedFile => "findings" in result);
    const problems = results.filter((result): result is Problem => !("findings" in result));
    if (options.json) {
        run.stdout.write(`${JSON.stringify({ files: files.map(forMachines), problems }, undefined, 2)}\n`);
    } else if (options.sarif) run.stdout.write(sarifReport(files, problems));
    else run.stdout.write(findingsReport(files, problems, screenOf(run.stdout, run.env)));
    const found = files.flatMap(({ findings }) => findings);
    const wrong = found.some(({ severity }) => options.strict || severity === Severity.error);
    return wrong || problems.length > 0 ? 1 : 0;
}

function forMachines({ file, context: { service, kind, partition }, findings }: LintedFile) {
    return { file, service, kind, partition, findings };
}

/** Runs `npm run lint:policies`; returns its exit code. */
export function lintCommand(run: Invocation): number {
    return carryOut({ help, readOptions, main: lint }, run);
}
