import { unknown } from "../../components/plan/policies/iam/truth";
import type { ResolverEndpoint, ResolverRule } from "../../network/model/dnsModel";
import type { Network } from "../../network/model/network";
import type { Route } from "../../network/model/vpcModel";
import { acl, answer, decides, endpoint, group, network, route, subnet } from "./smallNetwork";

const host = { host: "db.example.com" };
const inbound: ResolverEndpoint = {
    id: "in",
    isInbound: true,
    vpc: "b",
    interfaces: [{ subnet: "b1", address: "10.1.1.53" }],
    groups: ["open"],
};
const outbound: ResolverEndpoint = {
    id: "out",
    isInbound: false,
    vpc: "a",
    interfaces: [{ subnet: "a2", address: "10.0.2.53" }],
    groups: ["open"],
};
const rule: ResolverRule = {
    id: "rule",
    domain: "example.com",
    forwards: true,
    vpcs: ["a"],
    servers: ["10.1.1.53"],
    endpoint: "out",
};
const zone = (value: string) => ({
    id: "zone",
    domain: "example.com",
    vpcs: ["b"],
    records: [{ host: "db.example.com", type: "A", values: [value] }],
});
const open = group("open", "0.0.0.0/0");
const only = (id: string, protocol: string, port: number) => ({
    ...open,
    id,
    rules: open.rules.map((one) => ({ ...one, traffic: { protocol, fromPort: port, toPort: port } })),
});
const peering: Route = route("10.0.0.0/8", "VPC peering connection", "pcx");

/** VPC a forwards to the inbound endpoint of VPC b, whose private hosted zone has the name. */
const connected = (changed: Partial<Network> = {}, routes: Route[] = [peering]): Network =>
    network({
        peerings: [{ id: "pcx", vpcs: ["a", "b"], isActive: true }],
        resolverRules: [rule],
        resolverEndpoints: [inbound, outbound],
        privateZones: [zone("10.0.2.10")],
        securityGroups: [
            open,
            only("dns", "udp", 53),
            only("tcp", "tcp", 53),
            only("other", "udp", 5353),
            only("number", "17", 53),
            { ...open, id: "none", rules: [] },
        ],
        ...changed,
    }, routes);
const asked = (changed: Partial<Network> = {}, routes?: Route[]) => () => answer(connected(changed, routes), host);
const forwards = "Resolver rule rule forwards db.example.com to 10.1.1.53";
const lost = `${forwards}, which does not get there: `;
const at = (changed: Partial<ResolverEndpoint>, its: Partial<ResolverEndpoint> = {}) => ({
    resolverEndpoints: [{ ...inbound, ...its }, { ...outbound, ...changed }],
});

