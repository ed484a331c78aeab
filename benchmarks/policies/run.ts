import { evaluate } from "../../components/plan/policies/iam/evaluate";
import { contextOf, lintEndpointPolicy } from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import type { RequestContext, RequestPrincipal } from "../../components/plan/policies/iam/request";
import type { PolicyDocument } from "../../components/plan/policies/policyDocument";
import { factsOf } from "../../components/plan/services/serviceNames";
import { planOf } from "./plannedEndpoints";

// Lints the policies of 50 endpoints and evaluates each against the eleven requests of the matrix in
// policies/endpoints/README.md. The baseline parses and prints their JSON.
const rounds = 25;
const [own, foreign, region] = ["123456789012", "111122223333", "us-east-1"];
const plan = planOf(50);
const policies = plan.endpoints.map(({ service, policy }) => ({
    service,
    text: policy.document!.replaceAll("<accountId>", own!),
    prefix: factsOf(service).iamPrefixes?.[0] ?? service,
}));

interface By {
    principal: RequestPrincipal;
    context: RequestContext;
}

const signed = (account: string): By => {
    const arn = `arn:aws:iam::${account}:role/app`;
    const context = { "aws:PrincipalAccount": account, "aws:PrincipalArn": arn, "aws:PrincipalIsAWSService": "false" };
    return { principal: { type: "AWS", arn }, context };
};
const service: By = {
    principal: { type: "Service", name: "logs.amazonaws.com" },
    context: { "aws:PrincipalIsAWSService": "true" },
};
const nobody: By = { principal: { type: "Anonymous" }, context: { "aws:PrincipalAccount": "anonymous" } };
const asked = [signed(own!), signed(foreign!), service, nobody, nobody, signed(own!)]
    .flatMap((by) => [{ by, account: own! }, { by, account: foreign! }]).slice(0, 11);

const works = {
    both: () => [works.linted(), works.evaluated()],
    linted: () => policies.map(({ service, text }) => lintEndpointPolicy(text, contextOf(service, {}))),
    evaluated: () =>
        policies.map(({ text, prefix }) => {
            const policy = JSON.parse(text) as PolicyDocument;
            return asked.map(({ by: { principal, context }, account }) =>
                evaluate(policy, {
                    principal,
                    action: `${prefix}:GetSomething`,
                    resource: `arn:aws:${prefix}:${region}:${account}:something/a`,
                    context: { ...context, "aws:ResourceAccount": account },
                })
            );
        }),
    floor: () => policies.map(({ text }) => JSON.stringify(JSON.parse(text))),
};

function milliseconds(work: () => unknown): number {
    const started = process.hrtime.bigint();
    work();
    return Number(process.hrtime.bigint() - started) / 1e6;
}

const first = milliseconds(works.both);
const runs = { both: [] as number[], linted: [] as number[], evaluated: [] as number[], floor: [] as number[] };
// The cases take turns, so that a slow phase of the machine affects all of them.
for (let round = 0; round < rounds; round++) {
    for (const name of ["both", "linted", "evaluated", "floor"] as const) runs[name].push(milliseconds(works[name]));
}
const median = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
const floor = median(runs.floor);
const rows = Object.entries({
    "linted and evaluated, the first time in the process": first,
    "linted and evaluated": median(runs.both),
    "linted": median(runs.linted),
    "evaluated": median(runs.evaluated),
    "parsed and printed": floor,
}).map(([name, ms]) => `| ${name} | ${ms.toFixed(1)} | ${(ms / floor).toFixed(0)} |\n`);
const { length } = policies;
const characters = policies.reduce((sum, { text }) => sum + text.length, 0);
process.stdout.write(
    `${length} policies, ${characters} characters, ${length * asked.length} requests\n\n`
        + `| | ms | against the last |\n| --- | --- | --- |\n${rows.join("")}`,
);
