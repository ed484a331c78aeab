import { control } from "../../components/plan/plainText";
import type { Finding } from "./recoveryFindings";
import type { StackRecord } from "./stackRecord";

/** A step to take: why, and the commands, each as its words. */
export interface Step {
    /** What was found, in a sentence. */
    finding: string;
    /** What to do, in a sentence. */
    action: string;
    commands: string[][];
}

/** Why a resource is deleted, not imported. */
const reasons = {
    "failed": (id: string) => `AWS has it as ${id}, which does not work`,
    "half-replaced": (id: string) => `AWS has a second one, ${id}; the state has the one that it was to replace`,
    "replacing": (id: string) =>
        `AWS has it as ${id}, the state does not, and an import would change the order in which Pulumi deletes what was replaced`,
};

const short = ({ type, name }: Finding) => `${type.split(":").at(-1)} ${name}`;

/** The steps that lead back to a state which agrees with AWS, in order. */
export function stepsOf(findings: Finding[], record: StackRecord, region: string): Step[] {
    const { stack, creating, otherPending } = record;
    const steps = findings.flatMap((finding) => stepOf(finding, stack, region));
    const clear = creating.length > 0;
    const refresh = clear || otherPending || findings.some(({ kind }) => kind === "gone" || kind === "wait");
    if (steps.length === 0 && !refresh) return [];
    const commands = [
        ...(refresh ? [["pulumi", "refresh", ...(clear ? ["--clear-pending-creates"] : []), "--stack", stack]] : []),
        ["pulumi", "up", "--stack", stack],
    ];
    const finding = refresh
        ? "The state has operations that were interrupted, or resources that no longer exist"
        : "The state agrees with AWS then";
    const action = clear
        ? "Drop the operations from the state, after all steps above, and deploy again"
        : "Deploy again";
    return [...steps, { finding, action, commands }];
}

function stepOf(finding: Finding, stack: string, region: string): Step[] {
    const what = short(finding);
    switch (finding.kind) {
        case "import": {
            const { type, name, id, parent, provider } = finding;
            const options = [
                "--parent",
                `parent=${parent}`,
                ...(provider ? ["--provider", `aws=${provider}`] : []),
                "--protect=false",
                "--generate-code=false",
                "--stack",
                stack,
            ];
            return [{
                finding: `${what}: AWS has it as ${id}, the state does not`,
                action: "Import it into the state",
                commands: [[
                    "pulumi",
                    "import",
                    // After `--` nothing is an option.
                    ...(name.startsWith("-") ? [...options, "--", type, name, id] : [type, name, id, ...options]),
                ]],
            }];
        }
        case "delete":
            return [{
                finding: `${what}: ${reasons[finding.because](finding.id)}`,
                action: "Delete it, so that the next deployment creates it again",
                commands: [["aws", ...finding.deletion, "--region", region]],
            }];
        case "wait":
            return [{
                finding: `${what}: AWS is deleting ${finding.id}`,
                action: "Wait until it no longer exists, and run this command again",
                commands: [],
            }];
        case "not-created":
            return [{
                finding: `${what}: its creation was interrupted, and AWS does not have it`,
                action: "If the deployment ended less than a minute ago, run this command again in a minute",
                commands: [],
            }];
        case "not-compared":
            return [{
                finding: `${what}: its creation was interrupted, and this command does not know whether AWS has it`,
                action: "If AWS has it, import or delete it before you drop the operation",
                commands: [],
            }];
        case "gone":
            return [{
                finding: `${what}: the state has it as ${finding.id}, AWS does not`,
                action: "The refresh below drops it from the state, and the next deployment creates it again",
                commands: [],
            }];
    }
}

/** A command as one line for a shell: sh, bash or zsh, and for bash or zsh if a word has control characters. */
export function shellLine(command: string[]): string {
    return command.map(shellWord).join(" ");
}

function shellWord(word: string): string {
    if (word.search(control) >= 0) return `$'${word.replace(/[\\']/g, "\\$&").replace(control, escapeSequence)}'`;
    // zsh takes a word that begins with = as the path of a program.
    return /^(?!=)[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/** The bytes of a character, of which a shell makes the same in every locale. */
function escapeSequence(character: string): string {
    return [...Buffer.from(character)].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("");
}
