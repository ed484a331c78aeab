import * as pulumi from "@pulumi/pulumi";

import { denied } from "../plan/denied";
import { describeProblems, type Problem } from "../plan/problem";
import { lateError } from "../resources/lateError";

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
        const reason = reasonOf(error);
        const message = `AWS tells nothing of ${what}: ${reason}`;
        const hint = "check the id, and the Region and permissions of the provider";
        return { problems: [denied(reason) ?? { code: "aws.no-answer", path, message, hint }] };
    }
}

/**
 * An answer of AWS's for an output: without it the output has an error of one clean text. That text does not name what
 * was asked about, so that many look-ups which fail for one reason are reported once.
 *
 * @param otherwise what can be done without the answer, e.g. `set options.lookUp: false`
 */
export async function answered<T>(answer: Promise<T>, otherwise?: string): Promise<T> {
    try {
        return await answer;
    } catch (error) {
        const reason = reasonOf(error);
        const { hint, ...found } = denied(reason) ?? {
            code: "aws.no-answer" as const,
            path: "AWS",
            message: `it does not answer: ${reason}`,
            hint: "check the Region and the credentials of the provider",
        };
        const problems = [{ ...found, hint: otherwise ? `${hint}, or ${otherwise}` : hint }];
        throw lateError(describeProblems(problems, lookUp, "what depends on it was not made"), problems);
    }
}

/** What has the problem where AWS denies a look-up. */
export const lookUp = "a look-up in AWS";

/** What the provider says, without the words that the SDK puts before it, and the request's own id. */
export function reasonOf(error: unknown): string {
    const text = error instanceof Error ? error.message : String(error);
    return text.replace(/\s+/g, " ").trim().replace(/^.*(returned an error:|errors? occurred: \*) /, "")
        .replace(/, RequestID: [\w-]+/, "");
}
