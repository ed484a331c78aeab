import * as assert from "node:assert/strict";

import { planPrivateVpc, type PrivateVpcArgs } from "../../components";
import { exitsOf } from "../../network/exits/exits";
import type { AwsRequest } from "../../network/model/accessModel";
import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Answer, Destination, Source } from "../../network/reach/question";
import { reach, sourceOf } from "../../network/reach/reach";
import { networkOfPlan } from "../../network/sources/fromPlan";
import { needsOfRepository } from "../../network/sources/workloads/containerImages";
import { plannedClient } from "../../network/sources/workloadsOfPlan";
import { runStack, smallVpc } from "../run";

/** The answer for a workload of a planned VPC. */
function ask(args: Partial<PrivateVpcArgs>, from: string, to: Destination, request?: AwsRequest): Answer {
    const { plan } = planPrivateVpc({ ...smallVpc, ...args });
    const index = new NetworkIndex(networkOfPlan(plan!));
    return reach(index, { from: sourceOf(index, from) as Source, to, request });
}

const short = ({ verdict, reason, unknown }: Answer) => [verdict, ...(reason ? [reason.code] : []), ...unknown];

describe("the network of a plan", () => {
    const fargate = { workloads: ["ecs-fargate" as const], services: ["sqs" as const] };

    it("lets a workload reach what it needs", () => {
        for (const service of ["s3", "ecr.api", "ecr.dkr", "sqs"]) {
            assert.deepEqual(short(ask(fargate, "ecs-fargate", { service })), ["reachable"], service);
        }
    });

    it("has no way to a service without an endpoint, and names the option that adds one", () => {
        const answer = ask(fargate, "ecs-fargate", { service: "secretsmanager" });
        assert.deepEqual(short(answer), ["not reachable", "service.no-endpoint"]);
        assert.deepEqual(answer.reason!.fix, {
            sentence: "create an interface endpoint for secretsmanager in VPC 10.0.0.0/16",
            option: { add: "service", service: "secretsmanager" },
        });
        assert.equal(
            ask(fargate, "services", { service: "dynamodb" }).reason!.fix.sentence,
            "create a gateway endpoint, which is free, for dynamodb in VPC 10.0.0.0/16",
        );
    });

    it("names an endpoint whose private DNS is off", () => {
        const options = { services: ["sqs" as const], endpoints: { sqs: { privateDns: false } } };
        const answer = ask(options, "services", { service: "sqs" });
        assert.deepEqual(short(answer), ["not reachable", "service.private-dns-off"]);
        assert.deepEqual(answer.reason!.fix.option, { add: "privateDns", service: "sqs" });
    });

    it("names a security group that does not allow the client's subnet", () => {
        const options = { services: ["sqs" as const], endpoints: { sqs: { allowedCidrBlocks: ["10.8.0.0/16"] } } };
        const answer = ask(options, "services", { service: "sqs" });
        assert.deepEqual(short(answer), ["not reachable", "ENI_SG_RULES_MISMATCH"]);
        assert.equal(
            answer.reason!.fix.sentence,
            "add an inbound rule to security group sqs-interface that allows TCP 443 from subnet us-east-1a",
        );
    });

    it("does not know what your own security groups allow", () => {
        const endpoints = { sqs: { securityGroupIds: ["sg-0123456789abcdef0"] } };
        assert.deepEqual(
            short(ask({ services: ["sqs"], endpoints }, "services", { service: "sqs" })),
            ["unknown", "the rules of your security groups of sqs-interface"],
        );
    });

    it("evaluates the endpoint policy for a request, by the account of its resource", () => {
        const put = (resourceAccount: string) =>
            short(ask({ services: ["s3"] }, "services", { service: "s3" }, {
                action: "s3:PutObject",
                resource: "arn:aws:s3:::amzn-s3-demo-bucket/key",
                resourceAccount,
            }));
        assert.deepEqual(put("123456789012"), ["reachable"]);
        assert.deepEqual(put("111122223333"), ["not reachable", "policy.not-allowed"]);
    });

    it("leaves a request open whose decision depends on a key that nobody gave", () => {
        const policy = JSON.stringify({
            Version: "2012-10-17",
            Statement: {
                Effect: "Allow",
                Principal: "*",
                Action: "sqs:*",
                Resource: "*",
                Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } },
            },
        });
        const options = { services: ["sqs" as const], endpoints: { sqs: { policy } } };
        const request = { action: "sqs:SendMessage", resource: "arn:aws:sqs:us-east-1:123456789012:orders" };
        assert.deepEqual(
            short(ask(options, "services", { service: "sqs" }, request)),
            ["unknown", "the value of aws:PrincipalOrgID in the request"],
        );
        const known = { ...options, perimeter: { organizationId: "o-exampleorgid" } };
        assert.deepEqual(short(ask(known, "services", { service: "sqs" }, request)), ["reachable"]);
    });

    it("lets tasks of the stacks dev and prod download the layers of their images", async () => {
        for (const name of ["dev", "prod"]) {
            const { plans: [plan] } = await runStack(name);
            const by = { by: "task definition app", region: plan!.region };
            const { role, request } = needsOfRepository(by).find(({ service }) => service === "s3")!;
            const from = { ...plannedClient(plan!), role };
            const answer = reach(new NetworkIndex(networkOfPlan(plan!)), { from, to: { service: "s3" }, request });
            assert.deepEqual(short(answer), ["reachable"], name);
            assert.match(
                JSON.stringify(answer.hops),
                /AwsEcr of endpoint s3-gateway allows s3:GetObject on arn:aws:s3/,
            );
        }
    });

    it("has no way to the internet or to an address that nothing has", () => {
        const to = (address: string, services = ["sqs"]) => short(ask({ services }, "services", { address }));
        assert.deepEqual(to("203.0.113.7"), ["not reachable", "NO_ROUTE_TO_DESTINATION"]);
        assert.deepEqual(to("203.0.113.7", ["sqs", "s3"]), ["unknown", "the addresses of s3"]);
        assert.deepEqual(to("10.0.250.1"), ["not reachable", "NO_POSSIBLE_DESTINATION"]);
    });

    it("has the subnets in secondary ranges, with the route tables of their zones", () => {
        const secondary = { secondaryCidrBlocks: [{ cidrBlock: "100.64.0.0/16", availabilityZones: ["us-east-1b"] }] };
        const options = { services: ["s3" as const, "sqs" as const], ...secondary };
        const { subnets, vpcs } = networkOfPlan(planPrivateVpc({ ...smallVpc, ...options }).plan!);
        assert.deepEqual(knownOr(vpcs, []).map(({ cidrBlocks }) => cidrBlocks), [["10.0.0.0/16", "100.64.0.0/16"]]);
        assert.deepEqual(knownOr(subnets, []).map(({ id, routeTable }) => [id, routeTable]), [
            ["us-east-1a", "us-east-1a"],
            ["us-east-1b", "us-east-1b"],
            ["100.64.0.0/16-us-east-1b", "us-east-1b"],
        ]);
        const to = (destination: Destination, args: object = {}) =>
            short(ask({ ...options, ...args }, "services", destination));
        assert.deepEqual(to({ service: "s3" }), ["reachable"]);
        assert.deepEqual(to({ service: "sqs" }), ["reachable"]);
        assert.deepEqual(to({ address: "100.64.0.10" }), ["not reachable", "NO_POSSIBLE_DESTINATION"]);
        const onlyPrimary = { endpoints: { sqs: { allowedCidrBlocks: ["10.0.0.0/16"] } } };
        assert.deepEqual(to({ service: "sqs" }, onlyPrimary), ["not reachable", "ENI_SG_RULES_MISMATCH"]);
    });

    it("names the block that IPAM allocates where a verdict depends on it, and has the same ways out", () => {
        const fromPool = { cidrBlock: undefined, ipam: { poolId: "ipam-pool-0123456789abcdef0", netmaskLength: 20 } };
        const options = { services: ["s3" as const, "sqs" as const] };
        const late = ["unknown", "the CIDR block of the subnet in us-east-1a"];
        for (const to of [{ service: "s3" }, { service: "sqs" }, { address: "192.168.0.1" }]) {
            assert.deepEqual(short(ask({ ...fromPool, ...options }, "services", to)), late);
        }
        const ways = (args: Partial<PrivateVpcArgs>) => {
            const { plan } = planPrivateVpc({ ...smallVpc, ...options, ...args });
            return exitsOf(new NetworkIndex(networkOfPlan(plan!))).map(({ exit, verdict }) => [exit, verdict]);
        };
        assert.deepEqual(ways(fromPool), ways({}));
        assert.deepEqual(ways({}).filter(([, verdict]) => verdict !== "closed"), [["DNS", "open"]]);
    });
});
