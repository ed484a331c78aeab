import type * as pulumi from "@pulumi/pulumi";

/** A resource as it was declared. */
export interface RecordedResource {
    /** Its type token, e.g. `aws:ec2/vpc:Vpc`. */
    type: string;
    name: string;
    /** Type and name of its parent as a URN ends, e.g. `private-vpc:index:PrivateVpc::app`; `null` for the stack. */
    parent: string | null;
}

/** Writes down each resource declared below a component, in order; pass it as one of the component's transformations. */
export function recordInto(resources: RecordedResource[]): pulumi.ResourceTransformation {
    const names = new Map<pulumi.Resource, string>();
    return ({ resource, type, name, opts }) => {
        names.set(resource, `${type}::${name}`);
        resources.push({ type, name, parent: (opts.parent && names.get(opts.parent)) ?? null });
        return undefined;
    };
}
