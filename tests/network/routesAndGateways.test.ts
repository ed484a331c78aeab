import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import type { Network } from "../../network/model/network";
import type { Gateway, GroupRule, Peering, Route, TransitAttachment } from "../../network/model/vpcModel";
import type { Destination, Source } from "../../network/reach/question";
import { acl, all, answer, decides, endpoint, group, hopsOf, network, route, sqs, subnet, vpc } from "./smallNetwork";

const internet: Destination = { address: "203.0.113.7", port: 443 };
const far: Destination = { address: "10.1.1.10", port: 443 };
const s3: Destination = { service: "s3" };
const late = unknown("what is late");
const asked = (to: Destination, routes: Route[], changed: Partial<Network> = {}, from: Partial<Source> = {}) => () =>
    answer(network(changed, routes), to, from);

describe("the route of a client", () => {
    const igw = (cidr: string) => route(cidr, "internet gateway", "igw");
    const tgw = (cidr: string) => route(cidr, "transit gateway", "tgw");
    const open = { hasPublicAddress: true };
    decides([
        [
            "is the one with the longest prefix",
            asked(internet, [tgw("203.0.0.0/8"), igw("203.0.113.0/24"), tgw("0.0.0.0/0")], {}, open),
            "reachable",
        ],
        [
            "fails if its target is gone",
            asked(internet, [{ ...igw("0.0.0.0/0"), blackhole: true }]),
            "BAD_STATE_ROUTE",
            "route table table of a: 0.0.0.0/0 -> internet gateway igw is a blackhole",
            "replace the route 0.0.0.0/0 -> internet gateway igw of route table table of a, whose target is gone",
        ],
        [
            "fails if there is none",
            asked(internet, []),
            "NO_ROUTE_TO_DESTINATION",
            "route table table of a has no route to 203.0.113.7",
            "add a route to 203.0.113.7 to route table table of a",
        ],
        [
            "is unknown if its target is",
            asked(internet, [{ destination: { cidr: "0.0.0.0/0" }, target: late }]),
            "unknown",
            "route: route table table of a: 0.0.0.0/0 -> an unknown target",
            "not known: what is late",
        ],
        [
            "is unknown if the destination of one is",
            asked(internet, [{ destination: late, target: { kind: "local", id: "" } }]),
            "unknown",
            "route: a route of route table table of a is not known",
            "not known: what is late",
        ],
        [
            "is unknown if the routes are",
            asked(internet, [], { routeTables: [{ id: "table of a", vpc: "a", routes: late }] }),
            "unknown",
            "route: a route of route table table of a is not known",
            "not known: what is late",
        ],
        [
            "is unknown if the route table is not described",
            asked(internet, [], { routeTables: [] }),
            "unknown",
            "route: the route table of subnet a1 is not known",
            "not known: route table table of a is not described",
        ],
        [
            "is unknown if a part of the public addresses has another one",
            asked({ host: "example.com" }, [igw("0.0.0.0/1")], {}, open),
            "unknown",
            "name: no private zone, endpoint or Resolver rule answers for example.com: public DNS does, if the name exists",
            "route: route table table of a has several routes to public addresses of example.com",
            "not known: whether public DNS has example.com; "
            + "which of the routes of route table table of a applies: 0.0.0.0/1 -> internet gateway igw, no route",
        ],
        [
            "is unknown for what is not described",
            asked(internet, [route("0.0.0.0/0", "virtual private gateway", "vgw")]),
            "unknown",
            "gateway: virtual private gateway vgw leads out of the networks that are described",
            "not known: what is reachable through virtual private gateway vgw",
        ],
        [
            "is described by the ID and the name of its target",
            asked(internet, [route("0.0.0.0/0", "virtual private gateway", "vgw-0123456789abcdef0")], {
                gateways: [{
                    id: "vgw-0123456789abcdef0",
                    name: "office",
                    kind: "virtual private gateway",
                    vpc: "a",
                } as never],
            }),
            "unknown",
            "gateway: virtual private gateway office (vgw-0123456789abcdef0) leads out of the networks that are described",
            "not known: what is reachable through virtual private gateway office (vgw-0123456789abcdef0)",
        ],
        [
            "is described by the ID of a target that is not described",
            asked(internet, [route("0.0.0.0/0", "virtual private gateway", "vgw-0123456789abcdef0")]),
            "unknown",
            "gateway: virtual private gateway vgw-0123456789abcdef0 leads out of the networks that are described",
            "not known: what is reachable through virtual private gateway vgw-0123456789abcdef0",
        ],
        [
            "is not to a prefix list whose entries are only IPv6",
            asked(
                internet,
                [
                    { destination: { prefixList: "list" }, target: { kind: "internet gateway", id: "igw" } },
                    igw("2001:db8::/32"),
                ],
                { prefixLists: [{ id: "list", cidrs: ["::/0"] }] },
                open,
            ),
            "NO_ROUTE_TO_DESTINATION",
            "route table table of a has no route to 203.0.113.7",
            "add a route to 203.0.113.7 to route table table of a",
        ],
        [
            "to a prefix list is the one of its entries",
            asked(
                internet,
                [{ destination: { prefixList: "list" }, target: { kind: "internet gateway", id: "igw" } }],
                {
                    prefixLists: [{ id: "list", name: "partners", cidrs: ["203.0.113.0/24"] }],
                },
            ),
            "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
            "the client has no public address",
            "route through a NAT gateway, or give the client a public address",
        ],
    ]);

    it("is described by its destination and target", () => {
        const list: Route = { destination: { prefixList: "list" }, target: { kind: "internet gateway", id: "igw" } };
        const given = network({ prefixLists: [{ id: "list", name: "partners", cidrs: ["203.0.113.0/24"] }] }, [list]);
        assert.deepEqual(hopsOf(answer(given, internet, open)).slice(1, 3), [
            "route: route table table of a: prefix list partners -> internet gateway igw",
            "gateway: the client has a public address, with which gateway igw sends its packets",
        ]);
        const whole = [igw("203.0.113.0/25"), igw("203.0.113.128/25"), igw("0.0.0.0/0")];
        assert.equal(answer(network({}, whole), internet, open).verdict, "reachable");
    });

    describe("of the same length is", () => {
        const peering = route("10.1.0.0/16", "VPC peering connection", "pcx");
        const back = route("10.0.0.0/16", "VPC peering connection", "pcx");
        const peerings: Peering[] = [{ id: "pcx", vpcs: ["a", "b"], isActive: true }];
        const propagated: Route = { ...route("10.1.0.0/16", "virtual private gateway", "vgw"), propagated: true };
        decides([
            ["static before propagated", asked(far, [propagated, peering, back], { peerings }), "reachable"],
            [
                "local before static",
                asked({ address: "10.0.2.10" }, [], {
                    routeTables: [{
                        id: "table of a",
                        vpc: "a",
                        routes: [route("10.0.0.0/16", "transit gateway", "tgw"), route("10.0.0.0/16", "local")],
                    }],
                }),
                "reachable",
            ],
        ]);
    });

    describe("to a service", () => {
        const list = { id: "s3", cidrs: late, service: "s3" };
        const other = { id: "other", cidrs: late, service: "dynamodb" };
        const to = (prefixList: string): Route => ({
            destination: { prefixList },
            target: { kind: "gateway endpoint", id: "endpoint" },
        });
        const [own, its] = [endpoint({ prefixList: "s3" }), { prefixLists: [list, other] }];
        decides([
            [
                "is that to its own prefix list",
                asked(s3, [to("other"), to("s3")], { endpoints: [own], ...its }),
                "reachable",
            ],
            [
                "through a gateway endpoint uses TCP",
                asked({ address: "10.8.0.1" }, [to("s3")], { endpoints: [own], ...its }),
                "NO_ROUTE_TO_DESTINATION",
                "route table table of a has no route to 10.8.0.1",
                "add a route to 10.8.0.1 to route table table of a",
            ],
            [
                "may be that to any list whose entries are not known, for an address",
                asked(internet, [to("s3")], { endpoints: [own], ...its }),
                "unknown",
                "route: a route of route table table of a is not known",
                "not known: what is late",
            ],
            [
                "fails if the gateway endpoint is not available",
                asked(s3, [to("s3")], { endpoints: [{ ...own, isAvailable: false }], ...its }),
                "BAD_STATE",
                "endpoint endpoint is not available",
                "wait until endpoint endpoint is available, or find out why it is not",
            ],
            [
                "is unknown if it is not known whether the gateway endpoint is available",
                asked(s3, [to("s3")], { endpoints: [{ ...own, isAvailable: late }], ...its }),
                "unknown",
                "gateway: it is not known whether endpoint endpoint is available",
                "not known: what is late",
            ],
            [
                "is unknown if the gateway endpoint is not described",
                asked(s3, [to("s3")], its),
                "unknown",
                "gateway: endpoint endpoint is not known",
                "policy: the policy of endpoint is not known",
                "not known: endpoint endpoint is not described",
            ],
        ]);
        describe("through a prefix list whose entries are not known", () => {
            const near: Destination = { address: "10.8.0.1" };
            const none = [
                "NO_ROUTE_TO_DESTINATION",
                "route table table of a has no route to 10.8.0.1",
                "add a route to 10.8.0.1 to route table table of a",
            ];
            const through = (kind: "gateway endpoint" | "internet gateway", prefixLists: Network["prefixLists"]) =>
                asked(near, [{ destination: { prefixList: "s3" }, target: { kind, id: "x" } }], { prefixLists });
            const may = (why: string) => [
                "unknown",
                "route: a route of route table table of a is not known",
                `not known: ${why}`,
            ];
            decides([
                ["is none to a private address if it is a service's", through("internet gateway", [list]), ...none],
                ["is none to a private address if AWS added it", through("gateway endpoint", []), ...none],
                [
                    "may be one if it is a customer's",
                    through("internet gateway", [{ id: "s3", cidrs: late }]),
                    ...may("what is late"),
                ],
                [
                    "may be one if the list is not described",
                    through("internet gateway", []),
                    ...may("prefix list s3 is not described"),
                ],
            ]);
        });

        const gateway = network({ endpoints: [own], ...its }, [to("s3")]);
        it("passes the network ACL in both directions, and the gateway endpoint", () => {
            assert.deepEqual(hopsOf(answer(gateway, s3)), [
                "name: no private zone or endpoint answers for s3.us-east-1.amazonaws.com: it resolves to public addresses",
                "route: route table table of a: prefix list s3 -> gateway endpoint endpoint",
                "egress: rule 0.0.0.0/0-true of security group open allows TCP 443 to public addresses of s3",
                "aclOut: rule 100 of network ACL acl allows TCP 443 to public addresses of s3",
                "aclInBack: rule 100 of network ACL acl allows TCP 1024-65535 from public addresses of s3",
                "policy: endpoint endpoint has AWS's default policy, which allows everything",
            ]);
            const denied = { ...gateway, networkAcls: [acl({ egress: false, cidr: "0.0.0.0/0" })] };
            assert.equal(answer(denied, s3).reason!.code, "SUBNET_ACL_RESTRICTION");
        });
    });
});

