import * as assert from "node:assert/strict";

import type { FoundSubnet, FoundVpc, PlacementOverride } from "../../../components/plan/network/foundVpc";
import { placeEndpoints, wrongDns } from "../../../components/plan/network/placement";
import { codesOf } from "../../codesOf";
import { planOf } from "../fixtures";

const account = "123456789012";
const subnet = (id: string, zone: string, third: number): FoundSubnet => ({
    id,
    vpcId: "vpc-1",
    availabilityZone: `us-east-1${zone}`,
    cidrBlock: `10.0.${third}.0/24`,
});

/** Two zones with a public and two private subnets each; the second private one of zone b has the main table. */
const vpc: FoundVpc = {
    id: "vpc-1",
    cidrBlock: "10.0.0.0/16",
    secondaryCidrBlocks: [],
    enableDnsSupport: true,
    enableDnsHostnames: true,
    mainRouteTableId: "rtb-main",
    ownerId: account,
    subnets: [
        subnet("subnet-a2", "a", 20),
        subnet("subnet-a1", "a", 3),
        subnet("subnet-public-a", "a", 0),
        subnet("subnet-b1", "b", 11),
        subnet("subnet-b2", "b", 12),
        subnet("subnet-public-b", "b", 10),
    ],
    routeTables: [
        { id: "rtb-public", subnetIds: ["subnet-public-a", "subnet-public-b"], isPublic: true },
        { id: "rtb-b", subnetIds: ["subnet-b1"], isPublic: false },
        { id: "rtb-a", subnetIds: ["subnet-a1", "subnet-a2"], isPublic: false },
        { id: "rtb-main", subnetIds: [], isPublic: false },
        { id: "rtb-unused", subnetIds: [], isPublic: false },
    ],
};
const place = (override: PlacementOverride = {}, changed: Partial<FoundVpc> = {}) =>
    placeEndpoints({ ...vpc, ...changed }, override, account);

