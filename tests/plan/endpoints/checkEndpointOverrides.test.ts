import * as assert from "node:assert/strict";

import { checkEndpointOverrides } from "../../../components/plan/endpoints/checkEndpointOverrides";
import type { EndpointOverride } from "../../../components/plan/endpoints/endpointOverrides";
import { codesOf } from "../../codesOf";

const zones = ["us-east-1a", "us-east-1b"];
const services = ["s3", "dynamodb", "s3express", "sqs", "dynamodb-streams", "email-smtp"];

function problemsOf(service: string, override: EndpointOverride) {
    return checkEndpointOverrides({ [service]: override }, services, zones);
}

describe("the options for one service's endpoints", () => {
    it("are checked only if the service is known, and a workload is not a service", () => {
        assert.deepEqual(codesOf(problemsOf("sqss", { kind: "nonsense" })), ["services.unknown endpoints.sqss"]);
        assert.deepEqual(codesOf(problemsOf("ecs-fargate", {})), ["services.unknown endpoints.ecs-fargate"]);
        assert.deepEqual(problemsOf("sqs", {}), []);
    });

    it("are a problem if no service or workload requests the service", () => {
        assert.deepEqual(codesOf(problemsOf("kms", { privateDns: false })), ["services.not-requested endpoints.kms"]);
    });

    it("are a single problem, without its consequences, with a kind that AWS does not offer [gw.services]", () => {
        assert.deepEqual(codesOf(problemsOf("sqs", { kind: "Gateway", privateDns: true, zones })), [
            "gw.services endpoints.sqs.kind",
        ]);
    });

    it("are a problem if a gateway has options of an interface [gw.no-sg-subnet]", () => {
        const all = { zones, privateDns: false, allowedCidrBlocks: ["10.0.0.0/8"], securityGroupIds: ["sg-1"] };
        const keys = ["zones", "privateDns", "allowedCidrBlocks", "securityGroupIds"];
        const refused = (service: string, override: EndpointOverride, ...wrong: string[]) =>
            assert.deepEqual(
                codesOf(problemsOf(service, override)),
                wrong.map((key) => `gw.no-sg-subnet endpoints.${service}.${key}`),
            );
        refused("s3", all, ...keys);
        refused("s3", { ...all, kind: "Gateway" }, ...keys);
        refused("dynamodb", { privateDns: true }, "privateDns");
        refused("s3express", { zones }, "zones");
    });

    it("are valid for an interface, also in addition to a gateway", () => {
        const override = { zones, privateDns: false, allowedCidrBlocks: ["10.0.0.0/8"] };
        assert.deepEqual(problemsOf("s3", { ...override, kind: "Interface" }), []);
        assert.deepEqual(problemsOf("s3", { ...override, reachableFrom: ["10.0.0.0/8"] }), []);
        assert.deepEqual(problemsOf("sqs", { ...override, privateDns: true }), []);
    });

    it("are a problem with private DNS if AWS offers none [ddb.no-private-dns]", () => {
        const overrides = {
            dynamodb: { kind: "Interface", privateDns: true },
            "dynamodb-streams": { privateDns: true },
        };
        assert.deepEqual(
            codesOf(checkEndpointOverrides(overrides, services, zones)),
            Object.keys(overrides).map((service) => `endpoints.no-private-dns endpoints.${service}.privateDns`),
        );
    });

    it("are valid with private DNS off, or if AWS's documentation does not list the names [ddb.no-private-dns]", () => {
        assert.deepEqual(problemsOf("dynamodb-streams", { privateDns: false }), []);
        assert.deepEqual(problemsOf("email-smtp", { privateDns: true }), []);
    });

    it("are a problem with no security group, or with both security groups and CIDR blocks", () => {
        assert.deepEqual(codesOf(problemsOf("sqs", { securityGroupIds: [] })), [
            "list.empty endpoints.sqs.securityGroupIds",
        ]);
        assert.deepEqual(
            codesOf(problemsOf("sqs", { securityGroupIds: ["sg-1"], allowedCidrBlocks: ["10.0.0.0/8"] })),
            ["endpoints.groups-and-ranges endpoints.sqs.allowedCidrBlocks"],
        );
        assert.deepEqual(problemsOf("sqs", { securityGroupIds: ["sg-1"] }), []);
    });

    it("are a problem with a malformed CIDR block, with the block's own path", () => {
        const ranges = ["10.0.0.0/8", "10.0.0.1/8", "all"];
        const wrong = (key: string) => [
            `network.host-bits endpoints.sqs.${key}[1]`,
            `network.invalid-cidr endpoints.sqs.${key}[2]`,
        ];
        assert.deepEqual(codesOf(problemsOf("sqs", { reachableFrom: ranges })), wrong("reachableFrom"));
        assert.deepEqual(codesOf(problemsOf("sqs", { allowedCidrBlocks: ranges })), wrong("allowedCidrBlocks"));
        assert.deepEqual(problemsOf("sqs", { reachableFrom: ["0.0.0.0/0"], allowedCidrBlocks: ["10.0.0.7/32"] }), []);
    });

    it("are a problem with an invalid policy", () => {
        assert.deepEqual(codesOf(problemsOf("sqs", { policy: "{}" })), ["pol.grammar endpoints.sqs.policy"]);
        assert.deepEqual(problemsOf("sqs", { policy: "full-access" }), []);
    });

    it("are checked for every problem at once", () => {
        const overrides = {
            s3: { privateDns: true, securityGroupIds: ["sg-1"], policy: "{" },
            sqs: { kind: "gateway", reachableFrom: ["all"], zones: ["us-east-1f"] },
            kms: {},
        };
        assert.deepEqual(checkEndpointOverrides(overrides, services, zones).map(({ path }) => path), [
            ...["endpoints.s3.privateDns", "endpoints.s3.securityGroupIds", "endpoints.s3.policy"],
            ...["endpoints.sqs.kind", "endpoints.sqs.zones[0]", "endpoints.sqs.reachableFrom[0]", "endpoints.kms"],
        ]);
    });
});
