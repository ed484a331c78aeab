import type { PolicyResource } from "@pulumi/policy";

import { isMap } from "../components/plan/isMap";
import { type StackResource, unknownValue } from "../network/sources/stackResources";

/** A resource of a stack, and the Region that it is in. */
export interface RegionalResource extends StackResource {
    /** @default - it is in no Region, or it is not known */
    region?: string;
}

/** The resources that a policy pack is given, as plain values. */
export function resourcesOf(resources: PolicyResource[]): RegionalResource[] {
    return resources.map((resource) => {
        const { urn, type, name, parent, provider, propertyDependencies } = resource;
        const dependencies = Object.fromEntries(
            Object.entries(propertyDependencies).map((
                [property, sources],
            ) => [property, sources.map((one) => one.urn)]),
        );
        const properties = withoutComputed(plain(() => resource.props) as Values, dependencies);
        return {
            urn,
            type,
            name,
            parent: parent?.urn,
            id: idIn(properties),
            properties,
            dependencies,
            region: known(properties.region) ?? known(provider && plain(() => (provider.props as Values).region)),
        };
    });
}

/**
 * The properties without those that AWS chooses: in a preview, the provider returns them as not known, although the program
 * does not set them. Pulumi lists the dependencies of each property that a program sets.
 */
function withoutComputed(properties: Values, dependencies: StackResource["dependencies"]): Values {
    if (Object.keys(dependencies).length === 0) return properties;
    const kept = Object.entries(properties).filter(([name, value]) =>
        value !== unknownValue || Object.hasOwn(dependencies, name)
    );
    return Object.fromEntries(kept);
}

interface Values {
    [name: string]: unknown;
}

/** A value without the proxies of @pulumi/policy, which throw when a value is read that is not known yet. */
function plain(read: () => unknown): unknown {
    let value: unknown;
    try {
        value = read();
    } catch {
        return unknownValue;
    }
    if (Array.isArray(value)) {
        return Array.from({ length: value.length }, (_, at) => plain(() => (value as unknown[])[at]));
    }
    if (!isMap(value)) return value;
    return Object.fromEntries(Object.keys(value).map((key) => [key, plain(() => (value as Values)[key])]));
}

function known(value: unknown): string | undefined {
    return typeof value === "string" && value !== unknownValue ? value : undefined;
}

/** The ID of a deployed resource: its output `id`, or the last part of the ARN that EC2 gives it. */
function idIn({ id, arn }: Values): string | undefined {
    return known(id) ?? /^arn:[^:]+:ec2:.*\/([^/]+)$/.exec(known(arn) ?? "")?.[1];
}