describe("what is missing if there is no route to a service", () => {
    const missing = (changed: Partial<Network>, to: Destination = s3) => asked(to, [], changed);
    const none = "route table table of a has no route to public addresses of ";
    decides([
        [
            "is a gateway endpoint where AWS offers one",
            missing({}),
            "service.no-endpoint",
            `${none}s3`,
            "create a gateway endpoint, which is free, for s3 in VPC a",
        ],
        [
            "is an interface endpoint for other services",
            missing({}, { service: "kms" }),
            "service.no-endpoint",
            `${none}kms`,
            "create an interface endpoint for kms in VPC a",
        ],
        [
            "is the route table's association with the gateway endpoint",
            missing({ endpoints: [endpoint({ name: "s3 of a" })] }),
            "service.route-table-without-gateway",
            "subnet a1 has no way to s3: its route table table of a is not associated with gateway endpoint s3 of a",
            "associate route table table of a of subnet a1 with endpoint s3 of a",
        ],
        [
            "is private DNS of the interface endpoint",
            missing({ endpoints: [sqs({ privateDns: false })] }, { service: "sqs" }),
            "service.private-dns-off",
            `${none}sqs`,
            "turn on private DNS of endpoint sqs, or call its own DNS name",
        ],
        [
            "is an endpoint if only other VPCs and services have one",
            missing({ endpoints: [sqs({ privateDns: false }), endpoint({ vpc: "b" })] }, s3),
            "service.no-endpoint",
            `${none}s3`,
            "create a gateway endpoint, which is free, for s3 in VPC a",
        ],
    ]);

    it("is an option of a stack", () => {
        const option = (changed: Partial<Network>, to: Destination) => missing(changed, to)().reason!.fix.option;
        assert.deepEqual(option({}, s3), { add: "service", service: "s3" });
        assert.deepEqual(option({ endpoints: [sqs({ privateDns: false })] }, { service: "sqs" }), {
            add: "privateDns",
            service: "sqs",
        });
        assert.equal(option({ endpoints: [endpoint()] }, s3), undefined);
        assert.equal(option({}, internet), undefined);
    });
});

