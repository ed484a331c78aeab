import type { Plan } from "../../../components";
import { runStack } from "../../run";

/** The plan of a stack at the root. */
export async function planOf(stack: string, changed: { [key: string]: string } = {}): Promise<Plan> {
    return (await runStack(stack, changed)).plans[0]!;
}
