import { parseArgs } from "node:util";

import { regions } from "../components/plan/facts/regions";
import { services } from "../components/plan/facts/services";
import { workloads } from "../components/plan/facts/workloads";
import { describeProblems, type Problem, type ProblemCode } from "../components/plan/problem";
import { findServices, servicesNamed } from "../components/plan/services/find";
import { suggest } from "../components/plan/suggest";
import { carryOut, type Invocation } from "./command";
import { serviceDetails, serviceList } from "./report/serviceReport";
import { screenOf } from "./report/terminal";
import { serviceEntry } from "./serviceEntry";
import { readStack } from "./stack";

const help = `Usage: npm run services -- WORDS [--region REGION | --stack NAME] [--json]

Finds AWS's endpoint services by key, product, or the word of the SDK or of IAM, e.g. efs or step functions,
and tells what is known of them. What is not known is called unknown. FIPS endpoints are found by that word.

  --stack NAME     the stack whose Region names and prices are of (default: dev)
  --region REGION  another Region
  --json           prints all that is known, for machines
  --help           this text

Exit code 0 with services, 1 where none is found or the Region is wrong, 2 where the command is.
`;

interface Options {
    words: string;
    stack: string;
    region?: string;
    json: boolean;
    help: boolean;
}

function readOptions(args: string[]): Options {
    const { values, positionals } = parseArgs({
        args,
        allowPositionals: true,
        options: {
            stack: { type: "string", default: "dev" },
            region: { type: "string" },
            json: { type: "boolean", default: false },
            help: { type: "boolean", short: "h", default: false },
        },
    });
    return { ...values, words: positionals.join(" ") };
}

function main({ words, json, ...options }: Options, { folder, stdout, stderr, env }: Invocation): number {
    if (words.trim() === "") {
        stdout.write(`${howMany()}\n\n${help}`);
        return 0;
    }
    const { region, problems } = regionOf(options, folder);
    if (region === undefined) {
        if (json) stdout.write(`${JSON.stringify({ problems }, undefined, 2)}\n`);
        else stderr.write(`${describeProblems(problems, "the command", "nothing was looked for")}\n`);
        return 1;
    }
    const named = servicesNamed(words);
    const found = named.length > 0 ? named : findServices(words);
    if (json) {
        const entries = found.map((service) => serviceEntry(region, service));
        const key = named.length > 0 ? "services" : "nearest";
        stdout.write(`${JSON.stringify({ words, region, services: [], [key]: entries }, undefined, 2)}\n`);
    } else if (named.length === 0) stderr.write(notFound(words, found));
    else stdout.write(report(named, words, region, screenOf(stdout, env)));
    return named.length > 0 ? 0 : 1;
}

/** Details of the service that was named, or a table of those that match. */
function report(found: string[], words: string, region: string, screen: ReturnType<typeof screenOf>): string {
    const [first, ...others] = found as [string, ...string[]];
    const entries = found.map((service) => serviceEntry(region, service));
    if (others.length === 0) return `${serviceDetails(entries[0]!, screen)}\n`;
    if (first === words.trim().toLowerCase()) {
        return `${serviceDetails(entries[0]!, screen)}\n\nFound by the same word: ${others.join(", ")}\n`;
    }
    return `${serviceList(entries, screen)}\n\nnpm run services -- ${first} tells all that is known of one.\n`;
}

function notFound(words: string, nearest: string[]): string {
    const names = Object.keys(workloads).filter((name) => name.includes(words.trim().toLowerCase()));
    return [
        `No endpoint service of the ${Object.keys(services).length} known is called "${words}".`,
        ...nearest.length > 0 ? [`Of the nearest spelling: ${nearest.map(productOf).join(", ")}`] : [],
        ...names.length > 0 ? [`Workloads of that name: ${names.join(", ")}`] : [],
        "",
    ].join("\n");
}

function productOf(service: string): string {
    return `${service} (${services[service]!.product})`;
}

function howMany(): string {
    const keys = Object.keys(services);
    const fips = keys.filter((key) => key.includes("fips")).length;
    return `${keys.length} endpoint services are known, ${fips} of them FIPS endpoints. Say what to find.`;
}

/** The requested Region, or else the stack's. */
function regionOf({ region, stack: name }: { region?: string; stack: string }, folder: string) {
    const { stack, problems } = region === undefined ? readStack(folder, name) : { problems: [] };
    if (problems.length > 0) return { problems };
    const [path, asked] = region === undefined
        ? [`Pulumi.${name}.yaml: aws:region`, stack?.config["aws:region"]]
        : ["--region", region];
    const problem = (code: ProblemCode, message: string, hint: string): { region?: string; problems: Problem[] } => ({
        problems: [{ code, path, message, hint }],
    });
    if (asked === undefined) return problem("args.not-set", "is not set", "set it, or name a Region with --region");
    if (Object.hasOwn(regions, asked)) return { region: asked, problems: [] };
    const known = suggest(asked, Object.keys(regions), "the Regions this version knows");
    return problem("regions.unknown", `${asked} is not a Region this version knows`, known);
}

/** Runs `npm run services`; returns its exit code. */
export function servicesCommand(run: Invocation): number {
    return carryOut({ help, readOptions, main }, run);
}
