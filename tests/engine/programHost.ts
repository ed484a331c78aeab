import { type ChildProcess, fork } from "node:child_process";

import type { Plugins } from "../../emulator/engine/plugins";

/** A process that runs the program whenever the CLI asks for it, which spares starting one for each deployment. */
interface ProgramHost {
    process: ChildProcess;
    port: number;
}

let host: Promise<ProgramHost> | undefined;

/** Where the CLI finds the program. */
export async function findProgram(): Promise<Plugins> {
    const { port } = await (host ??= startHost());
    return { env: { PULUMI_DEBUG_LANGUAGES: `nodejs:${port}` }, close: () => undefined };
}

/** Ends a program whose engine is gone, and readies another. */
export function endProgram(): void {
    void host?.then(({ process }) => process.kill("SIGKILL"));
    host = startHost();
}

function startHost(): Promise<ProgramHost> {
    const execArgv = ["-r", require.resolve("ts-node/register")];
    const child = fork(require.resolve("./programHostMain"), { execArgv, stdio: "inherit" });
    return new Promise((resolve, reject) => {
        child.once("exit", (code) => reject(new Error(`the program's host ended with ${code}`)));
        child.once("message", (port) => {
            // It is no reason for this process to stay; the host ends with it.
            child.unref();
            child.channel!.unref();
            resolve({ process: child, port: port as number });
        });
    });
}