describe("queries that a Resolver rule forwards", () => {
    decides([
        ["are answered by the zone of the inbound endpoint's VPC", asked(), "reachable"],
        ["are sent by UDP to port 53", asked(at({ groups: ["dns"] }, { groups: ["dns"] })), "reachable"],
        [
            "are dropped by an outbound group that allows only TCP",
            asked(at({ groups: ["tcp"] })),
            "ENI_SG_RULES_MISMATCH",
            `${lost}security group tcp has no rule that allows UDP 53 to 10.1.1.53`,
            "add an outbound rule to security group tcp that allows UDP 53 to 10.1.1.53",
        ],
        [
            "are dropped by an inbound group without rules",
            asked(at({}, { groups: ["none"] })),
            "SG_HAS_NO_RULES",
            `${lost}security group none has no rule that allows UDP 53 from 10.0.2.53`,
            "add an inbound rule to security group none that allows UDP 53 from 10.0.2.53",
        ],
        [
            "are dropped by the route table of the outbound endpoint's subnet",
            asked({}, []),
            "NO_ROUTE_TO_DESTINATION",
            `${lost}route table table of a has no route to 10.1.1.53`,
            "add a route to 10.1.1.53 to route table table of a",
        ],
        [
            "are dropped by the network ACL of the outbound endpoint's subnet",
            asked({ networkAcls: [acl({ egress: true, cidr: "10.1.1.53/32" })] }),
            "SUBNET_ACL_RESTRICTION",
            `${lost}rule 1 of network ACL acl denies UDP 53 to 10.1.1.53`,
            "add an outbound rule to network ACL acl that allows UDP 53 to 10.1.1.53, before rule 1",
        ],
        [
            "are sent by UDP also to groups that have the protocol's number",
            asked(at({ groups: ["number"] }, { groups: ["number"] })),
            "reachable",
        ],
        [
            "are dropped by a gateway endpoint, which accepts only TCP",
            asked({
                resolverRules: [{ ...rule, servers: ["203.0.113.53"] }],
                endpoints: [endpoint({ prefixList: "s3" })],
                prefixLists: [{ id: "s3", cidrs: ["203.0.113.0/24"], service: "s3" }],
            }, [{ destination: { prefixList: "s3" }, target: { kind: "gateway endpoint", id: "endpoint" } }]),
            "VPCE_GATEWAY_PROTOCOL_RESTRICTION",
            "Resolver rule rule forwards db.example.com to 203.0.113.53, which does not get there: "
            + "endpoint endpoint accepts no udp",
            "use TCP",
        ],
        [
            "are answered by an inbound endpoint with more addresses",
            asked(at({}, { interfaces: [{ subnet: "b1", address: "10.1.1.52" }, ...inbound.interfaces as []] })),
            "reachable",
        ],
        [
            "are sent to the port of the rule",
            asked({ resolverRules: [{ ...rule, servers: ["10.1.1.53:5353"] }], ...at({ groups: ["other"] }) }),
            "unknown",
            "name: Resolver rule rule forwards db.example.com to 10.1.1.53:5353",
            "not known: the answer of 10.1.1.53:5353 for db.example.com",
        ],
        [
            "are unknown if they get only from some network interfaces to the server",
            asked({
                ...at({ interfaces: [{ subnet: "a2" }, { subnet: "cut" }] }),
                subnets: [
                    ...connected().subnets as [],
                    { ...subnet("cut", "a", "10.0.9.0/24"), routeTable: "empty" },
                ],
                routeTables: [...connected().routeTables as [], { id: "empty", vpc: "a", routes: [] }],
            }),
            "unknown",
            `name: ${forwards}, an inbound endpoint of VPC b: private hosted zone zone answers for db.example.com: 10.0.2.10`,
            "not known: from which network interface of Resolver endpoint out Resolver rule rule sends queries",
        ],
        [
            "to other servers are unknown by name",
            asked({ resolverRules: [{ ...rule, servers: ["10.8.0.2"] }] }, [
                route("0.0.0.0/0", "virtual private gateway", "vgw"),
            ]),
            "unknown",
            "name: Resolver rule rule forwards db.example.com to 10.8.0.2",
            "not known: what is reachable through virtual private gateway vgw; the answer of 10.8.0.2 for db.example.com",
        ],
        [
            "to several servers of which one is not described are unknown",
            asked({ resolverRules: [{ ...rule, servers: ["10.1.1.53", "10.1.1.54"] }] }),
            "unknown",
            "name: Resolver rule rule forwards db.example.com to 10.1.1.53, 10.1.1.54",
            "not known: the security groups of 10.1.1.54, which no described network interface has; "
            + "the answer of 10.1.1.53, 10.1.1.54 for db.example.com",
        ],
        [
            "by an endpoint that is not known are unknown by name",
            asked({ resolverRules: [{ ...rule, endpoint: undefined }] }),
            "unknown",
            `name: ${forwards}, an inbound endpoint of VPC b: private hosted zone zone answers for db.example.com: 10.0.2.10`,
            "not known: the outbound endpoint of Resolver rule rule",
        ],
        [
            "by an endpoint whose network interfaces are not known are unknown by name",
            asked(at({ interfaces: unknown("the addresses of out") })),
            "unknown",
            `name: ${forwards}, an inbound endpoint of VPC b: private hosted zone zone answers for db.example.com: 10.0.2.10`,
            "not known: the addresses of out",
        ],
        [
            "from a subnet that is not described are unknown by name",
            asked(at({ interfaces: [{ subnet: "gone" }] })),
            "unknown",
            `name: ${forwards}, an inbound endpoint of VPC b: private hosted zone zone answers for db.example.com: 10.0.2.10`,
            "not known: subnet gone is not described",
        ],
        [
            "to servers that are not known are unknown by name",
            asked({ resolverRules: [{ ...rule, servers: unknown("the servers") }] }),
            "unknown",
            "name: Resolver rule rule forwards db.example.com to other DNS servers",
            "not known: the servers; the answer of other DNS servers for db.example.com",
        ],
        [
            "to what is no address are unknown by name",
            asked({ resolverRules: [{ ...rule, servers: ["dns"] }] }),
            "unknown",
            "name: Resolver rule rule forwards db.example.com to dns",
            "not known: dns: dns/32 is not an IPv4 CIDR block; the answer of dns for db.example.com",
        ],
        [
            "to an endpoint that is outbound are not answered by its VPC",
            asked(at({}, { isInbound: false })),
            "unknown",
            `name: ${forwards}`,
            "not known: the answer of 10.1.1.53 for db.example.com",
        ],
        [
            "to inbound endpoints that were not read are unknown",
            asked({ resolverEndpoints: unknown("the Resolver endpoints") }),
            "unknown",
            `name: ${forwards}`,
            "not known: the Resolver endpoints; the answer of 10.1.1.53 for db.example.com",
        ],
        [
            "in a circle resolve nothing",
            asked({ resolverRules: [{ ...rule, vpcs: ["a", "b"] }] }),
            "dns.loop",
            `${forwards}, an inbound endpoint of VPC b: Resolver rule rule forwards db.example.com in a circle`,
            "change the Resolver rules, so that no VPC forwards db.example.com to itself",
        ],
    ]);

    describe("but not those of its domain that", () => {
        const system = (domain: string): ResolverRule => ({
            id: "system",
            domain,
            forwards: false,
            vpcs: ["a"],
            servers: [],
        });
        const own = { ...zone("10.0.2.10"), vpcs: ["a"] };
        const zones = (...rules: ResolverRule[]) => asked({ resolverRules: rules, privateZones: [own] }, []);
        decides([
            [
                "a system rule has, which the zone of a shorter domain answers",
                zones(rule, system("db.example.com")),
                "reachable",
            ],
            [
                "a zone of a longer domain has",
                asked({ privateZones: [{ ...own, domain: "db.example.com" }] }, []),
                "reachable",
            ],
            [
                "a system rule of another VPC has",
                zones(rule, { ...system("db.example.com"), vpcs: ["b"] }),
                "NO_ROUTE_TO_DESTINATION",
                `${lost}route table table of a has no route to 10.1.1.53`,
                "add a route to 10.1.1.53 to route table table of a",
            ],
        ]);
    });
});
