import * as assert from "node:assert/strict";

import { checkQuotas, type RaisedQuotas } from "../../components/plan/checkQuotas";
import { planVpcEndpoints } from "../../components/plan/planVpcEndpoints";
import { factsOf, knownServices, missingIn } from "../../components/plan/services/serviceNames";
import { planVpcEndpoints as planWithArgs } from "../../components/planner";
import { codesOf } from "../codesOf";
import { planOf, problemsOf, templates } from "./fixtures";

const many = (count: number) =>
    knownServices.filter((service) =>
        factsOf(service).kinds.length === 1 && factsOf(service).kinds[0] === "Interface" && factsOf(service).ports
        && !missingIn("us-east-1", service)
    ).slice(0, count);

describe("AWS's quotas", () => {
    it("allow fifty interface endpoints in a VPC, or as many as the stack's raised quota [quota.interface-per-vpc]", () => {
        assert.equal(planOf({ services: many(50) }).endpoints.length, 50);
        assert.deepEqual(codesOf(problemsOf({ services: many(51) })), ["quota.interface-per-vpc services"]);
        const quotas = { "quota.interface-per-vpc": 51 };
        assert.equal(planOf({ services: many(51), quotas }).endpoints.length, 51);
    });

    it("allow sixty rules in a security group [quota.sg-rules]", () => {
        const ranges = Array.from({ length: 61 }, (_, index) => `10.9.${index}.0/24`);
        const override = (count: number) => ({ sqs: { allowedCidrBlocks: ranges.slice(0, count) } });
        assert.equal(planOf({ services: ["sqs"], endpoints: override(60) }).securityGroups.at(-1)!.ingress.length, 60);
        assert.deepEqual(
            codesOf(problemsOf({ services: ["sqs"], endpoints: override(61) })),
            [
                "quota.sg-rules endpoints.sqs",
            ],
        );
    });

    it("count a gateway's prefix list with its maximum entries in the client security group [quota.sg-rules]", () => {
        const asked = { services: ["s3express", "sqs"] };
        assert.deepEqual(codesOf(problemsOf({ ...asked, quotas: { "quota.sg-rules": 6 } })), [
            "quota.sg-rules services",
        ]);
        assert.equal(planOf({ ...asked, quotas: { "quota.sg-rules": 7 } }).clientEgress.length, 2);
    });

    it("allow five security groups on an endpoint [quota.sg-per-eni]", () => {
        const securityGroupIds = ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5", "sg-6"];
        const override = (count: number) => ({ sqs: { securityGroupIds: securityGroupIds.slice(0, count) } });
        assert.equal(planOf({ services: ["sqs"], endpoints: override(5) }).endpoints.length, 1);
        assert.deepEqual(
            codesOf(problemsOf({ services: ["sqs"], endpoints: override(6) })),
            [
                "quota.sg-per-eni endpoints.sqs.securityGroupIds",
            ],
        );
        const quotas = { "quota.sg-per-eni": 16 };
        assert.equal(planOf({ services: ["sqs"], endpoints: override(6), quotas }).endpoints.length, 1);
    });

    it("are rejected if they are unknown, not a whole number, or cannot be raised [quota.policy-size]", () => {
        const quotas = { "quota.interfaces": 60, "quota.sg-rules": 0.5, "quota.policy-size": 40_000 };
        assert.deepEqual(codesOf(problemsOf({ quotas })), [
            "quota.unknown quotas.quota.interfaces",
            "quota.invalid quotas.quota.sg-rules",
            "quota.fixed quotas.quota.policy-size",
        ]);
    });

    it("are rejected with a fix, and accepted with AWS's own values", () => {
        const fixes = (quotas: RaisedQuotas) => checkQuotas(quotas).map(({ hint }) => hint);
        assert.deepEqual(fixes({ "quota.sg-rules": 0, "quota.sg-per-eni": -1 }), [
            "write a number, e.g. 60",
            "write a number, e.g. 5",
        ]);
        assert.match(fixes({ "quota.interfaces": 60 })[0]!, /^quotas: .*quota\.interface-per-vpc/);
        assert.deepEqual(fixes({ "quota.policy-size": 20_481 }), ["remove it"]);
        assert.deepEqual(fixes({ "quota.policy-size": 20_480 }), []);
    });

    it("do not count gateways as interfaces, and name the endpoint whose security group is full", () => {
        assert.equal(planOf({ services: [...many(50), "s3"] }).endpoints.length, 51);
        const allowedCidrBlocks = Array.from({ length: 61 }, (_, index) => `10.9.${index}.0/24`);
        const services = ["kms", "sqs"];
        const paths = (quotas: RaisedQuotas, endpoints = {}) =>
            problemsOf({ services, endpoints, quotas }).map(({ path }) => path);
        assert.deepEqual(paths({}, { sqs: { allowedCidrBlocks } }), ["endpoints.sqs"]);
        assert.deepEqual(paths({ "quota.sg-rules": 1 }, { sqs: { ports: [443, 8443] } }), ["endpoints", "services"]);
    });
});

