import * as assert from "node:assert/strict";

import { unknown } from "../../components/plan/policies/iam/truth";
import type { Network } from "../../network/model/network";
import type { GroupRule } from "../../network/model/vpcModel";
import type { Destination, Source } from "../../network/reach/question";
import { acl, all, answer, decides, endpoint, group, hopsOf, network, sqs, subnet } from "./smallNetwork";

const near: Destination = { address: "10.0.2.10", port: 22 };
const asked = (changed: Partial<Network> = {}, from: Partial<Source> = {}, to: Destination = near) => () =>
    answer(network(changed), to, from);
const late = unknown("what is late");
const name = "name: 10.0.2.10 is an address, which needs no name";
const local = "route: route table table of a: 10.0.0.0/16 -> local";

describe("the decisions of a connection within a VPC", () => {
    it("are those of both groups, of both subnets' network ACLs, and of the route back", () => {
        assert.deepEqual(hopsOf(asked()()), [
            name,
            local,
            "egress: rule 0.0.0.0/0-true of security group open allows TCP 22 to 10.0.2.10",
            "aclOut: rule 100 of network ACL acl allows TCP 22 to 10.0.2.10",
            "aclIn: rule 100 of network ACL acl allows TCP 22 from subnet a1",
            "ingress: rule 0.0.0.0/0-false of security group open allows TCP 22 from subnet a1",
            "routeBack: route table table of a: 10.0.0.0/16 -> local",
            "aclOutBack: rule 100 of network ACL acl allows TCP 1024-65535 to subnet a1",
            "aclInBack: rule 100 of network ACL acl allows TCP 1024-65535 from 10.0.2.10",
        ]);
    });

    it("are those of groups alone within a subnet, and end with a route that fails", () => {
        assert.deepEqual(hopsOf(asked({ networkAcls: [] }, { subnets: ["a2"] })()), [
            name,
            local,
            "egress: rule 0.0.0.0/0-true of security group open allows TCP 22 to 10.0.2.10",
            "ingress: rule 0.0.0.0/0-false of security group open allows TCP 22 from subnet a2",
        ]);
        assert.deepEqual(hopsOf(asked({}, {}, { address: "10.8.0.1" })()), [
            "name: 10.8.0.1 is an address, which needs no name",
            "route: route table table of a has no route to 10.8.0.1",
        ]);
    });
});

describe("a client", () => {
    decides([
        [
            "in a subnet that is not described is unknown",
            asked({}, { subnets: ["gone"] }),
            "unknown",
            "route: the subnet of client is not known",
            "not known: subnet gone is not described",
        ],
        [
            "in a VPC that is not known is unknown",
            asked({ subnets: [{ ...subnet("a1", "a", "10.0.1.0/24"), vpc: late }] }),
            "unknown",
            "route: the VPC of client is not known",
            "not known: what is late, the VPC of subnet a1",
        ],
        [
            "whose addresses are not known is unknown",
            asked({ subnets: [{ ...subnet("a1", "a", "10.0.1.0/24"), cidrBlock: late }] }),
            "unknown",
            "route: the addresses of client are not known",
            "not known: what is late",
        ],
        [
            "whose groups are not known is unknown",
            asked({}, { groups: late }),
            "unknown",
            "egress: the security groups are not known",
            "not known: what is late",
        ],
        [
            "without groups is not reachable",
            asked({}, { groups: [] }),
            "ENI_SG_RULES_MISMATCH",
            "the network interface has no rule that allows TCP 22 to 10.0.2.10",
            "add an outbound rule to the network interface that allows TCP 22 to 10.0.2.10",
        ],
    ]);
});

