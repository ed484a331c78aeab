import { policyMegabytes } from "../components/config/guardedFile";
import { plainText } from "../components/plan/plainText";
import { parsePolicy, type PolicyDocument } from "../components/plan/policies/policyDocument";
import { compare, missing, ProofVerdict, prove } from "../components/plan/policies/prove";
import { proveResource } from "../components/plan/policies/proveResource";
import type { Problem } from "../components/plan/problem";
import { describeProblems } from "../components/plan/problem";
import { answerLines, proofDefinition, proofLines, resourceLines } from "../components/report/proofLines";
import { exitCodes, type Invocation, type Subcommand } from "./command";
import { jsonText } from "./guardedOutput";
import { readNamed } from "./namedFile";
import { contextOf, define, type Options } from "./proveOptions";

function read(file: string, invocation: Invocation): { document?: PolicyDocument; problems: Problem[] } {
    const missing = "give a path relative to the current folder";
    const named = readNamed({ file, as: file, megabytes: policyMegabytes, missing }, invocation);
    return "text" in named ? parsePolicy(file, named.text) : { problems: [named.problem] };
}

function run([file]: string[], options: Options, invocation: Invocation): number {
    const context = contextOf(file!, options);
    const files = [file, options.against, options.needed, options.resource].map((
        one,
    ) => (one === undefined ? undefined : read(one, invocation)));
    const problems = files.flatMap((one) => one?.problems ?? []);
    const [policy, base, needed, resource] = files.map((one) => one?.document);
    if (problems.length > 0 || !policy) {
        invocation.stderr.write(`${describeProblems(problems, "the command", "nothing was proven")}\n`);
        return exitCodes.failure;
    }
    const proof = prove(policy, context);
    const changed = base && compare(base, policy, context);
    const lacks = needed && missing(needed, policy, context);
    const ofResource = resource
        && proveResource(resource, policy, { vpcs: options.vpc, endpoints: options.endpoint }, context);
    const lines = [
        ...proofLines(proof),
        ...(changed
            ? answerLines(changed.opened, "It allows nothing that the other policy does not.").map(opened)
            : []),
        ...(changed ? answerLines(changed.closed, "It denies nothing that the other policy allows.").map(closed) : []),
        ...(lacks
            ? answerLines(lacks, "It allows everything that the IAM policy needs inside the perimeter.").map(needs)
            : []),
        ...(ofResource ? resourceLines(ofResource) : []),
        ...proofDefinition,
    ];
    const result = { proof, changed, missing: lacks, resource: ofResource };
    invocation.stdout.write(options.json ? jsonText(result) : lines.map((line) => `${plainText(line)}\n`).join(""));
    const isProven = proof.verdict === ProofVerdict.proven
        && [ofResource?.elsewhere, ofResource?.untrusted].every((answer) => !answer || answer.found === "none");
    return isProven ? exitCodes.success : exitCodes.failure;
}

const opened = (line: string) => `New: ${line}`;
const closed = (line: string) => `No longer: ${line}`;
const needs = (line: string) => `Needed: ${line}`;

/** `private-vpc prove`. */
export const proveCommand: Subcommand<Options> = { define, run };
