import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import { type Exit, ExitVerdict } from "../../network/exits/exit";
import { exitsOf } from "../../network/exits/exits";
import type { Endpoint, PublicAddress } from "../../network/model/accessModel";
import type { DnsFirewall, FirewallRule } from "../../network/model/dnsModel";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Route, TargetKind } from "../../network/model/vpcModel";
import { network, route, subnet, vpc } from "./smallNetwork";

const { open, closed, unknown: undecided } = ExitVerdict;

/** The ways out of VPC a, which has subnets a1 and a2 with one route table. */
const exits = (changed: Partial<Network>, routes?: Route[]) =>
    exitsOf(new NetworkIndex(network(changed, routes)), ["a"]);

/** One way out: the verdict, and the proof, the paths, or what is not known. */
function exitNamed(name: string, changed: Partial<Network>, routes?: Route[]): string[] {
    const found = exits(changed, routes).filter(({ exit }) => exit === name);
    return found.flatMap(({ verdict, because, unknown: names }) => [verdict, ...because, ...names]);
}

const aws = "https://docs.aws.amazon.com";

describe("the ways out of a VPC", () => {
    it("are all gateways and connections, public addresses, endpoints and DNS, each with its AWS page", () => {
        const rules = [{ id: "rule", domain: "example.com", forwards: true, vpcs: ["a"], servers: ["10.9.0.2"] }];
        const all = exits({ endpoints: [endpoint({})], resolverRules: rules }, [route("10.9.0.0/16", "local gateway")]);
        assert.deepEqual(all.map(({ vpc: of, kind, exit, source }) => [of, kind, exit, source]), [
            ["VPC a", "gateway", "internet gateway", `${aws}/vpc/latest/userguide/VPC_Internet_Gateway.html`],
            ["VPC a", "gateway", "NAT gateway", `${aws}/vpc/latest/userguide/vpc-nat-gateway.html`],
            [
                "VPC a",
                "gateway",
                "egress-only internet gateway",
                `${aws}/vpc/latest/userguide/egress-only-internet-gateway.html`,
            ],
            ["VPC a", "gateway", "carrier gateway", `${aws}/vpc/latest/userguide/Carrier_Gateway.html`],
            ["VPC a", "gateway", "virtual private gateway", `${aws}/vpn/latest/s2svpn/how_it_works.html`],
            ["VPC a", "connection", "VPC peering connection", `${aws}/vpc/latest/userguide/vpc-peering.html`],
            ["VPC a", "connection", "transit gateway", `${aws}/vpc/latest/tgw/how-transit-gateways-work.html`],
            ["VPC a", "appliance", "local gateway", `${aws}/vpc/latest/userguide/route-table-options.html`],
            ["VPC a", "public address", "public address", `${aws}/vpc/latest/userguide/vpc-ip-addressing.html`],
            ["VPC a", "endpoint", "endpoint sqs", `${aws}/vpc/latest/privatelink/vpc-endpoints-access.html`],
            ["VPC a", "DNS queries", "DNS", `${aws}/Route53/latest/DeveloperGuide/resolver-dns-firewall.html`],
            [
                "VPC a",
                "Resolver rule",
                "Resolver rule",
                `${aws}/Route53/latest/DeveloperGuide/resolver-forwarding-outbound-queries.html`,
            ],
        ]);
    });

    it("are those of every VPC, unless VPCs are named", () => {
        const vpcsOf = (found: Exit[]) => [...new Set(found.map(({ vpc: of }) => of))];
        const index = new NetworkIndex(network());
        assert.deepEqual(vpcsOf(exitsOf(index)), ["VPC a", "VPC b"]);
        assert.deepEqual(vpcsOf(exitsOf(index, ["b"])), ["VPC b"]);
        assert.deepEqual(exitsOf(new NetworkIndex(network({ vpcs: [], subnets: [] }))), []);
    });

    it("are unknown if the VPCs are", () => {
        assert.deepEqual(exits({ vpcs: unknown("ec2-describe-vpcs.json, which is missing") }), [{
            vpc: "an unknown VPC",
            kind: "gateway",
            exit: "any way out",
            verdict: undecided,
            because: [],
            unknown: ["ec2-describe-vpcs.json, which is missing"],
            source: `${aws}/vpc/latest/userguide/what-is-amazon-vpc.html`,
        }]);
    });
});

