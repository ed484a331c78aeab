import { type Command, Option } from "commander";

import { regions } from "../components/plan/facts/regions";
import { services } from "../components/plan/facts/services";
import { workloads } from "../components/plan/facts/workloads";
import { plainText } from "../components/plan/plainText";
import { describeProblems, type Problem } from "../components/plan/problem";
import { findServices, servicesNamed } from "../components/plan/services/find";
import { suggest } from "../components/plan/suggest";
import { exitCodes, type Invocation, once, type Subcommand, UsageError } from "./command";
import { jsonText } from "./guardedOutput";
import { serviceDetails, serviceList } from "./report/serviceReport";
import { screenOf } from "./report/terminal";
import { serviceEntry } from "./serviceEntry";
import { defaultStack, readStack, stackNameOf } from "./stack";

interface Options {
    stack?: string;
    region?: string;
    json?: boolean;
}

const details = `
WORDS are a service key, a product name, an SDK name or an IAM prefix, e.g. efs or step functions. Add fips to find FIPS
endpoints. Several matches print as a table; one match prints every known fact with its source. Facts that are not known
are printed as unknown.

Exit codes: 0 found, 1 nothing found or the Region is unknown, 2 the command line is wrong.`;

function define(command: Command): Command {
    return command
        .argument("[words...]", "what to find")
        .addOption(
            new Option("--region <region>", "show names and prices of this Region").argParser(once()).conflicts(
                "stack",
            ),
        )
        .option(
            "--stack <name>",
            "show those of the Region of Pulumi.<name>.yaml (default: the only stack file, or dev)",
            once(stackNameOf),
        )
        .option("--json", "print everything as JSON")
        .addHelpText("after", details);
}

function run(given: string[], { json, ...options }: Options, { folder, stdout, stderr, env }: Invocation): number {
    const words = given.join(" ");
    if (words.trim() === "") throw new UsageError(`name what to find. ${howMany()}`);
    const { region, problems } = regionOf(options, folder);
    if (region === undefined) {
        if (json) stdout.write(jsonText({ problems }));
        else stderr.write(`${describeProblems(problems, "the command", "nothing was searched")}\n`);
        return exitCodes.failure;
    }
    const named = servicesNamed(words);
    const found = named.length > 0 ? named : findServices(words);
    if (json) {
        const entries = found.map((service) => serviceEntry(region, service));
        const key = named.length > 0 ? "services" : "nearest";
        stdout.write(jsonText({ words, region, services: [], [key]: entries }));
    } else if (named.length === 0) stderr.write(notFound(words, found));
    else stdout.write(report(named, words, region, screenOf(stdout, env)));
    return named.length > 0 ? exitCodes.success : exitCodes.failure;
}

/** Details of the service that was named, or a table of those that match. */
function report(found: string[], words: string, region: string, screen: ReturnType<typeof screenOf>): string {
    const [first, ...others] = found as [string, ...string[]];
    const entries = found.map((service) => serviceEntry(region, service));
    if (others.length === 0) return `${serviceDetails(entries[0]!, screen)}\n`;
    if (first === words.trim().toLowerCase()) {
        return `${serviceDetails(entries[0]!, screen)}\n\nOther matches: ${others.join(", ")}\n`;
    }
    return `${serviceList(entries, screen)}\n\nEvery fact about one of them: private-vpc services ${first}\n`;
}

function notFound(words: string, nearest: string[]): string {
    const names = Object.keys(workloads).filter((name) => name.includes(words.trim().toLowerCase()));
    return [
        `None of the ${Object.keys(services).length} endpoint services matches "${plainText(words)}".`,
        ...nearest.length > 0 ? [`Similar names: ${nearest.map(productOf).join(", ")}`] : [],
        ...names.length > 0 ? [`Workloads with that name: ${names.join(", ")}`] : [],
        "",
    ].join("\n");
}

function productOf(service: string): string {
    return `${service} (${services[service]!.product})`;
}

function howMany(): string {
    const keys = Object.keys(services);
    const fips = keys.filter((key) => key.includes("fips")).length;
    return `The catalogue has ${keys.length} endpoint services, ${fips} of them FIPS endpoints.`;
}

/** The requested Region, or else the stack's. */
function regionOf({ region, stack: given }: Options, folder: string): { region?: string; problems: Problem[] } {
    if (region !== undefined) return checked("--region", region);
    const name = given ?? defaultStack(folder);
    const { stack, problems } = readStack(folder, name);
    if (!stack) {
        return {
            problems: problems.map((one) => ({ ...one, hint: `${one.hint}; or name a Region: --region us-east-1` })),
        };
    }
    const path = `Pulumi.${name}.yaml: aws:region`;
    const set = stack.config["aws:region"];
    if (set !== undefined) return checked(path, set);
    const hint = "set it, or name a Region: --region us-east-1";
    return { problems: [{ code: "args.not-set", path, message: "is not set", hint }] };
}

function checked(path: string, region: string): { region?: string; problems: Problem[] } {
    if (Object.hasOwn(regions, region)) return { region, problems: [] };
    const hint = suggest(region, Object.keys(regions), "the Regions in the catalogue are");
    return { problems: [{ code: "regions.unknown", path, message: `${region} is not in the catalogue`, hint }] };
}

/** `private-vpc services`. */
export const servicesCommand: Subcommand<Options> = { define, run };
