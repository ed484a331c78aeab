import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import { exitsOf } from "../../network/exits/exits";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Gateway, Route } from "../../network/model/vpcModel";
import { all, ask, endpoint, group, network, route, subnet } from "./smallNetwork";

const internet = { address: "203.0.113.7", port: 443 };
const far = { address: "10.1.1.10", port: 443 };
const near = { address: "10.0.2.10", port: 443 };
const s3 = { service: "s3" };

describe("a NAT gateway", () => {
    const through = (nat: Partial<Gateway>, ...routes: Route[]): Network => ({
        ...network({
            gateways: [{ id: "nat", kind: "NAT gateway", vpc: "a", subnet: "out", isPublic: true, ...nat }],
        }, [route("0.0.0.0/0", "NAT gateway", "nat")]),
        subnets: [...network().subnets as [], { ...subnet("out", "a", "10.0.9.0/24"), routeTable: "out" }],
        routeTables: [...network({}, [route("0.0.0.0/0", "NAT gateway", "nat")]).routeTables as [], {
            id: "out",
            vpc: "a",
            routes,
        }],
    });
    const open = route("0.0.0.0/0", "internet gateway", "igw");

    it("sends packets on by the route table of its own subnet", () => {
        assert.deepEqual(ask(through({}, open), internet), ["reachable"]);
        assert.deepEqual(ask(through({}), internet), ["not reachable", "NO_ROUTE_TO_DESTINATION"]);
        assert.deepEqual(ask(through({}, { ...open, blackhole: true }), internet), [
            "not reachable",
            "NO_ROUTE_TO_DESTINATION",
        ]);
        assert.deepEqual(ask(through({}, route("0.0.0.0/0", "transit gateway", "tgw")), internet), [
            "unknown",
            "what is reachable through transit gateway tgw",
        ]);
    });

    it("reaches the internet only with a public address", () => {
        assert.deepEqual(ask(through({ isPublic: false }, open), internet), [
            "not reachable",
            "NO_ROUTE_TO_DESTINATION",
        ]);
        assert.deepEqual(ask(through({ isPublic: undefined }, open), internet)[0], "unknown");
        assert.deepEqual(ask(through({ subnet: undefined }, open), internet)[0], "unknown");
        const missing = { ...through({}, open), gateways: [] };
        assert.deepEqual(ask(missing, internet), ["unknown", "gateway nat is not described"]);
    });

    it("reaches AWS services, too, of which the public names exist", () => {
        assert.deepEqual(ask(through({}, open), s3), ["reachable"]);
        assert.deepEqual(ask(through({}, open), { host: "registry-1.docker.io" })[0], "unknown");
    });
});

