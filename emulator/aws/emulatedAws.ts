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

/** One in-memory model of the AWS resources this project makes: ids, computed outputs, look-ups, and refusals. */
export class EmulatedAws {
    private readonly world: World;

    /** An account with nothing in it, or with what an earlier one kept. */
    constructor(context: AwsContext = {}, state?: AccountState) {
        this.world = new World(context, state);
    }

    /** What the account keeps, for a later one. */
    get state(): AccountState {
        return this.world.state;
    }

    /**
     * Makes a resource. A type that is not modelled gets an id, and its inputs back.
     *
     * @throws AwsError where AWS would refuse it.
     */
    create(type: string, name: string, inputs: Attributes): Made {
        const model = outputs[type];
        const seed = `${type}::${name}`;
        const earlier = this.world.count(type, name) - 1;
        // The same resource has the same id in every run, so that two plans can be compared; its successor has another.
        const hash = hashOf(earlier === 0 ? seed : `${seed}::${earlier}`);
        const id = model?.id?.(name, hash, inputs, this.world) ?? `${model?.prefix ?? name}-${hash}`;
        const made: Made = { id, type, name, attributes: sentInputs(type, inputs) };
        this.refuse("make", made, creationRefusals[type]);
        this.world.add(this.completed(made));
        effects[type]?.created?.(made, this.world);
        return made;
    }

    /**
     * Changes a resource's inputs, in place.
     *
     * @throws AwsError where AWS would refuse it, or there is no such resource.
     */
    update(id: string, inputs: Attributes): Made {
        const before = this.world.find(id);
        if (!before) throw new AwsError(id, "change", notFound(id));
        const made = { ...before, attributes: sentInputs(before.type, inputs) };
        this.refuse("change", made, updateRefusals[made.type]);
        this.world.remove(id);
        try {
            this.refuse("change", made, creationRefusals[made.type]);
        } finally {
            this.world.add(before);
        }
        this.world.add(this.completed(made));
        return made;
    }

    /** A resource as it is now, by id. */
    read(id: string): Made | undefined {
        return this.world.find(id);
    }

    /**
     * Deletes a resource.
     *
     * @throws AwsError where something still needs it.
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
     * Answers a look-up.
     *
     * @throws LookUpError where it finds nothing or is denied, and Error where it is not modelled.
     */
    invoke(token: string, args: Attributes): Attributes {
        const answer = invokes[token];
        if (!answer) throw new Error(`the emulated AWS does not answer ${token}`);
        const denial = denialOf(token, this.world);
        if (denial) throw denial;
        return answer(args, this.world);
    }

    /** The names of what AWS adds to a resource of a type, unknown before it is made. */
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
