import * as assert from "node:assert/strict";

import { collision, uncertain } from "../../../components/plan/endpoints/collisions";
import {
    checkFound,
    type FoundEndpoint,
    lackingRouteTables,
    reachedServices,
} from "../../../components/plan/endpoints/existingEndpoints";
import type { EndpointsRequest } from "../../../components/plan/planVpc";
import { planVpcEndpoints } from "../../../components/plan/planVpcEndpoints";
import { codesOf } from "../../codesOf";
import { endpointOf, statementsOf, templates } from "../fixtures";

const id = "vpce-0123456789abcdef0";
const found: FoundEndpoint = {
    id,
    vpcId: "vpc-1",
    serviceName: "com.amazonaws.us-east-1.sqs",
    vpcEndpointType: "Interface",
    privateDnsEnabled: true,
    routeTableIds: [],
    tags: {},
};
const plan = (request: EndpointsRequest) => planVpcEndpoints(request, ["us-east-1a"], templates);

describe("an existing endpoint", () => {
    it("is kept as it is: none is created, clients may reach it, and the plan gives the reason [gw.one-per-table]", () => {
        const { plan: planned } = plan({ services: ["s3", "sqs"], existing: { s3: id } });
        assert.deepEqual(planned?.endpoints.map(({ name }) => name), ["sqs-interface"]);
        assert.deepEqual(planned?.leftOut, [{ service: "s3", reason: { key: "existing-endpoint", endpointId: id } }]);
        assert.deepEqual(planned?.clientEgress, [
            { name: "endpoints-443", port: 443, securityGroup: "endpoints" },
            { name: "s3-existing-443", port: 443, existing: "s3" },
        ]);
        assert.equal(planned?.cost.endpointsUsd, 7.3);
    });

    it("does not change another endpoint's policy", () => {
        const request = { workloads: ["ecs-fargate"] };
        const before = plan(request).plan!.endpoints.filter(({ service }) => service !== "s3");
        const after = plan({ ...request, existing: { s3: id } }).plan!.endpoints;
        assert.deepEqual(after, before);
        assert.ok(statementsOf(after[0]!).length > 0);
    });

    it("may be an output", () => {
        const { plan: planned } = plan({ services: ["s3"], existing: { s3: Promise.resolve(id) } });
        assert.deepEqual(planned?.leftOut, [{ service: "s3", reason: { key: "existing-endpoint" } }]);
    });

    it("is a problem if its service is not requested or unknown, its ID is malformed, or its service has options", () => {
        const { problems } = plan({
            services: ["s3", "sns"],
            endpoints: { sns: { privateDns: false } },
            existing: { sqs: id, s4: id, s3: "vpce-1", sns: id },
        });
        assert.deepEqual(codesOf(problems), [
            "services.not-requested existing.sqs",
            "services.unknown existing.s4",
            "endpoints.invalid-id existing.s3",
            "existing.with-options endpoints.sns",
        ]);
    });

    it("is a problem if AWS says that it is of another VPC or service, and valid otherwise", () => {
        assert.deepEqual(checkFound({ service: "sqs", path: "existing.sqs" }, found, "vpc-1", "us-east-1"), []);
        assert.deepEqual(codesOf(checkFound({ service: "sqs", path: "existing.sqs" }, found, "vpc-2", "us-east-1")), [
            "existing.other-vpc existing.sqs",
        ]);
        assert.deepEqual(codesOf(checkFound({ service: "sns", path: "existing.sns" }, found, "vpc-1", "us-east-1")), [
            "existing.other-service existing.sns",
        ]);
    });

    it("may be of the service's FIPS endpoint, and replaces it with options.fips", () => {
        const fips = { ...found, serviceName: "com.amazonaws.us-east-1.sqs-fips" };
        assert.deepEqual(checkFound({ service: "sqs", path: "existing.sqs" }, fips, "vpc-1", "us-east-1"), []);
        const request = { services: ["kms", "sqs"], existing: { sqs: id }, options: { fips: true } };
        const { endpoints, clientEgress } = plan(request).plan!;
        assert.deepEqual(endpoints.map(({ service }) => service), ["kms-fips"]);
        assert.deepEqual(clientEgress.map(({ name }) => name), ["endpoints-443", "existing-443"]);
    });

    it("counts as reachable, which determines the AWS-owned resources that other endpoints allow", () => {
        const { plan: planned } = plan({ services: ["s3", "ecr.dkr"], existing: { "ecr.dkr": id } });
        assert.deepEqual(reachedServices(planned!), ["s3", "ecr.dkr"]);
        const sids = statementsOf(planned!.endpoints[0]!).map(({ Sid }) => Sid);
        assert.ok(sids.includes("AwsEcr"), sids.join());
    });

    it("has a warning with the route tables it is not associated with, if it is a gateway", () => {
        const gateway = { id, vpcEndpointType: "Gateway", routeTableIds: ["rtb-b"] };
        const warnings = lackingRouteTables("s3", gateway, ["rtb-c", "rtb-b", "rtb-a", "rtb-c"]);
        assert.deepEqual(codesOf(warnings), ["gw.implicit-scope existing.s3"]);
        assert.match(warnings[0]!.message, / with rtb-a, rtb-c:/);
        assert.deepEqual(lackingRouteTables("s3", gateway, ["rtb-b"]), []);
        const other = { id, vpcEndpointType: "Interface", routeTableIds: [] };
        assert.deepEqual(lackingRouteTables("s3", other, ["rtb-a"]), []);
    });
});