describe("routes", () => {
    const tgw = (cidr: string) => route(cidr, "transit gateway", "tgw");

    it("of the same length are used in the order local, static, propagated", () => {
        const same: Route[] = [
            { ...route("10.1.0.0/16", "virtual private gateway", "vgw"), propagated: true },
            route("10.1.0.0/16", "VPC peering connection", "pcx"),
            route("10.0.0.0/16", "VPC peering connection", "pcx"),
        ];
        const given = (routes: Route[]) =>
            ask(network({ peerings: [{ id: "pcx", vpcs: ["a", "b"], isActive: true }] }, routes), far);
        assert.deepEqual(given(same), given([...same].reverse()));
        assert.equal(given(same)[0], "reachable");
        const local = [tgw("10.0.0.0/16")];
        assert.deepEqual(ask(network({}, local), near), ["reachable"]);
    });

    it("are unknown by name if their destination, target or table is", () => {
        assert.deepEqual(
            ask(network({}, [{ destination: unknown("a block"), target: { kind: "local", id: "" } }]), far),
            [
                "unknown",
                "a block",
            ],
        );
        const late: Route = { destination: { cidr: "10.1.0.0/16" }, target: unknown("a target") };
        const back = route("10.0.0.0/16", "VPC peering connection", "pcx");
        const peerings: Network["peerings"] = [{ id: "pcx", vpcs: ["a", "b"], isActive: true }];
        assert.deepEqual(ask(network({ peerings }, [late, back]), far), ["unknown", "a target"]);
        assert.deepEqual(ask(network({ routeTables: unknown("the tables") }), far), ["unknown", "the tables"]);
        const half = route("10.1.1.0/25", "VPC peering connection", "pcx");
        assert.equal(ask(network({}, [half]), { address: "10.1.1.200" })[0], "not reachable");
    });

    it("to prefix lists are used for their entries, and those of services only for the service", () => {
        const lists = [
            { id: "own", cidrs: ["10.1.0.0/16"] },
            { id: "s3", cidrs: unknown("the addresses of s3"), service: "s3" },
        ];
        const to = (prefixList: string, kind: "VPC peering connection" | "gateway endpoint", id: string): Route => ({
            destination: { prefixList },
            target: { kind, id },
        });
        const given = network({
            prefixLists: lists,
            peerings: [{ id: "pcx", vpcs: ["a", "b"], isActive: true }],
            endpoints: [endpoint({ id: "gateway", prefixList: "s3" })],
        }, [to("own", "VPC peering connection", "pcx"), to("s3", "gateway endpoint", "gateway")]);
        assert.deepEqual(ask(given, s3), ["reachable"]);
        assert.deepEqual(ask(given, { address: "192.168.1.1" }), ["not reachable", "NO_ROUTE_TO_DESTINATION"]);
        assert.equal(ask(given, internet)[0], "unknown");
        const pending = { ...given, endpoints: [endpoint({ id: "gateway", prefixList: "s3", isAvailable: false })] };
        assert.deepEqual(ask(pending, s3), ["not reachable", "BAD_STATE"]);
        assert.deepEqual(ask({ ...given, endpoints: [] }, s3)[0], "unknown");
    });

    it("back from another VPC decide, too", () => {
        const one = network({ peerings: [{ id: "pcx", vpcs: ["a", "b"], isActive: true }] }, []);
        const tables = (...back: Route[]) => ({
            ...one,
            routeTables: [
                {
                    id: "table of a",
                    vpc: "a",
                    routes: [route("10.0.0.0/16", "local"), route("10.1.0.0/16", "VPC peering connection", "pcx")],
                },
                { id: "table of b", vpc: "b", routes: [route("10.1.0.0/16", "local"), ...back] },
            ],
        });
        assert.deepEqual(ask(tables(route("10.0.0.0/16", "VPC peering connection", "pcx")), far), ["reachable"]);
        assert.deepEqual(ask(tables(), far), ["not reachable", "NO_ROUTE_TO_DESTINATION"]);
        const hole = { ...route("10.0.0.0/16", "VPC peering connection", "pcx"), blackhole: true };
        assert.deepEqual(ask(tables(hole), far), ["not reachable", "NO_ROUTE_TO_DESTINATION"]);
        assert.deepEqual(ask(tables(route("10.0.0.0/16", "virtual private gateway", "vgw")), far), [
            "unknown",
            "what virtual private gateway vgw does with answers",
        ]);
        assert.equal(ask(tables(route("10.0.1.0/25", "VPC peering connection", "pcx")), far)[0], "unknown");
    });
});

describe("a service without a way", () => {
    it("has the change that helps: its gateway, its private DNS, or a new endpoint", () => {
        assert.deepEqual(ask(network(), s3), ["not reachable", "service.no-endpoint"]);
        const gateway = network({ endpoints: [endpoint({})] });
        assert.deepEqual(ask(gateway, s3), ["not reachable", "service.route-table-without-gateway"]);
        const named = network({ endpoints: [endpoint({ kind: "Interface", interfaces: [{ subnet: "a2" }] })] });
        assert.deepEqual(ask(named, s3), ["not reachable", "service.private-dns-off"]);
    });
});

