import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import type { DnsFirewall, DnsRecord, FirewallRule, PrivateZone, ResolverRule } from "../../network/model/dnsModel";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import { firewallsOf, opennessOf } from "../../network/reach/dnsFirewalls";
import type { Answer, Destination } from "../../network/reach/question";
import { answer, decides, endpoint, group, hopsOf, network, route, sqs, vpc } from "./smallNetwork";

const late = unknown("what is late");
const web: Destination = { host: "web.example.com" };
const service: Destination = { service: "sqs" };
const record = (host: string, ...values: string[]): DnsRecord => ({ host, type: "A", values });
const zone = (domain: string, ...records: DnsRecord[]): PrivateZone => ({ id: domain, domain, vpcs: ["a"], records });
const asked = (changed: Partial<Network>, to: Destination = web) => () => answer(network(changed), to);
/** Which decision the name has, whatever follows. */
const named = (changed: Partial<Network>, to: Destination = web) => hopsOf(asked(changed, to)())[0];
const noRoute = (label: string) => [
    "NO_ROUTE_TO_DESTINATION",
    `route table table of a has no route to ${label}`,
    `add a route to ${label} to route table table of a`,
];
/** What is said of a name that nothing in the VPC answers for, and that may be a private one. */
const noZone = (host: string) => {
    const [code, says, fix] = noRoute(`public addresses of ${host}`) as [string, string, string];
    const other = `if ${host} is a private name, associate the private hosted zone that has it with VPC a`;
    return [code, says, `${fix}; or, ${other}`];
};
const fails = (code: string, says: string, fix: string) => [code, says, fix];

describe("a name in a VPC", () => {
    const own = { ...vpc("a", "10.0.0.0/16") };
    decides([
        [
            "does not resolve without DNS support",
            asked({ vpcs: [{ ...own, dnsSupport: false }] }),
            ...fails("dns.support-off", "enableDnsSupport of VPC a is off", "set enableDnsSupport of VPC a to true"),
        ],
        [
            "may resolve if DNS support is not known",
            asked({ vpcs: [{ ...own, dnsSupport: late }] }),
            "unknown",
            "name: it is not known whether enableDnsSupport of VPC a is on",
            "not known: what is late",
        ],
        [
            "that nothing in the VPC has is left to public DNS, whose addresses need a route",
            asked({}),
            ...noZone("web.example.com"),
        ],
    ]);

    it("that no zone knows is described as such", () => {
        assert.equal(
            named({}),
            "name: no private zone, endpoint or Resolver rule answers for web.example.com: public DNS does, if the name exists",
        );
        assert.deepEqual(asked({})().unknown, ["whether public DNS has web.example.com"]);
    });
});

