import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import { exitsOf } from "../../network/exits/exits";
import type { PrivateZone } from "../../network/model/dnsModel";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import { explanations, explanationsPage } from "../../network/reach/explanations";
import { acl, ask, group, network, route, vpc } from "./smallNetwork";

const [near, far, internet] = ["10.0.2.10", "10.1.1.10", "203.0.113.7"].map((address) => ({ address, port: 22 }));

describe("explanation codes of Reachability Analyzer", () => {
    it("have AWS's page as their source", () => {
        const codes = Object.entries(explanations);
        for (const [code, { source }] of codes) assert.equal(source === explanationsPage, /^[A-Z]/.test(code), code);
        assert.ok(codes.length > 20);
    });

    it("ENI_SG_RULES_MISMATCH and SG_HAS_NO_RULES: the example of the AWS CLI's guide", () => {
        const securityGroups = [group("open", "0.0.0.0/0"), group("other", "10.9.0.0/16"), group("empty")];
        assert.deepEqual(ask(network({ securityGroups }), near!, { groups: ["other"] }), [
            "not reachable",
            "ENI_SG_RULES_MISMATCH",
        ]);
        assert.deepEqual(ask(network({ securityGroups }), near!, { groups: ["empty"] }), [
            "not reachable",
            "SG_HAS_NO_RULES",
        ]);
        assert.deepEqual(ask(network(), near!), ["reachable"]);
    });

    it("SUBNET_ACL_RESTRICTION, in both directions of the request and of its answer", () => {
        for (const egress of [true, false]) {
            for (const cidr of ["10.0.1.0/24", "10.0.2.0/24"]) {
                const given = network({ networkAcls: [acl({ egress, cidr })] });
                assert.deepEqual(ask(given, near!), ["not reachable", "SUBNET_ACL_RESTRICTION"], `${egress} ${cidr}`);
            }
        }
        const half = network({ networkAcls: [acl({ egress: false, cidr: "10.0.1.0/25" })] });
        assert.equal(ask(half, near!)[0], "unknown");
        assert.deepEqual(ask(half, near!, { address: "10.0.1.200" }), ["reachable"]);
    });

    it("NO_ROUTE_TO_DESTINATION, BAD_STATE_ROUTE and NO_POSSIBLE_DESTINATION", () => {
        assert.deepEqual(ask(network(), internet!), ["not reachable", "NO_ROUTE_TO_DESTINATION"]);
        const gone = { ...route("0.0.0.0/0", "NAT gateway", "nat"), blackhole: true };
        assert.deepEqual(ask(network({}, [gone]), internet!), ["not reachable", "BAD_STATE_ROUTE"]);
        assert.deepEqual(ask(network(), { address: "10.0.77.1" }), ["not reachable", "NO_POSSIBLE_DESTINATION"]);
    });

    it("IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS", () => {
        const given = network({}, [route("0.0.0.0/0", "internet gateway", "igw")]);
        assert.deepEqual(ask(given, internet!), ["not reachable", "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS"]);
        assert.deepEqual(ask(given, internet!, { hasPublicAddress: true }), ["reachable"]);
        assert.deepEqual(ask(given, { address: "192.168.0.1" }, { hasPublicAddress: true }), [
            "not reachable",
            "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS",
        ]);
    });

    it("a peering connection that is active, pending, cyclic, or leads elsewhere", () => {
        const peered = (isActive: boolean, vpcs: [string, string] = ["a", "b"]) =>
            network({ peerings: [{ id: "pcx", vpcs, isActive }] }, [
                route("10.0.0.0/8", "VPC peering connection", "pcx"),
            ]);
        assert.deepEqual(ask(peered(true), far!), ["reachable"]);
        assert.deepEqual(ask(peered(false), far!), ["not reachable", "BAD_STATE_ATTACHMENT"]);
        assert.deepEqual(ask(peered(true, ["a", "a"]), far!)[0], "unknown");
        // Peering is not transitive: two connections in a circle lead no further than one.
        const circle = network({
            vpcs: [vpc("a", "10.0.0.0/16"), vpc("b", "10.1.0.0/16"), vpc("c", "10.2.0.0/16")],
            peerings: [{ id: "pcx", vpcs: ["a", "c"], isActive: true }, {
                id: "back",
                vpcs: ["c", "a"],
                isActive: true,
            }],
        }, [route("10.0.0.0/8", "VPC peering connection", "pcx")]);
        assert.deepEqual(ask(circle, far!), ["not reachable", "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR"]);
    });

    it("routes of a transit gateway that are not known stay unknown by name", () => {
        const routes = unknown("the route table of transit gateway tgw");
        const attachment = { id: "attachment", transitGateway: "tgw", vpc: "a", subnets: ["a1"], routes };
        const given = network({ transitAttachments: [attachment] }, [route("10.0.0.0/8", "transit gateway", "tgw")]);
        assert.deepEqual(ask(given, far!), [
            "unknown",
            "the route table of transit gateway tgw",
            "the attachment of b to tgw",
        ]);
    });
});