describe("security groups", () => {
    const ruled = (...rules: Partial<GroupRule>[]) => ({
        securityGroups: [group("open", "0.0.0.0/0"), {
            id: "own",
            vpc: "a",
            rules: rules.map((one, at): GroupRule => ({
                id: `rule${at}`,
                egress: true,
                traffic: all,
                peer: { cidr: "10.0.2.0/24" },
                ...one,
            })),
        }],
    });
    const own = { groups: ["own"] };
    const denies = (packets: string) => [
        "ENI_SG_RULES_MISMATCH",
        `security group own has no rule that allows ${packets}`,
        `add an outbound rule to security group own that allows ${packets}`,
    ];
    const denied = denies("TCP 22 to 10.0.2.10");
    const lists = (cidrs: string[] | typeof late, service?: string) => [{ id: "list", cidrs, service }];
    const listed = (prefixLists: Network["prefixLists"], ...more: Partial<GroupRule>[]) => ({
        ...ruled({ peer: { prefixList: "list" } }, ...more),
        prefixLists,
    });
    const tcp = (fromPort: number, toPort: number) => ({ protocol: "tcp", fromPort, toPort });
    const may = "egress: security group own may allow TCP 22 to 10.0.2.10";
    const wide = { groups: ["own"], subnets: ["a1"] };

    decides([
        ["allow what a rule has", asked(ruled({ name: "ssh" }), own), "reachable"],
        [
            "have each rule for its own direction",
            asked(ruled({ egress: false }), own),
            "SG_HAS_NO_RULES",
            ...denied.slice(1),
        ],
        [
            "have each rule for its ports",
            asked(ruled({ traffic: tcp(23, 30) }, { traffic: tcp(0, 21) }), own),
            ...denied,
        ],
        ["allow the first and the last port", asked(ruled({ traffic: tcp(22, 22) }), own), "reachable"],
        ["have each rule for its protocol", asked(ruled({ traffic: { ...all, protocol: "UDP" } }), own), ...denied],
        ["have protocols by number", asked(ruled({ traffic: { ...tcp(22, 22), protocol: "6" } }), own), "reachable"],
        ["have all protocols by name", asked(ruled({ traffic: { ...all, protocol: "all" } }), own), "reachable"],
        ["have all ports as -1", asked(ruled({ traffic: tcp(-1, -1) }), own), "reachable"],
        ["have each rule for its peers", asked(ruled({ peer: { cidr: "10.0.3.0/24" } }), own), ...denied],
        ["allow no IPv4 address by an IPv6 block", asked(ruled({ peer: { cidr: "::/0" } }), own), ...denied],
        ["allow members of a group", asked(ruled({ peer: { group: "open" } }), own), "reachable"],
        ["allow no members of other groups", asked(ruled({ peer: { group: "other" } }), own), ...denied],
        ["allow the entries of a prefix list", asked(listed(lists(["10.9.0.0/16", "10.0.2.0/24"])), own), "reachable"],
        ["allow nothing else of a prefix list", asked(listed(lists(["10.9.0.0/16", "::/0"])), own), ...denied],
        [
            "allow nothing private by the list of a service",
            asked(listed(lists(late, "s3")), own),
            ...denied,
        ],
        [
            "may allow what a list has whose entries are not known",
            asked(listed(lists(late)), own),
            "unknown",
            may,
            "not known: what is late",
        ],
        [
            "may allow what a list has that is not described",
            asked(listed([]), own),
            "unknown",
            may,
            "not known: prefix list list is not described",
        ],
        [
            "may allow what a rule has whose traffic is not known",
            asked(ruled({ traffic: late }), own),
            "unknown",
            may,
            "not known: what is late",
        ],
        [
            "may allow what a rule has whose peer is not known",
            asked(ruled({ peer: late }), own),
            "unknown",
            may,
            "not known: what is late",
        ],
        [
            "have rules for other ports, whatever their peers",
            asked(ruled({ peer: late, traffic: tcp(1, 2) }), own),
            ...denied,
        ],
        ["allow what one rule has, whatever else is not known", asked(ruled({ peer: late }, {}), own), "reachable"],
        [
            "may allow what their rules have if those are not known",
            asked({ securityGroups: [{ id: "own", vpc: "a", rules: late }, group("open", "0.0.0.0/0")] }, own),
            "unknown",
            may,
            "not known: what is late",
        ],
        [
            "may allow members of a group if the peer's groups are not known",
            asked({ ...ruled({ peer: { group: "open" } }), interfaces: [] }, own),
            "unknown",
            may,
            "ingress: the security groups are not known",
            "not known: the security groups of 10.0.2.10, which no described network interface has",
        ],
        [
            "allow only a part of a subnet's addresses",
            asked({
                interfaces: [{ id: "eni", vpc: "a", subnet: "a2", groups: ["part"], addresses: ["10.0.2.10"] }],
                securityGroups: [group("open", "0.0.0.0/0"), group("part", "10.0.1.0/25")],
            }),
            "unknown",
            "ingress: security group part may allow TCP 22 from subnet a1",
            "not known: subnet a1: rule 10.0.1.0/25-false of security group part allows only a part of them",
        ],
        [
            "without a rule for the client have the option that allows its subnet, for an endpoint of a service",
            asked(
                {
                    endpoints: [sqs({ groups: ["own"] })],
                    ...ruled({ egress: false }),
                },
                {},
                { service: "sqs" },
            ),
            "ENI_SG_RULES_MISMATCH",
            "security group own has no rule that allows TCP 443 from subnet a1",
            "add an inbound rule to security group own that allows TCP 443 from subnet a1",
        ],
        [
            "of two are named both",
            asked({ securityGroups: [group("one"), group("other")] }, { groups: ["one", "other"] }),
            "SG_HAS_NO_RULES",
            "security group one, security group other has no rule that allows TCP 22 to 10.0.2.10",
            "add an outbound rule to security group one, security group other that allows TCP 22 to 10.0.2.10",
        ],
        [
            "of two, one without rules, do not match",
            asked({ securityGroups: [group("one"), group("own", "10.9.0.0/16")] }, { groups: ["one", "own"] }),
            "ENI_SG_RULES_MISMATCH",
            "security group one, security group own has no rule that allows TCP 22 to 10.0.2.10",
            "add an outbound rule to security group one, security group own that allows TCP 22 to 10.0.2.10",
        ],
    ]);

    it("have the public addresses of a service by its prefix list alone", () => {
        const [service, route] = [{ service: "s3" }, {
            destination: { prefixList: "list" },
            target: { kind: "gateway endpoint" as const, id: "endpoint" },
        }];
        const verdict = (id: string, prefixLists: Network["prefixLists"]) => {
            const given = network({
                ...ruled({ peer: { prefixList: id } }),
                endpoints: [endpoint({ prefixList: "list" })],
                prefixLists,
            }, [route]);
            return answer(given, service, wide).verdict;
        };
        const s3 = { id: "list", cidrs: late, service: "s3" };
        const other = { id: "other", cidrs: late, service: "dynamodb" };
        assert.equal(verdict("list", [s3]), "reachable");
        assert.equal(verdict("other", [s3, other]), "not reachable");
        assert.equal(verdict("other", [s3, { ...other, service: undefined }]), "unknown");
    });

    it("have the option that lets a stack's subnet in", () => {
        const given = { endpoints: [sqs({ groups: ["own"] })], ...ruled() };
        const { reason } = asked(given, {}, { service: "sqs" })();
        const add = "allowedCidrBlocks";
        assert.deepEqual(reason!.fix.option, { add, service: "sqs", cidrs: ["10.0.1.0/24"] });
        const closed = {
            interfaces: [{ id: "eni", vpc: "a", subnet: "a2", groups: ["own"], addresses: ["10.0.2.10"] }],
        };
        assert.equal(asked({ ...ruled(), ...closed })().reason!.fix.option, undefined);
    });
});