describe("private hosted zones", () => {
    const [near, far] = ["10.0.2.10", "10.1.1.10"];
    const says = (domain: string, address: string) =>
        `name: private hosted zone ${domain} answers for web.example.com: ${address}`;
    const broad = zone("example.com", record("web.example.com", near!));
    const narrow = zone("web.example.com", record("web.example.com", far!));

    it("answer if they are the most specific one with the name, in either order", () => {
        assert.equal(named({ privateZones: [broad] }), says("example.com", near!));
        assert.equal(named({ privateZones: [broad, narrow] }), says("web.example.com", far!));
        assert.equal(named({ privateZones: [narrow, broad] }), says("web.example.com", far!));
        assert.equal(named({ privateZones: [broad, { ...narrow, vpcs: ["b"] }] }), says("example.com", near!));
        assert.equal(named({ privateZones: [broad, zone("eb.example.com")] }), says("example.com", near!));
    });

    it("answer by the record of the name before that of a wildcard", () => {
        const wildcard = record("*.example.com", far!);
        const zones = (...records: DnsRecord[]) => ({ privateZones: [zone("example.com", ...records)] });
        assert.equal(named(zones(wildcard, record("web.example.com", near!))), says("example.com", near!));
        assert.equal(named(zones(wildcard)), says("example.com", far!));
        assert.equal(named(zones(record("*.web.example.com", near!), wildcard)), says("example.com", far!));
        assert.match(named(zones(wildcard), { host: "example.com" })!, /has no such record$/);
        assert.match(named(zones(wildcard), { host: "a.b.example.com" })!, /answers for a\.b\.example\.com/);
    });

    decides([
        [
            "answer with all addresses, of which each must be reachable",
            asked({ privateZones: [zone("example.com", record("web.example.com", near!, near!))] }),
            "reachable",
        ],
        [
            "answer with an address that fails",
            asked({ privateZones: [zone("example.com", record("web.example.com", near!, "10.8.0.1"))] }),
            ...noRoute("10.8.0.1"),
        ],
        [
            "without a record of the name answer that it does not exist",
            asked({ privateZones: [zone("example.com", record("db.example.com", near!))] }),
            ...fails(
                "dns.no-record",
                "private hosted zone example.com is the most specific zone for web.example.com, and has no such record",
                "add a record for web.example.com to private hosted zone example.com",
            ),
        ],
        [
            "with a record of another type answer that it does not exist",
            asked({
                privateZones: [zone("example.com", { ...record("web.example.com", "2001:db8::1"), type: "AAAA" })],
            }),
            ...fails(
                "dns.no-record",
                "private hosted zone example.com is the most specific zone for web.example.com, and has no such record",
                "add a record for web.example.com to private hosted zone example.com",
            ),
        ],
        [
            "whose record is an alias are followed",
            asked({
                privateZones: [
                    zone("example.com", { ...record("web.example.com", "db.example.net"), type: "CNAME" }),
                    zone("example.net", record("db.example.net", near!)),
                ],
            }),
            "reachable",
        ],
        [
            "whose aliases lead in a circle resolve nothing",
            asked({
                privateZones: [
                    zone(
                        "example.com",
                        record("web.example.com", "db.example.com"),
                        record("db.example.com", "web.example.com"),
                    ),
                ],
            }),
            ...fails(
                "dns.loop",
                "private hosted zone example.com answers for web.example.com with db.example.com: db.example.com leads back to itself",
                "change the records, so that db.example.com resolves to an address",
            ),
        ],
        [
            "whose records are not known are unknown",
            asked({ privateZones: [{ ...broad, records: late }] }),
            "unknown",
            "name: private hosted zone example.com answers for web.example.com",
            "not known: what is late",
        ],
        [
            "whose record has values that are not known are unknown",
            asked({ privateZones: [zone("example.com", { host: "web.example.com", type: "A", values: late })] }),
            "unknown",
            "name: private hosted zone example.com answers for web.example.com",
            "not known: what is late",
        ],
        [
            "whose record has an address that is none are unknown",
            asked({ privateZones: [zone("example.com", record("web.example.com", "10.0.0.300"))] }),
            "unknown",
            "name: private hosted zone example.com answers for web.example.com: 10.0.0.300",
            "not known: 10.0.0.300: 10.0.0.300/32 is not an IPv4 CIDR block",
        ],
        [
            "of another name do not answer",
            asked({ privateZones: [zone("example.net", record("web.example.com", near!))] }),
            ...noZone("web.example.com"),
        ],
        [
            "do not answer without enableDnsHostnames",
            asked({ privateZones: [broad], vpcs: [{ ...vpc("a", "10.0.0.0/16"), dnsHostnames: false }] }),
            ...fails(
                "dns.hostnames-off",
                "private hosted zone example.com has web.example.com, but enableDnsHostnames of VPC a is off",
                "set enableDnsHostnames of VPC a to true",
            ),
        ],
        [
            "may answer if it is not known whether they are associated with the VPC",
            asked({ privateZones: [{ ...broad, vpcs: late }] }),
            "unknown",
            "name: it is not known what answers for web.example.com",
            "not known: what is late",
        ],
        [
            "may answer if their name is not known",
            asked({ privateZones: [{ ...broad, domain: late }] }),
            "unknown",
            "name: it is not known what answers for web.example.com",
            "not known: what is late",
        ],
        [
            "of another VPC do not answer, whatever their name",
            asked({ privateZones: [broad, { ...broad, domain: late, vpcs: ["b"] }] }),
            "reachable",
        ],
        [
            "with the name answer, whatever else may",
            asked({ privateZones: [narrow, { ...broad, vpcs: late }] }),
            ...noRoute(far!),
        ],
        [
            "that were not read are unknown",
            asked({ privateZones: late }),
            "unknown",
            "name: it is not known what answers for web.example.com",
            "not known: what is late",
        ],
    ]);

    describe("and Resolver rules", () => {
        const rule = (domain: ResolverRule["domain"], changed: Partial<ResolverRule> = {}): ResolverRule => ({
            id: "rule",
            domain,
            forwards: true,
            vpcs: ["a"],
            servers: ["10.8.0.2"],
            ...changed,
        });
        const both = (changed: ResolverRule) => named({ privateZones: [broad], resolverRules: [changed] });
        const forwarded = "name: Resolver rule rule forwards web.example.com to 10.8.0.2";

        it("answer by the longer domain, and a rule at equal length", () => {
            assert.equal(both(rule("example.com")), forwarded);
            assert.equal(both(rule("web.example.com")), forwarded);
            assert.equal(both(rule("com")), says("example.com", near!));
            assert.equal(both(rule("")), says("example.com", near!));
            assert.equal(both(rule("example.net")), says("example.com", near!));
            assert.equal(both(rule("example.com", { vpcs: ["b"] })), says("example.com", near!));
            assert.equal(both(rule("example.com", { forwards: false })), says("example.com", near!));
            assert.equal(named({ resolverRules: [rule("")] }), forwarded);
            const system = { ...rule("example.com", { forwards: false }), id: "system" };
            assert.match(named({ resolverRules: [rule("com"), system] })!, /^name: no private zone/);
            assert.equal(named({ resolverRules: [rule("web.example.com"), system] }), forwarded);
        });

        it("may answer if something about them is not known", () => {
            const open = "name: it is not known what answers for web.example.com";
            assert.equal(both(rule("example.com", { vpcs: late })), open);
            assert.equal(both(rule(late)), open);
            assert.equal(named({ resolverRules: late }), open);
        });
    });
});

