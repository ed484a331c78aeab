import type { ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { findCli } from "./engine/cli";
import { Workspace } from "./engine/workspace";

/** What is shown: a command of the CLI, and what is changed of the stack before it. */
const steps: { title: string; services?: string[]; command: string[] }[] = [
    { title: "The first deployment of Pulumi.dev.yaml", command: ["up", "--yes", "--skip-preview"] },
    {
        title: "A change: private-vpc:services without sqs, with sns",
        services: ["logs", "dynamodb", "sns"],
        command: ["preview"],
    },
    { title: "The change is made", command: ["up", "--yes", "--skip-preview"] },
    { title: "Everything is taken away again", command: ["destroy", "--yes", "--skip-preview"] },
];

const stack = "dev";

async function demo(workspace: Workspace): Promise<number> {
    const file = fs.readFileSync(path.join(__dirname, "..", `Pulumi.${stack}.yaml`), "utf8");
    const { config } = yaml.load(file) as { config: { [key: string]: unknown } };
    workspace.configure(stack, config);
    await workspace.run("stack", "init", stack);
    for (const [index, { title, services, command }] of steps.entries()) {
        if (services) workspace.configure(stack, { ...config, "private-vpc:services": services });
        console.log(`\n${index + 1}/${steps.length} ${title}\n$ pulumi ${command.join(" ")}\n`);
        const code = await ended(
            await workspace.start([...command, "--suppress-outputs", "--stack", stack], "inherit"),
        );
        if (code !== 0) return code;
    }
    return 0;
}

function ended(child: ChildProcess): Promise<number> {
    return new Promise((resolve) => child.on("close", (code) => resolve(code ?? 1)));
}

async function main(): Promise<number> {
    const cli = findCli();
    const workspace = new Workspace(cli);
    // The CLI hears of Ctrl-C too and ends in its own way; the folder is removed after it.
    for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => undefined);
    console.log(
        `This is Pulumi ${cli.version} (${cli.file}) with this repository's program, deploying to an AWS account that is\n`
            + `emulated: no credentials, no network, no cost. All of it is kept in ${workspace.folder}, removed at the end.`,
    );
    try {
        return await demo(workspace);
    } finally {
        workspace.remove();
    }
}

main().then((code) => {
    process.exitCode = code;
}, (error: Error) => {
    console.error(`The demo cannot run: ${error.message}`);
    process.exitCode = 1;
});
