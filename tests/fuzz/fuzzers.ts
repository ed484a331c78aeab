import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import * as fc from "fast-check";

import { refresh } from "../../catalogue/refresh";
import { faultIn } from "../../catalogue/validCatalogue";
import { readPlan } from "../../cli/planFile";
import { readYaml } from "../../cli/readYaml";
import { htmlReport } from "../../cli/report/html";
import { terminalReport } from "../../cli/report/terminal";
import { planPrivateVpc } from "../../components";
import { privateVpc as contract } from "../../components/args/privateVpcArgs";
import { planVpc } from "../../components/plan/planVpc";
import { describeProblems, type Problem } from "../../components/plan/problem";
import { compare } from "../../components/report/changes";
import { markdownReport } from "../../components/report/markdown";
import { endpointPolicies } from "../../components/resources/endpointPolicies";
import { answer, detail, interfaceHour, offer, small } from "../catalogue/answers";
import { type Environment, privateVpc } from "../cli/commandRun";
import { checkCommands, executing, interrupted, unchanged } from "./recoveries";
import { hostile, mutated, typed, untyped } from "./values";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "fuzz-"));
process.on("exit", () => fs.rmSync(folder, { recursive: true, force: true }));

/** Writes a file for one input. */
function fileOf(text: string): string {
    const file = path.join(folder, "input");
    fs.writeFileSync(file, text);
    return file;
}

/** What each result is: text without control characters, and problems that say something. */
function checkProblems(problems: Problem[]): void {
    for (const { code, path: at, message, hint } of problems) {
        if (!code || !at || !message || !hint) throw new Error(`an empty problem: ${JSON.stringify(problems)}`);
    }
    checkText(describeProblems(problems, "the input"));
}

function checkText(text: string): void {
    const wrong = /[^\n\P{Cc}]/u.exec(text);
    if (wrong) {
        throw new Error(`a control character in ${JSON.stringify(text.slice(wrong.index - 20, wrong.index + 20))}`);
    }
}

/** Every object keeps the prototype that it had. */
function checkPrototype(): void {
    const added = Object.keys(Object.prototype).concat(Object.keys(Object));
    if (added.length > 0) throw new Error(`Object.prototype has ${added.join(", ")}`);
}

function planAndReport(args: unknown): void {
    const { plan, problems } = planPrivateVpc(args as never);
    if (!plan === (problems.length === 0)) throw new Error("neither a plan nor problems");
    checkProblems(problems);
    if (!plan) return;
    checkText(terminalReport(plan as never, { colour: false, width: 80 }));
    checkText(markdownReport(plan));
    checkText(htmlReport(plan as never));
    checkPrototype();
}

const { plan: planned } = planVpc({
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    workloads: ["ecs-fargate"],
    services: ["sqs", "dynamodb"],
}, endpointPolicies());