describe("what is attached to a VPC", () => {
    const [through, late] = [route("0.0.0.0/0", "NAT gateway", "nat"), unknown("the target of a route")];
    const nat = { id: "nat", kind: "NAT gateway" as const, vpc: "a" };
    const paths = ["a1", "a2"].map((id) => `subnet ${id} -> route table table of a -> 0.0.0.0/0 -> NAT gateway nat`);
    const attachment = { id: "attachment", transitGateway: "tgw", vpc: "a", subnets: ["a1"], routes: [] };
    const cases: { [title: string]: { exit: TargetKind; with: Partial<Network>; routes?: Route[]; is: string[] } } = {
        "nothing": { exit: "NAT gateway", with: {}, is: [closed, "VPC a has no NAT gateway"] },
        "a gateway without a route": {
            exit: "NAT gateway",
            with: { gateways: [nat, { ...nat, id: "nat-2" }] },
            is: [closed, "no subnet has a route to nat, nat-2"],
        },
        "a gateway of another kind, and one of another VPC": {
            exit: "NAT gateway",
            with: { gateways: [{ ...nat, kind: "carrier gateway" }, { ...nat, vpc: "b" }] },
            is: [closed, "VPC a has no NAT gateway"],
        },
        "a gateway with a route": {
            exit: "NAT gateway",
            with: { gateways: [nat] },
            routes: [through],
            is: [open, ...paths],
        },
        "a route, and gateways that were not read": {
            exit: "NAT gateway",
            with: { gateways: unknown("the gateways") },
            routes: [through],
            is: [open, ...paths],
        },
        "a route whose target is deleted": {
            exit: "NAT gateway",
            with: { gateways: [nat] },
            routes: [{ ...through, blackhole: true }, { ...through, target: late, blackhole: true }],
            is: [closed, "no subnet has a route to nat"],
        },
        "gateways that were not read": {
            exit: "NAT gateway",
            with: { gateways: unknown("the gateways") },
            is: [undecided, "the gateways"],
        },
        "a route whose target is not known": {
            exit: "NAT gateway",
            with: {},
            routes: [{ ...through, target: late }],
            is: [undecided, "the target of a route"],
        },
        "a route whose target is not known, in addition to one to the gateway": {
            exit: "NAT gateway",
            with: {},
            routes: [{ ...through, target: late }, through],
            is: [open, ...paths],
        },
        "route tables that were not read": {
            exit: "NAT gateway",
            with: { routeTables: unknown("the route tables") },
            is: [undecided, "the route tables"],
        },
        "subnets that were not read": {
            exit: "NAT gateway",
            with: { subnets: unknown("the subnets") },
            is: [undecided, "the subnets"],
        },
        "a peering connection": {
            exit: "VPC peering connection",
            with: {
                peerings: [
                    { id: "pcx-1", vpcs: ["b", "a"], isActive: true },
                    { id: "pcx-2", vpcs: ["b", "c"], isActive: true },
                    { id: "pcx-3", vpcs: ["b", unknown("a VPC")], isActive: true },
                ],
            },
            is: [closed, "no subnet has a route to pcx-1, pcx-3"],
        },
        "peering connections that were not read": {
            exit: "VPC peering connection",
            with: { peerings: unknown("the peerings") },
            is: [undecided, "the peerings"],
        },
        "an attachment to a transit gateway": {
            exit: "transit gateway",
            with: { transitAttachments: [attachment] },
            is: [closed, "no subnet has a route to attachment"],
        },
        "attachments that were not read": {
            exit: "transit gateway",
            with: { transitAttachments: unknown("the attachments"), gateways: unknown("the gateways") },
            is: [undecided, "the attachments"],
        },
    };
    for (const [title, { exit, with: changed, routes, is }] of Object.entries(cases)) {
        it(`decides about ${title}`, () => assert.deepEqual(exitNamed(exit, changed, routes), is));
    }

    it("includes appliances of every kind that a route leads to, and no others", () => {
        const kinds: TargetKind[] = [
            "network interface of an appliance",
            "Gateway Load Balancer endpoint",
            "core network of AWS Cloud WAN",
            "local gateway",
            "network of Oracle Database@AWS",
            "other target",
        ];
        for (const kind of kinds) {
            const found = exits({}, [route("10.9.0.0/16", kind, "id")]).filter((one) => one.kind === "appliance");
            assert.deepEqual(found.map(({ exit, verdict, because }) => [exit, verdict, because[0]]), [
                [kind, open, `subnet a1 -> route table table of a -> 10.9.0.0/16 -> ${kind} id`],
            ]);
        }
        const late = { routeTables: unknown("the route tables") };
        for (const changed of [{}, late]) {
            assert.deepEqual(exits(changed).filter(({ kind }) => kind === "appliance"), []);
        }
    });
});

