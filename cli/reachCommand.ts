import { isIPv4 } from "node:net";

import { type Command, InvalidArgumentError } from "commander";

import { isUnknown } from "../components/plan/policies/iam/truth";
import type { Problem } from "../components/plan/problem";
import { NetworkIndex } from "../network/model/networkIndex";
import { type MatrixRow, reachMatrix } from "../network/reach/matrix";
import { type Answer, ReachVerdict } from "../network/reach/question";
import { reach } from "../network/reach/reach";
import { type Invocation, once, several, type Subcommand, UsageError } from "./command";
import { type AnswerFormat, answersCode, printAnswers, printUnanswered, withAnswerFormat } from "./reach/answersOut";
import { type AskedOptions, destinationOf, destinationProblems, requestOf, sourceNamed } from "./reach/reachAsked";
import { answerSection, matrixSection } from "./reach/reachSections";
import { type NetworkOptions, readNetwork, withNetworkOptions } from "./reach/readNetwork";

interface Options extends NetworkOptions, AskedOptions, AnswerFormat {
    to?: string;
    all?: boolean;
}

const details = `
Without --aws, --stack-export and --preview, the network is that of the stack in this folder, as it is planned.

--from is a workload (ecs-fargate, lambda:worker), a subnet or the address of a network interface (default: every
workload). --to is an AWS service (s3), a host name or an address, with a port if it is not the service's or 443, e.g.
10.0.1.5:5432 (default: every service that the workloads need). IPv4 only.

Exit codes: 0 everything is reachable, 1 something is not, 2 the command line or the input is wrong, 3 something is
unknown, and nothing is known not to be reachable.`;

function define(command: Command): Command {
    return withAnswerFormat(withNetworkOptions(command), "the answers")
        .option("--from <source>", "where requests come from", once())
        .option("--to <destination>", "where requests go", once())
        .option("--port <number>", "the destination's port (default: the service's, or 443)", portNumber)
        .option("--group <id>", "a security group of the source; can be given several times", several)
        .option("--role <arn>", "the IAM role that signs the requests", once())
        .option("--action <name>", "an IAM action, e.g. s3:GetObject: also evaluate the endpoint policy", once())
        .option("--resource <arn>", "the resource of the action (default: *)", once())
        .option("--resource-account <id>", "the account of the resource, if its ARN has none", once())
        .option("--all", "check for every workload each service that it needs")
        .addHelpText("after", details);
}

function portNumber(value: string): number {
    if (!isPort(value)) throw new InvalidArgumentError("Give a port, 1 to 65535.");
    return Number(value);
}

function isPort(value: string): boolean {
    const port = Number(value);
    return Number.isInteger(port) && port >= 1 && port <= 65_535;
}

async function run(_: string[], options: Options, invocation: Invocation): Promise<number> {
    check(options);
    const read = await readNetwork(options, invocation);
    if ("problems" in read) return printUnanswered(read, options, invocation);
    const index = new NetworkIndex(read.network);
    const asked = ask(index, options);
    if ("problems" in asked) return printUnanswered(asked, options, invocation);
    const { assumptions } = read.network;
    const answers = "rows" in asked ? asked.rows.map(({ answer }) => answer) : asked.answers;
    const sections = "rows" in asked
        ? [matrixSection(asked.rows, read.isStack)]
        : asked.answers.length > 0
        ? asked.answers.map((answer) => answerSection(answer, read.isStack))
        : [{ title: "Reachability", lines: ["The network has no workload; name where requests come from: --from"] }];
    const json = { answers: "rows" in asked ? asked.rows.map(rowJson) : answers };
    printAnswers({ sections, json, assumptions }, options, invocation);
    return answersCode<ReachVerdict>(
        answers.map(({ verdict }) => verdict),
        ReachVerdict.notReachable,
        ReachVerdict.unknown,
    );
}

/** An answer with the need that it is about, and the role that signs the request without its policies. */
function rowJson({ need: { role, ...need }, answer }: MatrixRow): object {
    const signer = role === undefined || isUnknown(role) ? {} : { role: role.name ?? role.id };
    return { ...answer, need: { ...need, ...signer } };
}

function check({ all, from, to, action, resource, role }: Options): void {
    if (all && (from !== undefined || to !== undefined)) {
        throw new UsageError("--all cannot be used together with --from or --to");
    }
    if (!all && from === undefined && to === undefined) throw new UsageError("give --from, --to or --all");
    if (resource !== undefined && action === undefined) throw new UsageError("--resource needs an --action");
    if (to !== undefined) checkDestination(to);
    if (action !== undefined && !/^[a-z0-9-]+:\w+$/i.test(action)) {
        throw new UsageError(`--action ${action} is not an IAM action, e.g. s3:GetObject`);
    }
    if (role?.startsWith("arn:") && !/^arn:aws[\w-]*:iam::\d{12}:role\/./.test(role)) {
        throw new UsageError(`--role ${role} is not the ARN of a role, e.g. arn:aws:iam::123456789012:role/app`);
    }
    if (action !== undefined && to === undefined) {
        throw new UsageError("--action needs the service it is sent to: --to");
    }
}

function checkDestination(to: string): void {
    const [, name = to, port] = /^(.*?)(?::(\d+))?$/.exec(to)!;
    if (/^[\d.]+$/.test(name) && !isIPv4(name)) throw new UsageError(`--to ${to} is not an IPv4 address`);
    if (!/^[\w-]+(\.[\w-]+)*\.?$/.test(name)) {
        const example = "e.g. s3, db.example.com or 10.0.1.5:5432";
        throw new UsageError(`--to ${to} is not a service, a host name or an IPv4 address, ${example}`);
    }
    if (port !== undefined && !isPort(port)) throw new UsageError(`--to ${to} has a port that is not 1 to 65535`);
}

/** The answers: one for each source and the destination, or a row for each service that workloads need. */
function ask(
    index: NetworkIndex,
    options: Options,
): { answers: Answer[] } | { rows: MatrixRow[] } | { problems: Problem[] } {
    const { from, to, port } = options;
    const { workloads } = index.network;
    const known = "unknown" in workloads ? [] : workloads;
    const ids = from !== undefined ? [from] : known.map(({ id }) => id);
    const named = ids.map((id) => sourceNamed(index, id, options));
    const problems = named.flatMap((one) => one.problems);
    if (problems.length > 0) return { problems };
    if (to === undefined) {
        const isWorkload = from === undefined ? undefined : known.find(({ id, name }) => id === from || name === from);
        if (from !== undefined && !isWorkload) {
            throw new UsageError(`${from} is not a workload: give the destination, --to`);
        }
        return { rows: reachMatrix(index, isWorkload ? [isWorkload.id] : undefined) };
    }
    const unknown = destinationProblems(index, to);
    if (unknown.length > 0) return { problems: unknown };
    const request = requestOf(options);
    const destination = destinationOf(index, to, port);
    return { answers: named.map(({ source }) => reach(index, { from: source!, to: destination, request })) };
}

/** `private-vpc reach`. */
export const reachCommand: Subcommand<Options> = { define, run };