describe("names in a VPC", () => {
    const zone = (domain: string, host: string, value: string): PrivateZone => ({
        id: domain,
        domain,
        vpcs: ["a"],
        records: [{ host, type: "A", values: [value] }],
    });

    it("are answered by the most specific of overlapping private zones, even if it has no such record", () => {
        const broad = zone("example.com", "db.accounting.example.com", "10.0.2.10");
        const narrow = zone("accounting.example.com", "web.accounting.example.com", "10.0.2.10");
        const to = { host: "db.accounting.example.com", port: 5432 };
        assert.deepEqual(ask(network({ privateZones: [broad] }), to), ["reachable"]);
        assert.deepEqual(ask(network({ privateZones: [broad, narrow] }), to), ["not reachable", "dns.no-record"]);
        assert.deepEqual(ask(network({ privateZones: [{ ...broad, vpcs: ["b"] }] }), to)[0], "not reachable");
    });

    it("that no zone knows are left to public DNS", () => {
        assert.deepEqual(ask(network(), { host: "db.example.com" }), [
            "not reachable",
            "NO_ROUTE_TO_DESTINATION",
            "whether public DNS has db.example.com",
        ]);
    });

    it("are forwarded by a Resolver rule of the same domain, blocked by DNS Firewall, or not resolved at all", () => {
        const to = { host: "db.example.com" };
        const zones = [zone("example.com", "db.example.com", "10.0.2.10")];
        const rule = { id: "rule", domain: "example.com", forwards: true, vpcs: ["a"], servers: ["10.8.0.2"] };
        assert.deepEqual(ask(network({ privateZones: zones, resolverRules: [rule] }), to), [
            "unknown",
            "the outbound endpoint of Resolver rule rule",
            "the answer of 10.8.0.2 for db.example.com",
        ]);
        const firewall = {
            id: "firewall",
            vpc: "a",
            priority: 100,
            rules: [{ domains: ["*.example.com"], blocks: true }],
        };
        const blocked = network({ privateZones: zones, dnsFirewalls: [firewall] });
        assert.deepEqual(ask(blocked, to), ["not reachable", "dns.blocked"]);
        const off = network({ privateZones: zones, vpcs: [{ ...vpc("a", "10.0.0.0/16"), dnsSupport: false }] });
        assert.deepEqual(ask(off, to), ["not reachable", "dns.support-off"]);
        const loop: PrivateZone = {
            ...zones[0]!,
            records: [{ host: "db.example.com", type: "CNAME", values: ["db.example.com"] }],
        };
        assert.deepEqual(ask(network({ privateZones: [loop] }), to), ["not reachable", "dns.loop"]);
    });
});

