import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { findOnPath } from "./onPath";

/** The CLI version that matches the program's SDK. A CLI on PATH may be newer. */
export const wanted = (require("@pulumi/pulumi/package.json") as { version: string }).version;

export interface Cli {
    /** The path of the executable. */
    file: string;
    version: string;
    /** Its origin: `PATH`, or built from its Go modules, now or earlier. */
    from: "PATH" | "Go modules";
    /** Whether `pulumi-language-nodejs` is in the same folder. */
    hasLanguageHost: boolean;
}

const modules = path.join(__dirname, "cli");
const executable = "pulumi";

/**
 * The CLI from PATH if it is new enough, otherwise one built once from its Go modules, which takes a few minutes.
 *
 * @throws an Error that names what is missing.
 */
export function findCli(env: NodeJS.ProcessEnv = process.env, note: (line: string) => void = console.error): Cli {
    const onPath = findOnPath([executable], env);
    const version = onPath && versionOf(onPath, env);
    if (onPath && version && fits(version)) return described(onPath, version, "PATH");
    const built = path.join(cacheFolder(env), executable);
    if (!fs.existsSync(built)) build(built, env, onPath && tooOld(onPath, version), note);
    return described(built, wanted, "Go modules");
}

function described(file: string, version: string, from: Cli["from"]): Cli {
    const host = path.join(path.dirname(fs.realpathSync(file)), "pulumi-language-nodejs");
    return { file, version, from, hasLanguageHost: fs.existsSync(host) };
}

function build(target: string, env: NodeJS.ProcessEnv, tooOld: string | undefined, note: (line: string) => void) {
    const missing = tooOld ?? "there is no pulumi on PATH";
    const go = findOnPath(["go"], env);
    if (!go) {
        const fix = `Install the Pulumi CLI ${wanted} or newer (https://www.pulumi.com/docs/install/), `
            + "or Go 1.26 or newer (https://go.dev/doc/install) to build it";
        throw new Error(`${missing}, and there is no Go to build it with. ${fix}.`);
    }
    note(
        `${missing}: building Pulumi ${wanted} from its Go modules into ${
            path.dirname(target)
        }; this takes a few minutes, once`,
    );
    fs.mkdirSync(path.dirname(target), { recursive: true });
    // A concurrent build puts an identical file at the same path.
    const draft = `${target}.${process.pid}`;
    // The same flag as in Pulumi's releases: without a version, the engine does not check the project's required version.
    const stamp = `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${wanted}`;
    const command = [
        "build",
        "-v",
        "-trimpath",
        "-buildvcs=false",
        "-tags",
        "osusergo,grpcnotrace",
        "-ldflags",
        stamp,
        "-o",
        draft,
    ];
    const progress = path.join(__dirname, "..", "..", "tools", "goBuild.js");
    const built = spawnSync(
        process.execPath,
        [progress, go, ...command, "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi"],
        {
            cwd: modules,
            env: { ...env, GOTOOLCHAIN: "local", GOFLAGS: "-mod=readonly" },
            stdio: ["ignore", 2, "pipe"],
            encoding: "utf8",
        },
    );
    if (built.status !== 0) throw new Error(`${missing}, and it cannot be built with ${go}:\n${built.stderr.trim()}`);
    fs.renameSync(draft, target);
}

function cacheFolder(env: NodeJS.ProcessEnv): string {
    const cache = env.XDG_CACHE_HOME || path.join(env.HOME ?? os.homedir(), ".cache");
    return path.join(cache, "private-vpc", `pulumi-${wanted}`);
}

function versionOf(file: string, env: NodeJS.ProcessEnv): string | undefined {
    const asked = spawnSync(file, ["version"], { env: { ...env, PULUMI_SKIP_UPDATE_CHECK: "true" }, encoding: "utf8" });
    return /^v?(\d+\.\d+\.\d+)/.exec(asked.stdout ?? "")?.[1];
}

function tooOld(file: string, version: string | undefined): string {
    return `${file} is ${
        version ? `version ${version}` : "of an unknown version"
    }, and ${wanted} or a newer 3.x is needed`;
}

function fits(version: string): boolean {
    const [major, minor, patch] = version.split(".").map(Number);
    const [wantedMajor, wantedMinor, wantedPatch] = wanted.split(".").map(Number);
    return major === wantedMajor && (minor! > wantedMinor! || (minor === wantedMinor && patch! >= wantedPatch!));
}
