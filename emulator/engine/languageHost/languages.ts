import type { RunRequest } from "@pulumi/pulumi/proto/language_pb";

import { goCommand } from "./goProgram";
import { nodejsCommand } from "./nodejsProgram";
import { pythonCommand } from "./pythonProgram";

/** A process that runs a program. */
export interface ProgramCommand {
    file: string;
    args: string[];
    env: NodeJS.ProcessEnv;
}

/** How a language runs the program of a request, for an engine at an address. */
type CommandOf = (asked: RunRequest, engine: string) => ProgramCommand;

const commands = { nodejs: nodejsCommand, python: pythonCommand, go: goCommand } satisfies {
    [name: string]: CommandOf;
};

/** A language that the emulated language hosts run, by Pulumi's name. */
export type Language = keyof typeof commands;

/** Every language that the emulated language hosts run. */
export const languages = Object.keys(commands) as Language[];

/** How a language runs a program. */
export function commandOf(language: Language): CommandOf {
    return commands[language];
}
