import { createHash } from "node:crypto";

import { denialOf } from "./denials";
import { sentInputs } from "./dnsOptions";
import { effects } from "./effects";
import { AwsError } from "./error";
import { invokes } from "./invokes";
import { outputs } from "./outputs";
import { creationRefusals, deletionRefusal, type Refuse, updateRefusals } from "./refusals/refusalsByType";
import { type AccountState, type Attributes, type AwsContext, type Made, World } from "./world";

export { AwsError, LookUpError } from "./error";
export type { AccountState, Attributes, AwsContext, Made } from "./world";

/** An in-memory model of the AWS resources that this project creates: IDs, computed outputs, lookups and rejections. */
export class EmulatedAws {
    private readonly world: World;

    /** An empty account, or one with the saved state of an earlier one. */
    constructor(context: AwsContext = {}, state?: AccountState) {
        this.world = new World(context, state);
    }

    /** The account's state, from which a later one can be created. */
    get state(): AccountState {
        return this.world.state;
    }

    /**
     * Creates a resource. A type that is not modelled gets an ID and returns its inputs.
     *
     * @throws AwsError if AWS would reject it.
     */
    create(type: string, name: string, inputs: Attributes): Made {
        const model = outputs[type];
        const seed = `${type}::${name}`;
        const earlier = this.world.count(type, name) - 1;
        // A resource has the same ID in every run, so that plans can be compared. Its replacement gets another ID.
        const hash = hashOf(earlier === 0 ? seed : `${seed}::${earlier}`);
        const id = model?.id?.(name, hash, inputs, this.world) ?? `${model?.prefix ?? name}-${hash}`;
        const made: Made = { id, type, name, attributes: sentInputs(type, inputs) };
        this.refuse("make", made, creationRefusals(type));
        this.world.add(this.completed(made));
        effects[type]?.created?.(made, this.world);
        return made;
    }

    /**
     * Updates a resource's inputs in place.
     *
     * @throws AwsError if AWS would reject the change, or if the resource does not exist.
     */
    update(id: string, inputs: Attributes): Made {
        const before = this.world.find(id);
        if (!before) throw new AwsError(id, "change", notFound(id));
        const made = { ...before, attributes: sentInputs(before.type, inputs) };
        this.refuse("change", made, updateRefusals[made.type]);
        this.world.remove(id);
        try {
            this.refuse("change", made, creationRefusals(made.type));
        } finally {
            this.world.add(before);
        }
        this.world.add(this.completed(made));
        return made;
    }

    /** The current state of a resource, by ID. */
    read(id: string): Made | undefined {
        return this.world.find(id);
    }

    /**
     * Deletes a resource.
     *
     * @throws AwsError if another resource still depends on it.
     */
    delete(id: string): void {
        const made = this.world.find(id);
        if (!made) return;
        const refusal = deletionRefusal(made, this.world);
        if (refusal) throw new AwsError(made.name, "delete", refusal);
        this.world.remove(id);
        effects[made.type]?.deleted?.(made, this.world);
    }

    /**
     * Answers a lookup.
     *
     * @throws LookUpError if it finds nothing or is denied, and Error if it is not modelled.
     */
    invoke(token: string, args: Attributes): Attributes {
        const answer = invokes[token];
        if (!answer) throw new Error(`the emulated AWS does not answer ${token}`);
        const denial = denialOf(token, this.world);
        if (denial) throw denial;
        return answer(args, this.world);
    }

    /** Whether a lookup is modelled. */
    answers(token: string): boolean {
        return Object.hasOwn(invokes, token);
    }

    /** The names of the outputs that AWS computes for a resource of this type, unknown before it is created. */
    computed(type: string, inputs: Attributes): string[] {
        const unmade: Made = { id: "", type, name: "", attributes: inputs };
        return Object.keys(outputs[type]?.added(unmade, this.world) ?? {});
    }

    private completed(made: Made): Made {
        return Object.assign(made, {
            attributes: { ...made.attributes, ...outputs[made.type]?.added(made, this.world) },
        });
    }

    private refuse(action: "make" | "change", made: Made, refusals: Refuse[] = []): void {
        for (const refuse of refusals) {
            const refusal = refuse(made, this.world);
            if (refusal) throw new AwsError(made.name, action, refusal);
        }
    }
}

function hashOf(seed: string): string {
    return createHash("sha256").update(seed).digest("hex").slice(0, 17);
}

function notFound(id: string) {
    const fix = "refresh the stack's state: somebody deleted it";
    return { code: "NotFound", message: `${id} does not exist`, fix };
}
