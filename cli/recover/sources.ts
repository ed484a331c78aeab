import * as path from "node:path";

import { readJson } from "../../catalogue/answerFiles";
import { type Call, commandOf, fileOf } from "../../inventory/calls";
import type { Ask } from "../../inventory/readInventory";
import type { Execute, Invocation } from "../command";
import { shellLine } from "./steps";

/** AWS's answers from the files in a folder. */
export function askFolder(given: string, folder: string): (region: string) => Ask {
    return (region) => (call) => {
        const file = path.join(given, fileOf(call));
        const { read, problems } = readJson(`--aws ${file}`, path.resolve(folder, file));
        if (read) return Promise.resolve({ path: file, answer: read.value });
        const hint = `write it with: ${shellLine(commandOf(call, region))} > ${shellLine([file])}`;
        return Promise.resolve({ problems: problems.map((problem) => ({ ...problem, hint })) });
    };
}

/** AWS's answers from the AWS CLI, with the user's own credentials. */
export function askAws({ execute: executeAll }: Pick<Invocation, "execute">): (region: string) => Ask {
    const execute = limited(executeAll, 8);
    return (region) => async (call: Call) => {
        const command = commandOf(call, region);
        const line = shellLine(command);
        const { code, stdout, stderr } = await execute(command);
        const problem = (message: string, hint: string, at = line) => ({
            problems: [{ code: "recover.no-answer" as const, path: at, message, hint }],
        });
        if (code === null) {
            // The same for every command.
            const hint = "install the AWS CLI, or save AWS's answers in a folder and pass --aws";
            return problem(`cannot be run: ${stderr}`, hint, "aws");
        }
        if (code !== 0) {
            return problem(`failed: ${stderr.trim()}`, "check the credentials and permissions of the AWS CLI");
        }
        try {
            return { path: line, answer: JSON.parse(stdout) as unknown };
        } catch (error) {
            return problem(
                `did not print JSON: ${(error as Error).message}`,
                "run it on its own to see what it prints",
            );
        }
    };
}

/** Runs at most this many commands at once: a stack may have hundreds of roles and log groups, and the AWS CLI is a large process. */
function limited(execute: Execute, most: number): Execute {
    const running = new Set<Promise<unknown>>();
    return async (command) => {
        while (running.size >= most) await Promise.race(running);
        const result = execute(command).finally(() => running.delete(result));
        running.add(result);
        return result;
    };
}
