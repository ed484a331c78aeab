import type * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import type { Call } from "./calls";
import { parseAnswer } from "./parseAnswer";

/** The answer to a call of the AWS CLI, as JSON, and where it is from; or why there is none. */
export type Ask = (call: Call) => Promise<{ path: string; answer: unknown } | { problems: Problem[] }>;

/** Reads the answer to a call. */
export type Read = ReturnType<typeof answersOf>["read"];

/** Reads answers one by one, and collects the problems with them. What is not answered is undefined. */
export function answersOf(ask: Ask) {
    const problems: Problem[] = [];
    const read = async <Schema extends v.GenericSchema>(
        call: Call,
        schema: Schema,
    ): Promise<v.InferOutput<Schema> | undefined> => {
        const answered = await ask(call);
        if ("problems" in answered) return void problems.push(...answered.problems);
        const { value, problems: wrong } = parseAnswer(call, answered.path, schema, answered.answer);
        problems.push(...wrong);
        return value;
    };
    return { read, problems };
}
