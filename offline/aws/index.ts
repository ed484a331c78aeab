import { createHash } from "node:crypto";

import { type Attributes, invokes, type Made, resources, type World } from "./model";

/** AWS's documented example account. */
const exampleAccountId = "123456789012";

/** One in-memory model of the AWS resources this project makes: ids, computed outputs, answers to look-ups. */
export class EmulatedAws {
    private readonly world: World;

    /** @param region the Region the provider works in, e.g. `us-east-1`; without one, `getRegion` has no answer. */
    constructor(region?: string, accountId = exampleAccountId) {
        this.world = { region, accountId, made: new Map() };
    }

    /** Makes a resource. A type that is not modelled gets an id, and its inputs back. */
    create(type: string, name: string, inputs: Attributes): Made {
        const model = resources[type];
        // The same resource has the same id in every run, so that two plans can be compared.
        const hash = createHash("sha256").update(`${type}::${name}`).digest("hex").slice(0, 17);
        const id = model ? `${model.prefix}-${hash}` : `${name}-${hash}`;
        const made: Made = { id: model?.id?.(name, hash) ?? id, type, name, attributes: inputs };
        made.attributes = { ...inputs, ...model?.outputs(made, this.world) };
        this.world.made.set(made.id, made);
        return made;
    }

    /** Answers a look-up, or refuses one that is not modelled. */
    invoke(token: string, args: Attributes): Attributes {
        const answer = invokes[token];
        if (!answer) throw new Error(`the emulated AWS does not answer ${token}`);
        return answer(args, this.world);
    }
}
