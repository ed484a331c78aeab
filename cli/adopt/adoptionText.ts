import { plainText } from "../../components/plan/plainText";
import { shellLine } from "../recover/steps";
import type { Adoption } from "./adopt";
import type { Kept } from "./adoptable";
import type { ExpectedChange } from "./expectedChanges";

/** The files that were written, as their paths are printed. */
export interface Written {
    program: string;
    /** The stack's config for this project's own program, if it is a whole VPC. */
    config?: string;
    importFile: string;
}

/** The command that imports what a file lists. */
export function importCommand(file: string, stack: string): string[] {
    return ["pulumi", "import", "--file", file, "--protect=false", "--generate-code=false", "--stack", stack];
}

/** What is adopted, and what to do. */
export function adoptionText(adoption: Adoption, written: Written | undefined): string {
    const { stack, region, vpcId, component: { type, name } } = adoption;
    const heading = `stack ${stack}, ${region}, ${vpcId}`;
    const parts = [
        ...(written
            ? [`${heading}: ${count(adoption)} can be adopted as ${type} "${name}".`, adoptedLines(adoption)]
            : [`${heading}: ${nothingToImport(adoption)}.`]),
        keptLines(adoption.kept),
        adoption.obstacles.length > 0 && type === "VpcEndpoints"
            ? ["The VPC itself is not adopted:", ...adoption.obstacles.map((one) => `  ${one}`)]
            : [],
        formerOwners(adoption),
        adoption.others.length > 0
            ? [
                `Also in the VPC, and not adopted: ${adoption.others.join(", ")}.`,
                "pulumi destroy cannot delete the VPC before them.",
            ]
            : [],
        written ? steps(adoption, written) : changeLines("The next pulumi up", adoption.changes),
    ];
    return `${
        parts.map((part) => [part].flat()).filter((lines) => lines.length > 0).map((lines) =>
            lines.map(plainText).join("\n")
        ).join(
            "\n\n",
        )
    }\n`;
}

function count({ adopted }: Adoption): string {
    return adopted.length === 1 ? "1 resource" : `${adopted.length} resources`;
}

function nothingToImport({ adopted }: Adoption): string {
    return adopted.length === 0 ? "nothing can be adopted" : "the state has everything that can be adopted";
}

function adoptedLines({ adopted }: Adoption): string[] {
    return adopted.map(({ type, name, id }) => `  ${id} as ${type.split(":").at(-1)} ${name}`);
}

function keptLines(kept: Kept[]): string[] {
    if (kept.length === 0) return [];
    return [
        "Not adopted, and not changed:",
        ...kept.flatMap(({ id, kind, serviceName, service, because }) => [
            `  ${id} (${kind}, ${serviceName})${
                service === undefined ? "" : `, in the program as existing: ${service}`
            }`,
            `      ${because}`,
        ]),
    ];
}

function formerOwners({ cloudFormation }: Adoption): string[] {
    const stacks = [...new Set(Object.values(cloudFormation))].sort();
    return stacks.flatMap((stack) => [
        `The CloudFormation stack ${stack} still has ${
            Object.keys(cloudFormation).filter((id) => cloudFormation[id] === stack).sort().join(", ")
        }.`,
        "Set DeletionPolicy: Retain on them there, and then remove them from the template.",
    ]);
}

function steps({ stack, changes }: Adoption, { program, config, importFile }: Written): string[] {
    const command = (words: string[]) => ["", `    ${shellLine(words)}`, ""];
    const alternatives = config === undefined
        ? ""
        : ` With this project's own program, copy the keys of ${config} to Pulumi.${stack}.yaml instead.`;
    return [
        `1. Add the component in ${program} to the program.${alternatives}`,
        "2. Import the resources into the state. This changes nothing in AWS:",
        ...command(importCommand(importFile, stack)),
        "3. Compare a preview with the changes listed below. Nothing is replaced or deleted:",
        ...command(["pulumi", "preview", "--diff", "--stack", stack]),
        ...changeLines("pulumi up", changes),
    ];
}

function changeLines(by: string, changes: ExpectedChange[]): string[] {
    if (changes.length === 0) return [`${by} changes nothing.`];
    return [
        `${by} changes:`,
        ...changes.flatMap(({ operation, type, name, properties, because }) => [
            `  ${operation} ${type.split(":").at(-1)} ${name}${because === undefined ? "" : `: ${because}`}`,
            ...Object.entries(properties ?? {}).map(([input, meaning]) => `      ${input}: ${meaning}`),
        ]),
    ];
}
