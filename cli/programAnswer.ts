import * as pulumi from "@pulumi/pulumi";

import type { Plan } from "../components";
import type { Quotas } from "../components/plan/facts/quotas";
import type { Problem } from "../components/plan/problem";
import type { Registration, Run, RunOptions } from "../emulator/runProgram";
import type { StackResource } from "../network/sources/stackResources";
import { workloadTypes } from "../network/sources/workloads/workloadTypes";
import { loadFailure } from "./loadFailure";
import { type ProgramAnswer, programProblem, type ProgramRequest } from "./runStack";

/** How to run a stack's program offline. */
export function optionsOf({ stack, stackReferences }: ProgramRequest): RunOptions {
    const { project, name, config } = stack;
    return { project, stack: name, config, stackReferences, assume: true, context: { quotas: raisedQuotas(config) } };
}

/** The emulated account's quotas, from the stack's config. Invalid ones are reported by the program. */
function raisedQuotas(config: { [key: string]: string }): Partial<Quotas> {
    try {
        return JSON.parse(config["private-vpc:quotas"] || "{}") as Partial<Quotas>;
    } catch {
        return {};
    }
}

/** The result of a run of a program, or why it failed. */
export async function answerOf(running: Promise<Run>, { stack, traced }: ProgramRequest): Promise<ProgramAnswer> {
    try {
        const { plans, assumed, resources } = await running;
        const names = resources.filter(({ type }) => type === "private-vpc:index:VpcEndpoints").map(({ name }) => name);
        return {
            plans: plans.map((plan) => ({ name: nameOf(plan), plan })),
            assumed: assumed.sort(),
            vpcEndpoints: names,
            ...(hasWorkloads(resources) && { resources: resources.map(stackResource) }),
        };
    } catch (error) {
        const { problems, message = String(error), stack: trace } = Object(error) as Partial<Error> & {
            problems?: Problem[];
        };
        if (problems) return { problems };
        // A program that knows what is wrong throws a RunError, which needs no stack trace.
        if (pulumi.RunError.isInstance(error)) {
            return { problems: [programProblem(stack, message, "fix the program or its config")] };
        }
        const unloaded = loadFailure(Object(error) as Error, stack.folder);
        if (unloaded) return { problems: [programProblem(stack, unloaded.message, unloaded.hint)] };
        if (!traced) return "untraced";
        return { problems: [programProblem(stack, message, "fix the program or its config")], trace };
    }
}

function nameOf({ resources }: Plan): string {
    return resources[0]?.name ?? "";
}

/** Whether a program creates workloads, whose needs a plan reports. */
function hasWorkloads(resources: Registration[]): boolean {
    return resources.some(({ type }) => Object.hasOwn(workloadTypes, type));
}

function stackResource(registered: Registration): StackResource {
    const { urn, type, name, parent, id, inputs, outputs, propertyDependencies } = registered;
    return { urn, type, name, parent, id, properties: { ...inputs, ...outputs }, dependencies: propertyDependencies };
}
