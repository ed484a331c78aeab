import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

/** The arguments of the SDKs' own runners, by the names that they share. */
export function namedArguments(asked: RunRequest, engine: string): { [name: string]: string } {
    return {
        monitor: asked.getMonitorAddress(),
        engine,
        organization: asked.getOrganization(),
        project: asked.getProject(),
        stack: asked.getStack(),
        pwd: asked.getInfo()!.getProgramDirectory(),
        parallel: String(asked.getParallel()),
    };
}

/** The stack's config, by key, e.g. `aws:region`. */
export function configOf(asked: RunRequest): { [key: string]: string } {
    return Object.fromEntries(asked.getConfigMap().toArray() as [string, string][]);
}

/** The options of the runtime in Pulumi.yaml. */
export function optionsOf(asked: RunRequest): { [name: string]: unknown } {
    return asked.getInfo()!.getOptions()?.toJavaScript() ?? {};
}
