import * as assert from "node:assert/strict";

import type { ConnectionRequests } from "../../../components/plan/endpointServices/connections";
import { isEndpointServiceName } from "../../../components/plan/endpointServices/endpointServiceName";
import { noPolicy } from "../../../components/plan/policies/endpointPolicy";
import { codesOf } from "../../codesOf";
import { endpointOf, interfacesOf, planOf, problemsOf } from "../fixtures";

const serviceName = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";
const wrong = (endpointServices: ConnectionRequests) => problemsOf({ endpointServices });

describe("a connection to an endpoint service", () => {
    it("is one interface endpoint in every zone, without policy or private DNS, over HTTPS", () => {
        assert.deepEqual(planOf({ endpointServices: { orders: { serviceName } } }).endpoints, [{
            service: "orders",
            askedAs: "orders",
            name: "orders-interface",
            kind: "Interface",
            serviceName,
            zones: ["us-east-1a", "us-east-1b"],
            privateDns: false,
            privateDnsNames: null,
            ports: [443],
            securityGroup: "endpoints",
            sources: ["vpc"],
            policy: noPolicy,
            monthlyUsd: 14.6,
            expectedGigabytes: null,
            paysOffFromGigabytes: null,
            reason: { key: "endpoint-service" },
            requestedBy: ["endpointServices"],
        }]);
    });

    it("has its own ports, zones, clients and private DNS if configured, and is priced for its own zones", () => {
        const orders = {
            serviceName,
            ports: [5432, 6432],
            zones: ["us-east-1b"],
            privateDns: true,
            reachableFrom: ["10.200.0.0/16"],
            expectedGigabytes: 100,
        };
        const { securityGroups, clientEgress, cost } = planOf({ endpointServices: { orders } });
        const [planned] = interfacesOf({ endpointServices: { orders } });
        assert.deepEqual(planned?.zones, ["us-east-1b"]);
        assert.equal(planned?.privateDns, true);
        assert.deepEqual(planned?.reason, { key: "endpoint-service", reachableFrom: ["10.200.0.0/16"] });
        assert.deepEqual(securityGroups.find(({ name }) => name === "orders-interface")?.ingress, [
            { port: 5432, source: "10.200.0.0/16" },
            { port: 5432, source: "vpc" },
            { port: 6432, source: "10.200.0.0/16" },
            { port: 6432, source: "vpc" },
        ]);
        assert.deepEqual(clientEgress.map(({ name, port }) => [name, port]), [
            ["orders-interface-5432", 5432],
            ["orders-interface-6432", 6432],
        ]);
        assert.deepEqual([cost.endpointsUsd, cost.dataUsd], [7.3, 1]);
    });

    it("follows AWS's own services, sorted by the caller's names, and uses endpointZones", () => {
        const endpointServices = { web: { serviceName }, orders: { serviceName } };
        const endpoints = interfacesOf({ services: ["sqs"], endpointZones: ["us-east-1a"], endpointServices });
        assert.deepEqual(endpoints.map(({ name, zones }) => [name, zones]), [
            ["sqs-interface", ["us-east-1a"]],
            ["orders-interface", ["us-east-1a"]],
            ["web-interface", ["us-east-1a"]],
        ]);
    });

    it("has no service name in the plan if the name is an output", () => {
        const endpointServices = { orders: { serviceName: Promise.resolve(serviceName) } };
        assert.equal(endpointOf("orders-interface", { endpointServices }).serviceName, null);
    });

    it("has the partition's prefix in its service name in China and other partitions [name.china]", () => {
        const inChina = "vpce.cn-north-1.vpce-svc-0123456789abcdef0";
        const request = (serviceName: string) => ({
            cidrBlock: "10.0.0.0/16",
            availabilityZones: ["cn-north-1a"],
            endpointServices: { orders: { serviceName } },
        });
        planOf(request(`cn.com.amazonaws.${inChina}`));
        const path = "endpointServices.orders.serviceName";
        const [problem, ...more] = problemsOf(request(`com.amazonaws.${inChina}`));
        assert.deepEqual([problem!.code, problem!.path, more], ["connections.invalid-service-name", path, []]);
        assert.equal(problem!.hint, "names in cn-north-1 begin with cn.com.amazonaws.vpce");
        assert.ok(isEndpointServiceName("gov.ic.c2s.vpce.us-iso-east-1.vpce-svc-0123456789abcdef0"));
        assert.ok(isEndpointServiceName("com.amazonaws.vpce.us-gov-west-1.vpce-svc-0123456789abcdef0"));
        assert.ok(isEndpointServiceName("cn.com.amazonaws.vpce.cn-south-9.vpce-svc-0123456789abcdef0"));
        assert.ok(!isEndpointServiceName("org.amazonaws.vpce.xx-south-9.vpce-svc-0123456789abcdef0"));
    });

    it("is a problem if the service is in another partition than the VPC [regions.other-partition]", () => {
        for (const elsewhere of ["com.amazonaws.vpce.us-gov-west-1", "cn.com.amazonaws.vpce.cn-north-1"]) {
            const orders = { serviceName: `${elsewhere}.vpce-svc-0123456789abcdef0` };
            assert.deepEqual(codesOf(wrong({ orders })), [
                "regions.other-partition endpointServices.orders.serviceName",
            ]);
        }
        const planned = planOf({
            endpointServices: { orders: { serviceName: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0" } },
        });
        assert.equal(planned.endpoints.length, 1);
    });

    it("is a problem with a malformed service name [name.verify]", () => {
        const names = ["orders", "vpce-svc-0123456789abcdef0", "com.amazonaws.us-east-1.sqs", `${serviceName}.x`, ""];
        for (const name of names) {
            assert.deepEqual(codesOf(wrong({ orders: { serviceName: name } })), [
                "connections.invalid-service-name endpointServices.orders.serviceName",
            ], name);
        }
    });

    it("is a problem with the name of an AWS service, or a name that a resource cannot have", () => {
        assert.deepEqual(codesOf(wrong({ "sqs": { serviceName }, "my orders": { serviceName } })), [
            "connections.reserved-name endpointServices.sqs",
            "connections.invalid-name endpointServices.my orders",
        ]);
    });

    it("is a problem with ports that are invalid, repeated, or an empty list", () => {
        assert.deepEqual(
            codesOf(wrong({ a: { serviceName, ports: [0, 443, 443, 65_536, 1.5] }, b: { serviceName, ports: [] } })),
            [
                "endpoints.invalid-port endpointServices.a.ports[0]",
                "list.repeated endpointServices.a.ports[2]",
                "endpoints.invalid-port endpointServices.a.ports[3]",
                "endpoints.invalid-port endpointServices.a.ports[4]",
                "list.empty endpointServices.b.ports",
            ],
        );
        assert.equal(planOf({ endpointServices: { a: { serviceName, ports: [1, 65_535] } } }).endpoints.length, 1);
    });

    it("is a problem with a zone, CIDR block or security groups that would be invalid for AWS's own services", () => {
        const orders = {
            serviceName,
            zones: ["us-east-1f"],
            expectedGigabytes: -1,
            reachableFrom: ["10.0.0.1/8"],
            allowedCidrBlocks: ["10.0.0.0/8"],
            securityGroupIds: ["sg-1"],
        };
        assert.deepEqual(wrong({ orders }).map(({ path }) => path), [
            "endpointServices.orders.reachableFrom[0]",
            "endpointServices.orders.expectedGigabytes",
            "endpointServices.orders.zones[0]",
            "endpointServices.orders.allowedCidrBlocks",
        ]);
    });

    it("is a problem if two use the same private DNS name, and none if only one does [if.private-dns-conflict]", () => {
        const [a, b] = [{ serviceName, privateDns: true }, { serviceName, privateDns: false }];
        assert.equal(planOf({ endpointServices: { a, b } }).endpoints.length, 2);
        assert.deepEqual(codesOf(wrong({ a, b: { ...b, privateDns: true } })), [
            "if.private-dns-conflict endpointServices.b.privateDns",
        ]);
    });

    it("has its own path in a problem", () => {
        assert.deepEqual(wrong({ orders: { serviceName, allowedCidrBlocks: ["10.0.0.0"] } }).map(({ path }) => path), [
            "endpointServices.orders.allowedCidrBlocks[0]",
        ]);
    });

    it("conflicts only with the same service's private DNS, not with other services or names that are outputs", () => {
        const other = serviceName.replace("abcdef0", "abcdef1");
        const [privateDns, later] = [true, Promise.resolve(serviceName)];
        const right = {
            web: { serviceName: other, privateDns },
            jobs: { serviceName: later, privateDns },
            mail: { serviceName: later, privateDns },
            orders: { serviceName, privateDns },
            quiet: { serviceName },
        };
        assert.deepEqual(planOf({ endpointServices: right }).endpoints.map(({ name }) => name), [
            ...["jobs-interface", "mail-interface", "orders-interface", "quiet-interface", "web-interface"],
        ]);
        assert.deepEqual(codesOf(wrong({ ...right, again: { serviceName, privateDns } })), [
            "if.private-dns-conflict endpointServices.again.privateDns",
        ]);
    });

    it("sorts its zones", () => {
        const zones = ["us-east-1b", "us-east-1a"];
        const [orders] = interfacesOf({ endpointServices: { orders: { serviceName, zones } } });
        assert.deepEqual(orders!.zones, ["us-east-1a", "us-east-1b"]);
    });
});
