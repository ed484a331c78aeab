import * as pulumi from "@pulumi/pulumi";

import { denied } from "../plan/denied";
import { describeProblems, type Problem } from "../plan/problem";
import { lateError } from "../resources/lateError";

/** Invoke options with the provider that a component with the same options would use. */
export function askWith(opts: pulumi.ComponentResourceOptions | undefined): pulumi.InvokeOptions {
    return { parent: opts?.parent, provider: opts?.provider ?? awsProvider(opts?.providers) };
}

function awsProvider(providers: pulumi.ComponentResourceOptions["providers"]): pulumi.ProviderResource | undefined {
    // In every release of the SDK, but missing from its type declarations.
    const packageOf = (provider: pulumi.ProviderResource) =>
        (provider as unknown as { getPackage(): string }).getPackage();
    return Object.values(providers ?? {}).find((provider: pulumi.ProviderResource) => packageOf(provider) === "aws");
}

/** A lookup's result, or the problems that prevented it. */
export type Answer<T> = { value: T; problems: [] } | { value?: undefined; problems: Problem[] };

/** Returns a lookup's result, or a problem instead of an exception. */
export function ask<T>(path: string, what: string, answer: Promise<T>): Promise<Answer<T>> {
    return answer.then<Answer<T>, Answer<T>>(
        (value) => ({ value, problems: [] }),
        (error: unknown) => {
            const reason = reasonOf(error);
            const message = `looking up ${what} failed: ${reason}`;
            const hint = "check the ID, and the Region and the permissions of the AWS provider";
            return { problems: [denied(reason) ?? { code: "aws.no-answer", path, message, hint }] };
        },
    );
}

/**
 * A lookup's result for an output, which fails with one clean message if the lookup does. The message does not name what
 * was looked up, so that many lookups that fail for the same reason are reported once.
 *
 * @param otherwise an alternative to the lookup, e.g. `set options.lookUp: false`
 */
export function answered<T>(answer: Promise<T>, otherwise?: string): Promise<T> {
    return answer.catch((error: unknown) => {
        const reason = reasonOf(error);
        // The engine ended the deployment for another reason, which it reports itself.
        if (/monitor is terminating|client connection is closing/.test(reason)) throw error;
        const { hint, ...found } = denied(reason) ?? {
            code: "aws.no-answer" as const,
            path: "AWS",
            message: `does not answer: ${reason}`,
            hint: "check the Region and the credentials of the AWS provider",
        };
        const problems = [{ ...found, hint: otherwise ? `${hint}, or ${otherwise}` : hint }];
        throw lateError(describeProblems(problems, lookUp, "what depends on it was not created"), problems);
    });
}

/** What a denied lookup's problem is reported for. */
export const lookUp = "a lookup in AWS";

/** The provider's message, without the SDK's prefix and the request ID. */
export function reasonOf(error: unknown): string {
    const text = error instanceof Error ? error.message : String(error);
    const reason = text.replace(/\s+/g, " ").trim().replace(/^.*(returned an error:|errors? occurred: \*)( |$)/, "")
        .replace(/, RequestID: [\w-]+/, "");
    return reason || "the AWS provider gave no reason";
}
