import { type Command, InvalidArgumentError } from "commander";

import type { Plan } from "../components";
import type { Problem } from "../components/plan/problem";
import type { StackResource } from "../network/sources/stackResources";
import { type Invocation, once } from "./command";
import { type ProgramFailure, programName, type ProgramRun } from "./runStack";
import { defaultStack, readStack, type Stack, stackNameOf } from "./stack";
import { readStackReferences } from "./stackReferences";

/** The options that name a stack and the `PrivateVpc` in it. */
export interface StackOptions {
    stack?: string;
    vpc?: string;
    stackReferences?: string;
    timeout: number;
}

/** Declares the options that name a stack. */
export function withStackOptions(command: Command): Command {
    return command
        .option(
            "--stack <name>",
            "the stack Pulumi.<name>.yaml (default: the only stack file, or dev)",
            once(stackNameOf),
        )
        .option("--vpc <name>", "the PrivateVpc to show, if the program creates several", once())
        .option(
            "--stack-references <file>",
            "outputs of other stacks, as YAML or JSON: {organization/project/stack: {output: value}}",
            once(),
        )
        .option("--timeout <seconds>", "end a program that takes longer", seconds, 120);
}

function seconds(value: string): number {
    const number = Number(value);
    if (!(number > 0 && number <= 86_400)) throw new InvalidArgumentError("Give a number of seconds.");
    return number;
}

/** The plan of a stack, with what was not read and what was assumed. */
export interface PlannedStack {
    plan: Plan;
    environments: string[];
    assumed: string[];
    /** The resources of a program that creates workloads. @default [] */
    resources?: StackResource[];
}

/**
 * Runs the program of a stack, and returns the plan of its `PrivateVpc`, or why there is none.
 *
 * @param more problems of other files, which are reported together with the stack's
 */
export async function planStack(
    options: StackOptions,
    { folder, runStack }: Pick<Invocation, "folder" | "runStack">,
    more: Problem[] = [],
): Promise<PlannedStack | ProgramFailure & { where: string }> {
    const name = options.stack ?? defaultStack(folder);
    const where = `stack ${name}`;
    const { stack, problems } = readStack(folder, name);
    const language = stack ? otherLanguage(stack) : [];
    const references = readStackReferences(options.stackReferences, folder);
    const wrong = [...problems, ...language, ...references.problems, ...more];
    if (!stack || wrong.length > 0) return { problems: wrong, where };

    const ran = await runStack({ stack, stackReferences: references.outputs }, options.timeout);
    if ("problems" in ran) return { ...ran, where: described(stack) };
    const chosen = choose(ran, options.vpc, stack);
    if ("problem" in chosen) return { problems: [chosen.problem], where };
    const { plan } = chosen;
    const assumed = [...ran.assumed, ...assumedRegion(stack, plan)];
    return { plan, environments: stack.environments, assumed, resources: ran.resources };
}

/** The stack, and its file if that has no settings. */
function described({ name, hasSettings }: Stack): string {
    return hasSettings ? `stack ${name}` : `stack ${name}, whose Pulumi.${name}.yaml has no settings`;
}

function otherLanguage({ runtime }: Stack): Problem[] {
    if (runtime === "nodejs") return [];
    return [{
        code: "stack.other-language",
        path: "Pulumi.yaml: runtime",
        message: runtime === ""
            ? "the runtime is not set"
            : `the program runs on ${runtime}, and only Node.js programs can be planned offline`,
        hint: runtime === "" ? "write runtime: nodejs" : "run pulumi preview, which asks AWS",
    }];
}

/** The plan to show, or why there is none. */
function choose(
    { plans, vpcEndpoints }: ProgramRun,
    name: string | undefined,
    stack: Stack,
): { plan: Plan } | { problem: Problem } {
    const named = plans.filter((one) => name === undefined || one.name === name);
    if (named.length === 1) return named[0]!;
    const problem = (message: string, hint: string) => ({
        problem: { code: "stack.several-vpcs", path: programName(stack), message, hint } as const,
    });
    const names = plans.map((one) => one.name).join(", ");
    if (named.length > 1) {
        return problem(`the program creates ${plans.length} PrivateVpcs: ${names}`, "choose one of them: --vpc NAME");
    }
    if (plans.length > 0) return problem(`the program creates no PrivateVpc named ${name}`, `choose one of: ${names}`);
    if (vpcEndpoints.length === 0) {
        return problem(
            "the program creates no PrivateVpc",
            `create one: new PrivateVpc("app", …), imported from private-vpc`,
        );
    }
    const message = `the program creates VpcEndpoints (${
        vpcEndpoints.join(", ")
    }) and no PrivateVpc, the only component that has a report`;
    return problem(message, "plan them in the program, with planVpcEndpoints, or preview them: pulumi preview");
}

/** The Region that another program's plan takes from its Availability Zones. This project's program warns of it. */
function assumedRegion({ name, config }: Stack, { region, warnings }: Plan): string[] {
    if (config["aws:region"] || warnings.some(({ code }) => code === "regions.not-set")) return [];
    return [
        `aws:region is not set in Pulumi.${name}.yaml: the Region is that of the Availability Zones, ${region}, and a deployment uses AWS_REGION or the AWS profile`,
    ];
}