describe("network ACLs", () => {
    const entry = (changed: object) => ({
        id: "acl",
        entries: [
            { number: 50, egress: true, allow: false, traffic: all, cidr: "10.0.2.0/24", ...changed },
            ...acl().entries,
        ],
    });
    const packets = "TCP 22 to 10.0.2.10";
    const part = `aclOut: network ACL acl may allow ${packets}`;
    decides([
        [
            "deny by the lowest number that matches",
            asked({ networkAcls: [{ ...entry({}), entries: [...entry({}).entries].reverse() }] }),
            "SUBNET_ACL_RESTRICTION",
            `rule 50 of network ACL acl denies ${packets}`,
            `add an outbound rule to network ACL acl that allows ${packets}, before rule 50`,
        ],
        [
            "deny what no entry matches",
            asked({ networkAcls: [{ id: "acl", entries: [] }] }),
            "SUBNET_ACL_RESTRICTION",
            `rule * of network ACL acl denies ${packets}`,
            `add an outbound rule to network ACL acl that allows ${packets}, before rule *`,
        ],
        [
            "deny answers to the ports that clients choose",
            asked({
                networkAcls: [entry({ egress: false, traffic: { protocol: "tcp", fromPort: 1024, toPort: 65_535 } })],
            }),
            "SUBNET_ACL_RESTRICTION",
            "rule 50 of network ACL acl denies TCP 1024-65535 from 10.0.2.10",
            "add an inbound rule to network ACL acl that allows TCP 1024-65535 from 10.0.2.10, before rule 50",
        ],
        [
            "allow answers by entries that have all ports together",
            asked({
                networkAcls: [{
                    id: "acl",
                    entries: [
                        ...[[0, 30_000], [30_001, 65_535]].map(([fromPort, toPort], at) => ({
                            ...{ number: at + 1, egress: false, allow: true, cidr: "0.0.0.0/0" },
                            traffic: { protocol: "tcp", fromPort: fromPort!, toPort: toPort! },
                        })),
                        ...acl().entries.filter(({ egress }) => egress),
                    ],
                }],
            }),
            "reachable",
        ],
        [
            "have entries of other protocols",
            asked({ networkAcls: [entry({ traffic: { ...all, protocol: "17" } })] }),
            "reachable",
        ],
        ["have entries of IPv6", asked({ networkAcls: [entry({ cidr: "::/0" })] }), "reachable"],
        [
            "of which an entry's traffic is not known are unknown",
            asked({ networkAcls: [entry({ traffic: late })] }),
            "unknown",
            part,
            "aclOutBack: network ACL acl may allow TCP 1024-65535 to subnet a1",
            "not known: what is late",
        ],
        [
            "of which an entry's block is not known are unknown",
            asked({ networkAcls: [entry({ cidr: late })] }),
            "unknown",
            part,
            "aclOutBack: network ACL acl may allow TCP 1024-65535 to subnet a1",
            "not known: what is late",
        ],
        [
            "whose entries are not known are unknown",
            asked({ networkAcls: [{ id: "acl", entries: late }] }),
            "unknown",
            part,
            "aclIn: network ACL acl may allow TCP 22 from subnet a1",
            "aclOutBack: network ACL acl may allow TCP 1024-65535 to subnet a1",
            "aclInBack: network ACL acl may allow TCP 1024-65535 from 10.0.2.10",
            "not known: what is late",
        ],
        [
            "that are not described are unknown",
            asked({ networkAcls: [] }),
            "unknown",
            "aclOut: the network ACL of subnet a1 is not known",
            "aclIn: the network ACL of subnet a2 is not known",
            "aclOutBack: the network ACL of subnet a2 is not known",
            "aclInBack: the network ACL of subnet a1 is not known",
            "not known: network ACL acl is not described",
        ],
        [
            "of a subnet that is not known are unknown",
            asked({
                interfaces: [{ id: "eni", vpc: "a", subnet: late, groups: ["open"], addresses: ["10.0.2.10"] }],
            }),
            "unknown",
            "aclIn: the subnet is not known",
            "routeBack: the subnet of the destination is not known",
            "aclOutBack: the subnet is not known",
            "not known: what is late",
        ],
    ]);
});
