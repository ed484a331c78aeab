import type * as pulumi from "@pulumi/pulumi";

import type { RecordedResource } from "../report/reportedPlan";

/** A transformation that records every resource declared under a component, in order. */
export function recordInto(resources: RecordedResource[]): pulumi.ResourceTransformation {
    const names = new Map<pulumi.Resource, string>();
    return ({ resource, type, name, opts }) => {
        names.set(resource, `${type}::${name}`);
        resources.push({ type, name, parent: (opts.parent && names.get(opts.parent)) ?? null });
        return undefined;
    };
}
