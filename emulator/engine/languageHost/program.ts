import { type ChildProcess, spawn } from "node:child_process";
import { createRequire } from "node:module";
import * as path from "node:path";

import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

/** How a program ended. */
export interface Ended {
    /** Whether the program reported its errors to the engine itself. */
    reported: boolean;
    /** Any other error. */
    error?: string;
}

/** The exit code of a program that has reported its errors. Source: @pulumi/pulumi/cmd/run */
const reported = 32;

/** Runs a program with the SDK's own runner, as pulumi-language-nodejs does. */
export function runProgram(asked: RunRequest, engine: string, note: (child: ChildProcess) => void): Promise<Ended> {
    const folder = asked.getInfo()!.getProgramDirectory();
    const options = (asked.getInfo()!.getOptions()?.toJavaScript() ?? {}) as { typescript?: boolean };
    const runner = createRequire(path.join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run");
    const child = spawn(process.execPath, [runner, ...argumentsOf(asked, engine)], {
        cwd: folder,
        stdio: ["ignore", "inherit", "inherit"],
        env: {
            ...process.env,
            PULUMI_CONFIG: JSON.stringify(configOf(asked)),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(asked.getConfigsecretkeysList()),
            PULUMI_NODEJS_TYPESCRIPT: String(options.typescript !== false),
        },
    });
    note(child);
    return new Promise((resolve) => {
        child.on("close", (code, signal) => {
            const error = signal ? `the program was ended by ${signal}` : `the program ended with exit code ${code}`;
            resolve({ reported: code === reported, error: code === 0 || code === reported ? undefined : error });
        });
    });
}

function argumentsOf(asked: RunRequest, engine: string): string[] {
    const info = asked.getInfo()!;
    const named = {
        monitor: asked.getMonitorAddress(),
        engine,
        organization: asked.getOrganization(),
        project: asked.getProject(),
        "root-directory": info.getRootDirectory(),
        stack: asked.getStack(),
        pwd: info.getProgramDirectory(),
        parallel: String(asked.getParallel()),
    };
    return [
        ...Object.entries(named).flatMap(([name, value]) => [`--${name}`, value]),
        ...(asked.getDryrun() ? ["--dry-run"] : []),
        info.getEntryPoint(),
        ...asked.getArgsList(),
    ];
}

/** The stack's config with the keys that the SDK expects: `project:config:key`. */
function configOf(asked: RunRequest): { [key: string]: string } {
    const entries = asked.getConfigMap().toArray() as [string, string][];
    return Object.fromEntries(entries.map(([key, value]) => [key.replace(":", ":config:"), value]));
}