describe("private DNS of an endpoint", () => {
    const host = "sqs.us-east-1.amazonaws.com";
    const its = `name: private DNS of endpoint sqs resolves ${host} to its private addresses`;
    const shown = (changed: Parameters<typeof sqs>[0], more: Partial<Network> = {}) =>
        named({ endpoints: [sqs(changed)], ...more }, service);
    const other = `name: no private zone or endpoint answers for ${host}: it resolves to public addresses`;
    const open = `name: it is not known what answers for ${host}`;

    it("resolves the names of the service", () => {
        assert.equal(shown({}), its);
        assert.equal(shown({ privateDns: false }), other);
        assert.equal(shown({ privateDns: late }), open);
        assert.equal(shown({ vpc: "b" }), other);
        assert.equal(shown({ kind: "Gateway" }), other);
        assert.equal(shown({ privateDnsNames: ["kms.us-east-1.amazonaws.com"] }), other);
        assert.equal(shown({}, { vpcs: [{ ...vpc("a", "10.0.0.0/16"), dnsHostnames: false }] }), other);
    });

    it("may resolve names that are not known, of its own service", () => {
        assert.equal(shown({ privateDnsNames: late }), its);
        assert.equal(shown({ privateDnsNames: late, service: "kms" }), other);
        assert.equal(shown({ privateDnsNames: late, service: undefined }), open);
        assert.equal(shown({ privateDnsNames: late, service: undefined, privateDns: false }), other);
    });

    it("resolves names below a wildcard, unless a zone is more specific", () => {
        const ecr = sqs({ id: "ecr", privateDnsNames: ["*.dkr.ecr.us-east-1.amazonaws.com"] });
        const to = { host: "team.dkr.ecr.us-east-1.amazonaws.com" };
        const wildcard =
            "name: private DNS of endpoint ecr resolves team.dkr.ecr.us-east-1.amazonaws.com to its private addresses";
        assert.equal(named({ endpoints: [ecr] }, to), wildcard);
        const zones = (domain: string) => named({ endpoints: [ecr], privateZones: [zone(domain)] }, to)!;
        assert.equal(zones("us-east-1.amazonaws.com"), wildcard);
        assert.match(zones(to.host), /is the most specific zone/);
    });

    it("is not needed for the endpoint's own names", () => {
        const off = sqs({ id: "vpce-0123456789abcdef0", privateDns: false });
        const own = (host: string, endpoints: Network["endpoints"] = [off]) => named({ endpoints }, { host })!;
        for (const first of ["", "us-east-1a.", "*."]) {
            const name = `${first}vpce-0123456789abcdef0-a1b2c3d4.sqs.us-east-1.vpce.amazonaws.com`;
            assert.equal(own(name), `name: ${name} is a DNS name of endpoint vpce-0123456789abcdef0`);
        }
        const china = "vpce-0123456789abcdef0-a1b2c3d4.sqs.cn-north-1.vpce.amazonaws.com.cn";
        assert.match(own(china), /is a DNS name of endpoint/);
        for (
            const name of [
                china.replace("amazonaws.com.cn", "example.com"),
                `${china}.example.com`,
                china.replace("0", "1"),
            ]
        ) {
            assert.match(own(name), /public DNS does/);
        }
        assert.match(own(china, late), /it is not known what answers/);
    });

    decides([
        ["leads to its network interface", asked({ endpoints: [sqs()] }, service), "reachable"],
        [
            "leads to an address of its subnet that is not known yet",
            asked({ endpoints: [sqs({ interfaces: [{ subnet: "a2" }] })] }, service),
            "reachable",
        ],
        [
            "leads to an endpoint that is not available",
            asked({ endpoints: [sqs({ isAvailable: false })] }, service),
            ...fails(
                "BAD_STATE",
                "endpoint sqs is not available",
                "wait until endpoint sqs is available, or find out why it is not",
            ),
        ],
        [
            "leads to an endpoint that may be available",
            asked({ endpoints: [sqs({ isAvailable: late })] }, service),
            "unknown",
            "name: it is not known whether endpoint sqs is available",
            "not known: what is late",
        ],
        [
            "leads to an endpoint without network interfaces",
            asked({ endpoints: [sqs({ interfaces: [] })] }, service),
            "unknown",
            its,
            "not known: endpoint sqs has no network interfaces yet",
        ],
        [
            "leads to an endpoint whose network interfaces are not known",
            asked({ endpoints: [sqs({ interfaces: late, isAvailable: false })] }, service),
            "unknown",
            its,
            "not known: what is late",
        ],
        [
            "leads to a subnet that is not described",
            asked({ endpoints: [sqs({ interfaces: [{ subnet: "gone" }] })] }, service),
            "unknown",
            its,
            "not known: subnet gone is not described",
        ],
        [
            "leads to an address that is none",
            asked({ endpoints: [sqs({ interfaces: [{ subnet: "a2", address: "10" }] })] }, service),
            "unknown",
            its,
            "not known: endpoint sqs, 10: 10/32 is not an IPv4 CIDR block",
        ],
        [
            "is not known if the endpoints are not",
            asked({ endpoints: late }, service),
            "unknown",
            open,
            "not known: what is late",
        ],
    ]);

    it("leads to each of its network interfaces by its label", () => {
        const labels = (address?: string) =>
            hopsOf(answer(network({ endpoints: [sqs({ interfaces: [{ subnet: "a2", address }] })] }), service))[2];
        assert.match(labels("10.0.2.5")!, /allows TCP 443 to endpoint sqs, 10\.0\.2\.5$/);
        assert.match(labels()!, /allows TCP 443 to endpoint sqs, an address in subnet a2$/);
    });
});