describe("the placement of endpoints in an existing VPC", () => {
    it("is the lowest private subnet of each zone, and the route tables of all private subnets [if.subnet-per-az] [gw.implicit-scope]", () => {
        assert.deepEqual(place(), {
            place: {
                subnetIds: { "us-east-1a": "subnet-a1", "us-east-1b": "subnet-b1" },
                routeTableIds: ["rtb-a", "rtb-b", "rtb-main"],
            },
            problems: [],
        });
    });

    it("does not depend on the order of AWS's answers", () => {
        const turned = { subnets: [...vpc.subnets].reverse(), routeTables: [...vpc.routeTables].reverse() };
        assert.deepEqual(place({}, turned), place());
    });

    it("is in the given zones, while gateways are still in every private route table", () => {
        assert.deepEqual(place({ availabilityZones: ["us-east-1b"] }).place, {
            subnetIds: { "us-east-1b": "subnet-b1" },
            routeTableIds: ["rtb-a", "rtb-b", "rtb-main"],
        });
        assert.deepEqual(codesOf(place({ availabilityZones: ["us-east-1b", "us-east-1c"] }).problems), [
            "vpc.no-private-subnet availabilityZones[1]",
        ]);
    });

    it("is in the given subnets and route tables, also public ones", () => {
        assert.deepEqual(place({ subnetIds: ["subnet-a2", "subnet-public-b"], routeTableIds: ["rtb-unused"] }).place, {
            subnetIds: { "us-east-1a": "subnet-a2", "us-east-1b": "subnet-public-b" },
            routeTableIds: ["rtb-unused"],
        });
        assert.deepEqual(place({ subnetIds: ["subnet-public-b"] }).place?.routeTableIds, [
            "rtb-a",
            "rtb-b",
            "rtb-main",
            "rtb-public",
        ]);
    });

    it("uses no subnet in a Local Zone, and none without IPv4", () => {
        const local = { ...subnet("subnet-lax", "", 0), availabilityZone: "us-west-2-lax-1a" };
        const ipv6 = { ...subnet("subnet-6", "a", 0), cidrBlock: "" };
        assert.deepEqual(place({}, { subnets: [local, ipv6, subnet("subnet-b1", "b", 1)] }).place?.subnetIds, {
            "us-east-1b": "subnet-b1",
        });
    });

    it("is a problem with subnets of another VPC, and with a subnet that does not exist", () => {
        const foreign = { ...subnet("subnet-x", "a", 0), vpcId: "vpc-2" };
        const override = { subnetIds: ["subnet-b1", "subnet-x", "subnet-y"] };
        assert.deepEqual(codesOf(placeEndpoints(vpc, override, account, [foreign]).problems), [
            "vpc.other-subnet subnetIds[1]",
            "vpc.unknown-subnet subnetIds[2]",
        ]);
    });

    it("is a problem with two subnets in one zone, or with an empty list [if.subnet-per-az]", () => {
        assert.deepEqual(codesOf(place({ subnetIds: ["subnet-a1", "subnet-b1", "subnet-a2"] }).problems), [
            "if.subnet-per-az subnetIds[2]",
        ]);
        assert.deepEqual(codesOf(place({ subnetIds: [] }).problems), [
            "list.empty subnetIds",
        ]);
    });

    it("is a problem with another VPC's route table", () => {
        assert.deepEqual(codesOf(place({ routeTableIds: ["rtb-a", "rtb-x"] }).problems), [
            "vpc.other-route-table routeTableIds[1]",
        ]);
    });

    it("is a problem in a VPC without private subnets", () => {
        const routeTables = [{ id: "rtb-main", subnetIds: [], isPublic: true }];
        assert.deepEqual(codesOf(place({}, { routeTables }).problems), ["vpc.no-private-subnet vpcId"]);
    });

    it("is a problem in a VPC without DNS hostnames or DNS support, with the commands that fix it [if.private-dns-attrs] [gw.dns]", () => {
        const endpoints = planOf({ services: ["sqs"] }).endpoints;
        const dns = (changed: Partial<FoundVpc>, of = endpoints) => wrongDns({ ...vpc, ...changed }, of);
        assert.deepEqual(codesOf(dns({ enableDnsHostnames: false })), ["if.private-dns-attrs vpcId"]);
        const [both] = dns({ enableDnsHostnames: false, enableDnsSupport: false });
        assert.match(both!.message, /has DNS support and DNS hostnames disabled/);
        assert.match(both!.hint, /--enable-dns-support && aws .* --enable-dns-hostnames$/);
        // Gateway endpoints, and those without private DNS, need no hostnames, but names must resolve.
        const without = planOf({ services: ["s3", "sqs"], endpoints: { sqs: { privateDns: false } } }).endpoints;
        assert.deepEqual(dns({ enableDnsHostnames: false }, without), []);
        assert.deepEqual(codesOf(dns({ enableDnsSupport: false }, without)), ["if.private-dns-attrs vpcId"]);
    });

    it("is the largest private subnet of each zone if the state can be read, and one that the stack already uses", () => {
        const large = { ...subnet("subnet-a3", "a", 64), cidrBlock: "10.0.64.0/20" };
        const subnets = [...vpc.subnets, large];
        const chosen = (inState?: string[]) =>
            placeEndpoints({ ...vpc, subnets }, {}, account, [], inState && new Set(inState)).place?.subnetIds;
        assert.deepEqual(chosen(), { "us-east-1a": "subnet-a1", "us-east-1b": "subnet-b1" });
        assert.deepEqual(chosen([]), { "us-east-1a": "subnet-a3", "us-east-1b": "subnet-b1" });
        assert.deepEqual(chosen(["subnet-a2", "subnet-b2"]), { "us-east-1a": "subnet-a2", "us-east-1b": "subnet-b2" });
    });

    it("includes the route tables of private subnets in Local Zones, and of those with IPv6 addresses only", () => {
        const local = { ...subnet("subnet-lax", "", 0), availabilityZone: "us-east-1-atl-1a" };
        const ipv6 = { ...subnet("subnet-6", "a", 0), cidrBlock: "" };
        const routeTables = [
            { id: "rtb-lax", subnetIds: ["subnet-lax"], isPublic: false },
            { id: "rtb-6", subnetIds: ["subnet-6"], isPublic: false },
            { id: "rtb-main", subnetIds: [], isPublic: false },
        ];
        const found = place({}, { subnets: [local, ipv6, subnet("subnet-b1", "b", 1)], routeTables });
        assert.deepEqual(found.place?.routeTableIds, ["rtb-6", "rtb-lax", "rtb-main"]);
    });

    it("is a problem in a VPC that another account shares [if.shared-subnet]", () => {
        assert.deepEqual(codesOf(place({}, { ownerId: "111122223333" }).problems), ["if.shared-subnet vpcId"]);
    });
});
