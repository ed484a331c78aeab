import * as v from "valibot";

import { regions } from "../../components/plan/facts/regions";
import type { Problem } from "../../components/plan/problem";
import { suggest } from "../../components/plan/suggest";
import { partsOf } from "../../components/plan/urns";
import type { Network } from "../../network/model/network";
import { networkOfResources } from "../../network/sources/fromResources";
import { type StackResource, unknownValue } from "../../network/sources/stackResources";
import { stackExport, type StateResource, stateResource } from "../stackExport";

/** https://github.com/pulumi/pulumi/blob/master/sdk/go/common/display/events.go and pkg/display/json.go */
const previewed = v.object({
    steps: v.nullish(v.array(v.object({ op: v.string(), newState: v.nullish(stateResource) })), []),
    diagnostics: v.nullish(v.array(v.object({ message: v.string(), severity: v.string() })), []),
});

/** The command that writes the file of an option. */
export const commandFor = {
    "--preview": "pulumi preview --json",
    "--stack-export": "pulumi stack export",
} as const;

/** The network of a stack, from what `pulumi stack export` or `pulumi preview --json` prints. */
export function networkOfState(
    option: keyof typeof commandFor,
    file: string,
    value: unknown,
    region: string | undefined,
): { network?: Network; problems: Problem[] } {
    const path = `${option} ${file}`;
    const read = option === "--preview" ? resourcesOfPreview(path, value) : resourcesOfExport(path, value);
    if (!read.resources) return { problems: read.problems };
    const chosen = region ?? regionOf(read.resources);
    if (chosen !== undefined && Object.hasOwn(regions, chosen)) {
        return { network: networkOfResources(read.resources, chosen), problems: [] };
    }
    const message = chosen === undefined
        ? "the stack does not show its Region"
        : `${chosen} is not a Region that this version knows`;
    const hint = region === undefined
        ? "name it: --region us-east-1"
        : suggest(region, Object.keys(regions), "known Regions");
    return { problems: [{ code: "reach.no-region", path, message, hint }] };
}

type Read = { resources: StackResource[]; problems?: undefined } | { resources?: undefined; problems: Problem[] };

function resourcesOfExport(path: string, value: unknown): Read {
    const parsed = v.safeParse(stackExport, value);
    if (!parsed.success) return notThat(path, "--stack-export", parsed.issues[0].message);
    const { resources } = parsed.output.deployment;
    return { resources: (resources ?? []).filter((one) => !one.delete).map(stackResource) };
}

function resourcesOfPreview(path: string, value: unknown): Read {
    const parsed = v.safeParse(previewed, value);
    if (!parsed.success) return notThat(path, "--preview", parsed.issues[0].message);
    const { steps, diagnostics } = parsed.output;
    const error = (diagnostics ?? []).find(({ severity }) => severity === "error");
    if (error) {
        const hint = "fix the program, and preview it again";
        const message = `the preview has an error: ${firstWords(error.message)}`;
        return { problems: [{ code: "reach.preview-failed", path, message, hint }] };
    }
    if (!Object.hasOwn(Object(value) as object, "steps")) return notThat(path, "--preview", "no steps");
    const kept = (steps ?? []).filter(({ op }) => !op.startsWith("delete"));
    const states = new Map(kept.flatMap(({ newState }) => (newState ? [[newState.urn, newState]] : [])));
    return { resources: [...states.values()].map(stackResource) };
}

/** The first line of an error's message that says something: a line that ends with a colon only introduces it. */
function firstWords(message: string): string {
    const lines = message.split("\n").map((line) => line.trim().replace(/^error: /, "")).filter((line) => line !== "");
    const last = lines.findIndex((line) => !line.endsWith(":"));
    return lines.slice(0, last + 1 || 1).join(" ");
}

function notThat(path: string, option: keyof typeof commandFor, message: string): Read {
    const code = "reach.not-a-stack";
    const command = commandFor[option];
    const hint = `write it with: ${command} > FILE`;
    return { problems: [{ code, path, message: `it is not the output of ${command}: ${message}`, hint }] };
}

function stackResource(given: StateResource): StackResource {
    const { urn, type, id, parent, inputs, outputs, propertyDependencies } = given;
    const known = Object.entries(outputs).filter(([, value]) => value !== unknownValue);
    const dependencies = Object.entries(propertyDependencies ?? {}).map(([name, urns]) => [name, urns ?? []]);
    return {
        urn,
        type,
        name: partsOf(urn).name,
        parent,
        id: id === unknownValue || id === "" ? undefined : id,
        properties: { ...inputs, ...Object.fromEntries(known) },
        dependencies: Object.fromEntries(dependencies) as StackResource["dependencies"],
    };
}

/** The Region of the AWS providers, if they agree, or of the first zone of a subnet. */
function regionOf(resources: StackResource[]): string | undefined {
    const providers = resources.filter(({ type }) => type === "pulumi:providers:aws");
    const named = [...new Set(providers.map(({ properties: { region } }) => region))];
    if (named.length === 1 && typeof named[0] === "string" && named[0] !== unknownValue) return named[0];
    if (named.length > 1) return undefined;
    const zones = resources.flatMap((
        { properties: { availabilityZone: zone } },
    ) => (typeof zone === "string" ? zone : []));
    return Object.keys(regions).find((region) => zones[0]?.startsWith(region));
}