describe("DNS Firewall", () => {
    const rule = (blocks: boolean, ...domains: string[]): FirewallRule => ({ domains, blocks });
    const firewall = (priority: number, ...rules: FirewallRule[]): DnsFirewall => ({
        id: `group ${priority}`,
        vpc: "a",
        priority,
        rules,
    });
    const zones = { privateZones: [zone("example.com", record("web.example.com", "10.0.2.10"))] };
    const ask = (...dnsFirewalls: DnsFirewall[]) => asked({ ...zones, dnsFirewalls });
    const blocked = (priority: number) => [
        "dns.blocked",
        `DNS Firewall rule group association group ${priority} blocks web.example.com`,
        `allow web.example.com in DNS Firewall rule group association group ${priority}`,
    ];
    const may = (name: string) => [
        "unknown",
        `name: it is not known whether DNS Firewall rule group association ${name} blocks web.example.com`,
        "not known: what is late",
    ];
    decides([
        ["allows what no rule blocks", ask(firewall(1, rule(true, "db.example.com"))), "reachable"],
        ["blocks a name", ask(firewall(1, rule(true, "web.example.com"))), ...blocked(1)],
        ["blocks all names", ask(firewall(1, rule(true, "*"))), ...blocked(1)],
        ["blocks names below a domain", ask(firewall(1, rule(true, "db.example.com", "*.example.com"))), ...blocked(1)],
        [
            "does not block the parent of what a wildcard has",
            ask(firewall(1, rule(true, "*.web.example.com"))),
            "reachable",
        ],
        [
            "applies the first rule that matches",
            ask(firewall(1, rule(false, "web.example.com"), rule(true, "*"))),
            "reachable",
        ],
        [
            "applies the group of the lowest priority first",
            ask(firewall(2, rule(true, "*")), firewall(1, rule(false, "*"))),
            "reachable",
        ],
        [
            "applies the next group to what no rule matches",
            ask(firewall(2, rule(true, "*")), firewall(1, rule(false, "com"))),
            ...blocked(2),
        ],
        ["of another VPC blocks nothing", ask({ ...firewall(1, rule(true, "*")), vpc: "b" }), "reachable"],
        ["whose rules are not known may block", ask({ ...firewall(1), rules: late }), ...may("group 1")],
        ["whose names are not known may block", ask(firewall(1, { domains: late, blocks: true })), ...may("group 1")],
        [
            "of which an earlier rule matches is known",
            ask(firewall(1, rule(false, "*"), { domains: late, blocks: true })),
            "reachable",
        ],
        ["needs no priority if it is alone", ask({ ...firewall(1, rule(true, "*")), priority: late }), ...blocked(1)],
        [
            "of several may block if a priority is not known",
            ask({ ...firewall(1, rule(true, "*")), priority: late }, firewall(2)),
            "unknown",
            "name: it is not known whether DNS Firewall blocks web.example.com",
            "not known: what is late",
        ],
        [
            "that was not read may block",
            asked({ dnsFirewalls: late }),
            "unknown",
            "name: it is not known whether DNS Firewall blocks web.example.com",
            "not known: what is late",
        ],
    ]);

    it("leaves open the wildcards that it allows before it blocks all other names", () => {
        const openness = (...firewalls: DnsFirewall[]) => {
            const index = new NetworkIndex(network({ dnsFirewalls: firewalls }));
            const { closing, wildcards, unknown: names } = opennessOf(firewallsOf(index, "a") as DnsFirewall[]);
            return [closing?.id, wildcards, names];
        };
        const all = rule(true, "db.example.com", "*");
        assert.deepEqual(openness(), [undefined, [], []]);
        assert.deepEqual(openness(firewall(1, rule(false, "*.a", "b"), all, rule(false, "*.c"))), [
            "group 1",
            ["*.a"],
            [],
        ]);
        assert.deepEqual(openness(firewall(1, rule(true, "*.a"), rule(false, "*.a", "*.b"), all)), [
            "group 1",
            ["*.b"],
            [],
        ]);
        assert.deepEqual(openness(firewall(1, rule(false, "*.a")), firewall(2, all)), ["group 2", ["*.a"], []]);
        assert.deepEqual(openness(firewall(1, { domains: late, blocks: false }, all)), ["group 1", [], [
            "what is late",
        ]]);
        assert.deepEqual(openness(firewall(1, { domains: late, blocks: true }, all)), ["group 1", [], []]);
        assert.deepEqual(openness({ ...firewall(1), rules: late }), [undefined, [], ["what is late"]]);
    });
});

