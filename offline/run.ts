import * as pulumi from "@pulumi/pulumi";

import { EmulatedAws } from "./aws";
import type { Attributes } from "./aws/model";

// The SDK keeps each program's state in a store of its own, which it uses between programs it runs side by side; the two
// functions are in every release since 3.60 and left out of its type declarations.
const { withLocalStorage } = require("@pulumi/pulumi/runtime/state") as {
    withLocalStorage<T>(body: () => Promise<T>): Promise<T>;
};
const { waitForRPCs } = pulumi.runtime as unknown as { waitForRPCs(): Promise<void> };

/** A resource as the program registered it. */
export interface Registration {
    urn: string;
    type: string;
    name: string;
    custom: boolean;
    /** Its parent's URN. */
    parent: string;
    inputs: Attributes;
    /** URNs it depends on, by an input or by option. */
    dependencies: string[];
    /** The provider as `urn::id`, empty for the default one. */
    provider: string;
    protect: boolean;
    deleteBeforeReplace: boolean;
}

/** What a run of a program did. */
export interface Run {
    resources: Registration[];
    invokes: { token: string; args: Attributes; provider?: string }[];
    /** What the program exports. */
    outputs: Attributes;
}

/** How to run a program. */
export interface RunOptions {
    /** @default "private-vpc" */
    project?: string;
    /** @default "dev" */
    stack?: string;
    /** The stack's config by full key, e.g. `aws:region`. @default {} */
    config?: { [key: string]: string };
    /** Whether ids and what AWS computes are unknown, as in `pulumi preview`. @default false */
    preview?: boolean;
    /** Answers in the emulated AWS's place, for types and tokens that are not AWS's. */
    newResource?(args: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult | undefined;
}

// The CLI tells a program in which folder Pulumi.yaml lies; here it is the one the command is run in.
process.env.PULUMI_NODEJS_ROOT_DIRECTORY ??= process.cwd();

/** Runs a program against the emulated AWS, without engine, account or network, and reports all that it registered. */
export async function runOffline(program: () => unknown, options: RunOptions = {}): Promise<Run> {
    const run: Run = { resources: [], invokes: [], outputs: {} };
    const failure = firstFailure();
    try {
        return await Promise.race([withLocalStorage(() => runInStore(program, options, run)), failure.promise]);
    } finally {
        // One mistake rejects many promises: hear them all out, or the process ends on the second.
        await new Promise(setImmediate);
        failure.stopListening();
    }
}

async function runInStore(program: () => unknown, options: RunOptions, run: Run): Promise<Run> {
    const { project = "private-vpc", stack = "dev", config = {}, preview = false } = options;
    const aws = new EmulatedAws(config["aws:region"]);
    const mocks: pulumi.runtime.Mocks = {
        newResource: (args) => options.newResource?.(args) ?? create(aws, args, preview),
        call: ({ token, inputs, provider }) => {
            run.invokes.push({ token, args: inputs, provider });
            return aws.invoke(token, inputs);
        },
    };
    await pulumi.runtime.setMocks(mocks, project, stack, preview, "organization");
    pulumi.runtime.setAllConfig(config);
    watchRegistrations(run);
    const outputs = await pulumi.runtime.runInPulumiStack(async () => program());
    await waitForRPCs();
    run.outputs = await plainOutputs(outputs ?? {});
    return run;
}

function create(aws: EmulatedAws, args: pulumi.runtime.MockResourceArgs, preview: boolean) {
    if (args.custom === false) return { id: undefined, state: args.inputs };
    if (preview && !args.type.startsWith("pulumi:providers:")) return { id: undefined, state: args.inputs };
    const { id, attributes } = aws.create(args.type, args.name, args.inputs);
    return { id, state: attributes };
}

/** What the SDK's monitor is asked to register, as far as it is read here; the SDK does not declare it. */
interface Request {
    getType(): string;
    getName(): string;
    getCustom(): boolean;
    getParent(): string;
    getObject(): { toJavaScript(): Attributes } | undefined;
    getDependenciesList(): string[];
    getProvider(): string;
    getProtect(): boolean;
    getDeletebeforereplace(): boolean;
}

interface Monitor {
    registerResource(request: Request, done: (error: unknown, response?: { getUrn(): string }) => void): Promise<void>;
}

/** The mocks themselves see neither parent nor options; the monitor they stand behind sees the whole request. */
function watchRegistrations(run: Run): void {
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, done) =>
        register(request, (error, response) => {
            if (response) run.resources.push(registrationOf(request, response.getUrn()));
            done(error, response);
        });
}

function registrationOf(request: Request, urn: string): Registration {
    return {
        urn,
        type: request.getType(),
        name: request.getName(),
        custom: request.getCustom(),
        parent: request.getParent(),
        inputs: request.getObject()?.toJavaScript() ?? {},
        dependencies: request.getDependenciesList(),
        provider: request.getProvider(),
        protect: request.getProtect(),
        deleteBeforeReplace: request.getDeletebeforereplace(),
    };
}

async function plainOutputs(outputs: Attributes): Promise<Attributes> {
    return new Promise((resolve) => pulumi.output(outputs).apply((value) => resolve(value ?? {})));
}

/** What goes wrong behind an output is reported only as an unhandled rejection, which test runners may swallow. */
function firstFailure() {
    let fail!: (error: unknown) => void;
    const promise = new Promise<never>((_, reject) => {
        fail = reject;
    });
    promise.catch(() => undefined);
    const listener = (error: unknown) => fail(error);
    process.on("unhandledRejection", listener);
    return { promise, stopListening: () => process.off("unhandledRejection", listener) };
}
