import * as assert from "node:assert/strict";

import type { EndpointWish } from "../../../components/plan/endpoints/endpointWish";
import { checkWishes } from "../../../components/plan/endpoints/wishes";

const zones = ["us-east-1a", "us-east-1b"];
const services = ["s3", "dynamodb", "s3express", "sqs", "dynamodb-streams", "email-smtp"];

function problemsOf(service: string, wish: EndpointWish) {
    return checkWishes({ [service]: wish }, services, zones);
}

/** The problems of interface-only keys on a gateway endpoint, which differ in their path alone. */
function onlyRouteTables(service: string, keys: string[], hint: string) {
    const message = `${service} gets a gateway endpoint, which has route tables only`;
    return keys.map((key) => ({ path: `endpoints.${service}.${key}`, message, hint }));
}

describe("what is said of one service's endpoints", () => {
    it("is judged only where the service is known, and is told apart from a workload", () => {
        assert.deepEqual(problemsOf("sqss", { kind: "nonsense" }), [{
            path: "endpoints.sqss",
            message: `"sqss" is not a service this version knows`,
            hint: `did you mean "sqs" (Amazon SQS)?`,
        }]);
        assert.deepEqual(problemsOf("ecs-fargate", {}), [{
            path: "endpoints.ecs-fargate",
            message: `"ecs-fargate" is not a service this version knows`,
            hint: "ecs-fargate is a workload: name it under workloads",
        }]);
        assert.deepEqual(problemsOf("sqs", {}), []);
    });

    it("is a problem where nobody asks for the service", () => {
        assert.deepEqual(problemsOf("kms", { privateDns: false }), [{
            path: "endpoints.kms",
            message: "nothing asks for kms",
            hint: "add kms to services, or remove this entry",
        }]);
    });

    it("with a kind AWS does not offer is that one problem, and no other that follows from it [gw.services]", () => {
        assert.deepEqual(problemsOf("sqs", { kind: "Gateway", privateDns: true, zones }), [{
            path: "endpoints.sqs.kind",
            message: "AWS offers no Gateway endpoint for sqs",
            hint: "use Interface, or leave it out",
        }]);
    });

    it("is a problem where a gateway is given what only an interface has [gw.no-sg-subnet]", () => {
        const all = { zones, privateDns: false, allowedCidrBlocks: ["10.0.0.0/8"], securityGroupIds: ["sg-1"] };
        const keys = ["zones", "privateDns", "allowedCidrBlocks", "securityGroupIds"];
        const hint = "leave it out, or ask for kind: Interface";
        assert.deepEqual(problemsOf("s3", all), onlyRouteTables("s3", keys, hint));
        assert.deepEqual(problemsOf("s3", { ...all, kind: "Gateway" }), onlyRouteTables("s3", keys, hint));
        assert.deepEqual(
            problemsOf("dynamodb", { privateDns: true }),
            onlyRouteTables("dynamodb", ["privateDns"], hint),
        );
        assert.deepEqual(problemsOf("s3express", { zones }), onlyRouteTables("s3express", ["zones"], "leave it out"));
    });

    it("is no problem where the same stands beside an interface", () => {
        const wish = { zones, privateDns: false, allowedCidrBlocks: ["10.0.0.0/8"] };
        assert.deepEqual(problemsOf("s3", { ...wish, kind: "Interface" }), []);
        assert.deepEqual(problemsOf("s3", { ...wish, reachableFrom: ["10.0.0.0/8"] }), []);
        assert.deepEqual(problemsOf("sqs", { ...wish, privateDns: true }), []);
    });

    it("is a problem with private DNS where AWS offers none [ddb.no-private-dns]", () => {
        const wishes = { dynamodb: { kind: "Interface", privateDns: true }, "dynamodb-streams": { privateDns: true } };
        assert.deepEqual(
            checkWishes(wishes, services, zones),
            ["dynamodb", "dynamodb-streams"].map((service) => ({
                path: `endpoints.${service}.privateDns`,
                message: `AWS offers no private DNS for the interface endpoint of ${service}`,
                hint: "leave it out, and give clients the endpoint's own name from the output dnsNames",
            })),
        );
    });

    it("is no problem with private DNS off, or where AWS's pages do not list the names [ddb.no-private-dns]", () => {
        assert.deepEqual(problemsOf("dynamodb-streams", { privateDns: false }), []);
        assert.deepEqual(problemsOf("email-smtp", { privateDns: true }), []);
    });

    it("is a problem where it names no security group, or groups and ranges both", () => {
        assert.deepEqual(problemsOf("sqs", { securityGroupIds: [] }), [{
            path: "endpoints.sqs.securityGroupIds",
            message: "names no security group",
            hint: "name at least one, or leave it out for the endpoints' own group",
        }]);
        assert.deepEqual(problemsOf("sqs", { securityGroupIds: ["sg-1"], allowedCidrBlocks: ["10.0.0.0/8"] }), [{
            path: "endpoints.sqs.allowedCidrBlocks",
            message: "the groups in securityGroupIds already decide who is let in",
            hint: "leave out one of the two",
        }]);
        assert.deepEqual(problemsOf("sqs", { securityGroupIds: ["sg-1"] }), []);
    });

    it("is a problem where a range is no block, at the range's own place", () => {
        const ranges = ["10.0.0.0/8", "10.0.0.1/8", "all"];
        const wrong = (key: string) => [
            {
                path: `endpoints.sqs.${key}[1]`,
                message: "10.0.0.1/8 has bits set behind its prefix",
                hint: "use 10.0.0.0/8",
            },
            {
                path: `endpoints.sqs.${key}[2]`,
                message: `"all" is not an IPv4 CIDR block`,
                hint: "write it as 10.0.0.0/16",
            },
        ];
        assert.deepEqual(problemsOf("sqs", { reachableFrom: ranges }), wrong("reachableFrom"));
        assert.deepEqual(problemsOf("sqs", { allowedCidrBlocks: ranges }), wrong("allowedCidrBlocks"));
        assert.deepEqual(problemsOf("sqs", { reachableFrom: ["0.0.0.0/0"], allowedCidrBlocks: ["10.0.0.7/32"] }), []);
    });

    it("is a problem where its policy is wrong", () => {
        assert.deepEqual(problemsOf("sqs", { policy: "{}" }), [{
            path: "endpoints.sqs.policy",
            message: "the policy has no Statement",
            hint: `a policy is {"Version": "2012-10-17", "Statement": [{ … }]}`,
        }]);
        assert.deepEqual(problemsOf("sqs", { policy: "full-access" }), []);
    });

    it("is told with every problem at once", () => {
        const wishes = {
            s3: { privateDns: true, securityGroupIds: ["sg-1"], policy: "{" },
            sqs: { kind: "gateway", reachableFrom: ["all"], zones: ["us-east-1f"] },
            kms: {},
        };
        assert.deepEqual(checkWishes(wishes, services, zones).map(({ path }) => path), [
            ...["endpoints.s3.privateDns", "endpoints.s3.securityGroupIds", "endpoints.s3.policy"],
            ...["endpoints.sqs.kind", "endpoints.sqs.zones[0]", "endpoints.sqs.reachableFrom[0]", "endpoints.kms"],
        ]);
    });
});
