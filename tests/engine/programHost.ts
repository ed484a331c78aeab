import { type ChildProcess, fork } from "node:child_process";

import type { Plugins } from "../../emulator/engine/plugins";

/** A process that runs the program whenever the CLI requests it, instead of one new process per deployment. */
interface ProgramHost {
    process: ChildProcess;
    port: number;
}

let host: Promise<ProgramHost> | undefined;

/** The plugin through which the CLI finds the program. */
export async function findProgram(): Promise<Plugins> {
    const { port } = await (host ??= startHost());
    return { env: { PULUMI_DEBUG_LANGUAGES: `nodejs:${port}` }, close: () => undefined };
}

/** Kills a program whose deployment failed or was killed, and starts a new host. */
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
            // The host must not keep this process alive; it exits with it.
            child.unref();
            child.channel!.unref();
            resolve({ process: child, port: port as number });
        });
    });
}
