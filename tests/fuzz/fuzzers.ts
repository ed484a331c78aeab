import * as fc from "fast-check";

import { refresh } from "../../catalogue/refresh";
import { faultIn } from "../../catalogue/validCatalogue";
import { readPlan } from "../../cli/planFile";
import { readYaml } from "../../cli/readYaml";
import { htmlReport } from "../../cli/report/html";
import { terminalReport } from "../../cli/report/terminal";
import { planPrivateVpc } from "../../components";
import { privateVpc as contract } from "../../components/args/privateVpcArgs";
import { compare } from "../../components/report/changes";
import { markdownReport } from "../../components/report/markdown";
import { answer, detail, interfaceHour, offer, small } from "../catalogue/answers";
import { checkProblems, checkPrototype, checkText, command, fileOf, folder, outputOf, planned } from "./checks";
import { deployedFuzzers } from "./deployedFuzzers";
import { type Fuzzer, fuzzer } from "./fuzzer";
import { checkCommands, executing, interrupted, unchanged } from "./recoveries";
import { hostile, mutated, typed, untyped } from "./values";

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
    ...deployedFuzzers,
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