describe("ways out of a VPC", () => {
    const verdicts = (given: Network) =>
        Object.fromEntries(exitsOf(new NetworkIndex(given), ["a"]).map(({ exit, verdict }) => [exit, verdict]));

    it("are closed in a VPC without any, except for DNS", () => {
        const open = Object.entries(verdicts(network())).filter(([, verdict]) => verdict !== "closed");
        assert.deepEqual(open, [["DNS", "open"]]);
    });

    it("outbound traffic to the public internet: an example of Network Access Analyzer", () => {
        const gateways = [{ id: "igw", kind: "internet gateway" as const, vpc: "a" }];
        assert.equal(verdicts(network({ gateways }))["internet gateway"], "closed");
        const routed = network({ gateways }, [route("0.0.0.0/0", "internet gateway", "igw")]);
        const [found] = exitsOf(new NetworkIndex(routed), ["a"]);
        assert.deepEqual([found!.verdict, found!.because[0]], [
            "open",
            "subnet a1 -> route table table of a -> 0.0.0.0/0 -> internet gateway igw",
        ]);
        const six = network({}, [route("::/0", "egress-only internet gateway", "eigw")]);
        assert.equal(verdicts(six)["egress-only internet gateway"], "open");
    });

    it("are appliances only if a route leads to one, and connections with a proof that none is used", () => {
        const attachment = { id: "attachment", transitGateway: "tgw", vpc: "a", subnets: ["a1"], routes: [] };
        const given = network({ transitAttachments: [attachment] });
        const byName = (one: Network) =>
            new Map(exitsOf(new NetworkIndex(one), ["a"]).map((exit) => [exit.exit, exit]));
        assert.deepEqual(byName(given).get("transit gateway")!.because, ["no subnet has a route to attachment"]);
        assert.deepEqual(byName(given).get("VPC peering connection")!.because, ["VPC a has no VPC peering connection"]);
        const appliance = "network interface of an appliance";
        assert.equal(byName(given).has(appliance), false);
        const routed = byName(
            network({}, [route("0.0.0.0/0", appliance, "eni"), route("10.8.0.0/16", "local gateway")]),
        );
        assert.deepEqual([routed.get(appliance)!.kind, routed.get(appliance)!.verdict], ["appliance", "open"]);
        assert.equal(routed.get("local gateway")!.verdict, "open");
        const through = byName(network({}, [route("0.0.0.0/0", "transit gateway", "tgw")])).get("transit gateway")!;
        assert.deepEqual([through.kind, through.verdict], ["connection", "open"]);
    });

    it("are unknown, by name, if a list was not read", () => {
        const given = network({ gateways: unknown("ec2-describe-nat-gateways.json, which is missing") });
        const nat = exitsOf(new NetworkIndex(given), ["a"]).find(({ exit }) => exit === "NAT gateway")!;
        assert.deepEqual([nat.verdict, nat.unknown], ["unknown", ["ec2-describe-nat-gateways.json, which is missing"]]);
    });

    it("are endpoints whose policies are not proven, with the request that gets out", () => {
        const policy = (Condition?: object) =>
            JSON.stringify({
                Version: "2012-10-17",
                Statement: { Sid: "All", Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition },
            });
        const endpoint = (document: string | null) => ({
            id: "sqs",
            kind: "Interface",
            vpc: "a",
            serviceName: "com.amazonaws.us-east-1.sqs",
            service: "sqs",
            isAvailable: true,
            policy: document,
            interfaces: [{ subnet: "a2" }],
            groups: ["open"],
            privateDns: true,
            privateDnsNames: ["sqs.us-east-1.amazonaws.com"],
            ports: [443],
        });
        const own = { StringEquals: { "aws:PrincipalAccount": "123456789012", "aws:ResourceAccount": "123456789012" } };
        const of = (document: string | null) =>
            verdicts(network({ accountId: "123456789012", endpoints: [endpoint(document)] }))["endpoint sqs"];
        assert.deepEqual([null, policy(), policy(own)].map(of), ["open", "open", "closed"]);
    });
});