describe("an internet gateway", () => {
    const out = (from: Partial<Source>, to: Destination = internet) =>
        asked(to, [route("0.0.0.0/0", "internet gateway", "igw")], {}, from);
    decides([
        ["sends packets of public addresses", out({ hasPublicAddress: true }), "reachable"],
        [
            "sends no packets of private addresses",
            out({ hasPublicAddress: false }),
            "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS",
            "the client has no public address",
            "route through a NAT gateway, or give the client a public address",
        ],
        [
            "may send packets of what may have a public address",
            out({ hasPublicAddress: late }),
            "unknown",
            "gateway: it is not known whether the client has a public address",
            "not known: what is late",
        ],
        [
            "sends no packets to private addresses",
            out({ hasPublicAddress: true }, { address: "192.168.0.1" }),
            "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS",
            "192.168.0.1 is not a public address",
            "route 192.168.0.1 to where it is, not to an internet gateway",
        ],
    ]);
});

describe("a NAT gateway", () => {
    const out = (
        nat: Partial<Gateway>,
        routes: Route[],
        changed: Partial<Network> = {},
        to: Destination = internet,
    ) => {
        const given = network({
            gateways: [{ id: "nat", kind: "NAT gateway", vpc: "a", subnet: "out", isPublic: true, ...nat }],
        }, [
            route("0.0.0.0/0", "NAT gateway", "nat"),
        ]);
        const all = {
            ...given,
            subnets: [...given.subnets as [], { ...subnet("out", "a", "10.0.9.0/24"), routeTable: "out" }],
            routeTables: [...given.routeTables as [], { id: "out", vpc: "a", routes }],
            ...changed,
        };
        return () => answer(all, to);
    };
    const igw = route("0.0.0.0/0", "internet gateway", "igw");
    const sends = "gateway nat sends packets on by the route table of its subnet";
    const noRoute = [
        "NO_ROUTE_TO_DESTINATION",
        sends,
        "add a route to 203.0.113.7 to the route table of the subnet of gateway nat",
    ];
    decides([
        ["sends packets on through an internet gateway", out({}, [igw]), "reachable"],
        ["needs a route", out({}, []), ...noRoute],
        ["needs a route whose target exists", out({}, [{ ...igw, blackhole: true }]), ...noRoute],
        ["needs a public address", out({ isPublic: false }, [igw]), ...noRoute],
        [
            "may have a public address",
            out({ isPublic: undefined }, [igw]),
            "unknown",
            `gateway: ${sends}`,
            "not known: whether gateway nat has a public address",
        ],
        [
            "may send packets on to another network",
            out({}, [route("0.0.0.0/0", "transit gateway", "tgw")]),
            "unknown",
            `gateway: ${sends}`,
            "not known: what is reachable through transit gateway tgw",
        ],
        [
            "whose route has a target that is not known is unknown",
            out({}, [{ ...igw, target: late }]),
            "unknown",
            `gateway: ${sends}`,
            "not known: what is late",
        ],
        [
            "that has a route for a part of the addresses is unknown",
            out({}, [route("0.0.0.0/1", "internet gateway", "igw")], {}, { service: "kms" }),
            "unknown",
            `gateway: ${sends}`,
            "not known: which of the routes of gateway nat applies",
        ],
        [
            "whose subnet is not known is unknown",
            out({ subnet: undefined }, [igw]),
            "unknown",
            "gateway: the routes of gateway nat are not known",
            "not known: the subnet of gateway nat",
        ],
        [
            "whose routes are not known is unknown",
            out({}, [], { routeTables: network({}, [route("0.0.0.0/0", "NAT gateway", "nat")]).routeTables }),
            "unknown",
            "gateway: the routes of gateway nat are not known",
            "not known: route table out is not described",
        ],
        [
            "that is not described is unknown",
            out({}, [igw], { gateways: [] }),
            "unknown",
            "gateway: gateway nat is not known",
            "not known: gateway nat is not described",
        ],
    ]);
});

