import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { planPrivateVpc, PrivateVpc, type PrivateVpcArgs } from "../../../components";
import { regions } from "../../../components/plan/facts/regions";
import { workloadDomains } from "../../../components/plan/facts/workloadDomains";
import { workloads } from "../../../components/plan/facts/workloads";
import { factsOf, freeKindOf, knownServices, missingIn } from "../../../components/plan/services/serviceNames";
import { decide, type Decision } from "../../../emulator/aws/dnsFirewall";
import { type Made, types } from "../../../emulator/aws/world";
import { madeBy } from "../../madeBy";

const account = "123456789012";
const quotas = { "quota.interface-per-vpc": 1000, "quota.sg-rules": 1000 };

/** A query and the names that the answers redirect it to. */
type Query = string[];

/** The emulated firewall of a planned VPC, as far as its names are planned. */
function firewallOf(args: Partial<PrivateVpcArgs>, vpcId = "vpc-1"): (...query: Query) => Decision {
    const request = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"], dnsFirewall: {}, quotas, ...args };
    const { plan, problems } = planPrivateVpc(request);
    assert.deepEqual(problems, []);
    const domains = plan!.dnsFirewall!.allowed.map(({ name }) => name.replace("<accountId>", account));
    const made = (type: string, id: string, attributes: object): Made => ({ type, id, name: id, attributes });
    const rule = (priority: number, action: string) =>
        made(types.firewallRule, action, {
            firewallRuleGroupId: "group",
            firewallDomainListId: `list-${action}`,
            firewallDomainRedirectionAction: "TRUST_REDIRECTION_DOMAIN",
            priority,
            action,
        });
    const all = [
        made(types.firewallDomains, "list-ALLOW", { domains }),
        made(types.firewallDomains, "list-BLOCK", { domains: ["*"] }),
        rule(1, "ALLOW"),
        rule(2, "BLOCK"),
        made(types.firewallAssociation, "association", { firewallRuleGroupId: "group", vpcId, priority: 9000 }),
    ];
    return (...query) => decide(all, vpcId, query);
}

/**
 * Names that SDKs and agents resolve for a service in us-east-1, each with the redirections that AWS documents. Sources: the
 * pages below https://docs.aws.amazon.com/general/latest/gr/ and, for buckets,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html
 */
const resolved: { [service: string]: Query[] } = {
    "autoscaling": [["autoscaling.us-east-1.amazonaws.com"]],
    "codeartifact.repositories": [["my-domain-123456789012.d.codeartifact.us-east-1.amazonaws.com"]],
    "dynamodb": [
        ["dynamodb.us-east-1.amazonaws.com"],
        ["123456789012.ddb.us-east-1.amazonaws.com"],
        ["dynamodb-fips.us-east-1.amazonaws.com"],
        ["dynamodb.us-east-1.api.aws"],
    ],
    "ec2": [["ec2.us-east-1.amazonaws.com"]],
    "ecr.api": [["api.ecr.us-east-1.amazonaws.com"]],
    "ecr.dkr": [["123456789012.dkr.ecr.us-east-1.amazonaws.com"], ["602401143452.dkr.ecr.us-east-1.amazonaws.com"]],
    "ecs": [["ecs.us-east-1.amazonaws.com"]],
    "ecs-agent": [["ecs-a.us-east-1.amazonaws.com"]],
    "ecs-telemetry": [["ecs-t.us-east-1.amazonaws.com"]],
    "eks": [["eks.us-east-1.amazonaws.com"], ["eks.us-east-1.api.aws"]],
    "eks-auth": [["eks-auth.us-east-1.api.aws"]],
    "execute-api": [["a1b2c3.execute-api.us-east-1.amazonaws.com"]],
    "kinesis-streams": [["kinesis.us-east-1.amazonaws.com"]],
    "kms": [["kms.us-east-1.amazonaws.com"]],
    "lambda": [["lambda.us-east-1.amazonaws.com"]],
    "logs": [["logs.us-east-1.amazonaws.com"]],
    "monitoring": [["monitoring.us-east-1.amazonaws.com"]],
    "s3": [
        ["s3.us-east-1.amazonaws.com"],
        ["my-bucket.s3.us-east-1.amazonaws.com", "s3-r-w.us-east-1.amazonaws.com"],
        ["my-bucket.s3.amazonaws.com", "s3-1-w.amazonaws.com", "s3-w.us-east-1.amazonaws.com"],
        ["my.dotted.bucket.s3.us-east-1.amazonaws.com"],
        ["prod-us-east-1-starport-layer-bucket.s3.us-east-1.amazonaws.com"],
        ["al2023-repos-us-east-1-de612dc2.s3.dualstack.us-east-1.amazonaws.com"],
        ["my-point-123456789012.s3-accesspoint.us-east-1.amazonaws.com"],
        ["123456789012.s3-control.us-east-1.amazonaws.com"],
        ["my-bucket.s3-fips.us-east-1.amazonaws.com"],
    ],
    "s3express": [
        ["s3express-control.us-east-1.amazonaws.com"],
        ["bucket--use1-az5--x-s3.s3express-use1-az5.us-east-1.amazonaws.com"],
    ],
    "secretsmanager": [["secretsmanager.us-east-1.amazonaws.com"]],
    "sns": [["sns.us-east-1.amazonaws.com"]],
    "sqs": [["sqs.us-east-1.amazonaws.com"], ["sqs.us-east-1.api.aws"]],
    "ssm": [["ssm.us-east-1.amazonaws.com"]],
    "ssmmessages": [["ssmmessages.us-east-1.amazonaws.com"]],
    "states": [["states.us-east-1.amazonaws.com"]],
    "sts": [["sts.us-east-1.amazonaws.com"]],
    "xray": [["xray.us-east-1.amazonaws.com"]],
};

