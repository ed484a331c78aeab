import * as path from "node:path";

import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

import { pythonRunner } from "../goModules";
import { configOf, namedArguments, optionsOf } from "./runRequest";

/** Runs a program with the SDK's own runner, in the project's virtual environment, as pulumi-language-python does. */
export function pythonCommand(asked: RunRequest, engine: string) {
    const info = asked.getInfo()!;
    const named = {
        ...namedArguments(asked, engine),
        root_directory: info.getRootDirectory(),
        dry_run: String(asked.getDryrun()),
    };
    const { virtualenv } = optionsOf(asked);
    return {
        file: virtualenv ? path.resolve(info.getRootDirectory(), String(virtualenv), "bin", "python") : "python3",
        args: [
            pythonRunner(),
            ...Object.entries(named).flatMap(([name, value]) => (value === "" ? [] : [`--${name}`, value])),
            info.getEntryPoint(),
            ...asked.getArgsList(),
        ],
        env: {
            PULUMI_CONFIG: JSON.stringify(configOf(asked)),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(asked.getConfigsecretkeysList()),
        },
    };
}
