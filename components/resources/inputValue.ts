import * as pulumi from "@pulumi/pulumi";

/** What is known about an input before deployment. */
export interface InputValue<T> {
    /** `undefined` if unknown in a preview, or if it failed. */
    value: T | undefined;
    /** Where it comes from: the input itself, and the URNs of the resources that an output depends on. */
    sources: ReadonlySet<unknown>;
}

/** Members of an output, in every release of the SDK, but missing from its type declarations. */
interface Internals<T> {
    isKnown: Promise<boolean>;
    promise(): Promise<T>;
    allResources(): Promise<Set<pulumi.Resource>>;
}

/** The value of an input, if known, and where it comes from. */
export async function valueOf<T>(input: pulumi.Input<T>): Promise<InputValue<pulumi.Unwrap<T>>> {
    const output = pulumi.output(input) as unknown as Internals<pulumi.Unwrap<T>>;
    try {
        const [isKnown, value, resources] = await Promise.all([
            output.isKnown,
            output.promise(),
            output.allResources(),
        ]);
        // In a provider, each component has objects of its own for the same resource.
        const urns = await Promise.all([...resources].map(urnOf));
        return { value: isKnown ? value : undefined, sources: new Set<unknown>([input, ...urns]) };
    } catch {
        // The resource that uses the value reports the error.
        return { value: undefined, sources: new Set() };
    }
}

function urnOf({ urn }: pulumi.Resource): Promise<string> {
    return (urn as unknown as Internals<string>).promise();
}

/** Whether two values have the same source: one input, or outputs of exactly the same resources. */
export function sameSource(one: InputValue<unknown>, other: InputValue<unknown>): boolean {
    const [mine, others] = [one, other].map(resourcesOf);
    if ([...one.sources].some((source) => !isResource(source) && other.sources.has(source))) return true;
    return mine!.length > 0 && mine!.length === others!.length && mine!.every((resource) => others!.includes(resource));
}

/** Whether two lists have a source in common. */
export function sharedSource(one: InputValue<unknown>, other: InputValue<unknown>): boolean {
    return [...one.sources].some((source) => other.sources.has(source));
}

function resourcesOf({ sources }: InputValue<unknown>): unknown[] {
    return [...sources].filter(isResource);
}

function isResource(source: unknown): boolean {
    return typeof source === "string" && source.startsWith("urn:pulumi:");
}
