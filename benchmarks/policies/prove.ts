import type { PolicyDocument } from "../../components/plan/policies/policyDocument";
import { prove } from "../../components/plan/policies/prove";
import { planOf } from "./plannedEndpoints";

// Proves the policies of a stack of 60 endpoints, and policies with more and more statements and conditions.
const [region, partition] = ["us-east-1", "aws"];
const plan = planOf(60, ["ecs-fargate"]);

function timed(what: string, run: () => string): void {
    const before = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(before);
    console.log(`${what.padEnd(44)} ${((user + system) / 1000).toFixed(0).padStart(6)} ms  ${result}`);
}

// Condition keys are not case-sensitive, and only a search knows that.
const written = { "compared as written": "$&", "searched": "AWS:" };
for (const round of ["first", "second", "third"]) {
    for (const [how, changed] of Object.entries(written)) {
        timed(`${plan.endpoints.length} endpoints, ${how}, ${round} time`, () => {
            const verdicts = plan.endpoints.map(({ service, kind, policy }) => {
                const context = { service, kind, region, partition, ownedResources: policy.ownedResources };
                const text = policy.document!.replaceAll(/aws:(?=(?:Principal|Resource)Account)/g, changed);
                return prove(JSON.parse(text) as PolicyDocument, context).verdict;
            });
            return `${verdicts.filter((verdict) => verdict === "proven").length} proven`;
        });
    }
}

const own = { "AWS:PrincipalAccount": "<accountId>", "AWS:ResourceAccount": "<accountId>" };
const statement = (index: number, more: object) => ({
    ...{ Effect: "Allow", Principal: "*", Action: `s3:Get${index}*`, Resource: `arn:aws:s3:::bucket-${index}/*` },
    Condition: { StringEquals: own, ...more },
});
const policyOf = (Statement: object[]): PolicyDocument => ({ Version: "2012-10-17", Statement });
const proveS3 = (policy: PolicyDocument) => prove(policy, { service: "s3", region, partition }).verdict;

for (const count of [20, 40, 80, 160]) {
    const statements = Array.from({ length: count }, (_, index) => statement(index, {}));
    timed(`${count} statements`, () => proveS3(policyOf(statements)));
}
for (const count of [8, 16, 32, 64]) {
    const StringNotLike = Object.fromEntries(
        Array.from({ length: count }, (_, index) => [`aws:RequestTag/t${index}`, `v${index}*`]),
    );
    const denials = Object.entries(StringNotLike).map(([key, value]) => ({
        ...{ Effect: "Deny", Principal: "*", Action: "*", Resource: "*" },
        Condition: { StringLike: { [key]: value, "aws:ResourceTag/a": `${value}b*` } },
    }));
    timed(
        `${count} Deny statements with two conditions`,
        () => proveS3(policyOf([statement(0, { StringNotLike }), ...denials])),
    );
}
for (const count of [5, 10, 20, 40]) {
    const Resource = Array.from({ length: count }, (_, index) => `arn:aws:s3:::${"*a".repeat(count)}${index}*b*`);
    timed(`${count} resources of ${count + 2} wildcards`, () => proveS3(policyOf([{ ...statement(0, {}), Resource }])));
}
for (const count of [4, 8, 12, 16]) {
    const values = Array.from({ length: count }, (_, index) => [`aws:TagKeys`, `v${index}`] as const);
    const statements = values.map(([key, value], index) =>
        statement(index, { "ForAnyValue:StringEquals": { [key]: value } })
    );
    timed(`${count} conditions on the elements of a list`, () => proveS3(policyOf(statements)));
}
