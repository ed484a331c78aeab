import * as pulumi from "@pulumi/pulumi";

/** What is known of an input before anything is deployed. */
export interface InputValue<T> {
    /** `undefined` where a preview does not know it, or it failed. */
    value: T | undefined;
    /** What it comes from: itself, and the resources that an output depends on. */
    sources: ReadonlySet<unknown>;
}

/** Parts of an output that every release of the SDK has, and leaves out of its type declarations. */
interface Internals<T> {
    isKnown: Promise<boolean>;
    promise(): Promise<T>;
    allResources(): Promise<Set<pulumi.Resource>>;
}

/** The value of an input, as far as it is known, and what it comes from. */
export async function valueOf<T>(input: pulumi.Input<T>): Promise<InputValue<pulumi.Unwrap<T>>> {
    const output = pulumi.output(input) as unknown as Internals<pulumi.Unwrap<T>>;
    try {
        const [isKnown, value, resources] = await Promise.all([
            output.isKnown,
            output.promise(),
            output.allResources(),
        ]);
        return { value: isKnown ? value : undefined, sources: new Set<unknown>([input, ...resources]) };
    } catch {
        // Whoever uses the value reports why there is none.
        return { value: undefined, sources: new Set() };
    }
}

/** Whether two values come from the same: one input, or outputs of exactly the same resources. */
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
    return pulumi.Resource.isInstance(source);
}
