import * as path from "node:path";

import { type Command, InvalidArgumentError } from "commander";

import { policyMegabytes } from "../components/config/guardedFile";
import { EndpointKind } from "../components/plan/facts/endpointKind";
import { regions } from "../components/plan/facts/regions";
import { plainText } from "../components/plan/plainText";
import { organization } from "../components/plan/policies/iam/lint/globalKeys";
import { parsePolicy, type PolicyDocument } from "../components/plan/policies/policyDocument";
import { compare, missing, prove, Verdict } from "../components/plan/policies/prove";
import type { ProofContext } from "../components/plan/policies/trust";
import type { Problem } from "../components/plan/problem";
import { describeProblems } from "../components/plan/problem";
import { isService } from "../components/plan/services/serviceNames";
import { answerLines, proofDefinition, proofLines } from "../components/report/proofLines";
import { exitCodes, type Invocation, once, several, type Subcommand, UsageError } from "./command";
import { jsonText } from "./guardedOutput";
import { readNamed } from "./namedFile";
import { meant, withService } from "./serviceOption";

interface Options {
    service?: string;
    gateway?: boolean;
    region: string;
    account?: string;
    trustAccount?: string[];
    organization?: string;
    unit?: string[];
    against?: string;
    needed?: string;
    json?: boolean;
}

const details = `
The file is the policy of the endpoint of the service it is named after, e.g. s3.json. Trusted are the account of the
endpoint, whose placeholder is <accountId>, and what the options add.

${proofDefinition.join("\n")}

Exit codes: 0 proven, 1 not proven, or a file is wrong, 2 the command line is wrong.`;

function define(command: Command): Command {
    return withService(command.argument("<file>", "a policy as JSON, or - for standard input"))
        .option("--gateway", "prove it as the policy of a gateway endpoint (default: an interface endpoint)")
        .option("--region <name>", "the Region of the endpoint", once(regionNamed), "us-east-1")
        .option("--account <id>", "the account of the endpoint", once(accountNamed))
        .option("--trust-account <id>", "another trusted account; can be given several times", accounts)
        .option("--organization <id>", "a trusted organization, e.g. o-exampleorgid", once(organizationNamed))
        .option(
            "--unit <path>",
            "a trusted organizational unit, e.g. o-exampleorgid/r-ab12/ou-ab12-11111111/*",
            several,
        )
        .option(
            "--against <file>",
            "show which requests the policy allows that another one does not, and the reverse",
            once(),
        )
        .option(
            "--needed <file>",
            "show what an IAM policy of a trusted principal allows and this policy does not",
            once(),
        )
        .option("--json", "print the result as JSON")
        .addHelpText("after", details);
}

const valid = (holds: (value: string) => boolean, what: string) => (value: string) => {
    if (holds(value)) return value;
    throw new InvalidArgumentError(what);
};
function regionNamed(name: string): string {
    if (Object.hasOwn(regions, name)) return name;
    throw new Error(`There is no Region ${name}: ${meant(name, Object.keys(regions))}`);
}

const accountNamed = valid((id) => /^\d{12}$/.test(id), "An account has twelve digits.");
const organizationNamed = valid((id) => organization.form.test(id), "An organization looks like o-exampleorgid.");

function accounts(id: string, before?: string[]): string[] {
    return several(accountNamed(id), before);
}

function read(file: string, invocation: Invocation): { document?: PolicyDocument; problems: Problem[] } {
    const missing = "give a path relative to the current folder";
    const named = readNamed({ file, as: file, megabytes: policyMegabytes, missing }, invocation);
    return "text" in named ? parsePolicy(file, named.text) : { problems: [named.problem] };
}

function contextOf(file: string, options: Options): ProofContext {
    const service = options.service ?? path.basename(file, ".json");
    if (!isService(service)) throw new UsageError(`${file} is not named after a service: name one with --service`);
    const { region, account, trustAccount, organization: organizationId, unit } = options;
    const given = [trustAccount, organizationId, unit].filter((one) => one !== undefined);
    if (given.length > 1) throw new UsageError("--trust-account, --organization and --unit cannot be used together");
    return {
        service,
        kind: options.gateway ? EndpointKind.Gateway : EndpointKind.Interface,
        region,
        partition: regions[region]!.partition,
        accountId: account,
        perimeter: { accountIds: trustAccount, organizationId, organizationPaths: unit },
    };
}

function run([file]: string[], options: Options, invocation: Invocation): number {
    const context = contextOf(file!, options);
    const files = [file, options.against, options.needed].map((
        one,
    ) => (one === undefined ? undefined : read(one, invocation)));
    const problems = files.flatMap((one) => one?.problems ?? []);
    const [policy, base, needed] = files.map((one) => one?.document);
    if (problems.length > 0 || !policy) {
        invocation.stderr.write(`${describeProblems(problems, "the command", "nothing was proven")}\n`);
        return exitCodes.failure;
    }
    const proof = prove(policy, context);
    const changed = base && compare(base, policy, context);
    const lacks = needed && missing(needed, policy, context);
    const lines = [
        ...proofLines(proof),
        ...(changed
            ? answerLines(changed.opened, "It allows nothing that the other policy does not.").map(opened)
            : []),
        ...(changed ? answerLines(changed.closed, "It denies nothing that the other policy allows.").map(closed) : []),
        ...(lacks
            ? answerLines(lacks, "It allows everything that the IAM policy needs inside the perimeter.").map(needs)
            : []),
        ...proofDefinition,
    ];
    const result = { proof, changed, missing: lacks };
    invocation.stdout.write(options.json ? jsonText(result) : lines.map((line) => `${plainText(line)}\n`).join(""));
    return proof.verdict === Verdict.proven ? exitCodes.success : exitCodes.failure;
}

const opened = (line: string) => `New: ${line}`;
const closed = (line: string) => `No longer: ${line}`;
const needs = (line: string) => `Needed: ${line}`;

/** `private-vpc prove`. */
export const proveCommand: Subcommand<Options> = { define, run };
