import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

import { configOf } from "./runRequest";

/** Compiles a program and runs it with the SDK's environment variables, as pulumi-language-go does. */
export function goCommand(asked: RunRequest, engine: string) {
    const info = asked.getInfo()!;
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-go-")), "program");
    const built = spawnSync("go", ["build", "-buildvcs=false", "-trimpath", "-ldflags", "-w -s", "-o", file], {
        cwd: info.getProgramDirectory(),
        encoding: "utf8",
    });
    if (built.status !== 0) throw new Error(`unable to run \`go build\`: ${built.stderr}`);
    return {
        file,
        args: [],
        env: {
            PULUMI_ORGANIZATION: asked.getOrganization(),
            PULUMI_PROJECT: asked.getProject(),
            PULUMI_ROOT_DIRECTORY: info.getRootDirectory(),
            PULUMI_STACK: asked.getStack(),
            PULUMI_CONFIG: JSON.stringify(configOf(asked)),
            PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(asked.getConfigsecretkeysList()),
            PULUMI_DRY_RUN: String(asked.getDryrun()),
            PULUMI_PARALLEL: String(asked.getParallel()),
            PULUMI_MONITOR: asked.getMonitorAddress(),
            PULUMI_ENGINE: engine,
        },
    };
}