describe("the rules of security groups", () => {
    const prefixRule = (prefixList: string) => ({
        ...group("listed"),
        rules: [{ id: "rule", egress: true, traffic: all, peer: { prefixList } }],
    });
    const from = { groups: ["listed"] };
    const given = (prefixList: string, cidrs: Network["prefixLists"]) =>
        network({ securityGroups: [group("open", "0.0.0.0/0"), prefixRule(prefixList)], prefixLists: cidrs });

    it("for a prefix list allow its entries", () => {
        const lists = [{ id: "own", cidrs: ["10.0.2.0/24"] }];
        assert.deepEqual(ask(given("own", lists), near, from), ["reachable"]);
        assert.deepEqual(ask(given("own", [{ id: "own", cidrs: ["10.9.0.0/16"] }]), near, from), [
            "not reachable",
            "ENI_SG_RULES_MISMATCH",
        ]);
        const late = [{ id: "own", cidrs: unknown("the entries") }];
        assert.deepEqual(ask(given("own", late), near, from), ["unknown", "the entries"]);
        assert.deepEqual(ask(given("gone", lists), near, from), ["unknown", "prefix list gone is not described"]);
        const ofService = [{ id: "own", cidrs: unknown("the addresses of s3"), service: "s3" }];
        assert.deepEqual(ask(given("own", ofService), near, from), ["not reachable", "ENI_SG_RULES_MISMATCH"]);
    });

    it("of another protocol, port or unknown group do not allow more than they say", () => {
        const rule = (traffic: object) => ({
            ...group("own"),
            rules: [{ id: "rule", egress: true, traffic: { ...all, ...traffic }, peer: { cidr: "0.0.0.0/0" } }],
        });
        const own = (traffic: object) =>
            ask(network({ securityGroups: [group("open", "0.0.0.0/0"), rule(traffic)] }), near, { groups: ["own"] })[0];
        assert.equal(own({ protocol: "tcp", fromPort: 443, toPort: 443 }), "reachable");
        assert.equal(own({ protocol: "6", fromPort: -1, toPort: -1 }), "reachable");
        assert.equal(own({ protocol: "tcp", fromPort: 444, toPort: 500 }), "not reachable");
        assert.equal(own({ protocol: "tcp", fromPort: 0, toPort: 442 }), "not reachable");
        assert.equal(own({ protocol: "17" }), "not reachable");
        assert.equal(ask(network(), near, { groups: unknown("the groups") })[0], "unknown");
        assert.deepEqual(ask(network(), near, { groups: ["gone"] }), [
            "unknown",
            "security group gone is not described",
        ]);
    });
});

describe("public addresses", () => {
    const exit = (changed: Partial<Network>) =>
        exitsOf(new NetworkIndex(network(changed)), ["a"]).find((one) => one.exit === "public address")!;

    it("are a way out if an interface has one, or a subnet assigns them", () => {
        assert.equal(exit({}).verdict, "closed");
        const interfaces = [{
            id: "eni",
            vpc: "a",
            subnet: "a1",
            groups: [],
            addresses: [],
            publicAddress: "203.0.113.9",
        }];
        assert.deepEqual(exit({ interfaces }).because, ["network interface eni has 203.0.113.9"]);
        const assigning = [{ ...subnet("a1", "a", "10.0.1.0/24"), mapsPublicAddresses: true }];
        assert.deepEqual(exit({ subnets: assigning }).because, ["subnet a1 assigns public addresses at launch"]);
        assert.deepEqual(exit({ interfaces: unknown("the interfaces") }).unknown, ["the interfaces"]);
        const late = [{ ...subnet("a1", "a", "10.0.1.0/24"), mapsPublicAddresses: unknown("whether a1 assigns") }];
        assert.deepEqual(exit({ subnets: late }).unknown, ["whether a1 assigns"]);
    });
});