/** The names of a service: those above, and those of its interface endpoint that the catalogue has from its page. */
function queriesOf(service: string): Query[] {
    const names = freeKindOf(service) ? [] : factsOf(service).privateDnsNames ?? [];
    const concrete = names.map((name) => [name.replace("<region>", "us-east-1").replace(/^\*/, "any-name-1")]);
    return [...resolved[service] ?? [], ...concrete];
}

const region = "us-east-1";

describe("the names that clients of a service resolve", () => {
    const offered = knownServices.filter((service) => !missingIn(region, service));

    it("are allowed by a firewall of a VPC with only that service, and blocked without it", () => {
        const none = firewallOf({ services: [] });
        for (const service of offered) {
            // Where AWS documents no ports, they must be set.
            const endpoints = factsOf(service).ports === null ? { [service]: { ports: [443] } } : {};
            const privateDns = factsOf(service).privateDnsByDefault === false
                ? { [service]: { privateDns: true } }
                : {};
            const allows = firewallOf({ services: [service], endpoints: { ...endpoints, ...privateDns } });
            for (const query of queriesOf(service)) {
                assert.equal(allows(...query), "ALLOW", `${service}: ${query.join(" -> ")}`);
                assert.equal(none(...query), "BLOCK", `${service}: ${query.join(" -> ")}`);
            }
        }
    });

    it("are allowed for each workload, with the names that it needs beyond endpoints", () => {
        for (const [workload, { required }] of Object.entries(workloads)) {
            if (required.some((service) => missingIn(region, service))) continue;
            const ports = required.filter((service) => factsOf(service).ports === null)
                .map((service) => [service, { ports: [443] }]);
            const endpoints = Object.fromEntries([
                ...ports,
                ...required.filter((service) => factsOf(service).privateDnsByDefault === false)
                    .map((service) => [service, { privateDns: true }]),
            ]) as PrivateVpcArgs["endpoints"];
            const allows = firewallOf({ workloads: [workload], endpoints });
            const { domains = [] } = workloadDomains[workload as keyof typeof workloadDomains] ?? {};
            const own = domains.map((name) => [name.replace("<region>", region).replace(/^\*/, "a.b-1")]);
            for (const query of [...required.flatMap(queriesOf), ...own, ["ip-10-0-0-1.ec2.internal"]]) {
                assert.equal(allows(...query), "ALLOW", `${workload}: ${query.join(" -> ")}`);
            }
        }
    }).timeout(120_000);

    it("name only workloads of the catalogue, with AWS's pages", () => {
        for (const [workload, facts] of Object.entries(workloadDomains)) {
            assert.ok(Object.hasOwn(workloads, workload), workload);
            assert.match(facts.source, /^https:\/\/docs\.aws\.amazon\.com\//);
        }
    });
});

describe("a deployed DNS firewall", () => {
    const label = fc.stringMatching(/^[a-z\d]([a-z\d-]{0,12}[a-z\d])?$/);
    const anyName = fc.array(label, { minLength: 1, maxLength: 5 }).map((labels) => labels.join("."));

    it("allows what the endpoints are called, and blocks every other name, for any name", async () => {
        const made = await madeBy(() =>
            new PrivateVpc("app", {
                cidrBlock: "10.0.0.0/16",
                availabilityZones: ["us-east-1a", "us-east-1b"],
                workloads: ["ecs-fargate"],
                services: ["dynamodb", "sqs", "billing"],
                dnsFirewall: { allowedDomains: ["*.corp.example.com"] },
            })
        );
        const [vpc] = made.filter(({ type }) => type === types.vpc);
        const ask = (...query: Query) => decide(made, vpc!.id, query);
        const endpoints = made.filter(({ type }) => type === types.endpoint);
        const own = endpoints.flatMap(({ attributes }) => (attributes.dnsEntries ?? []) as { dnsName: string }[]);
        assert.ok(own.length > 12);
        for (const { dnsName } of own) assert.equal(ask(dnsName.replace("*", "any")), "ALLOW", dnsName);
        assert.equal(ask("billing.us-east-1.amazonaws.com"), "ALLOW", "a name that only AWS reports");
        const services = ["ecr.api", "ecr.dkr", "s3", "dynamodb", "sqs"];
        for (const query of services.flatMap(queriesOf)) assert.equal(ask(...query), "ALLOW", query.join());

        const open = [".ec2.internal", ".0.10.in-addr.arpa", ".corp.example.com"];
        fc.assert(
            fc.property(anyName, fc.constantFrom("", ...open, ".example.com", ".amazonaws.com"), (name, end) => {
                const expected = open.includes(end) ? "ALLOW" : "BLOCK";
                assert.equal(ask(name + end), expected, name + end);
            }),
            { numRuns: 500 },
        );
        fc.assert(
            fc.property(label, fc.constantFrom(...services.flatMap(queriesOf)), (name, [host]) => {
                // A name that only looks like an allowed one.
                assert.equal(ask(`${host}.${name}.example`), "BLOCK");
            }),
            { numRuns: 200 },
        );
    });

    it("allows names of its Region only", () => {
        for (const other of Object.keys(regions).filter((name) => name !== region)) {
            const allows = firewallOf({ services: ["s3", "sqs", "dynamodb", "ecr.dkr"] });
            for (const start of ["sqs", "my-bucket.s3", "dynamodb", `${account}.dkr.ecr`]) {
                assert.equal(allows(`${start}.${other}.amazonaws.com`), "BLOCK", `${start} in ${other}`);
            }
        }
    });
});
