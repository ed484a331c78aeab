import { planVpc } from "../../components/plan/planVpc";
import type { PolicyDocument } from "../../components/plan/policies/policyDocument";
import { prove } from "../../components/plan/policies/prove";
import { factsOf, knownServices, missingIn } from "../../components/plan/services/serviceNames";
import { endpointPolicies } from "../../components/resources/endpointPolicies";

// Proves the policies of a stack of 60 endpoints, and policies with more and more statements and conditions.
const [region, partition] = ["us-east-1", "aws"];
const ownFiles = ["dynamodb", "ecr.api", "ecr.dkr", "s3", "ssm", "sts"];
const others = knownServices.filter((service) =>
    factsOf(service).policySupport && !missingIn(region, service) && !/fips/.test(service)
    && !ownFiles.includes(service)
);
const { plan, problems } = planVpc({
    cidrBlock: "10.0.0.0/16",
    availabilityZones: [`${region}a`, `${region}b`],
    services: [...ownFiles, ...others.slice(0, 60 - ownFiles.length)],
    workloads: ["ecs-fargate"],
    quotas: { "quota.interface-per-vpc": 60 },
}, endpointPolicies());
if (!plan) throw new Error(JSON.stringify(problems));

function timed(what: string, run: () => string): void {
    const before = process.cpuUsage();
    const result = run();
    const { user, system } = process.cpuUsage(before);
    console.log(`${what.padEnd(44)} ${((user + system) / 1000).toFixed(0).padStart(6)} ms  ${result}`);
}

for (const round of ["first", "second", "third"]) {
    timed(`${plan.endpoints.length} endpoints, ${round} time`, () => {
        const verdicts = plan.endpoints.map(({ service, kind, policy }) => {
            const context = { service, kind, region, partition, ownedResources: policy.ownedResources };
            return prove(JSON.parse(policy.document!) as PolicyDocument, context).verdict;
        });
        return `${verdicts.filter((verdict) => verdict === "proven").length} proven`;
    });
}

const own = { "aws:PrincipalAccount": "<accountId>", "aws:ResourceAccount": "<accountId>" };
const statement = (index: number, more: object) => ({
    ...{ Effect: "Allow", Principal: "*", Action: `s3:Get${index}*`, Resource: `arn:aws:s3:::bucket-${index}/*` },
    Condition: { StringEquals: own, ...more },
});
const policyOf = (Statement: object[]): PolicyDocument => ({ Version: "2012-10-17", Statement });
const proveS3 = (policy: PolicyDocument) => prove(policy, { service: "s3", region, partition }).verdict;

for (const count of [10, 20, 40, 80, 160]) {
    const statements = Array.from({ length: count }, (_, index) => statement(index, {}));
    timed(`${count} statements`, () => proveS3(policyOf(statements)));
}
for (const count of [2, 4, 8, 16, 32]) {
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