describe("destinations", () => {
    const partner = sqs({ id: "vpce-1", name: "orders", service: undefined, privateDnsNames: [] });
    const to = { service: "orders" };
    const shown = (given: Answer) => [given.to, hopsOf(given)[0]];

    it("are named by their service, host name or address, and the port that is asked for", () => {
        const names = [service, web, { address: "10.0.2.10" }, { address: "10.0.2.10", port: 22 }];
        assert.deepEqual(names.map((one) => answer(network(), one).to), [
            "sqs",
            "web.example.com",
            "10.0.2.10",
            "10.0.2.10:22",
        ]);
    });

    it("have the port of the service, the one that is asked for, or 443", () => {
        const ports = (one: Destination) => {
            const hops = hopsOf(
                answer(
                    network({
                        endpoints: [partner],
                        privateZones: [zone("example.com", record("web.example.com", "10.0.2.10"))],
                    }),
                    one,
                ),
            );
            return hops.find((hop) => hop.startsWith("egress"))?.match(/allows (.*) to/)?.[1];
        };
        assert.equal(ports(web), "TCP 443");
        assert.equal(ports({ ...web, port: 22 }), "TCP 22");
        assert.equal(ports({ address: "10.0.2.10" }), "TCP 443");
        assert.equal(ports(to), "TCP 443");
        assert.equal(ports({ ...to, port: 8080 }), "TCP 8080");
    });

    it("that are endpoint services without known names are the endpoint's own DNS name", () => {
        const says = "name: the DNS name of endpoint orders resolves to its private addresses";
        const given = (changed: Partial<Network>) => shown(answer(network(changed), to));
        assert.deepEqual(given({ endpoints: [sqs(), { ...partner, id: "orders" }] }), ["orders", says]);
        assert.deepEqual(given({ endpoints: [{ ...partner, id: "orders", service: "orders", name: undefined }] }), [
            "orders",
            says,
        ]);
        const none = ["orders", "name: no endpoint of orders is in the VPC"];
        assert.deepEqual(given({ endpoints: [endpoint({ service: undefined, name: "orders" })] }), none);
        assert.deepEqual(given({ endpoints: [{ ...partner, vpc: "b" }] }), none);
        assert.deepEqual(given({ endpoints: late }), ["orders", "name: the endpoints of VPC a are not known"]);
        assert.deepEqual(asked({ endpoints: late }, to)().unknown, ["what is late"]);
    });

    it("that are public have no addresses of other services", () => {
        const igw = { hasPublicAddress: true };
        const lists = [{ id: "s3", cidrs: ["203.0.113.0/24"], service: "s3" }, {
            id: "own",
            cidrs: ["198.51.100.0/24"],
        }];
        const verdict = (one: Destination, cidr: string) =>
            answer(network({ prefixLists: lists }, [route(cidr, "internet gateway", "igw")]), one, igw).verdict;
        assert.equal(verdict({ service: "s3" }, "203.0.113.0/24"), "reachable");
        assert.equal(verdict({ service: "kms" }, "203.0.113.0/24"), "not reachable");
        assert.equal(verdict({ service: "kms" }, "198.51.100.0/24"), "unknown");
    });
});

