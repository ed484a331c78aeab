import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { buildExecutable, cacheFolder, wanted } from "./goModules";
import { type Language, languages } from "./languageHost/languages";
import { findOnPath } from "./onPath";

export interface Cli {
    /** The path of the executable. */
    file: string;
    version: string;
    /** Its origin: `PATH`, or built from its Go modules, now or earlier. */
    from: "PATH" | "Go modules";
    /** The languages whose host, e.g. `pulumi-language-nodejs`, is in the same folder. */
    languageHosts: Language[];
}

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
    const folder = path.dirname(fs.realpathSync(file));
    const languageHosts = languages.filter((language) =>
        fs.existsSync(path.join(folder, `pulumi-language-${language}`))
    );
    return { file, version, from, languageHosts };
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
    const failed = buildExecutable(go, "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi", target, env);
    if (failed !== undefined) throw new Error(`${missing}, and it cannot be built with ${go}:\n${failed}`);
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
