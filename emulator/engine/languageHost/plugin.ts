import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import * as path from "node:path";

import type { RunPluginRequest, RunPluginResponse } from "@pulumi/pulumi/proto/language_pb";

import type { Answers } from "../grpc";
import { findOnPath } from "../onPath";

const language = require("@pulumi/pulumi/proto/language_pb") as typeof import("@pulumi/pulumi/proto/language_pb");

/** The SDK's runner of plugins; the error is that of pulumi-language-nodejs. */
function runnerIn(folder: string): string {
    try {
        return createRequire(path.join(folder, "package.json")).resolve("@pulumi/pulumi/cmd/run-plugin");
    } catch {
        const fix = `Have you run npm install in ${folder}?`;
        throw new Error(`It looks like the Pulumi SDK has not been installed. ${fix}`);
    }
}

/** Runs a provider with the SDK's own runner, as pulumi-language-nodejs does, until the CLI no longer waits for it. */
export function runPlugin(asked: RunPluginRequest, { send, signal }: Answers): Promise<void> {
    const folder = asked.getInfo()!.getProgramDirectory();
    if (!findOnPath(["node"])) throw new Error(`exec: "node": executable file not found in $PATH`);
    const runner = runnerIn(folder);
    const environment = asked.getEnvList().map((entry) => entry.split(/=(.*)/s).slice(0, 2) as [string, string]);
    const child = spawn(process.execPath, [runner, folder, ...asked.getArgsList()], {
        // A relative path would be relative to the CLI's working directory, which this process does not share.
        cwd: path.isAbsolute(asked.getPwd()) ? asked.getPwd() : folder,
        env: { ...Object.fromEntries(environment), PULUMI_NODEJS_TYPESCRIPT: "true" },
        stdio: ["ignore", "pipe", "pipe"],
    });
    const answer = (set: (response: RunPluginResponse) => void) => {
        const response = new language.RunPluginResponse();
        set(response);
        if (!signal.aborted) send(response);
    };
    signal.addEventListener("abort", () => child.kill("SIGKILL"));
    child.stdout.on("data", (data: Buffer) => answer((response) => response.setStdout(data)));
    child.stderr.on("data", (data: Buffer) => answer((response) => response.setStderr(data)));
    return new Promise((resolve, reject) => {
        child.on("error", reject);
        child.on("close", (code) => {
            answer((response) => response.setExitcode(code ?? 1));
            resolve();
        });
    });
}
