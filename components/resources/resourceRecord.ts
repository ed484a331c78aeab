import type * as pulumi from "@pulumi/pulumi";

import type { RecordedResource } from "../report/reportedPlan";

/** Writes down each resource declared below a component, in order; pass it as one of the component's transformations. */
export function recordInto(resources: RecordedResource[]): pulumi.ResourceTransformation {
    const names = new Map<pulumi.Resource, string>();
    return ({ resource, type, name, opts }) => {
        names.set(resource, `${type}::${name}`);
        resources.push({ type, name, parent: (opts.parent && names.get(opts.parent)) ?? null });
        return undefined;
    };
}