describe("a VPC peering connection", () => {
    const pcx = route("10.0.0.0/8", "VPC peering connection", "pcx");
    const peered = (changed: Partial<Peering> = {}, more: Partial<Network> = {}, to: Destination = far) =>
        asked(to, [pcx], { peerings: [{ id: "pcx", vpcs: ["a", "b"], isActive: true, ...changed }], ...more });
    const label = "VPC peering connection pcx";
    decides([
        ["leads to the other VPC", peered(), "reachable"],
        ["leads to the other VPC in either order", peered({ vpcs: ["b", "a"] }), "reachable"],
        [
            "must be active",
            peered({ isActive: false }),
            "BAD_STATE_ATTACHMENT",
            `${label} is not active`,
            `accept ${label}`,
        ],
        [
            "may be active",
            peered({ isActive: late }),
            "unknown",
            `gateway: it is not known whether ${label} is active`,
            "routeBack: route table table of b: 10.0.0.0/8 -> VPC peering connection pcx",
            "not known: what is late",
        ],
        [
            "of a VPC with itself leads nowhere that is known",
            peered({ vpcs: ["a", "a"] }),
            "unknown",
            `gateway: the VPC at the other end of ${label} is not known`,
            `not known: which VPC is at the other end of ${label}`,
        ],
        [
            "of other VPCs does not lead there",
            peered({ vpcs: ["b", "c"] }),
            "NO_POSSIBLE_DESTINATION",
            `${label} does not connect VPC a`,
            "route 10.1.1.10 to a connection of VPC a",
        ],
        [
            "of which one VPC is not known is unknown",
            peered({ vpcs: ["a", late] }),
            "unknown",
            `gateway: the VPC at the other end of ${label} is not known`,
            "not known: what is late",
        ],
        [
            "to a VPC that is not described is unknown",
            peered({ vpcs: ["a", "c"] }, {}, { address: "10.2.0.1" }),
            "unknown",
            `gateway: ${label} leads to VPC c, which is not described`,
            "not known: VPC c is not described",
        ],
        [
            "to a VPC that does not have the address fails",
            peered({ vpcs: ["a", "c"] }, { vpcs: [...network().vpcs as [], vpc("c", "10.2.0.0/16")] }),
            "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
            `${label} leads to VPC c`,
            "route 10.1.1.10 to the VPC that it is in",
        ],
        [
            "leads to no address that nothing has",
            peered({}, {}, { address: "10.1.9.9" }),
            "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR",
            `${label} leads to VPC b`,
            "route 10.1.9.9 to the VPC that it is in",
        ],
        [
            "that is not described is unknown",
            peered({}, { peerings: [] }),
            "unknown",
            `gateway: ${label} is not known`,
            "routeBack: route table table of b: 10.0.0.0/8 -> VPC peering connection pcx",
            "not known: VPC peering connection pcx is not described",
        ],
    ]);
});

