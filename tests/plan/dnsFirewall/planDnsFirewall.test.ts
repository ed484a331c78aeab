import * as assert from "node:assert/strict";

import { planVpcEndpoints } from "../../../components";
import { planOf } from "../fixtures";

const firewallOf = (...changed: Parameters<typeof planOf>) => planOf(...changed).dnsFirewall!;
const namesOf = (user: string, ...changed: Parameters<typeof planOf>) =>
    firewallOf(...changed).allowed.filter(({ usedBy }) => usedBy.includes(user)).map(({ name }) => name);

const existingVpc = {
    vpcId: "vpc-0123456789abcdef0",
    vpcCidrBlock: "10.0.0.0/16",
    subnetIds: { "us-east-1a": "subnet-0123456789abcdef0" },
    routeTableIds: ["rtb-0123456789abcdef0"],
};

describe("a planned DNS firewall", () => {
    it("is absent if none is requested", () => {
        assert.equal("dnsFirewall" in planOf({ services: ["sqs"] }), false);
    });

    it("blocks and fails closed in a VPC that is created; only alerts, and keeps the VPC's setting, in an existing one", () => {
        const { action, failOpen, priority, queryLogs } = firewallOf({ dnsFirewall: {} });
        assert.deepEqual({ action, failOpen, priority, queryLogs }, {
            action: "block",
            failOpen: false,
            priority: 9000,
            queryLogs: null,
        });
        const { plan } = planVpcEndpoints({ ...existingVpc, dnsFirewall: {} });
        assert.deepEqual([plan!.dnsFirewall!.action, plan!.dnsFirewall!.failOpen], ["alert", null]);
        const asked = planVpcEndpoints({ ...existingVpc, dnsFirewall: { action: "block", failOpen: true } }).plan!;
        assert.deepEqual([asked.dnsFirewall!.action, asked.dnsFirewall!.failOpen], ["block", true]);
    });

    it("allows the private names of interface endpoints, and their own names once AWS reports them", () => {
        const changed = { services: ["sqs", "ecr.dkr"], dnsFirewall: {} };
        assert.deepEqual(namesOf("sqs-interface", changed), ["sqs.us-east-1.amazonaws.com", "sqs.us-east-1.api.aws"]);
        assert.deepEqual(namesOf("ecr.dkr-interface", changed), ["*.dkr.ecr.us-east-1.amazonaws.com"]);
        assert.deepEqual(firewallOf(changed).reported, ["ecr.dkr-interface", "sqs-interface"]);
    });

    it("allows no name of a service whose private DNS is off", () => {
        const changed = { services: ["sqs"], endpoints: { sqs: { privateDns: false } }, dnsFirewall: {} };
        assert.deepEqual(namesOf("sqs-interface", changed), []);
        assert.deepEqual(firewallOf(changed).reported, ["sqs-interface"]);
    });

    it("allows the public names that a gateway endpoint carries: virtual-hosted, dual-stack, FIPS and by account", () => {
        const changed = { services: ["dynamodb", "s3", "s3express"], dnsFirewall: {} };
        const s3 = namesOf("s3-gateway", changed);
        for (const start of ["s3", "*.s3", "s3.dualstack", "*.s3.dualstack", "s3-fips", "*.s3-accesspoint"]) {
            assert.ok(s3.includes(`${start}.us-east-1.amazonaws.com`), start);
        }
        assert.ok(s3.includes("<accountId>.s3-control.us-east-1.amazonaws.com"));
        assert.deepEqual(namesOf("dynamodb-gateway", changed), [
            "<accountId>.ddb.us-east-1.amazonaws.com",
            "<accountId>.ddb.us-east-1.api.aws",
            "dynamodb-fips.us-east-1.amazonaws.com",
            "dynamodb-fips.us-east-1.api.aws",
            "dynamodb.us-east-1.amazonaws.com",
            "dynamodb.us-east-1.api.aws",
        ]);
        const express = namesOf("s3express-gateway", changed);
        assert.ok(express.includes("*.s3express-use1-az4.us-east-1.amazonaws.com"));
        assert.ok(!express.some((name) => name.includes("<zoneId>")));
    });

    it("allows only the names that a Region has", () => {
        const frankfurt = { availabilityZones: ["eu-central-1a"], services: ["s3", "dynamodb"], dnsFirewall: {} };
        const all = firewallOf(frankfurt).allowed.map(({ name }) => name);
        assert.deepEqual(all.filter((name) => /fips|api\.aws|us-east-1/.test(name)), []);
        assert.ok(!all.includes("s3.amazonaws.com"));
        assert.ok(all.includes("*.eu-central-1.compute.internal"));
        const china = { availabilityZones: ["cn-north-1a"], services: ["s3"], dnsFirewall: {} };
        assert.ok(namesOf("s3-gateway", china).every((name) => name.endsWith(".amazonaws.com.cn")));
    });

    it("allows names by account for the trusted accounts too", () => {
        const changed = { services: ["dynamodb"], perimeter: { accountIds: ["111122223333"] }, dnsFirewall: {} };
        assert.ok(namesOf("dynamodb-gateway", changed).includes("111122223333.ddb.us-east-1.amazonaws.com"));
    });

    it("allows the VPC's own names: of its instances and of its addresses", () => {
        assert.deepEqual(namesOf("vpc", { dnsFirewall: {} }), ["*.0.10.in-addr.arpa", "*.ec2.internal"]);
        const small = { cidrBlock: "10.1.2.0/25", subnetCidrBlocks: undefined, dnsFirewall: {} };
        assert.ok(namesOf("vpc", small).includes("*.2.1.10.in-addr.arpa"));
    });

    it("allows the caller's domains, in lower case and once", () => {
        const allowedDomains = ["DB.example.com", "db.example.com", "*.corp.internal", "sqs.us-east-1.amazonaws.com"];
        const { allowed } = firewallOf({ services: ["sqs"], dnsFirewall: { allowedDomains } });
        assert.deepEqual(allowed.filter(({ usedBy }) => usedBy.includes("allowedDomains")), [
            { name: "*.corp.internal", usedBy: ["allowedDomains"] },
            { name: "db.example.com", usedBy: ["allowedDomains"] },
            { name: "sqs.us-east-1.amazonaws.com", usedBy: ["allowedDomains", "sqs-interface"] },
        ]);
    });

    it("allows the names of services whose endpoints exist already, whatever their kind", () => {
        const existing = { s3: "vpce-0123456789abcdef0", sqs: "vpce-0123456789abcdef1" };
        const { plan } = planVpcEndpoints({ ...existingVpc, services: ["s3", "sqs"], existing, dnsFirewall: {} });
        const names = plan!.dnsFirewall!.allowed.map(({ name }) => name);
        for (const name of ["sqs.us-east-1.amazonaws.com", "*.s3.us-east-1.amazonaws.com"]) {
            assert.ok(names.includes(name), name);
        }
        assert.deepEqual(plan!.dnsFirewall!.reported, ["sqs-existing"]);
    });

    it("adds only the names of a service that is added", () => {
        const before = firewallOf({ services: ["sqs"], dnsFirewall: {} }).allowed;
        const after = firewallOf({ services: ["sqs", "kms"], dnsFirewall: {} }).allowed;
        assert.deepEqual(after.filter(({ name }) => !before.some((one) => one.name === name)), [
            { name: "kms.us-east-1.amazonaws.com", usedBy: ["kms-interface"] },
        ]);
        assert.ok(before.every(({ name }) => after.some((one) => one.name === name)));
    });
});
