import { type Command, Option } from "commander";

import { describeProblems, type Problem } from "../../components/plan/problem";
import { markdownSections } from "../../components/report/markdown";
import type { Section } from "../../components/report/section";
import { exitCodes, type Invocation } from "../command";
import { jsonText } from "../guardedOutput";
import { screenOf, terminalSections } from "../report/terminal";

/** How answers about a network are printed. */
export interface AnswerFormat {
    json?: boolean;
    markdown?: boolean;
}

/** Declares the options for the format of answers, e.g. of `the ways out`. */
export function withAnswerFormat(command: Command, what: string): Command {
    return command
        .addOption(new Option("--json", `print ${what} as JSON`).conflicts("markdown"))
        .option("--markdown", `print ${what} as Markdown`);
}

/** Prints answers: as JSON, or as sections with what was assumed about the network. */
export function printAnswers(
    { sections, json: result, assumptions }: { sections: Section[]; json: object; assumptions: string[] },
    { json, markdown }: AnswerFormat,
    { stdout, env }: Invocation,
): void {
    const all = [...sections, ...(assumptions.length > 0 ? [{ title: "Assumed", lines: assumptions }] : [])];
    if (json) stdout.write(jsonText({ ...result, assumptions }));
    else stdout.write(markdown ? markdownSections(all) : terminalSections(all, screenOf(stdout, env)));
}

/** Prints why nothing was answered, and returns the exit code for that. */
export function printUnanswered(
    { problems, trace }: { problems: Problem[]; trace?: string },
    { json }: AnswerFormat,
    { stdout, stderr }: Invocation,
): number {
    if (json) stdout.write(jsonText({ problems }));
    else stderr.write(`${describeProblems(problems, "the command", "nothing was checked")}\n`);
    if (trace !== undefined) stderr.write(`\n${trace}\n`);
    return exitCodes.usage;
}

/** The exit code of answers: that of a failure if one is wrong, otherwise that of what is not known. */
export function answersCode<Answer>(answers: Answer[], wrong: Answer, unknown: Answer): number {
    if (answers.includes(wrong)) return exitCodes.failure;
    return answers.includes(unknown) ? exitCodes.unknown : exitCodes.success;
}