describe("the VPC's secondary ranges", () => {
    const ranges = (count: number) => Array.from({ length: count }, (_, index) => `10.${index + 1}.0.0/16`);

    it("count as rules of the shared security group [quota.sg-rules]", () => {
        const planWith = (secondaryCidrBlocks: string[]) =>
            planVpcEndpoints({ services: ["sqs"], secondaryCidrBlocks }, ["us-east-1a"], templates);
        assert.equal(planWith(ranges(59)).plan?.securityGroups[0]!.ingress.length, 60);
        assert.deepEqual(codesOf(planWith(ranges(60)).problems), ["quota.sg-rules endpoints"]);
    });

    it("are rejected if they are not CIDR blocks", () => {
        const placement = { subnetIds: { "us-east-1a": "subnet-0a1b" }, routeTableIds: ["rtb-0a1b"] };
        const vpcCidrBlock = ["10.0.0.0/16", "10.1.0.0/16", "10.2.0.1/16"];
        const { problems } = planWithArgs({ ...placement, services: ["sqs"], vpcCidrBlock });
        assert.deepEqual(codesOf(problems), ["network.host-bits vpcCidrBlock[2]"]);
    });
});

describe("quotas for an interface endpoint to an endpoint service", () => {
    const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

    it("are checked, and the problem's path is that of the connection [quota.sg-rules] [quota.sg-per-eni]", () => {
        const endpointServices = {
            orders: { serviceName, reachableFrom: Array.from({ length: 60 }, (_, index) => `10.${index + 1}.0.0/16`) },
            web: { serviceName, securityGroupIds: Array.from({ length: 6 }, (_, index) => `sg-${index}`) },
        };
        assert.deepEqual(codesOf(problemsOf({ endpointServices })), [
            "quota.sg-rules endpointServices.orders",
            "quota.sg-per-eni endpointServices.web.securityGroupIds",
        ]);
    });
});

describe("a subnet's addresses", () => {
    it("must be enough for its interface endpoints", () => {
        const small = { cidrBlock: "10.0.0.0/25", services: many(11) };
        assert.equal(planOf(small).endpoints.length, 11);
        const problems = problemsOf({ ...small, services: many(12) });
        assert.deepEqual(codesOf(problems), ["network.subnet-full cidrBlock", "network.subnet-full cidrBlock"]);
        assert.deepEqual(problems.map(({ message }) => / in (us-east-1.),/.exec(message)?.[1]), [
            "us-east-1a",
            "us-east-1b",
        ]);
    });

    it("are those of the given CIDR block, if there is one", () => {
        const subnetCidrBlocks = { "us-east-1a": "10.0.0.0/28" };
        assert.deepEqual(codesOf(problemsOf({ subnetCidrBlocks, services: many(12) })), [
            "network.subnet-full subnetCidrBlocks.us-east-1a",
        ]);
    });
});