/** Runs a command, and checks how it ends. Returns its output. */
async function outputOf(args: string[], environment: Environment = {}): Promise<string> {
    const { code, stdout, stderr } = await privateVpc(args, {
        folder,
        runStack: () =>
            Promise.resolve({ plans: [{ name: "app", plan: planned as never }], vpcEndpoints: [], assumed: [] }),
        ...environment,
    });
    if (![0, 1, 2].includes(code!)) throw new Error(`exit code ${code}`);
    if (/defect of private-vpc|^ {4}at /m.test(stderr)) throw new Error(stderr);
    checkText(stdout);
    checkText(stderr);
    if (code !== 0 && stdout === "" && stderr === "") throw new Error("failed without a message");
    if (args.includes("--json") && /^[{[]/.test(stdout)) JSON.parse(stdout);
    return stdout;
}

async function command(args: string[], environment: Environment = {}): Promise<void> {
    await outputOf(args, environment);
}

const words = fc.oneof(
    fc.constantFrom(
        "plan",
        "services",
        "lint",
        "prove",
        "facts",
        "refresh",
        "recover",
        "help",
        "s3",
        "-",
        "--",
        "..",
        "/dev/null",
    ),
    fc.constantFrom(
        "--json",
        "--markdown",
        "--stack",
        "--against",
        "--region",
        "us-east-1",
        "--service",
        "--sarif",
        "--strict",
    ),
    fc.constantFrom(
        "--services",
        "--prices",
        "--pages",
        "--account",
        "123456789012",
        "--timeout",
        "1",
        "--gateway",
        "--vpc",
    ),
    fc.constantFrom("--state", "--aws", "state.json", "answers"),
    hostile,
);

const statement = fc.record({
    Sid: fc.oneof(hostile, untyped),
    Effect: fc.oneof(fc.constantFrom("Allow", "Deny"), untyped),
    Principal: fc.oneof(
        fc.constantFrom<unknown>("*", { AWS: "<accountId>" }, { Service: "s3.amazonaws.com" }),
        untyped,
    ),
    Action: fc.oneof(fc.constantFrom<unknown>("*", "s3:Get*", ["s3:PutObject", "sqs:SendMessage"]), hostile, untyped),
    Resource: fc.oneof(
        fc.constantFrom<unknown>("*", "arn:aws:s3:::a/*", "arn:aws:s3:::${aws:username}*"),
        hostile,
        untyped,
    ),
    Condition: fc.oneof(
        fc.dictionary(
            fc.constantFrom(
                "StringEquals",
                "ForAllValues:StringLike",
                "Null",
                "IpAddress",
                "NumericLessThan",
                "__proto__",
            ),
            fc.dictionary(
                fc.constantFrom("aws:PrincipalAccount", "aws:SourceVpc", "aws:TagKeys", "constructor"),
                fc.oneof(hostile, untyped),
            ),
        ),
        untyped,
    ),
}, { requiredKeys: [] });

const policies = fc.oneof(
    fc.record({
        Version: fc.oneof(fc.constant("2012-10-17"), untyped),
        Statement: fc.oneof(statement, fc.array(statement, { maxLength: 4 }), untyped),
    }, { requiredKeys: [] }),
    untyped,
).map((document) => JSON.stringify(document) ?? "");

const answered =
    answer("us-east-1", [detail("com.amazonaws.us-east-1.sqs", { PrivateDnsName: "sqs.us-east-1.amazonaws.com" })])
        .value;
const listed = offer("AmazonVPC", [interfaceHour("us-east-1", "0.01")]).value;
const read = [{
    page: "a/b",
    asOf: "2026-09",
    services: { "sqs kms": { policySupport: true, ports: [443], fips: "sqs-fips" } },
}];
const catalogue = () => small({ sqs: {}, kms: {} }, { "us-east-1": { partition: "aws", at: [39, -77] } });

function refreshed(option: "services" | "prices" | "pages", value: unknown): void {
    const file = { path: `--${option} file`, savedOn: "2026-11-21", value };
    const { refreshed: result, problems } = refresh({
        catalogue: catalogue(),
        services: [],
        prices: [],
        fewerIsRight: true,
        [option]: [file],
    });
    if (!result === (problems.length === 0)) throw new Error("neither a result nor problems");
    checkProblems(problems);
    checkPrototype();
    for (const table of ["services", "regions"] as const) {
        const fault = result && faultIn(table, result.catalogue[table]);
        if (fault) throw new Error(fault);
    }
}

/** One fuzzer: its inputs, and what must hold for each. */
interface Fuzzer {
    inputs: fc.Arbitrary<unknown>;
    run(input: unknown): void | Promise<void>;
}

function fuzzer<Input>(inputs: fc.Arbitrary<Input>, run: (input: Input) => void | Promise<void>): Fuzzer {
    return { inputs, run: (input) => run(input as Input) };
}

/** Every fuzzer, by what it varies. Each throws where a result is neither right nor a problem. */
export const fuzzers: { [what: string]: Fuzzer } = {
    "arguments of the right types": fuzzer(typed(contract), planAndReport),
    "arguments of any type": fuzzer(fc.oneof(mutated(typed(contract)), untyped), planAndReport),
    "YAML": fuzzer(
        fc.oneof(
            fc.string({ unit: "binary" }),
            fc.array(
                fc.constantFrom(
                    ..."abc:-[]{}#&*!|>'\"%@`,? \n\t~0\u0000\uFEFF\r",
                    "config",
                    "<<",
                    "!!",
                    "&a ",
                    "*a",
                    "  ",
                ),
                { maxLength: 60 },
            ).map((parts) => parts.join("")),
        ),
        (text) => checkProblems(readYaml(fileOf(text), "Pulumi.dev.yaml").problems),
    ),
    "command lines": fuzzer(
        fc.array(words, { maxLength: 6 }),
        (args) => command(args, { stdin: "{}", execute: executing(unchanged) }),
    ),
    "interrupted deployments": fuzzer(interrupted, async (deployment) => {
        const execute = executing(deployment);
        checkCommands(await outputOf(["recover", "--stack", "dev"], { execute }));
        await command(["recover", "--json"], { execute });
    }),
    "policies": fuzzer(
        fc.tuple(
            policies,
            fc.constantFrom<string[]>(
                ["lint", "-"],
                ["lint", "--service", "s3", "--json", "-"],
                ["lint", "--service", "sqs", "--sarif", "-"],
                ["prove", "--service", "s3", "-"],
                ["prove", "--service", "sqs", "--json", "-"],
            ),
        ),
        ([stdin, args]) => command(args, { stdin }),
    ),
    "text for a policy": fuzzer(
        fc.tuple(
            fc.oneof(fc.string({ unit: "binary" }), fc.json()),
            fc.constantFrom<string[]>(["lint", "-"], ["prove", "--service", "s3", "-"]),
        ),
        ([stdin, args]) => command(args, { stdin }),
    ),
    "plans for --against": fuzzer(mutated(fc.constant(planned)), (value) => {
        const { plan, problems } = readPlan(fileOf(JSON.stringify(value) ?? ""), folder);
        checkProblems(problems);
        if (!plan) return;
        compare(plan, planned as never);
        for (const report of [markdownReport, htmlReport]) checkText(report(planned as never, { before: plan }));
        checkText(terminalReport(planned as never, { colour: false }, { before: plan }));
    }),
    "answers for facts refresh": fuzzer(mutated(fc.constant(answered)), (value) => refreshed("services", value)),
    "price lists for facts refresh": fuzzer(mutated(fc.constant(listed)), (value) => refreshed("prices", value)),
    "pages for facts refresh": fuzzer(mutated(fc.constant(read)), (value) => refreshed("pages", value)),
};
