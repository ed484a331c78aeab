import * as fs from "node:fs";

import { type Invocation, invocation } from "./command";

/** The commands by name. Each is loaded only when run, because loading Pulumi takes longer than finding a service. */
const commands: { [name: string]: (run: Invocation) => number | Promise<number> } = {
    "demo": (run) => (require("./demoCommand") as typeof import("./demoCommand")).demoCommand(run),
    "facts:refresh": (run) =>
        (require("./refreshFactsCommand") as typeof import("./refreshFactsCommand")).refreshFactsCommand(run),
    "lint:policies": (run) => {
        const { lintCommand } = require("./lintCommand") as typeof import("./lintCommand");
        return lintCommand({ ...run, stdin: () => fs.readFileSync(0, "utf8") });
    },
    "plan": (run) => (require("./planCommand") as typeof import("./planCommand")).planCommand(run),
    "services": (run) => (require("./servicesCommand") as typeof import("./servicesCommand")).servicesCommand(run),
};

const { args: [name = "", ...args], ...run } = invocation();
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;

/** Runs the command named by the first argument. */
async function main(): Promise<number> {
    if (command) return await command({ ...run, args });
    run.stderr.write(`"${name}" is not a command: name one of ${Object.keys(commands).join(", ")}\n`);
    return 2;
}

void main().then((code) => {
    process.exitCode = code;
});
