import { createHash } from "node:crypto";

import { effects } from "./effects";
import { AwsError } from "./error";
import { invokes } from "./invokes";
import { outputs } from "./outputs";
import { creationRefusals, deletionRefusal } from "./refusals";
import { type Attributes, type Made, type Surroundings, World } from "./world";

export { AwsError, LookUpError } from "./error";
export type { Attributes, Made, Surroundings } from "./world";

/** One in-memory model of the AWS resources this project makes: ids, computed outputs, look-ups, and refusals. */
export class EmulatedAws {
    private readonly world: World;

    constructor(surroundings: Surroundings = {}) {
        this.world = new World(surroundings);
    }

    /**
     * Makes a resource. A type that is not modelled gets an id, and its inputs back.
     *
     * @throws AwsError where AWS would refuse it.
     */
    create(type: string, name: string, inputs: Attributes): Made {
        const model = outputs[type];
        // The same resource has the same id in every run, so that two plans can be compared.
        const hash = createHash("sha256").update(`${type}::${name}`).digest("hex").slice(0, 17);
        const id = model?.id?.(name, hash, inputs, this.world) ?? `${model?.prefix ?? name}-${hash}`;
        const made: Made = { id, type, name, attributes: inputs };
        for (const refuse of creationRefusals[type] ?? []) {
            const refusal = refuse(made, this.world);
            if (refusal) throw new AwsError(name, "make", refusal);
        }
        made.attributes = { ...inputs, ...model?.added(made, this.world) };
        this.world.add(made);
        effects[type]?.created?.(made, this.world);
        return made;
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
     * @throws LookUpError where it finds nothing, and Error where it is not modelled.
     */
    invoke(token: string, args: Attributes): Attributes {
        const answer = invokes[token];
        if (!answer) throw new Error(`the emulated AWS does not answer ${token}`);
        return answer(args, this.world);
    }
}