describe("a public address", () => {
    const eni = { id: "eni", vpc: "a", subnet: "a1", groups: [], addresses: [] };
    const declared = (changed: Partial<PublicAddress>): PublicAddress => ({
        id: "urn",
        vpc: "a",
        isPublic: true,
        says: "worker gets public addresses",
        fix: "",
        ...changed,
    });
    const mapping = (mapsPublicAddresses: true | { unknown: string[] }) => [
        { ...subnet("a1", "a", "10.0.1.0/24"), mapsPublicAddresses },
        subnet("a2", "a", "10.0.2.0/24"),
    ];
    const none = [closed, "nothing in VPC a has one, and no subnet assigns one"];
    const cases: { [title: string]: [Partial<Network>, string[]] } = {
        "of nothing": [{}, none],
        "of a network interface": [
            { interfaces: [eni, { ...eni, id: "eni-2", publicAddress: "203.0.113.9" }] },
            [open, "network interface eni-2 has 203.0.113.9"],
        ],
        "of a network interface in another VPC": [{
            interfaces: [{ ...eni, vpc: "b", publicAddress: "203.0.113.9" }],
        }, none],
        "of what is launched in a subnet": [
            { subnets: mapping(true) },
            [open, "subnet a1 assigns public addresses at launch"],
        ],
        "of a resource": [{ publicAddresses: [declared({})] }, [open, "worker gets public addresses"]],
        "of a resource in another VPC": [{ publicAddresses: [declared({ vpc: "b" })] }, none],
        "of a resource in no VPC": [{ publicAddresses: [declared({ vpc: undefined })] }, none],
        "of a resource whose VPC is not known": [
            { publicAddresses: [declared({ vpc: unknown("the VPC of worker") })] },
            [undecided, "the VPC of worker"],
        ],
        "that is not known": [
            {
                subnets: mapping(unknown("whether a1 assigns")),
                interfaces: unknown("the interfaces"),
                publicAddresses: [declared({ isPublic: unknown("whether worker has one") })],
            },
            [undecided, "the interfaces", "whether a1 assigns", "whether worker has one"],
        ],
        "in subnets that were not read": [{ subnets: unknown("the subnets") }, [undecided, "the subnets"]],
    };
    for (const [title, [changed, is]] of Object.entries(cases)) {
        it(`${title} decides`, () => assert.deepEqual(exitNamed("public address", changed), is));
    }
});