describe("the local route", () => {
    decides([
        [
            "leads to nothing that does not exist",
            asked({ address: "10.0.77.1" }, []),
            "NO_POSSIBLE_DESTINATION",
            "nothing in VPC a has 10.0.77.1",
            "use an address that something in VPC a has",
        ],
        [
            "may lead to what has an address in an unknown VPC",
            asked({ address: "10.0.2.10" }, [], {
                interfaces: [{ id: "eni", vpc: late, subnet: "a2", groups: ["open"], addresses: ["10.0.2.10"] }],
                subnets: [subnet("a1", "a", "10.0.1.0/24"), { ...subnet("a2", "a", "10.0.3.0/24"), vpc: late }],
            }),
            "unknown",
            "routeBack: the VPC of subnet a2 is not known",
            "not known: what is late",
        ],
    ]);
});

describe("a transit gateway", () => {
    const tgw = route("10.0.0.0/8", "transit gateway", "tgw");
    const attached = (vpcId: string, ...routes: [cidr: string, attachment: string][]): TransitAttachment => ({
        id: `to ${vpcId}`,
        transitGateway: "tgw",
        vpc: vpcId,
        subnets: [`${vpcId}1`],
        routes: routes.map(([cidr, attachment]) => ({ cidr, attachment })),
    });
    const there: [string, string] = ["10.1.0.0/16", "to b"];
    const back: [string, string] = ["10.0.0.0/16", "to a"];
    const connected = (...transitAttachments: TransitAttachment[]) => asked(far, [tgw], { transitAttachments });
    const named = (rule: GroupRule, from: Partial<Source> = {}) =>
        asked(far, [tgw], {
            transitAttachments: [attached("a", there), attached("b", back)],
            securityGroups: [group("open", "0.0.0.0/0"), { id: "server", vpc: "b", rules: [rule] }],
            interfaces: [{ id: "eni", vpc: "b", subnet: "b1", groups: ["server"], addresses: ["10.1.1.10"] }],
        }, from);
    const cannot = (says: string, fix: string) => ["TGW_RTB_CANNOT_ROUTE", says, fix];
    const noRoute = cannot("tgw has no route to 10.1.1.10", "add a route to 10.1.1.10 to the route table of tgw");
    const routeBack = "routeBack: route table table of b: 10.0.0.0/8 -> transit gateway tgw";
    decides([
        [
            "leads to the VPC of an attachment, and back",
            connected(attached("a", there), attached("b", back)),
            "reachable",
        ],
        [
            "hides the client's groups from inbound rules, unless it supports references",
            named({ id: "by group", egress: false, traffic: all, peer: { group: "open" } }),
            "unknown",
            "ingress: security group server may allow TCP 443 from subnet a1",
            "not known: whether tgw supports security group references",
        ],
        [
            "hides the destination's groups from outbound rules",
            named({ id: "by group", egress: true, traffic: all, peer: { group: "server" } }, { groups: ["server"] }),
            "SG_REFERENCES_NOT_PRESERVED",
            "security group server has no rule that allows TCP 443 to 10.1.1.10",
            "add an outbound rule to security group server that allows TCP 443 to 10.1.1.10",
        ],
        [
            "needs a route in the attachment's route table",
            connected(attached("a", back), attached("b", back)),
            ...noRoute,
        ],
        [
            "needs a route that is not a blackhole",
            connected(attached("a", there, ["10.1.1.0/24", "blackhole"]), attached("b", back)),
            ...noRoute,
        ],
        [
            "leads to the VPC of the longest prefix",
            connected(attached("a", there, ["10.1.1.0/24", "to a"]), attached("b", back)),
            ...cannot("tgw leads to VPC a", "route 10.1.1.10 to the VPC that it is in"),
        ],
        [
            "needs a route for the answers in the other attachment's route table",
            connected(attached("a", there), attached("b", there)),
            "NO_ROUTE_TO_DESTINATION",
            "route table table of b: 10.0.0.0/8 -> transit gateway tgw",
            "add a route to subnet a1 to route table table of b",
        ],
        [
            "needs a route for the answers that is not a blackhole",
            connected(attached("a", there), attached("b", ["10.0.0.0/8", "blackhole"])),
            "NO_ROUTE_TO_DESTINATION",
            "route table table of b: 10.0.0.0/8 -> transit gateway tgw",
            "add a route to subnet a1 to route table table of b",
        ],
        [
            "whose routes are not known is unknown",
            connected({ ...attached("a"), routes: late }, attached("b", back)),
            "unknown",
            "gateway: the routes of tgw are not known",
            "not known: what is late",
        ],
        [
            "without an attachment of the VPC is unknown",
            connected({ ...attached("a", there), transitGateway: "other" }, attached("b", back)),
            "unknown",
            "gateway: the routes of tgw are not known",
            "not known: the attachment of a to tgw",
        ],
        [
            "that leads to an attachment which is not described is unknown",
            connected(attached("a", ["10.1.0.0/16", "elsewhere"]), attached("b", back)),
            "unknown",
            "gateway: the routes of tgw are not known",
            "not known: transit gateway attachment elsewhere is not described",
        ],
        [
            "that leads to an attachment which is not known is unknown",
            connected({ ...attached("a"), routes: [{ cidr: "10.1.0.0/16", attachment: late }] }, attached("b", back)),
            "unknown",
            "gateway: the routes of tgw are not known",
            "not known: what is late",
        ],
        [
            "that has answers of a part of the subnet is unknown",
            connected(attached("a", there), attached("b", ["10.0.1.0/25", "to a"])),
            "unknown",
            routeBack,
            "not known: which of the routes of tgw applies to subnet a1",
        ],
        [
            "that has answers for an attachment of an unknown VPC is unknown",
            connected(attached("a", there), attached("b", ["10.0.0.0/16", "to c"]), { ...attached("c"), vpc: late }),
            "unknown",
            routeBack,
            "not known: what is late",
        ],
        [
            "that leads to an attachment of an unknown VPC is unknown",
            connected(attached("a", ["10.1.0.0/16", "to c"]), attached("b", back), { ...attached("c"), vpc: late }),
            "unknown",
            "gateway: the VPC at the other end of tgw is not known",
            "not known: what is late",
        ],
    ]);
});

