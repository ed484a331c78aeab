import { type Attributes, EmulatedAws, type Made } from "../emulator/aws/emulatedAws";
import { runOffline, type RunOptions } from "../emulator/runProgram";

/** What an emulated account has after a program ran in it, in the order of creation. */
export async function madeBy(program: () => unknown, options: RunOptions = {}): Promise<Made[]> {
    const registered: { type: string; name: string; inputs: Attributes }[] = [];
    const config = { "aws:region": "us-east-1" };
    await runOffline(program, {
        config,
        ...options,
        newResource: ({ type, name, inputs, custom }) => void (custom && registered.push({ type, name, inputs })),
    });
    const aws = new EmulatedAws({ region: "us-east-1", ...options.context });
    for (const { type, name, inputs } of registered) aws.create(type, name, inputs);
    return aws.state.made;
}
