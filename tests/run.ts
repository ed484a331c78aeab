import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import { readStack } from "../cli/stack";
import { PrivateVpc, type PrivateVpcArgs } from "../components";
import { type Registration, type Run, runOffline, type RunOptions } from "../emulator/runProgram";

/** The repository's root, which contains Pulumi.yaml. */
export const root = path.join(__dirname, "..");

/** A small VPC that tests vary. */
export const smallVpc: PrivateVpcArgs = {
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
};

/** Runs a program that creates one `PrivateVpc` named `app`. */
export function runVpc(
    args: Partial<PrivateVpcArgs>,
    opts?: () => pulumi.ComponentResourceOptions,
    run?: RunOptions,
): Promise<Run> {
    const program = () => new PrivateVpc("app", { ...smallVpc, ...args }, opts?.());
    return runOffline(program, { config: { "aws:region": "us-east-1" }, ...run });
}

/** Runs the program at the root with the config of one of its stacks. */
export function runStack(name: string, changed: { [key: string]: string } = {}): Promise<Run> {
    const { stack } = readStack(root, name);
    return runOffline(freshProgram, { ...stack!, config: { ...stack!.config, ...changed }, stack: name });
}

/** Loads and runs the program at the root again. */
export function freshProgram(): unknown {
    const program = require.resolve("../index");
    delete require.cache[program];
    return require(program);
}

/** The resources of a type, by name. */
export function ofType(run: Run, type: string): { [name: string]: Registration } {
    return Object.fromEntries(run.resources.filter((one) => one.type === type).map((one) => [one.name, one]));
}

/** Names and types of all resources, as a sorted list for comparing two runs. */
export function identities(run: Run): string[] {
    return run.resources.map(({ type, name }) => `${type}::${name}`).sort();
}

/** The error that a program failed with. */
export async function failure(run: Promise<unknown>): Promise<Error & { problems?: unknown }> {
    return run.then(() => {
        throw new Error("the program did not fail");
    }, (error: Error) => error);
}

export { types } from "../emulator/aws/world";
