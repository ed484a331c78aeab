import * as assert from "node:assert/strict";

import { contested, contestsOf } from "../../../components/plan/endpoints/contests";
import { codesOf } from "../../codesOf";
import { endpointOf, planOf } from "../fixtures";

const summary = (mine: object, other: object) =>
    contestsOf(planOf(mine).endpoints, planOf(other).endpoints).map((one) => `${one.within}: ${one.mine.name}`);
const names = { mine: "web", other: "app" };
const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

describe("collisions between two components in a VPC", () => {
    it("are gateways of a service in one route table, and interfaces with the same private DNS names", () => {
        assert.deepEqual(summary({ services: ["s3", "sqs", "sns"] }, { services: ["dynamodb", "s3", "sqs"] }), [
            "route table: s3-gateway",
            "VPC: sqs-interface",
        ]);
    });

    it("do not occur if one has no private DNS, or one is a gateway and the other an interface", () => {
        const quiet = { services: ["sqs"], endpoints: { sqs: { privateDns: false } } };
        assert.deepEqual(summary({ services: ["sqs"] }, quiet), []);
        assert.deepEqual(
            summary({ services: ["s3"] }, { services: ["s3"], endpoints: { s3: { kind: "Interface" } } }),
            [],
        );
    });

    it("are not reported if the catalogue does not know whether AWS offers private DNS", () => {
        const { privateDns, privateDnsNames } = endpointOf("account-interface", { services: ["account"] });
        assert.deepEqual([privateDns, privateDnsNames], [true, null]);
        assert.deepEqual(summary({ services: ["account"] }, { services: ["account"] }), []);
    });

    it("are endpoint services with the same private DNS name, whatever their names in the two components", () => {
        const orders = (serviceName: unknown, privateDns = true) => ({
            endpointServices: { orders: { serviceName, privateDns } },
        });
        const shop = { endpointServices: { shop: { serviceName, privateDns: true } } };
        assert.deepEqual(summary(orders(serviceName), shop), ["VPC: orders-interface"]);
        assert.deepEqual(summary(orders(serviceName, false), shop), []);
        assert.deepEqual(summary(orders(serviceName.replace("0123", "3210")), shop), []);
        assert.deepEqual(summary(orders(Promise.resolve(serviceName)), shop), ["VPC: orders-interface"]);
        assert.deepEqual(summary(orders(Promise.resolve(serviceName)), { services: ["sqs"] }), []);
    });

    it("are a problem that names both components, and how one of them can use the other's endpoint", () => {
        const [gateway] = contestsOf(planOf({ services: ["s3"] }).endpoints, planOf({ services: ["s3"] }).endpoints);
        assert.deepEqual(codesOf([contested(gateway!, names, "rtb-a")]), ["gw.one-per-table endpoints.s3"]);
        const sqs = endpointOf("sqs-interface", { services: ["sqs"] });
        assert.deepEqual(
            codesOf([contested({ within: "VPC", mine: sqs, other: sqs }, names, "vpc-1")]),
            ["if.private-dns-conflict endpoints.sqs.privateDns"],
        );
        const orders = endpointOf("orders-interface", {
            endpointServices: { orders: { serviceName, privateDns: true } },
        });
        const { path, hint } = contested({ within: "VPC", mine: orders, other: orders }, names, "vpc-1");
        assert.deepEqual([path, hint], [
            "endpointServices.orders.privateDns",
            "disable private DNS in one of the two",
        ]);
    });
});
