import * as pulumi from "@pulumi/pulumi";

import type { Plan } from "../components";
import { readStateToken, type StackState } from "../components/aws/stackState";
import { plansChannel } from "../components/privateVpc";
import { type Attributes, type AwsContext, LookUpError } from "./aws/emulatedAws";
import { type Failure, firstFailure, settled } from "./firstFailure";
import { RegionalAws } from "./regionalAws";
import { type Registration, watchRegistrations } from "./registrations";

// The SDK keeps each program's state in a store of its own, which allows programs to run side by side. The two functions are in
// every release since 3.60 but are missing from its type declarations.
const { withLocalStorage } = require("@pulumi/pulumi/runtime/state") as {
    withLocalStorage<T>(body: () => Promise<T>): Promise<T>;
};
const { waitForRPCs } = pulumi.runtime as unknown as { waitForRPCs(): Promise<void> };

export type { Registration } from "./registrations";

/** The result of running a program. */
export interface Run {
    resources: Registration[];
    invokes: { token: string; args: Attributes; provider?: string }[];
    /** The program's exports. */
    outputs: Attributes;
    /** The plan of each `PrivateVpc`, in order. */
    plans: Plan[];
    /** The answers that were assumed, each in a sentence. */
    assumed: string[];
}

/** How to run a program. */
export interface RunOptions {
    /** @default "private-vpc" */
    project?: string;
    /** @default "dev" */
    stack?: string;
    /** The stack's config by full key, e.g. `aws:region`. @default {} */
    config?: { [key: string]: string };
    /** The keys of the config that are secret. @default [] */
    secretKeys?: string[];
    /** Whether IDs and AWS's computed outputs are unknown, as in `pulumi preview`. @default false */
    preview?: boolean;
    /** Properties of the emulated account, in addition to its Region. @default {} */
    context?: AwsContext;
    /** The outputs in the stack's state, by URN. @default - the state cannot be read */
    state?: StackState;
    /**
     * Whether the program may use what is not emulated: a lookup returns its arguments, and the outputs of a resource that
     * are not among its inputs are unknown. @default false
     */
    assume?: boolean;
    /** The outputs of other stacks, by the name that a `StackReference` has. @default - they are unknown */
    stackReferences?: { [stack: string]: Attributes };
    /** Mocks a resource, e.g. of another provider; `undefined` leaves it to the emulated AWS. */
    newResource?(args: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult | undefined;
}

// The CLI passes the folder of Pulumi.yaml to a program; here it is the working directory.
process.env.PULUMI_NODEJS_ROOT_DIRECTORY ??= process.cwd();

/**
 * Runs a program against the emulated AWS, without engine, account or network, and returns everything it registered.
 *
 * @throws the first error: the program's own, or AwsError if AWS would reject a resource.
 */
export function runOffline(program: () => unknown, options: RunOptions = {}): Promise<Run> {
    return runStarted(() => pulumi.runtime.runInPulumiStack(async () => program()), options);
}

/** Runs a program as `runOffline` does. `start` creates the stack resource and the program's resources in it. */
export async function runStarted(start: () => Promise<Attributes | undefined>, options: RunOptions): Promise<Run> {
    const failure = firstFailure();
    try {
        const run = await Promise.race([withLocalStorage(() => runInStore(start, options, failure)), failure.promise]);
        await settled();
        return await Promise.race([failure.promise, run]);
    } finally {
        // One error rejects many promises; wait for all of them, or the second one ends the process.
        await settled();
        failure.stopListening();
    }
}

/**
 * Runs a program as `runOffline` does but much faster: without stack traces, which Pulumi captures for every output and
 * resource. A program that fails is run again with stack traces, and the second run's result is used.
 *
 * @throws as `runOffline`
 */
export async function runUntraced(program: () => unknown, options: RunOptions = {}): Promise<Run> {
    try {
        return await withoutTraces(() => runOffline(program, options));
    } catch {
        return await runOffline(program, options);
    }
}

/** Runs an action without stack traces. */
export async function withoutTraces<T>(action: () => Promise<T>): Promise<T> {
    const limit = Object.getOwnPropertyDescriptor(Error, "stackTraceLimit")!;
    // A value of 0 is not enough, because Pulumi sets it to infinity for every resource.
    Object.defineProperty(Error, "stackTraceLimit", { configurable: true, get: () => 0, set: () => undefined });
    try {
        return await action();
    } finally {
        Object.defineProperty(Error, "stackTraceLimit", limit);
    }
}

async function runInStore(
    start: () => Promise<Attributes | undefined>,
    options: RunOptions,
    failure: Failure,
): Promise<Run> {
    const { project = "private-vpc", stack = "dev", config = {}, preview = false, assume = false } = options;
    const run: Run = { resources: [], invokes: [], outputs: {}, plans: [], assumed: [] };
    const note = (plan: unknown) => run.plans.push(plan as Plan);
    const aws = new RegionalAws({ region: config["aws:region"], ...options.context });
    const mocks: pulumi.runtime.Mocks = {
        newResource: (args) => failure.guard(() => options.newResource?.(args) ?? create(aws, args, options, run)),
        call: (args) => {
            const { token, inputs, provider } = args;
            if (token === readStateToken) return stateOf(options);
            run.invokes.push({ token, args: inputs, provider });
            if (assume && !aws.answers(token)) return assumedAnswer(token, inputs, run);
            return answer(aws, args, failure);
        },
    };
    // In a preview, an output that nothing is known of is unknown, and no `apply` runs on it.
    await pulumi.runtime.setMocks(mocks, project, stack, preview || assume, "organization");
    pulumi.runtime.setAllConfig(config, options.secretKeys);
    watchRegistrations(run.resources);
    plansChannel.subscribe(note);
    const outputs = await start().finally(() => plansChannel.unsubscribe(note));
    await waitForRPCs();
    run.outputs = await plainOutputs(outputs ?? {});
    return run;
}

function stateOf({ state }: RunOptions): Attributes {
    if (state === undefined) throw new LookUpError("no backend client is available");
    return { outputs: state };
}

/** A lookup that finds nothing may be expected by the program; any other error fails the run. */
function answer(aws: RegionalAws, args: pulumi.runtime.MockCallArgs, failure: Failure): Attributes {
    try {
        return aws.invoke(args);
    } catch (error) {
        if (error instanceof LookUpError) throw error;
        return failure.guard(() => {
            throw error;
        });
    }
}

function create(aws: RegionalAws, args: pulumi.runtime.MockResourceArgs, options: RunOptions, run: Run) {
    const unmade = { id: undefined, state: args.inputs as Attributes };
    if (args.custom === false) return unmade;
    if (args.type === "pulumi:pulumi:StackReference") return stackReference(args, options, run);
    if (options.preview && !args.type.startsWith("pulumi:providers:")) return unmade;
    // AWS cannot check what is not known yet.
    if (pulumi.containsUnknowns(args.inputs)) return unmade;
    const { id, attributes } = aws.create(args);
    return { id, state: attributes };
}

/** The referenced stack's outputs; if they are not given, they are unknown. */
function stackReference({ inputs, id = inputs.name }: pulumi.runtime.MockResourceArgs, options: RunOptions, run: Run) {
    const outputs = options.stackReferences?.[inputs.name];
    if (outputs === undefined) assume(run, `StackReference ${inputs.name}: its outputs are unknown`);
    return { id, state: { name: inputs.name, secretOutputNames: [], outputs: outputs ?? pulumi.unknown } };
}

function assumedAnswer(token: string, inputs: Attributes, run: Run): Attributes {
    // aws:ssm/getParameter:getParameter
    assume(run, `${token.split(":").at(-1)} (${token}): it returns its arguments`);
    return inputs;
}

function assume(run: Run, sentence: string): void {
    if (!run.assumed.includes(sentence)) run.assumed.push(sentence);
}

async function plainOutputs(outputs: Attributes): Promise<Attributes> {
    return new Promise((resolve) => pulumi.output(outputs).apply((value) => resolve(value ?? {})));
}
