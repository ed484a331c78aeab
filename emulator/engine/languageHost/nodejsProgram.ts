import { createRequire } from "node:module";
import * as path from "node:path";

import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

import { configOf, namedArguments, optionsOf } from "./runRequest";

/** Runs a program with the SDK's own runner, as pulumi-language-nodejs does. */
export function nodejsCommand(asked: RunRequest, engine: string) {
    const info = asked.getInfo()!;
    const named = { ...namedArguments(asked, engine), "root-directory": info.getRootDirectory() };
    // The keys that the SDK expects: `project:config:key`.
    const config = Object.entries(configOf(asked)).map(([key, value]) => [key.replace(":", ":config:"), value]);
    return {
        file: process.execPath,
        args: [
            createRequire(path.join(info.getProgramDirectory(), "package.json")).resolve("@pulumi/pulumi/cmd/run"),
            ...Object.entries(named).flatMap(([name, value]) => [`--${name}`, value]),
            ...(asked.getDryrun() ? ["--dry-run"] : []),
            info.getEntryPoint(),
            ...asked.getArgsList(),
        ],
        env: {
            PULUMI_CONFIG: JSON.stringify(Object.fromEntries(config)),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(asked.getConfigsecretkeysList()),
            PULUMI_NODEJS_TYPESCRIPT: String(optionsOf(asked).typescript !== false),
        },
    };
}
