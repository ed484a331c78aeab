import * as pulumi from "@pulumi/pulumi";

import type { Warning } from "../plan/problem";
import { logWarnings } from "./logWarnings";

/** The packages that a program and this library share, as peer dependencies. */
const shared = ["@pulumi/pulumi", "@pulumi/aws"];

// By the stack resource, of which each run of a program has its own.
const warned = new WeakSet<pulumi.Resource>();

/** Warns once if the program has loaded several copies of a shared package, as a package manager can install them. */
export function warnOfCopies(component: pulumi.ComponentResource): void {
    const program = pulumi.runtime.getStackResource();
    if (!program || warned.has(program)) return;
    warned.add(program);
    logWarnings(copies(Object.keys(require.cache)), component);
}

/** A warning for each shared package of which several copies are among loaded files. */
export function copies(files: string[]): Warning[] {
    return shared.flatMap((name) => {
        const folder = new RegExp(`^.*[\\\\/]node_modules[\\\\/]${name.replace("/", "[\\\\/]")}(?=[\\\\/])`);
        const folders = [...new Set(files.flatMap((file) => folder.exec(file)?.[0] ?? []))].sort();
        if (folders.length < 2) return [];
        const message =
            `${folders.length} copies of ${name} are loaded, from ${folders.join(" and ")}: resources of one `
            + "are unknown to the other, and each may start a provider of its own. Install a single version, e.g. with the "
            + "command `dedupe` of npm, pnpm or Yarn";
        return [{ code: "component.sdk-copies", message }];
    });
}
