import * as v from "valibot";

import type { Problem } from "../../components/plan/problem";
import { partsOf } from "../../components/plan/urns";
import { stackExport, type StateResource } from "../stackExport";

/** A resource that the stack's state has, or that an interrupted deployment was creating. */
export interface Recorded {
    urn: string;
    type: string;
    /** Its name in the program. */
    name: string;
    /** Its ID; undefined if an interrupted deployment was creating it. */
    id?: string;
    parent?: string;
    /** Its provider, as `urn::id`. */
    provider?: string;
    /** Whether Pulumi refuses to delete it. */
    protect?: boolean;
    /** Whether it was replaced, and is still to be deleted. */
    delete?: boolean;
    /** The URNs of the resources that it depends on. */
    dependencies?: string[] | null;
    inputs: { [name: string]: unknown };
    outputs: { [name: string]: unknown };
}

/** A stack's state, as `pulumi stack export` prints it. */
export interface StackRecord {
    /** The stack's name; empty if the state has nothing that names it. */
    stack: string;
    resources: Recorded[];
    /** Resources that an interrupted deployment was creating. */
    creating: Recorded[];
    /** The URNs of those in other Regions than the one that is compared. */
    elsewhere: string[];
    /** Whether other operations were interrupted. */
    otherPending: boolean;
}

const versioned = v.object({ ...stackExport.entries, version: v.number() });

/** Parses the output of `pulumi stack export`, or returns why it is not that. */
export function parseRecord(path: string, exported: unknown): { record?: StackRecord; problems: Problem[] } {
    const problem = (message: string) => {
        const hint = "write it with: pulumi stack export --file state.json";
        return { problems: [{ code: "recover.not-a-state" as const, path, message, hint }] };
    };
    const parsed = v.safeParse(versioned, exported);
    if (!parsed.success) return problem(`it is not a stack's state: ${parsed.issues[0].message}`);
    const { version, deployment: { resources, pending_operations: pending } } = parsed.output;
    if (version !== 3 && version !== 4) return problem(`it has version ${version}; this command reads 3 and 4`);
    const [first = pending[0]?.resource] = resources;
    const creating = pending.filter(({ type }) => type === "creating");
    return {
        record: {
            stack: partsOf(first?.urn ?? "").stack,
            resources: resources.map(recorded),
            creating: creating.map((operation) => ({ ...recorded(operation.resource), id: undefined })),
            elsewhere: [],
            otherPending: creating.length < pending.length,
        },
        problems: [],
    };
}

function recorded(resource: StateResource): Recorded {
    const { urn, type, id, parent, provider, protect, delete: isReplaced, dependencies, inputs, outputs } = resource;
    const name = partsOf(urn).name;
    return { urn, type, id, parent, provider, protect, delete: isReplaced, dependencies, inputs, outputs, name };
}

/** The resources of one Region. */
export function inRegion(record: StackRecord, region: string): StackRecord {
    const regions = new Map(
        record.resources.filter(({ type }) => type === "pulumi:providers:aws").map((one) => [
            `${one.urn}::${one.id}`,
            stringOf(one, "region"),
        ]),
    );
    const isHere = ({ provider = "" }: Recorded) => (regions.get(provider) ?? region) === region;
    return {
        ...record,
        resources: record.resources.filter(isHere),
        elsewhere: record.creating.filter((one) => !isHere(one)).map(({ urn }) => urn),
    };
}

/** A resource's property that is a string: as AWS returned it, or as the program set it. */
export function stringOf({ inputs, outputs }: Recorded, name: string): string | undefined {
    return [outputs[name], inputs[name]].find((value) => typeof value === "string");
}

/** The tags of a resource that are known: secret ones are not. */
export function tagsIn({ inputs, outputs }: Recorded): { [key: string]: string } {
    const all = [outputs.tagsAll, outputs.tags, inputs.tags].map((tags) =>
        Object.entries(Object(tags)).filter((entry): entry is [string, string] => typeof entry[1] === "string")
    );
    return Object.fromEntries(all.reverse().flat());
}
