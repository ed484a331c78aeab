import * as path from "node:path";

import type { Command } from "commander";

import { isMap } from "../components/plan/isMap";
import { describeProblems, type Problem } from "../components/plan/problem";
import { partsOf } from "../components/plan/urns";
import type { Adoption, AdoptOptions } from "./adopt/adopt";
import { adoptionText, type Written } from "./adopt/adoptionText";
import { checkImportFile } from "./adopt/checkImportFile";
import { readVpc } from "./adopt/readVpc";
import { writeNew } from "./adopt/writeNew";
import { exitCodes, type Invocation, once, type Subcommand, UsageError } from "./command";
import { jsonText } from "./guardedOutput";
import { readYaml } from "./readYaml";
import { readExport } from "./recover/readExport";
import { otherAccount } from "./recover/recover";
import { askAws, askFolder } from "./recover/sources";
import { parseRecord, type StackRecord } from "./recover/stackRecord";
import { stackNameOf } from "./stack";

interface Options {
    name: string;
    stack?: string;
    state?: string;
    aws?: string;
    region?: string;
    out: string;
    force?: boolean;
    endpointsOnly?: boolean;
    ownGroups?: boolean;
    provider?: string;
    check?: string;
    json?: boolean;
}

const details = `
Without --aws, it runs read-only commands of the AWS CLI with your credentials. It changes nothing, in AWS or in the state:
it writes a program and the file for pulumi import into a folder.

Exit codes: 0 success, 1 a problem was found, 2 the command line is wrong.`;

function define(command: Command): Command {
    return command
        .argument("<vpc-id>", "the VPC to adopt, e.g. vpc-0123456789abcdef0")
        .option("--name <name>", "the component's name in the program", once(), "app")
        .option("--stack <name>", "the stack that adopts it (default: the selected one)", once(stackNameOf))
        .option("--state <file>", "the output of pulumi stack export, instead of running it", once())
        .option("--aws <folder>", "the folder with AWS's answers, instead of running the AWS CLI", once())
        .option("--region <name>", "the Region of the VPC; required to run the AWS CLI", once())
        .option("--out <folder>", "the folder for the files", once(), "adopted")
        .option("--force", "overwrite files that exist")
        .option("--endpoints-only", "adopt the endpoints and not the VPC, even if nothing else is in it")
        .option("--own-groups", "let interface endpoints change to the component's security groups")
        .option("--provider <urn>", "the provider that the program passes to the component", once())
        .option("--check <file>", "only compare a file for pulumi import with AWS and the state")
        .option("--json", "print the result as JSON, or {\"problems\": [...]}")
        .addHelpText("after", details);
}

async function run([vpcId]: string[], options: Options, invocation: Invocation): Promise<number> {
    if (options.aws === undefined && options.region === undefined) {
        throw new UsageError("--region is required to run the AWS CLI: --region us-east-1");
    }
    const { folder } = invocation;
    const ask = options.aws === undefined ? askAws(invocation) : askFolder(options.aws, folder);
    const { found, problems: unread } = await readVpc(vpcId!, ask, options.region);
    const { record, problems: noState } = await readState(options, invocation);
    if (!found || !record) return fail([...unread, ...noState], options, invocation);
    const foreign = otherAccount(record, found.inventory);
    if (foreign.length > 0) return fail(foreign, options, invocation);
    const { stack, problems: nameless } = stackOf(record, options, folder);
    if (!stack) return fail(nameless, options, invocation);
    if (options.check !== undefined) {
        const problems = checkImportFile(options.check, folder, found, record, stack);
        if (problems.length > 0) return fail(problems, options, invocation);
        invocation.stdout.write(`${options.check} agrees with AWS and the state.\n`);
        return exitCodes.success;
    }
    // Loading the SDK takes longer than finding what is wrong with the input.
    const { adopt } = require("./adopt/adopt") as typeof import("./adopt/adopt");
    const { adoption, problems } = await adopt(found, record, { ...stack, ...options });
    if (!adoption) return fail(problems, options, invocation);
    return print(adoption, options, invocation);
}

function print(adoption: Adoption, options: Options, invocation: Invocation): number {
    const { stdout, folder } = invocation;
    const files = adoption.entries.length > 0 ? filesOf(adoption, options) : undefined;
    if (files) {
        const problems = writeNew(files.contents, folder, options.force ?? false);
        if (problems.length > 0) return fail(problems, options, invocation);
    }
    const written = files?.written;
    stdout.write(options.json ? jsonText({ ...adoption, written }) : adoptionText(adoption, written));
    return exitCodes.success;
}

function filesOf(adoption: Adoption, { out, provider }: Options) {
    const { configText, programText } = require("./adopt/programText") as typeof import("./adopt/programText");
    const { importFile } = require("./adopt/importFile") as typeof import("./adopt/importFile");
    const { component, stack, region, entries } = adoption;
    const at = (file: string) => path.join(out, file);
    const written: Written = {
        program: at("program.ts"),
        ...(component.type === "PrivateVpc" && component.name === "app" && { config: at(`Pulumi.${stack}.yaml`) }),
        importFile: at("import.json"),
    };
    const contents = [
        { file: written.program, text: programText(component) },
        ...(written.config === undefined ? [] : [{ file: written.config, text: configText(component, region) }]),
        { file: written.importFile, text: jsonText(importFile(entries, provider)) },
    ];
    return { written, contents };
}

/** The state of the stack that adopts the VPC. */
async function readState(
    options: Options,
    invocation: Invocation,
): Promise<{ record?: StackRecord; problems: Problem[] }> {
    const from = options.state === undefined ? options : { state: options.state };
    const { exported, path: where, problems } = await readExport(from, invocation);
    return problems.length > 0 ? { problems } : parseRecord(where, exported);
}

/** The names of the stack and its project: from its state, or if that is empty from the command line and Pulumi.yaml. */
function stackOf(
    { stack, resources }: StackRecord,
    options: Options,
    folder: string,
): { stack?: Pick<AdoptOptions, "stack" | "project">; problems: Problem[] } {
    const [first] = resources;
    if (first && options.stack !== undefined && options.stack !== stack) {
        const message = `the state is of the stack ${stack}`;
        return {
            problems: [{ code: "adopt.no-stack", path: "--stack", message, hint: "name the same stack, or omit it" }],
        };
    }
    if (first) return { stack: { stack, project: partsOf(first.urn).project }, problems: [] };
    if (options.stack === undefined) {
        const message = "the state is empty, so it does not name its stack";
        return { problems: [{ code: "adopt.no-stack", path: "--stack", message, hint: "name it: --stack dev" }] };
    }
    const { value, problems } = readYaml(path.join(folder, "Pulumi.yaml"), "Pulumi.yaml");
    if (problems.length > 0) return { problems };
    const project = isMap(value) ? String(value.name) : "";
    return { stack: { stack: options.stack, project }, problems: [] };
}

function fail(problems: Problem[], { json }: Options, { stdout, stderr }: Invocation): number {
    if (json) stdout.write(jsonText({ problems }));
    else stderr.write(`${describeProblems(problems, "the command", "nothing was written")}\n`);
    return exitCodes.failure;
}

/** `private-vpc adopt`. */
export const adoptCommand: Subcommand<Options> = { define, run };