describe("the route of the answers", () => {
    const pcx = (cidr: string) => route(cidr, "VPC peering connection", "pcx");
    const back = (routes: Route[], changed: Partial<Network> = {}) => {
        const table = { id: "table of a", vpc: "a", routes: [route("10.0.0.0/16", "local"), pcx("10.1.0.0/16")] };
        const routeTables = [table, { id: "table of b", vpc: "b", routes: [route("10.1.0.0/16", "local"), ...routes] }];
        const peerings: Peering[] = [{ id: "pcx", vpcs: ["a", "b"], isActive: true }];
        return asked(far, [], { routeTables, peerings, ...changed });
    };
    const own = "route table table of b";
    decides([
        ["leads to the client's VPC", back([pcx("10.0.1.0/24")]), "reachable"],
        [
            "is missing",
            back([]),
            "NO_ROUTE_TO_DESTINATION",
            `${own}: no route`,
            `add a route to subnet a1 to ${own}`,
        ],
        [
            "is a blackhole",
            back([{ ...pcx("10.0.0.0/16"), blackhole: true }]),
            "NO_ROUTE_TO_DESTINATION",
            `${own}: 10.0.0.0/16 -> VPC peering connection pcx`,
            `add a route to subnet a1 to ${own}`,
        ],
        [
            "leads elsewhere",
            back([route("10.0.0.0/16", "local")]),
            "NO_ROUTE_TO_DESTINATION",
            `${own}: 10.0.0.0/16 -> local`,
            `add a route to subnet a1 to ${own}`,
        ],
        [
            "leads to another VPC",
            back([route("10.0.0.0/16", "VPC peering connection", "other")], {
                peerings: [
                    { id: "pcx", vpcs: ["a", "b"], isActive: true },
                    { id: "other", vpcs: ["b", "c"], isActive: true },
                ],
            }),
            "NO_ROUTE_TO_DESTINATION",
            `${own}: 10.0.0.0/16 -> VPC peering connection other`,
            `add a route to subnet a1 to ${own}`,
        ],
        [
            "may lead to the client's VPC by a peering connection",
            back([route("10.0.0.0/16", "VPC peering connection", "other")], {
                peerings: [
                    { id: "pcx", vpcs: ["a", "b"], isActive: true },
                    { id: "other", vpcs: ["b", late], isActive: true },
                ],
            }),
            "NO_ROUTE_TO_DESTINATION",
            `${own}: 10.0.0.0/16 -> VPC peering connection other`,
            `add a route to subnet a1 to ${own}`,
        ],
        [
            "has the answers of a part of the subnet",
            back([pcx("10.0.1.0/25")]),
            "unknown",
            `routeBack: ${own}: 10.0.1.0/25 -> VPC peering connection pcx, no route`,
            `not known: which of the routes of ${own} has the answers`,
        ],
        [
            "has a target that is not known",
            back([{ destination: { cidr: "10.0.0.0/16" }, target: late }]),
            "unknown",
            `routeBack: ${own}: 10.0.0.0/16 -> an unknown target`,
            "not known: what is late",
        ],
        [
            "leads to another kind of gateway",
            back([route("10.0.0.0/16", "virtual private gateway", "vgw")]),
            "unknown",
            `routeBack: ${own}: 10.0.0.0/16 -> virtual private gateway vgw`,
            "not known: what virtual private gateway vgw does with answers",
        ],
        [
            "is in a table that is not known",
            back([], {
                subnets: [...(network().subnets as []).slice(0, 2), {
                    ...subnet("b1", "b", "10.1.1.0/24"),
                    routeTable: late,
                }],
            }),
            "unknown",
            "routeBack: the route table of subnet b1 is not known",
            "not known: what is late",
        ],
        [
            "is among routes that are not known",
            back([{ destination: late, target: { kind: "local", id: "" } }]),
            "unknown",
            `routeBack: a route of ${own} is not known`,
            "not known: what is late",
        ],
        [
            "within the VPC leads through an appliance",
            asked({ address: "10.0.2.10" }, [], {
                subnets: [subnet("a1", "a", "10.0.1.0/24"), {
                    ...subnet("a2", "a", "10.0.2.0/24"),
                    routeTable: "inspected",
                }],
                routeTables: [...network().routeTables as [], {
                    id: "inspected",
                    vpc: "a",
                    routes: [route("10.0.1.0/24", "network interface of an appliance", "eni-0")],
                }],
            }),
            "unknown",
            "routeBack: route table inspected: 10.0.1.0/24 -> network interface of an appliance eni-0",
            "not known: what network interface of an appliance eni-0 does with answers",
        ],
    ]);
});
