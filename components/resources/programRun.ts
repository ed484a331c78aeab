import * as pulumi from "@pulumi/pulumi";

/** In a provider for other languages, by the address of the engine's resource monitor, of which each run has its own. */
const served = new Map<string, object>();

/**
 * An object for this run of the program, the same for all its components.
 *
 * @returns `undefined` under mocks without a stack, as in many unit tests
 */
export function programRun(): object | undefined {
    const stack = pulumi.runtime.getStackResource();
    if (stack) return stack;
    // A provider constructs each component in a context of its own, without the stack resource.
    const monitor = pulumi.runtime.getMonitor() as Partial<Monitor> | undefined;
    const address = monitor?.getChannel?.().getTarget();
    if (address === undefined) return undefined;
    if (!served.has(address)) served.set(address, {});
    return served.get(address);
}

/** What the SDK's gRPC client has, and its type does not. */
interface Monitor {
    getChannel(): { getTarget(): string };
}
