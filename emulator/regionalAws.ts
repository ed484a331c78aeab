import type * as pulumi from "@pulumi/pulumi";

import { type Attributes, type AwsContext, EmulatedAws, type Made } from "./aws/emulatedAws";

const providerType = "pulumi:providers:aws";

/** An emulated account, in which every resource and lookup is in the Region of its provider. */
export class RegionalAws {
    private readonly regions = new Map<string | undefined, EmulatedAws>();
    /** The Region of each explicit provider, by its name. */
    private readonly providers = new Map<string, string>();

    /** @param context the account, and the default provider's Region */
    constructor(private readonly context: AwsContext) {}

    /**
     * Creates a resource.
     *
     * @throws AwsError if AWS would reject it.
     */
    create({ type, name, inputs, provider }: pulumi.runtime.MockResourceArgs): Made {
        if (type === providerType && typeof inputs.region === "string") this.providers.set(name, inputs.region);
        return this.in(type.startsWith("aws:") ? inputs.region : undefined, provider).create(type, name, inputs);
    }

    /**
     * Answers a lookup.
     *
     * @throws LookUpError if it finds nothing or is denied, and Error if it is not modelled.
     */
    invoke({ token, inputs, provider }: pulumi.runtime.MockCallArgs): Attributes {
        return this.in(inputs.region, provider).invoke(token, inputs);
    }

    /** Whether a lookup is modelled. */
    answers(token: string): boolean {
        return this.in(undefined, undefined).answers(token);
    }

    /** The Region of a resource or lookup: its own, else its provider's. */
    private in(own: unknown, provider: string | undefined): EmulatedAws {
        // <prefix of the URN>::<types of the parents>$pulumi:providers:aws::<name>::<id>
        const [types, name] = provider?.split("::").slice(-3) ?? [];
        const ofProvider = types?.split("$").at(-1) === providerType ? this.providers.get(name!) : undefined;
        const region = typeof own === "string" ? own : ofProvider ?? this.context.region;
        const known = this.regions.get(region) ?? new EmulatedAws({ ...this.context, region });
        this.regions.set(region, known);
        return known;
    }
}
