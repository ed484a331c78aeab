import * as fc from "fast-check";

import { emptyNetwork, type Network } from "../../network/model/network";
import type { Traffic } from "../../network/model/vpcModel";
import type { PlainNetwork } from "./packetWalk";

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`);
const vpcIds = ids("vpc", 2);
const cidrOf = (vpc: string) => `10.${vpcIds.indexOf(vpc)}.0.0/16`;
/** Blocks that subnets, rules and routes may have: whole VPCs, subnets, halves of subnets, single addresses, everything. */
const blocks = fc.constantFrom(
    ...["0.0.0.0/0", "10.0.0.0/8", "10.0.0.0/16", "10.1.0.0/16", "10.0.0.0/24", "10.0.1.0/24", "10.1.0.0/24"],
    ...["10.0.0.0/25", "10.0.1.128/25", "10.0.0.10/32", "10.0.1.10/32", "10.1.0.10/32"],
);
const ports = fc.constantFrom<[number, number]>([0, 65_535], [443, 443], [0, 1023], [1024, 65_535], [32_768, 60_999], [
    5432,
    5432,
]);
const groupIds = ids("sg", 3);
const aclIds = ids("acl", 3);

const subnets = ["10.0.0.0/24", "10.0.1.0/24", "10.1.0.0/24"].map((cidr, index) => ({
    id: `subnet${index}`,
    vpc: vpcIds[index === 2 ? 1 : 0]!,
    cidr,
}));
const zone = fc.constantFrom("us-east-1a", "us-east-1a", "us-east-1b");

const entry = fc.record({
    number: fc.integer({ min: 1, max: 30_000 }),
    egress: fc.boolean(),
    // Networks that allow nothing at all are less interesting.
    allow: fc.integer({ min: 0, max: 3 }).map((one) => one > 0),
    cidr: blocks,
    ports,
}).map(({ ports: [from, to], ...rest }) => ({ ...rest, from, to }));

const everything = [true, false].map((egress) => ({
    number: 30_001,
    egress,
    allow: true,
    cidr: "0.0.0.0/0",
    from: 0,
    to: 65_535,
}));

const rule = fc.record({
    egress: fc.boolean(),
    ports: fc.oneof(fc.constant<[number, number]>([0, 65_535]), ports),
    peer: fc.oneof(
        fc.constant<{ cidr?: string; group?: string }>({ cidr: "0.0.0.0/0" }),
        blocks.map((cidr): { cidr?: string; group?: string } => ({ cidr })),
        fc.constantFrom(...groupIds).map((group): { cidr?: string; group?: string } => ({ group })),
    ),
}).map(({ egress, ports: [from, to], peer }) => ({ egress, from, to, ...peer }));

const mostly = fc.integer({ min: 0, max: 5 }).map((one) => one > 0);
const someGroups = fc.subarray(groupIds, { minLength: 1, maxLength: 2 });

const attachments = vpcIds.map((vpc, index) => ({ id: `attachment${index}`, vpc }));
/** An attachment has one subnet or more, but often not one in each zone of its VPC. */
const attachedSubnets = vpcIds.map((vpc) =>
    fc.subarray(subnets.filter((one) => one.vpc === vpc).map(({ id }) => id), { minLength: 1 })
);
const transitTables = ids("tgw-rtb", 2);
const attachmentIds = attachments.map(({ id }) => id);

/** A transit gateway with two route tables: static routes, blackholes and propagation, and an association of each VPC. */
const transit: fc.Arbitrary<PlainNetwork["transit"]> = fc.record({
    attached: fc.tuple(...attachedSubnets),
    associated: fc.tuple(...vpcIds.map(() => fc.constantFrom(...transitTables, ...transitTables, undefined))),
    tables: fc.tuple(...transitTables.map((id) =>
        fc.record({
            id: fc.constant(id),
            routes: fc.array(
                fc.record({ cidr: blocks, to: fc.constantFrom(...attachmentIds, ...attachmentIds, "blackhole") }),
                { maxLength: 2 },
            ).map(unique),
            propagated: fc.oneof(fc.constant(attachmentIds), fc.subarray(attachmentIds)),
        })
    )),
}).map(({ attached, associated, tables }) => ({
    attachments: attachments.map((one, index) => ({ ...one, subnets: attached[index]!, table: associated[index] })),
    tables,
}));

/** Whether a block is in that of a VPC: AWS allows no route of it to a transit gateway. */
const isWithinVpc = (cidr: string, vpc: string) =>
    cidr.startsWith(cidrOf(vpc).replace(".0.0/16", ".")) && cidr !== "10.0.0.0/8";

/** A network of two VPCs, three subnets and a server in each, and a client in one of them. */
export const arbitraryNetwork: fc.Arbitrary<{ plain: PlainNetwork; client: { subnet: string; groups: string[] } }> = fc
    .record({
        // Most networks have one connection that leads to both VPCs.
        routes: fc.oneof(
            ...["pcx0", "tgw"].map((to) => fc.constant(Array.from({ length: 3 }, () => [{ cidr: "10.0.0.0/8", to }]))),
            fc.array(fc.array(fc.record({ cidr: blocks, to: fc.constantFrom("pcx0", "tgw") }), { maxLength: 2 }), {
                minLength: 3,
                maxLength: 3,
            }),
        ),
        acls: fc.array(
            fc.tuple(fc.uniqueArray(entry, { maxLength: 2, selector: ({ number }) => number }), mostly),
            {
                minLength: 3,
                maxLength: 3,
            },
        ),
        rules: fc.array(fc.array(rule, { minLength: 2, maxLength: 6 }), { minLength: 3, maxLength: 3 }),
        servers: fc.array(someGroups, { minLength: 3, maxLength: 3 }),
        active: mostly,
        zones: fc.tuple(...subnets.map(() => zone)),
        transit,
        client: fc.record({ subnet: fc.constantFrom(...subnets.map(({ id }) => id)), groups: someGroups }),
    }).map(({ routes, acls, rules, servers, active, zones, transit: connected, client }) => ({
        client,
        plain: {
            vpcs: vpcIds.map((id) => ({ id, cidr: cidrOf(id) })),
            subnets: subnets.map((one, index) => (
                { ...one, zone: zones[index]!, table: `rtb${index}`, acl: aclIds[index]! }
            )),
            tables: subnets.map(({ vpc }, index) => ({
                id: `rtb${index}`,
                // AWS allows only one route for each destination, and the local one is always there.
                routes: [
                    { cidr: cidrOf(vpc), to: "local" },
                    ...unique(
                        routes[index]!.filter(({ cidr, to }) =>
                            cidr !== cidrOf(vpc) && !(to === "tgw" && isWithinVpc(cidr, vpc))
                        ),
                    ),
                ],
            })),
            acls: acls.map(([entries, open], index) => ({
                id: aclIds[index]!,
                entries: [...entries, ...(open ? everything : [])],
            })),
            groups: rules.map((all, index) => ({ id: groupIds[index]!, rules: all })),
            servers: subnets.map(({ id, cidr }, index) => ({
                id: `eni${index}`,
                subnet: id,
                address: cidr.replace(/0\/24$/, "10"),
                groups: servers[index]!,
            })),
            peerings: [{ id: "pcx0", vpcs: [vpcIds[0]!, vpcIds[1]!], active }],
            transit: connected,
        },
    }));

function unique(routes: { cidr: string; to: string }[]): { cidr: string; to: string }[] {
    return [...new Map(routes.map((route) => [route.cidr, route])).values()];
}

/** The same network, in which nothing but the zones of transit gateway attachments keeps the VPCs from reaching each other. */
export function withOpenTransit(plain: PlainNetwork): PlainNetwork {
    const everywhere = { from: 0, to: 65_535, cidr: "0.0.0.0/0" };
    const [table] = plain.transit.tables;
    return {
        ...plain,
        tables: plain.tables.map(({ id, routes: [local] }) => (
            { id, routes: [local!, { cidr: "10.0.0.0/8", to: "tgw" }] }
        )),
        acls: plain.acls.map(({ id }) => ({ id, entries: everything })),
        groups: plain.groups.map(({ id }) => (
            { id, rules: [true, false].map((egress) => ({ egress, ...everywhere })) }
        )),
        transit: {
            attachments: plain.transit.attachments.map((one) => ({ ...one, table: table!.id })),
            tables: [{ ...table!, routes: [], propagated: attachmentIds }],
        },
    };
}

/** The same network in the model. */
export function modelled(
    { vpcs, subnets: own, tables, acls, groups, servers, peerings, transit: connected }: PlainNetwork,
): Network {
    const traffic = ({ from, to }: { from: number; to: number }): Traffic => ({
        protocol: "tcp",
        fromPort: from,
        toPort: to,
    });
    return {
        ...emptyNetwork("us-east-1"),
        vpcs: vpcs.map(({ id, cidr }) => ({ id, cidrBlocks: [cidr], dnsSupport: true, dnsHostnames: true })),
        subnets: own.map(({ id, vpc, cidr, zone: of, table, acl }) => ({
            id,
            vpc,
            zone: of,
            cidrBlock: cidr,
            routeTable: table,
            networkAcl: acl,
            mapsPublicAddresses: false,
        })),
        routeTables: tables.map(({ id, routes }) => ({
            id,
            vpc: own.find(({ table }) => table === id)!.vpc,
            routes: routes.map(({ cidr, to }) => ({
                destination: { cidr },
                target: to === "local"
                    ? { kind: "local", id: "" }
                    : { kind: to === "tgw" ? "transit gateway" : "VPC peering connection", id: to },
            })),
        })),
        networkAcls: acls.map(({ id, entries }) => ({
            id,
            entries: entries.map((one) => ({ ...one, traffic: traffic(one) })),
        })),
        securityGroups: groups.map(({ id, rules }) => ({
            id,
            vpc: vpcIds[0]!,
            rules: rules.map((one, index) => ({
                id: `${id}-${index}`,
                egress: one.egress,
                traffic: traffic(one),
                peer: one.cidr === undefined ? { group: one.group! } : { cidr: one.cidr },
            })),
        })),
        interfaces: servers.map(({ id, subnet, address, groups: its }) => ({
            id,
            vpc: own.find((one) => one.id === subnet)!.vpc,
            subnet,
            groups: its,
            addresses: [address],
        })),
        peerings: peerings.map(({ id, vpcs: ends, active }) => ({ id, vpcs: ends, isActive: active })),
        transitAttachments: connected.attachments.map(({ id, vpc, subnets: attached, table }) => ({
            id,
            transitGateway: "tgw",
            vpc,
            subnets: attached,
            routes: transitRoutes(vpcs, connected, table),
        })),
    };
}

/** The routes of a route table of the transit gateway, as the readers of networks have them: those in use. */
function transitRoutes(vpcs: PlainNetwork["vpcs"], { attachments: all, tables }: PlainNetwork["transit"], id?: string) {
    const { routes = [], propagated = [] } = tables.find((one) => one.id === id) ?? {};
    const own = propagated.map((attachment) => ({
        cidr: vpcs.find((one) => one.id === all.find((other) => other.id === attachment)!.vpc)!.cidr,
        attachment,
    })).filter(({ cidr }) => routes.every((one) => one.cidr !== cidr));
    return [...routes.map(({ cidr, to }) => ({ cidr, attachment: to })), ...own];
}
