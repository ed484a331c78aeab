import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import * as pulumi from "@pulumi/pulumi";

import type { ProblemCode } from "../../components/plan/problem";
import { EmulatedAws, LookUpError } from "../../emulator/aws/emulatedAws";
import { failure, root } from "../run";
import type { Caused } from "./problemExample";

/** Files by name. Values that are not strings are written as JSON. */
export type Files = { [name: string]: unknown };

/** Runs an action in a copy of the project's folder with these files, which is removed afterwards. */
export async function inFolder<T>(files: Files, action: (folder: string) => Promise<T>): Promise<T> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "problem-"));
    fs.copyFileSync(path.join(root, "Pulumi.yaml"), path.join(folder, "Pulumi.yaml"));
    const before = process.env.PULUMI_NODEJS_ROOT_DIRECTORY;
    process.env.PULUMI_NODEJS_ROOT_DIRECTORY = folder;
    try {
        const project = ["components", "policies", "node_modules", "index.ts", "tsconfig.json"];
        const own = project.filter((name) => !Object.keys(files).some((file) => file.split("/")[0] === name));
        for (const name of own) fs.symlinkSync(path.join(root, name), path.join(folder, name));
        for (const [name, content] of Object.entries(files)) {
            fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
            const file = path.join(folder, name);
            fs.writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
            const saved = new Date("2026-11-21T12:00:00Z");
            fs.utimesSync(file, saved, saved);
        }
        return await action(folder);
    } finally {
        process.env.PULUMI_NODEJS_ROOT_DIRECTORY = before;
        fs.rmSync(folder, { recursive: true });
    }
}

/** Runs an action while AWS does not return the provider's Region. */
export async function withoutRegion<T>(failure: string, action: () => Promise<T>): Promise<T> {
    const { invoke } = EmulatedAws.prototype;
    EmulatedAws.prototype.invoke = function(token, args) {
        if (token.includes("getRegion")) throw new LookUpError(failure);
        return invoke.call(this, token, args);
    };
    return action().finally(() => {
        EmulatedAws.prototype.invoke = invoke;
    });
}

/** The problems that a program fails with. */
export async function problemsOf(run: Promise<unknown>): Promise<Caused[]> {
    const error = await failure(run);
    if (!error.problems) throw error;
    return error.problems as Caused[];
}

/** The problems that a program fails with, or its warnings and those of its plans if it succeeds. */
export async function withWarnings(run: Promise<{ plans: { warnings: Caused[] }[] }>): Promise<Caused[]> {
    const { warn } = pulumi.log;
    const warnings: Caused[] = [];
    const note = async (printed: string) => {
        const [, message, code] = /^(.+) \[(.+)\]$/s.exec(printed)!;
        warnings.push({ code: code as ProblemCode, message: message! });
    };
    Object.assign(pulumi.log, { warn: note });
    try {
        return await run.then(
            ({ plans }) => [...warnings, ...plans.flatMap((plan) => plan.warnings)],
            (error: { problems?: Caused[] }) => {
                if (!error.problems) throw error;
                return error.problems;
            },
        );
    } finally {
        Object.assign(pulumi.log, { warn });
    }
}
