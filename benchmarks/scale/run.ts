import { terminalReport } from "../../cli/report/terminal";
import { planPrivateVpc } from "../../components";
import { EndpointKind } from "../../components/plan/facts/endpointKind";
import type { VpcPlan } from "../../components/plan/plan";
import { evaluate } from "../../components/plan/policies/iam/evaluate";
import { contextOf, lintEndpointPolicy } from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { findServices } from "../../components/plan/services/find";
import { factsOf, knownServices, missingIn } from "../../components/plan/services/serviceNames";
import { markdownReport } from "../../components/report/markdown";
import { adoptFrom, recoverStack, releaseFrom } from "./accounts";

/** What grows, at which sizes, and what is timed at each. */
interface Case {
    title: string;
    sizes: number[];
    of(size: number): () => unknown;
}

const services = knownServices.filter((service) => factsOf(service).ports && !missingIn("us-east-1", service));
const zones = [..."abcdefgh"].map((letter) => `us-east-1${letter}`);
const many = (count: number, of: (index: number) => string) => Array.from({ length: count }, (_, index) => of(index));

function args(more: object) {
    return {
        cidrBlock: "10.0.0.0/16",
        availabilityZones: zones.slice(0, 2),
        quotas: { "quota.interface-per-vpc": 1_000 },
        ...more,
    };
}

const planned = (more: object) => () => planPrivateVpc(args(more) as never);

function planOf(more: object): VpcPlan {
    const { plan, problems } = planPrivateVpc(args(more) as never);
    if (!plan) throw new Error(JSON.stringify(problems.slice(0, 3)));
    return plan;
}