const statement = { Sid: "All", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const policy = (changed: object = {}) =>
    JSON.stringify({ Version: "2012-10-17", Statement: { ...statement, ...changed } });
const own = { StringEquals: { "aws:PrincipalAccount": "123456789012", "aws:ResourceAccount": "123456789012" } };

const endpoint = (changed: Partial<Endpoint>): Endpoint => ({
    id: "sqs",
    kind: "Interface",
    vpc: "a",
    serviceName: "com.amazonaws.us-east-1.sqs",
    service: "sqs",
    isAvailable: true,
    policy: policy({ Condition: own }),
    interfaces: [],
    groups: [],
    privateDns: true,
    privateDnsNames: [],
    ports: [443],
    ...changed,
});

describe("an endpoint", () => {
    const proof = "proven: its policy allows only trusted principals and resources";
    const layers = {
        Action: "s3:GetObject",
        Resource: "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
    };
    const s3 = { id: "s3", service: "s3", serviceName: "com.amazonaws.us-east-1.s3", kind: "Gateway" };
    const cases: { [title: string]: [Partial<Endpoint>, string[]] } = {
        "whose policy trusts its own account": [{}, [closed, proof]],
        "with AWS's default policy": [{ policy: null }, [open, "it has AWS's default policy, which allows everything"]],
        "of a service without endpoint policies": [
            { service: "appstream.api", policy: null },
            [open, "AWS supports no endpoint policies for the service"],
        ],
        "of another endpoint service": [
            { service: undefined, serviceName: "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0" },
            [
                open,
                "it leads to com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0, for which AWS supports no endpoint policy",
            ],
        ],
        "of a service that is not known": [
            { service: undefined, serviceName: unknown("serviceName of sqs") },
            [undecided, "serviceName of sqs"],
        ],
        "whose policy is not known": [{ policy: unknown("policy of sqs") }, [undecided, "policy of sqs"]],
        "whose policy is not JSON": [{ policy: "{" }, [undecided, "the policy of sqs, which is not JSON"]],
        "whose policy allows the AWS-owned resources that clients of the service need": [
            { ...s3, policy: policy(layers) },
            [closed, `${proof}, and by name: image layers of Amazon ECR`],
        ],
        "whose policy allows AWS-owned resources that it is not meant for": [
            { ...s3, policy: policy(layers), ownedResources: [] },
            [open],
        ],
    };
    for (const [title, [changed, is]] of Object.entries(cases)) {
        it(`${title} is decided`, () => {
            const one = endpoint(changed);
            const found = exitNamed(`endpoint ${one.id}`, { accountId: "123456789012", endpoints: [one] });
            assert.deepEqual(found.slice(0, is.length), is);
        });
    }

    it("is open by the requests that its policy should not allow", () => {
        assert.deepEqual(
            exitNamed("endpoint sqs", { accountId: "123456789012", endpoints: [endpoint({ policy: policy() })] }),
            [
                open,
                "All allows an unsigned request to call sqs:SendMessage on arn:aws:sqs:us-east-1:111122223333:example.",
            ],
        );
    });

    it("may have exceptions, for its service only", () => {
        const to = { Action: "s3:GetObject", Resource: "arn:aws:s3:::partner/*" };
        const Condition = { StringEquals: { "aws:PrincipalAccount": "123456789012" } };
        const found = (service: "s3" | "sqs") =>
            exitNamed("endpoint s3", {
                accountId: "123456789012",
                endpoints: [endpoint({ ...s3, policy: policy({ ...to, Condition }) })],
                perimeter: {
                    exceptions: [{ service, actions: [to.Action], resources: [to.Resource], reason: "of a partner" }],
                },
            });
        assert.deepEqual(found("s3"), [closed, `${proof}, and by name: of a partner`]);
        assert.equal(found("sqs")[0], open);
    });

    it("is not decided by a proof that does not succeed", () => {
        const contradictory = endpoint({ policy: policy({ NotAction: "sqs:*" }) });
        assert.deepEqual(exitNamed("endpoint sqs", { endpoints: [contradictory] }), [
            undecided,
            "a proof of its policy (not proven)",
            "All: there must be one of Action and NotAction",
        ]);
    });

    it("is not known if the endpoints are not", () => {
        assert.deepEqual(exitNamed("endpoints", { endpoints: unknown("the endpoints") }), [undecided, "the endpoints"]);
    });
});

describe("DNS", () => {
    const rules = (...all: [blocks: boolean, ...domains: string[]][]): FirewallRule[] =>
        all.map(([blocks, ...domains]) => ({ blocks, domains }));
    const firewall = (...all: [blocks: boolean, ...domains: string[]][]): DnsFirewall => (
        { id: "firewall", vpc: "a", priority: 100, rules: rules(...all) }
    );
    const everything: [boolean, string] = [true, "*"];
    const to = (names: string) => [open, `VPC a -> its Route 53 Resolver -> DNS servers of ${names}`];
    const proof = "DNS Firewall rule group association firewall blocks all names but those that it allows one by one";
    const named = endpoint({ privateDnsNames: ["*.example.com"] });
    const cases: { [title: string]: [Partial<Network>, string[]] } = {
        "without a firewall": [{}, to("any domain")],
        "in a VPC without the Resolver": [
            { vpcs: [{ ...vpc("a", "10.0.0.0/16"), dnsSupport: false }] },
            [closed, "enableDnsSupport of VPC a is off"],
        ],
        "in a VPC that may have no Resolver": [
            { vpcs: [{ ...vpc("a", "10.0.0.0/16"), dnsSupport: unknown("enableDnsSupport") }] },
            [undecided, "enableDnsSupport"],
        ],
        "with firewalls that were not read": [{ dnsFirewalls: unknown("the firewalls") }, [undecided, "the firewalls"]],
        "with a firewall that allows names one by one": [
            { dnsFirewalls: [firewall([false, "example.com"], everything)] },
            [closed, proof],
        ],
        "with a firewall that blocks only some names": [
            { dnsFirewalls: [firewall([true, "example.com"])] },
            to("any domain"),
        ],
        "with a firewall that allows all names first": [
            { dnsFirewalls: [firewall([false, "*"], everything)] },
            to("any domain"),
        ],
        "with a firewall that allows wildcards": [
            { dnsFirewalls: [firewall([false, "*.example.com", "*.example.org"], everything)] },
            to("*.example.com, *.example.org"),
        ],
        "with wildcards that the Resolver answers itself": [
            {
                dnsFirewalls: [
                    firewall([false, "*.ec2.internal", "*.us-west-2.compute.internal", "*.in-addr.arpa"], everything),
                ],
            },
            [closed, proof],
        ],
        "with wildcards that only resemble those": [
            {
                dnsFirewalls: [
                    firewall([
                        false,
                        "*.internal",
                        "*.ec2.internal.example.com",
                        "*.xin-addr.arpa",
                        "*.in-addr.arpa.example.com",
                    ], everything),
                ],
            },
            to("*.internal, *.ec2.internal.example.com, *.xin-addr.arpa, *.in-addr.arpa.example.com"),
        ],
        "with a wildcard that private DNS of an endpoint answers": [
            { endpoints: [endpoint({}), named], dnsFirewalls: [firewall([false, "*.example.com"], everything)] },
            [closed, proof],
        ],
        "with a wildcard of an endpoint whose private DNS is off": [
            {
                endpoints: [{ ...named, privateDns: false }],
                dnsFirewalls: [firewall([false, "*.example.com"], everything)],
            },
            to("*.example.com"),
        ],
        "with a wildcard of an endpoint in a VPC without DNS hostnames": [
            {
                vpcs: [{ ...vpc("a", "10.0.0.0/16"), dnsHostnames: false }],
                endpoints: [named],
                dnsFirewalls: [firewall([false, "*.example.com"], everything)],
            },
            to("*.example.com"),
        ],
        "with a wildcard, and endpoints or private names that are not known": [
            {
                endpoints: [endpoint({ privateDnsNames: unknown("the names") })],
                dnsFirewalls: [firewall([false, "*.example.com"], everything)],
            },
            to("*.example.com"),
        ],
        "with allowed names that are not known": [
            {
                dnsFirewalls: [{
                    ...firewall(),
                    rules: [{ blocks: false, domains: unknown("the list") }, ...rules(everything)],
                }],
            },
            [undecided, "the list"],
        ],
        "with rules that are not known": [
            { dnsFirewalls: [{ ...firewall(), rules: unknown("the rules") }] },
            [undecided, "the rules"],
        ],
    };
    for (const [title, [changed, is]] of Object.entries(cases)) {
        it(`${title} is decided`, () => assert.deepEqual(exitNamed("DNS", changed), is));
    }
});

describe("a Resolver rule", () => {
    const rule = { id: "rule", domain: "example.com", forwards: true, vpcs: ["a"], servers: ["10.9.0.2", "10.9.0.3"] };
    const cases: { [title: string]: [Network["resolverRules"], string[]] } = {
        "that forwards queries": [[rule], [open, "VPC a -> Resolver rule rule: example.com to 10.9.0.2, 10.9.0.3"]],
        "whose names and servers are not known": [
            [{ ...rule, domain: unknown("domain"), servers: unknown("servers") }],
            [open, "VPC a -> Resolver rule rule: names to other DNS servers"],
        ],
        "whose VPCs are not known": [[{ ...rule, vpcs: unknown("its VPCs") }], [undecided, "its VPCs"]],
        "of another VPC, and one that does not forward": [[{ ...rule, vpcs: ["b"] }, { ...rule, forwards: false }], []],
        "that was not read": [unknown("the rules"), [undecided, "the rules"]],
    };
    for (const [title, [resolverRules, is]] of Object.entries(cases)) {
        it(`${title} is decided`, () => assert.deepEqual(exitNamed("Resolver rule", { resolverRules }), is));
    }
});
