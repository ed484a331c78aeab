import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { findOnPath } from "./onPath";

/** The version of Pulumi's Go modules, which is that of the program's SDK. */
export const wanted = (require("@pulumi/pulumi/package.json") as { version: string }).version;

const modules = path.join(__dirname, "cli");
const local = { GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly" };

/** The folder for what is built from Pulumi's Go modules. */
export function cacheFolder(env: NodeJS.ProcessEnv): string {
    const cache = env.XDG_CACHE_HOME || path.join(env.HOME ?? os.homedir(), ".cache");
    return path.join(cache, "private-vpc", `pulumi-${wanted}`);
}

/**
 * Builds an executable of Pulumi's Go modules.
 *
 * @param what the package's import path
 * @returns what Go reports if it fails
 */
export function buildExecutable(go: string, what: string, target: string, env: NodeJS.ProcessEnv): string | undefined {
    fs.mkdirSync(path.dirname(target), { recursive: true });
    // A concurrent build puts an identical file at the same path.
    const draft = `${target}.${process.pid}`;
    // The same flag as in Pulumi's releases: without a version, the engine does not check the project's required version.
    const stamp = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${wanted}`;
    const flags = ["-v", "-trimpath", "-buildvcs=false", "-tags", "osusergo,grpcnotrace", "-ldflags", stamp];
    const progress = path.join(__dirname, "..", "..", "tools", "goBuild.js");
    const { status, stderr } = spawnSync(process.execPath, [progress, go, "build", ...flags, "-o", draft, what], {
        cwd: modules,
        env: { ...env, ...local },
        stdio: ["ignore", 2, "pipe"],
        encoding: "utf8",
    });
    if (status !== 0) return stderr.trim();
    fs.renameSync(draft, target);
    return undefined;
}

/** Pulumi's code generation for SDKs, which is built once. Usage: `gensdk LANGUAGE FOLDER < schema.json` */
export function codeGenerator(env: NodeJS.ProcessEnv = process.env): string {
    const source = fs.readFileSync(path.join(modules, "gensdk", "main.go"));
    const name = `gensdk-${createHash("sha256").update(source).digest("hex").slice(0, 8)}`;
    const built = path.join(cacheFolder(env), name);
    if (fs.existsSync(built)) return built;
    const failed = buildExecutable(goOf(env), "./gensdk", built, env);
    if (failed !== undefined) throw new Error(`Pulumi's code generation cannot be built: ${failed}`);
    return built;
}

/** The runner of Python programs, a script that Pulumi publishes in a Go module and not in its Python package. */
export function pythonRunner(env: NodeJS.ProcessEnv = process.env): string {
    const copy = path.join(cacheFolder(env), "pulumi-language-python-exec");
    if (!fs.existsSync(copy)) {
        const list = ["list", "-m", "-f", "{{.Dir}}", "github.com/pulumi/pulumi/sdk/v3"];
        spawnSync(goOf(env), ["mod", "download", "github.com/pulumi/pulumi/sdk/v3"], {
            cwd: modules,
            env: { ...env, ...local },
        });
        const { stdout } = spawnSync(goOf(env), list, { cwd: modules, env: { ...env, ...local }, encoding: "utf8" });
        fs.mkdirSync(path.dirname(copy), { recursive: true });
        fs.copyFileSync(path.join(stdout.trim(), "python", "cmd", "pulumi-language-python-exec"), copy);
    }
    return copy;
}

function goOf(env: NodeJS.ProcessEnv): string {
    const go = findOnPath(["go"], env);
    if (!go) throw new Error("this needs Go 1.26 or newer (https://go.dev/doc/install)");
    return go;
}
