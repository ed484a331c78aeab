import type { ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import { Command, type CommanderError } from "commander";
import * as yaml from "js-yaml";

import { type Cli, findCli } from "../emulator/engine/cli";
import { Workspace } from "../emulator/engine/workspace";
import { exitCodes, type Invocation } from "./command";

const details = `
Deploys the stack dev with the real Pulumi CLI to an emulated AWS account, changes it, and destroys it: without AWS
account, credentials or network, in a temporary folder that is removed at the end.

It uses the CLI on PATH if its version fits. Otherwise it builds the CLI once from its Go modules, which takes Go, the
network and a few minutes.

Exit codes: 0 all steps are done, 1 a step failed or could not start, 2 the command line is wrong.`;

/** The steps: a CLI command, and the services that the stack is changed to before it. */
const steps: { title: string; services?: string[]; command: string[] }[] = [
    { title: "The first deployment of Pulumi.dev.yaml", command: ["up", "--yes", "--skip-preview"] },
    {
        title: "A change: private-vpc:services without sqs, with sns",
        services: ["logs", "dynamodb", "sns"],
        command: ["preview"],
    },
    { title: "The change is deployed", command: ["up", "--yes", "--skip-preview"] },
    { title: "Everything is destroyed", command: ["destroy", "--yes", "--skip-preview"] },
];

const stack = "dev";

/** Runs `npm run demo`; returns its exit code. */
export async function demoCommand(run: DemoInvocation): Promise<number> {
    const { stdout, stderr } = run;
    const command = new Command("npm run demo").exitOverride().showHelpAfterError().addHelpText("after", details)
        .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });
    try {
        command.parse(run.args, { from: "user" });
    } catch (error) {
        return (error as CommanderError).exitCode === 0 ? exitCodes.success : exitCodes.usage;
    }
    return main(run);
}

type DemoInvocation = Omit<Invocation, "runStack">;

async function main(run: DemoInvocation): Promise<number> {
    let cli: Cli;
    try {
        cli = findCli(run.env, (line) => run.stdout.write(`${line}\n`));
    } catch (error) {
        run.stderr.write(`The demo cannot run: ${(error as Error).message}\n`);
        return 1;
    }
    const workspace = new Workspace(cli);
    run.stdout.write(
        `This is Pulumi ${cli.version} (${cli.file}) with this repository's program, deploying to an emulated AWS\n`
            + `account: no credentials, no network, no cost. Everything is in ${workspace.folder}, which is removed at the end.\n`,
    );
    try {
        return await show(workspace, run);
    } finally {
        workspace.remove();
        run.stdout.write(`${workspace.folder} is removed, with the stack and its state.\n`);
    }
}

async function show(workspace: Workspace, { stdout, stderr }: DemoInvocation): Promise<number> {
    const file = fs.readFileSync(path.join(__dirname, "..", `Pulumi.${stack}.yaml`), "utf8");
    const { config } = yaml.load(file) as { config: { [key: string]: unknown } };
    workspace.configure(stack, config);
    const made = await workspace.run("stack", "init", stack);
    if (made.code !== 0) {
        stderr.write(made.stderr);
        return 1;
    }
    for (const [index, { title, services, command }] of steps.entries()) {
        if (services) workspace.configure(stack, { ...config, "private-vpc:services": services });
        stdout.write(`\n${index + 1}/${steps.length} ${title}\n$ pulumi ${command.join(" ")}\n\n`);
        const child = await workspace.start([...command, "--suppress-outputs", "--stack", stack], "inherit");
        if (await ended(child) !== 0) {
            stderr.write(`\nThe demo stopped at step ${index + 1} of ${steps.length}.\n`);
            return 1;
        }
    }
    return 0;
}

/** Waits for the CLI, which handles interrupts itself, so that the folder can be removed after it has exited. */
function ended(child: ChildProcess): Promise<number | null> {
    // The terminal sends Ctrl-C to the CLI too.
    const wait = () => undefined;
    const pass = () => void child.kill("SIGINT");
    process.on("SIGINT", wait).on("SIGTERM", pass);
    return new Promise((resolve) =>
        child.on("close", (code) => {
            process.off("SIGINT", wait).off("SIGTERM", pass);
            resolve(code);
        })
    );
}
