import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { awsCli } from "../../emulator/awsCli/awsCli";
import { privateVpc } from "../cli/commandRun";
import type { Command, Disturbed } from "./deployment";
import { commandsIn, DocsPage } from "./docsPage";
import { withAwsCli } from "./withAwsCli";

const execute = promisify(execFile);
const page = new DocsPage("recovery.md");

/** Pulumi's commands that prompt for confirmation. On a terminal, the reader answers the prompt. */
const asking = ["cancel", "destroy", "import", "refresh", "state", "up"];

/** Somebody who follows docs/recovery.md, with no other means. */
export class Recovering {
    /** The commands that `private-vpc recover` printed and that were run. */
    readonly typed: string[] = [];

    constructor(
        private readonly deployment: Disturbed,
        /** What the deployment was: the page says to run it again. */
        private readonly command: Command = "up",
    ) {}

    /** Whether the page's last command, which completes the deployment, was run. */
    get deployed(): boolean {
        return this.typed.some((command) => command.startsWith(`pulumi ${this.command} `));
    }

    /** Follows the page to its end: unlock, find out what to do, do it. */
    async recover(): Promise<void> {
        await this.follow("1. Unlock the stack");
        // What was found and done may uncover more: an endpoint that AWS is still deleting, for example.
        for (let round = 0; round < 3; round++) {
            const [printed] = await this.follow("2. Find out what to do");
            const commands = indented(printed!);
            if (commands.length === 0) return;
            for (const printed of commands) {
                const command = printed.map((word, index) => (index === 1 && word === "up" ? this.command : word));
                this.typed.push(command.join(" "));
                await this.run(command);
            }
        }
        assert.fail(`the steps never end:\n${this.typed.join("\n")}`);
    }

    /** What `private-vpc recover` prints now. */
    async findings(): Promise<string> {
        const [printed] = await this.follow("2. Find out what to do");
        return printed!;
    }

    /** Runs the commands of a section. Returns the output of each. */
    async follow(heading: string, from = 0, to?: number): Promise<string[]> {
        const printed: string[] = [];
        for (const command of page.commandsUnder(heading, { " dev": ` ${this.deployment.name}` }).slice(from, to)) {
            printed.push(await this.run(command));
        }
        return printed;
    }

    /** Runs a section's first block with bash, and then the commands of its second one. Returns what the last one prints. */
    async followOffline(heading: string): Promise<string> {
        const [script, commands] = page.blocksUnder(heading);
        const { project, account } = this.deployment;
        await withAwsCli(account.aws, project, async (env) => {
            // Bash reads its startup file where its standard input is a socket, as Node.js makes it.
            const done = await execute("bash", ["--norc", "-euo", "pipefail", "-c", script!.text], {
                cwd: project,
                env,
            });
            assert.equal(done.stderr, "");
        });
        const printed: string[] = [];
        for (const command of commandsIn(commands!)) printed.push(await this.run(command));
        return printed.at(-1)!;
    }

    /** Runs a command as a shell would, with the emulated account for the AWS CLI. */
    private async run([program, ...args]: string[]): Promise<string> {
        if (program === "npx") return this.privateVpc(args.slice(1));
        const { code, stdout, stderr } = await this.execute([
            program!,
            ...args,
            ...(program === "pulumi" && asking.includes(args[0]!) ? ["--yes"] : []),
        ]);
        assert.equal(code, 0, `${[program, ...args].join(" ")}\n${stdout}\n${stderr}`);
        return stdout;
    }

    /** `private-vpc recover` exits with 1 if there is something to do. */
    private async privateVpc(args: string[]): Promise<string> {
        const { code, stdout, stderr } = await privateVpc(args, {
            folder: this.deployment.project,
            execute: (command) => this.execute(command),
        });
        assert.equal(stderr, "");
        assert.equal(code, indented(stdout).length > 0 ? 1 : 0, stdout);
        return stdout;
    }

    private async execute([program, ...args]: string[]) {
        if (program === "aws") return awsCli(this.deployment.account.aws, args);
        assert.equal(program, "pulumi");
        return this.deployment.run(...args);
    }
}

/** The indented lines of a text, each split into words. */
export function indented(text: string): string[][] {
    const lines = text.split("\n").filter((line) => line.startsWith("    ")).map((line) => line.trim());
    return lines.length === 0 ? [] : commandsIn({ language: "bash", text: lines.join("\n") });
}