/** An IAM policy of about 6 KB: statements that the endpoint of S3 is concerned by. */
function iamPolicy(file: number): string {
    const Statement = Array.from({ length: 20 }, (_, index) => ({
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:PutObject", `s3:Get*${file % 7}`, "sqs:SendMessage"],
        Resource: many(4, (one) => `arn:aws:s3:::bucket-${file}-${index}/folder-${one}/*`),
    }));
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

const statement = (more: object) => ({ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...more });
const policy = (more: object) => JSON.stringify({ Version: "2012-10-17", Statement: [statement(more)] });
const lint = (text: string) => () =>
    lintEndpointPolicy(text, contextOf("s3", { kind: EndpointKind.Interface, partition: "aws" }));
const request = (resource: string, action = "s3:GetObject") => ({
    principal: { type: "AWS", arn: "arn:aws:iam::111122223333:role/app" } as const,
    action,
    resource,
    context: {},
});
const evaluated = (more: object, resource: string, action?: string) => {
    const document = { Version: "2012-10-17", Statement: [statement(more)] };
    return () => evaluate(document, request(resource, action));
};

const cases: Case[] = [
    { title: "services, planned", sizes: [64, 128, 256, 500], of: (n) => planned({ services: services.slice(0, n) }) },
    {
        title: "services in 8 zones, planned",
        sizes: [64, 128, 256, 500],
        of: (n) => planned({ services: services.slice(0, n), availabilityZones: zones }),
    },
    {
        title: "services, reported for a terminal and in Markdown",
        sizes: [64, 128, 256, 500],
        of: (n) => {
            const plan = planOf({ services: services.slice(0, n) });
            return () => [terminalReport(plan as never, { colour: false, width: 120 }), markdownReport(plan)];
        },
    },
    {
        title: "services, compared with an earlier plan",
        sizes: [64, 128, 256, 500],
        of: (n) => {
            const [before, plan] = [
                planOf({ services: services.slice(1, n) }),
                planOf({ services: services.slice(0, n - 1) }),
            ];
            return () => markdownReport(plan, { before });
        },
    },
    {
        title: "tags, which AWS limits to 50",
        sizes: [2_500, 5_000, 10_000],
        of: (n) =>
            planned({
                services: ["sqs"],
                tags: Object.fromEntries(many(n, (at) => `key${at}`).map((key) => [key, "x"])),
            }),
    },
    {
        title: "perimeter exceptions",
        sizes: [125, 250, 500],
        of: (n) =>
            planned({
                services: ["s3"],
                perimeter: {
                    exceptions: many(n, String).map((at) => ({
                        service: "s3",
                        actions: ["s3:GetObject"],
                        resources: [`arn:aws:s3:::partner-${at}/*`],
                        reason: `reason ${at}`,
                    })),
                },
            }),
    },
    {
        title: "fromPolicies files of 6 KB",
        sizes: [100, 200, 400],
        of: (n) => {
            // Other texts in each run, because the planner remembers what it derived last.
            let run = 0;
            return () => {
                const fromPolicies = many(n, iamPolicyOnce).map((text) => text + " ".repeat(run));
                run += 1;
                return planned({ services: ["s3"], endpoints: { s3: { fromPolicies } } })();
            };
        },
    },
    {
        title: "wildcard actions, linted",
        sizes: [250, 500, 1_000],
        of: (n) => lint(policy({ Action: many(n, (at) => `s3:Get*${at}`) })),
    },
    {
        title: "unknown actions, linted",
        sizes: [250, 500, 1_000],
        of: (n) => lint(policy({ Action: many(n, (at) => `s3:GetObjekt${at}`) })),
    },
    {
        title: "statements, linted",
        sizes: [100, 200, 400],
        of: (n) =>
            lint(
                JSON.stringify({
                    Version: "2012-10-17",
                    Statement: many(n, String).map((Sid) => statement({ Sid: `S${Sid}` })),
                }),
            ),
    },
    {
        title: "misspelt services",
        sizes: [50, 100, 200],
        of: (n) => planned({ services: many(n, (at) => `${services[at]}x${at}`) }),
    },
    {
        title: "misspelt workloads",
        sizes: [50, 100, 200],
        of: (n) => planned({ workloads: many(n, (at) => `ecs-fargat${at}`) }),
    },
    {
        title: "characters of a service's name",
        sizes: [25_000, 50_000, 100_000],
        of: (n) => planned({ services: ["s".repeat(n)] }),
    },
    {
        title: "characters of a workload's name, of an option and of an endpoint",
        sizes: [25_000, 50_000, 100_000],
        of: (n) =>
            planned({
                workloads: ["w".repeat(n)],
                ["o".repeat(n)]: 1,
                endpoints: { ["e".repeat(n)]: {} },
                options: { ["p".repeat(n)]: 1 },
            }),
    },
    {
        title: "characters of words searched for",
        sizes: [25_000, 50_000, 100_000],
        of: (n) => () => findServices("a".repeat(n)),
    },
    {
        title: "words searched for",
        sizes: [2_500, 5_000, 10_000],
        of: (n) => () => findServices("step functionz ".repeat(n)),
    },
    {
        title: "characters matched with a pattern of as many a*, evaluated",
        sizes: [1_000, 2_000, 4_000],
        of: (n) => evaluated({ Resource: `arn:aws:s3:::${"a*".repeat(n / 2)}b` }, `arn:aws:s3:::${"a".repeat(n)}`),
    },
    {
        title: "actions, evaluated",
        sizes: [250, 500, 1_000],
        of: (n) => evaluated({ Action: many(n, (at) => `s3:Get*x${at}`) }, "arn:aws:s3:::bucket/key"),
    },
    {
        title: "characters of actions and resources, linted",
        sizes: [25_000, 50_000, 100_000],
        of: (n) => lint(policy({ Action: `s3:${"a*".repeat(n / 2)}`, Resource: `arn:aws:s3:::${"a*".repeat(n / 2)}` })),
    },
    { title: "VPCs of the account that one is adopted from", sizes: [125, 250, 500], of: adoptFrom },
    { title: "components of a stack, all recovered", sizes: [125, 250, 500], of: recoverStack },
    { title: "components of a stack, one released", sizes: [125, 250, 500], of: releaseFrom },
];

const texts: string[] = [];
function iamPolicyOnce(file: number): string {
    return texts[file] ??= iamPolicy(file);
}

/** Processor time, which other processes disturb less. */
async function milliseconds(run: () => unknown): Promise<number> {
    const times: number[] = [];
    for (let round = 0; round < 3; round++) {
        const started = process.cpuUsage();
        await run();
        const { user, system } = process.cpuUsage(started);
        times.push((user + system) / 1e3);
        if (times[0]! > 1_000) break;
    }
    return times.sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

async function main(only = ""): Promise<void> {
    process.stdout.write("| what grows | sizes | ms | exponent |\n| --- | --- | --- | --- |\n");
    for (const { title, sizes, of } of cases.filter((one) => one.title.includes(only))) {
        const times: number[] = [];
        for (const size of sizes) times.push(await milliseconds(of(size)));
        const [first, last] = [times[0]!, times.at(-1)!];
        const exponent = Math.log(last / first) / Math.log(sizes.at(-1)! / sizes[0]!);
        const row = [
            title,
            sizes.map((size) => size.toLocaleString("en-US")).join(" · "),
            times.map((time) => time.toFixed(time < 10 ? 1 : 0)).join(" · "),
            exponent.toFixed(1),
        ];
        process.stdout.write(`| ${row.join(" | ")} |\n`);
    }
}

void main(process.argv[2]);