describe("an address", () => {
    const at = (changed: Partial<Network>, address = "10.0.2.10") => asked(changed, { address });
    const closed = { ...group("closed"), id: "closed" };
    const has = (id: string, vpcId: string, subnetId: string, groups = ["open"], address = "10.0.2.10") => ({
        id,
        vpc: vpcId,
        subnet: subnetId,
        groups,
        addresses: [address],
    });
    decides([
        ["is that of a network interface", at({}), "reachable"],
        [
            "of the client's own VPC goes before one of another VPC",
            at({
                interfaces: [has("far", "b", "b1", ["closed"]), has("near", "a", "a2")],
                securityGroups: [group("open", "0.0.0.0/0"), closed],
            }),
            "reachable",
        ],
        [
            "in a subnet of the client's own VPC goes before one of another VPC",
            at({ interfaces: [has("far", "b", "b1")] }),
            "unknown",
            "ingress: the security groups are not known",
            "not known: the security groups of 10.0.2.10, which no described network interface has",
        ],
        [
            "of two other VPCs is unknown by name",
            at({
                interfaces: [
                    has("one", "b", "b1", ["open"], "10.8.0.1"),
                    has("other", "c", "c1", ["open"], "10.8.0.1"),
                ],
            }, "10.8.0.1"),
            ...noRoute("10.8.0.1"),
        ],
        [
            "of an endpoint has its groups and its policy",
            at({ endpoints: [sqs({ policy: "{}" })] }, "10.0.2.5"),
            "reachable",
        ],
        [
            "of an endpoint of the client's own VPC goes before one of another VPC",
            at({
                endpoints: [sqs({ vpc: "b", interfaces: [{ subnet: "b1", address: "10.0.2.5" }] }), sqs({ id: "own" })],
            }, "10.0.2.5"),
            "reachable",
        ],
        [
            "that is none is unknown",
            at({}, "10.0.0.300"),
            "unknown",
            "name: 10.0.0.300 is an address, which needs no name",
            "not known: 10.0.0.300: 10.0.0.300/32 is not an IPv4 CIDR block",
        ],
    ]);

    it("of two other VPCs that a route leads to is unknown by name", () => {
        const peerings: Network["peerings"] = [{ id: "pcx", vpcs: ["a", "b"], isActive: true }];
        const verdict = (...vpcs: string[]) => {
            const interfaces = vpcs.map((id) => has(`eni-${id}`, id, "b1", ["open"], "10.1.1.10"));
            const given = network({ interfaces, peerings, vpcs: [...network().vpcs as [], vpc("c", "10.1.0.0/16")] }, [
                route("10.0.0.0/8", "VPC peering connection", "pcx"),
            ]);
            const { verdict: one, unknown: names } = answer(given, { address: "10.1.1.10" });
            return [one, ...names];
        };
        assert.deepEqual(verdict("b", "b"), ["reachable"]);
        assert.deepEqual(verdict("b", "c"), ["unknown", "in which of the VPCs that have 10.1.1.10 packets arrive"]);
    });

    it("of an endpoint is under the endpoint's policy, and one of a Resolver endpoint is in its groups", () => {
        const policy = hopsOf(at({ endpoints: [sqs()] }, "10.0.2.5")()).at(-1);
        assert.equal(policy, "policy: endpoint sqs has AWS's default policy, which allows everything");
        const resolverEndpoints = [{
            id: "in",
            isInbound: true,
            vpc: "a",
            interfaces: [{ subnet: "a2", address: "10.0.2.53" }],
            groups: ["closed"],
        }];
        const given = { resolverEndpoints, securityGroups: [group("open", "0.0.0.0/0"), closed] };
        assert.equal(at(given, "10.0.2.53")().reason!.code, "SG_HAS_NO_RULES");
    });
});
