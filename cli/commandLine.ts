import { Command, CommanderError } from "commander";

import { plainText } from "../components/plan/plainText";
import { exitCodes, type Invocation, type Subcommand, UsageError } from "./command";
import { guarded } from "./guardedOutput";

interface Row {
    summary: string;
    load(): Subcommand<never>;
}

/**
 * The commands by their words. The module of a command is loaded only when the command is run: loading all of them takes
 * longer than finding a service.
 */
export const commands: { [words: string]: Row } = {
    "plan": {
        summary: "show what a stack would create, why, and what it costs",
        load: () => (require("./planCommand") as typeof import("./planCommand")).planCommand,
    },
    "services": {
        summary: "find AWS services that have VPC endpoints, with ports, prices and names",
        load: () => (require("./servicesCommand") as typeof import("./servicesCommand")).servicesCommand,
    },
    "lint": {
        summary: "check VPC endpoint policies for what AWS rejects or silently ignores",
        load: () => (require("./lintCommand") as typeof import("./lintCommand")).lintCommand,
    },
    "prove": {
        summary: "prove that no request through a VPC endpoint can carry data out of the network, or show one that can",
        load: () => (require("./proveCommand") as typeof import("./proveCommand")).proveCommand,
    },
    "reach": {
        summary: "find out whether workloads reach services, hosts and addresses, and why not",
        load: () => (require("./reachCommand") as typeof import("./reachCommand")).reachCommand,
    },
    "exits": {
        summary: "list every way out of VPCs, each with its proof or its shortest path",
        load: () => (require("./exitsCommand") as typeof import("./exitsCommand")).exitsCommand,
    },
    "guardrails init": {
        summary: "write a policy pack that checks any stack in its previews and updates",
        load: () =>
            (require("./guardrailsInitCommand") as typeof import("./guardrailsInitCommand")).guardrailsInitCommand,
    },
    "recover": {
        summary: "find out what a deployment that was killed left in AWS, and how to go on",
        load: () => (require("./recoverCommand") as typeof import("./recoverCommand")).recoverCommand,
    },
    "adopt": {
        summary: "write the program and the import file with which a stack adopts a VPC or its endpoints",
        load: () => (require("./adoptCommand") as typeof import("./adoptCommand")).adoptCommand,
    },
    "release": {
        summary: "print how a component's resources leave the state of their stack, and stay in AWS",
        load: () => (require("./releaseCommand") as typeof import("./releaseCommand")).releaseCommand,
    },
    "facts refresh": {
        summary: "update the catalogue of services and prices from what AWS's own tools print",
        load: () => (require("./refreshFactsCommand") as typeof import("./refreshFactsCommand")).refreshFactsCommand,
    },
};

const groups: { [word: string]: string } = {
    guardrails: "check any stack with Pulumi policies",
    facts: "keep the facts about AWS up to date",
};

const help = `
No AWS account, credentials or network are needed, except for adopt and recover.

Exit codes: 0 success, 1 a problem was found, 2 the command line is wrong. reach and exits have more.`;

/** Runs the command that the arguments name; returns its exit code. */
export async function commandLine(given: Invocation): Promise<number> {
    const run = { ...given, stdout: guarded(given.stdout), stderr: guarded(given.stderr) };
    let code: number = exitCodes.success;
    const program = withOutput(new Command("private-vpc"), run)
        .description("Private VPCs and their VPC endpoints: plan them, find services, check policies.")
        .version(version(), "--version", "print the version")
        .addHelpText("after", help);
    const named = run.args[0] === "help" ? run.args.slice(1) : run.args;
    for (const [words, { summary, load }] of Object.entries(commands)) {
        const path = words.split(" ");
        const command = leaf(program, path).summary(summary).description(
            `${summary[0]!.toUpperCase()}${summary.slice(1)}.`,
        );
        if (!path.every((word, index) => named[index] === word)) continue;
        const subcommand = load();
        subcommand.define(command);
        const called = `private-vpc ${words}`;
        command.showHelpAfterError(`\nUsage: ${called} ${command.usage()}\nAll options: ${called} --help`);
        command.action(async () => {
            try {
                code = await subcommand.run(command.args, command.opts() as never, run);
            } catch (error) {
                if (error instanceof UsageError) command.error(`error: ${error.message}`);
                run.stderr.write(`${defect(error)}\n`);
                code = exitCodes.failure;
            }
        });
    }
    try {
        await program.parseAsync(run.args, { from: "user" });
        return code;
    } catch (error) {
        if (!(error instanceof CommanderError)) throw error;
        return error.exitCode === 0 ? exitCodes.success : exitCodes.usage;
    }
}

/** Creates a command, and the groups that its words name. */
function leaf(program: Command, path: string[]): Command {
    return path.reduce((parent, word) => {
        const known = parent.commands.find((command) => command.name() === word);
        return known ?? parent.command(word).description(groups[word] ?? "");
    }, program);
}

/** Subcommands inherit these settings. */
function withOutput(command: Command, { stdout, stderr, env }: Invocation): Command {
    return command
        .exitOverride()
        .showHelpAfterError("\nAll commands: private-vpc --help")
        .configureHelp({ showGlobalOptions: false })
        .configureOutput({
            writeOut: (text) => stdout.write(text),
            writeErr: (text) => stderr.write(text),
            outputError: (text, write) => write(`${linesOf(text).map(plainText).join("\n")}\n${npmHint(text, env)}`),
            getOutHelpWidth: () => stdout.columns || 100,
            getErrHelpWidth: () => stderr.columns || 100,
        });
}

/** What no command should come to: an error of its own code, without its stack trace, which nobody but a developer can use. */
function defect(error: unknown): string {
    const { message = String(error), stack = "" } = Object(error) as Partial<Error>;
    const [, where] = /\n {4}at (?:.*[\\/])?([^\\/]+:\d+):\d+\)?/.exec(stack) ?? [];
    return plainText(
        `error: this is a defect of private-vpc; please report it: ${message}${where ? ` (${where})` : ""}`,
    );
}

/** The message, which quotes arguments that may have lines of their own, and commander's suggestion. */
function linesOf(error: string): string[] {
    const text = error.trimEnd();
    const suggestion = /\n\(Did you mean [\w, -]+\?\)$/.exec(text);
    return suggestion ? [text.slice(0, suggestion.index), suggestion[0].trim()] : [text];
}

/** npm keeps the options before `--` for itself. */
function npmHint(error: string, { npm_command, npm_lifecycle_event: script }: NodeJS.ProcessEnv): string {
    if (npm_command !== "run-script" || !error.includes("too many arguments")) return "";
    return `npm keeps options for itself unless they come after --: npm run ${script} -- --option value\n`;
}

function version(): string {
    for (const file of ["../package.json", "../../package.json"]) {
        try {
            return (require(file) as { version: string }).version;
        } catch {
            // The file is one folder further up in the published package.
        }
    }
    return "unknown";
}
