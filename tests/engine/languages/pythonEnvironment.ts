import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { cacheFolder, wanted } from "../../../emulator/engine/goModules";

/** The Python packages of the tests: the SDK in the version of the CLI, the type checker, and what generated SDKs need. */
const packages = [`pulumi==${wanted}`, "mypy==2.4.1", "parver==0.5", "wheel==0.45.1"];

/** A virtual environment with these packages, which is created once. */
export function pythonFolder(): string {
    const folder = path.join(cacheFolder(process.env), "python", packages.join(",").replaceAll("=", "-"));
    if (fs.existsSync(folder)) return folder;
    const draft = `${folder}.${process.pid}`;
    run("python3", "-m", "venv", draft);
    // The scripts that pip writes name the folder, so only `python` is used.
    run(
        path.join(draft, "bin", "python"),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        ...packages,
    );
    fs.renameSync(draft, folder);
    return folder;
}

function run(file: string, ...args: string[]): void {
    const { status, stderr, error } = spawnSync(file, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${file} ${args.join(" ")}: ${error?.message ?? stderr}`);
}
