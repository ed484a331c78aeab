import * as pulumi from "@pulumi/pulumi";

import type { Problem } from "./plan/problem";

/** With which provider to ask: the one that a component made with the same options works with. */
export function askWith(opts: pulumi.ComponentResourceOptions | undefined): pulumi.InvokeOptions {
    return { parent: opts?.parent, provider: opts?.provider ?? awsProvider(opts?.providers) };
}

function awsProvider(providers: pulumi.ComponentResourceOptions["providers"]): pulumi.ProviderResource | undefined {
    // In every release of the SDK, and left out of its type declarations.
    const packageOf = (provider: pulumi.ProviderResource) =>
        (provider as unknown as { getPackage(): string }).getPackage();
    return Object.values(providers ?? {}).find((provider: pulumi.ProviderResource) => packageOf(provider) === "aws");
}

/** An answer, or why there is none. */
export type Answer<T> = { value: T; problems: [] } | { value?: undefined; problems: Problem[] };

/** An answer of AWS's, or the problem that it gives none, in place of an exception. */
export async function ask<T>(path: string, what: string, answer: Promise<T>): Promise<Answer<T>> {
    try {
        return { value: await answer, problems: [] };
    } catch (error) {
        const message = `AWS tells nothing of ${what}: ${reasonOf(error)}`;
        const hint = "check the id, and the Region and permissions of the provider";
        return { problems: [{ path, message, hint }] };
    }
}

/** What the provider says, without the words that the SDK puts before it. */
export function reasonOf(error: unknown): string {
    const text = error instanceof Error ? error.message : String(error);
    return text.replace(/\s+/g, " ").trim().replace(/^.*(returned an error:|errors? occurred: \*) /, "");
}
