import type * as fc from "fast-check";

/** One fuzzer: its inputs, and what must hold for each. */
export interface Fuzzer {
    inputs: fc.Arbitrary<unknown>;
    run(input: unknown): void | Promise<void>;
}

/** A fuzzer of inputs of a type. */
export function fuzzer<Input>(inputs: fc.Arbitrary<Input>, run: (input: Input) => void | Promise<void>): Fuzzer {
    return { inputs, run: (input) => run(input as Input) };
}
