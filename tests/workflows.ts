import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { root } from "./run";

/** The parts of a GitHub Actions workflow that tests read. */
export interface Workflow {
    on: unknown;
    permissions: unknown;
    jobs: { [id: string]: Job };
}

export interface Job {
    name?: string;
    if?: string;
    needs?: string[];
    environment?: string;
    concurrency?: { group: string; "cancel-in-progress"?: boolean };
    strategy?: { "max-parallel"?: number; matrix: { include?: string; node?: number[] } };
    permissions?: { [scope: string]: string };
    steps: Step[];
}

export interface Step {
    id?: string;
    name?: string;
    if?: string;
    uses?: string;
    with?: { [input: string]: unknown };
    env?: { [name: string]: string };
    run?: string;
}

export const workflowsFolder = path.join(root, ".github", "workflows");

/** The text of a workflow. */
export function workflowText(file: string): string {
    return fs.readFileSync(path.join(workflowsFolder, file), "utf8");
}

/** Parses a workflow's YAML. */
export function readWorkflow(file: string): Workflow {
    return yaml.load(workflowText(file)) as Workflow;
}

export interface StepResult {
    code: number | null;
    output: string;
    /** What the step wrote to the job's summary. */
    summary: string;
    /** The step's outputs. */
    outputs: { [name: string]: string };
}

/** A folder that emulates a runner: a working directory, a temporary directory, and commands that replace real ones. */
export class Runner {
    readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "runner-"));
    readonly work = path.join(this.folder, "work");
    readonly temp = path.join(this.folder, "temp");
    private readonly commands = path.join(this.folder, "commands");

    constructor() {
        for (const folder of [this.work, this.temp, this.commands]) fs.mkdirSync(folder);
    }

    /** Replaces a command with a bash script. */
    command(name: string, script: string): void {
        fs.writeFileSync(path.join(this.commands, name), `#!/usr/bin/env bash\n${script}\n`, { mode: 0o755 });
    }

    /** Runs a step's script as GitHub does with `shell: bash`. */
    run(file: string, job: string, step: string, env: { [name: string]: string } = {}): StepResult {
        const { run } = readWorkflow(file).jobs[job]!.steps.find(({ name }) => name === step)!;
        const script = path.join(this.folder, "step.sh");
        const summary = path.join(this.folder, "summary");
        fs.writeFileSync(script, run!);
        fs.writeFileSync(summary, "");
        const outputs = path.join(this.folder, "outputs");
        fs.writeFileSync(outputs, "");
        const { status, stdout, stderr } = spawnSync("bash", ["--noprofile", "--norc", "-eo", "pipefail", script], {
            cwd: this.work,
            env: {
                PATH: `${this.commands}:${process.env.PATH}`,
                HOME: this.folder,
                RUNNER_TEMP: this.temp,
                GITHUB_STEP_SUMMARY: summary,
                GITHUB_OUTPUT: outputs,
                ...env,
            },
            encoding: "utf8",
        });
        return {
            code: status,
            output: stdout + stderr,
            summary: fs.readFileSync(summary, "utf8"),
            outputs: Object.fromEntries(
                fs.readFileSync(outputs, "utf8").trim().split("\n").map((line) => line.split(/=(.*)/s).slice(0, 2)),
            ) as { [name: string]: string },
        };
    }

    remove(): void {
        fs.rmSync(this.folder, { recursive: true, force: true });
    }
}