describe("a gateway endpoint", () => {
    it("is a problem without route tables, unless they are an output or no gateway is planned", () => {
        assert.deepEqual(codesOf(plan({ services: ["s3", "dynamodb", "sqs"], routeTableIds: [] }).problems), [
            "gw.implicit-scope routeTableIds",
        ]);
        assert.deepEqual(plan({ services: ["sqs"], routeTableIds: [] }).problems, []);
        assert.deepEqual(plan({ services: ["s3"], routeTableIds: ["rtb-a"] }).problems, []);
        assert.deepEqual(plan({ services: ["s3"], routeTableIds: Promise.resolve([]) }).problems, []);
    });
});

describe("a collision with an existing endpoint", () => {
    const sqs = endpointOf("sqs-interface", { services: ["sqs"] });
    const s3 = endpointOf("s3-gateway", { services: ["s3"] });
    const foreign = { urns: [], stacks: [], owner: "shop/dev", urnsInState: new Map<string, string>() };

    it("occurs if two interfaces use the same private DNS names, and not if one of them does not [if.private-dns-conflict]", () => {
        assert.deepEqual(codesOf(collision(sqs, found, [], foreign)), ["if.private-dns-conflict existing.sqs"]);
        assert.deepEqual(collision(sqs, { ...found, privateDnsEnabled: false }, [], foreign), []);
        assert.deepEqual(collision({ ...sqs, privateDns: false }, found, [], foreign), []);
    });

    it("of a connection has its fix under endpointServices, since only AWS's services can be existing", () => {
        const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
        const orders = endpointOf("orders-interface", {
            endpointServices: { orders: { serviceName, privateDns: true } },
        });
        assert.deepEqual(codesOf(collision(orders, { ...found, serviceName }, [], foreign)), [
            "if.private-dns-conflict endpointServices.orders.privateDns",
        ]);
    });

    it("is a warning that AWS may reject the endpoint, if there are several and the provider returns none", () => {
        assert.deepEqual(codesOf(uncertain(s3, "vpc-1")), ["existing.several endpoints.s3"]);
        assert.match(uncertain(s3, "vpc-1")[0]!.message, / if one of them is associated with one of its route tables$/);
        assert.deepEqual(codesOf(uncertain(sqs, "vpc-1")), ["existing.several endpoints.sqs"]);
        assert.match(uncertain(sqs, "vpc-1")[0]!.message, / if one of them uses its private DNS names$/);
        assert.deepEqual(uncertain({ ...sqs, privateDns: false }, "vpc-1"), []);
    });

    it("occurs if two gateways are in one route table, and not in different ones [gw.one-per-table]", () => {
        const gateway = { ...found, vpcEndpointType: "Gateway", routeTableIds: ["rtb-a", "rtb-b"] };
        assert.deepEqual(codesOf(collision(s3, gateway, ["rtb-b", "rtb-c"], foreign)), [
            "gw.one-per-table existing.s3",
        ]);
        assert.deepEqual(collision(s3, gateway, ["rtb-c"], foreign), []);
    });
});
