import * as assert from "node:assert/strict";

import { exitsOf } from "../../network/exits/exits";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import type { Answer, Destination } from "../../network/reach/question";
import { reach } from "../../network/reach/reach";
import { networkOfResources } from "../../network/sources/fromResources";
import { Account } from "../emulator/aws/account";
import { types } from "../run";
import { accountNetwork } from "./readers";

const transit = "aws:ec2transitgateway";

/** Two VPCs with a subnet each, whose groups and network ACLs allow everything, and an interface in the second one. */
class TwoVpcs {
    readonly account = new Account();
    readonly aws = this.account.aws;
    readonly other = this.aws.create(types.vpc, "other", {
        cidrBlock: "10.1.0.0/16",
        enableDnsSupport: true,
        enableDnsHostnames: true,
    });
    readonly subnets = [
        this.account.subnet("a", "10.0.0.0/24"),
        this.aws.create(types.subnet, "b", {
            vpcId: this.other.id,
            cidrBlock: "10.1.0.0/24",
            availabilityZone: "us-east-1a",
        }),
    ].map(({ id }) => id);
    readonly vpcs = [this.account.vpc.id, this.other.id];
    readonly tables = this.vpcs.map((vpcId, index) => {
        const table = this.aws.create(types.routeTable, `table${index}`, { vpcId });
        this.aws.create(types.association, `table${index}`, { routeTableId: table.id, subnetId: this.subnets[index] });
        return table.id;
    });
    readonly groups = this.vpcs.map((vpcId, index) => {
        const group = this.account.group(`open${index}`, vpcId).id;
        const rule = { securityGroupId: group, ipProtocol: "-1", cidrIpv4: "0.0.0.0/0" };
        this.aws.create(types.egress, `out${index}`, rule);
        this.aws.create(types.ingress, `in${index}`, rule);
        return group;
    });

    /** A transit gateway with an attachment of each VPC to one route table, and a route of each subnet to it. */
    connect(...routes: { destinationCidrBlock: string; to?: number; blackhole?: boolean }[]): this {
        const gateway = this.aws.create(`${transit}/transitGateway:TransitGateway`, "tgw", {}).id;
        const table = this.aws.create(`${transit}/routeTable:RouteTable`, "tgw", { transitGatewayId: gateway }).id;
        const attachments = this.vpcs.map((vpcId, index) => {
            const inputs = { vpcId, transitGatewayId: gateway, subnetIds: [this.subnets[index]] };
            const { id } = this.aws.create(`${transit}/vpcAttachment:VpcAttachment`, `attachment${index}`, inputs);
            const association = { transitGatewayAttachmentId: id, transitGatewayRouteTableId: table };
            this.aws.create(`${transit}/routeTableAssociation:RouteTableAssociation`, `of${index}`, association);
            return id;
        });
        routes.forEach(({ to, ...route }, index) =>
            this.aws.create(`${transit}/route:Route`, `route${index}`, {
                ...route,
                transitGatewayRouteTableId: table,
                ...(to !== undefined && { transitGatewayAttachmentId: attachments[to] }),
            })
        );
        this.route("10.0.0.0/8", { transitGatewayId: gateway });
        return this;
    }

    /** A route of both subnets. */
    route(destinationCidrBlock: string, target: object): void {
        this.tables.forEach((routeTableId, index) =>
            this.aws.create("aws:ec2/route:Route", `${destinationCidrBlock} ${index}`, {
                routeTableId,
                destinationCidrBlock,
                ...target,
            })
        );
    }

    /** The network as AWS describes it, and as the stack's state does. */
    async networks(): Promise<Network[]> {
        const resources = this.aws.state.made.map(({ type, name, id, attributes }) => ({
            urn: `urn:pulumi:dev::shop::${type}::${name}`,
            type,
            name,
            id,
            properties: attributes,
            dependencies: {},
        }));
        return [await accountNetwork(this.aws), networkOfResources(resources, "us-east-1")];
    }

    /** The answers of both readers, which must agree, without the names of what is unknown. */
    async ask(to: Destination): Promise<string[]> {
        const answers = (await this.networks()).map((network): Answer => {
            const from = { label: "a client", subnets: [this.subnets[0]!], groups: [this.groups[0]!] };
            return reach(new NetworkIndex(network), { from, to });
        });
        const [account, stack] = answers.map(({ verdict, reason }) => [verdict, ...(reason ? [reason.code] : [])]);
        assert.deepEqual(stack, account, "the stack and the account");
        return account!;
    }
}

const far: Destination = { address: "10.1.0.10", port: 443 };

describe("VPCs that a transit gateway connects", () => {
    const there = { destinationCidrBlock: "10.1.0.0/16", to: 1 };
    const back = { destinationCidrBlock: "10.0.0.0/16", to: 0 };

    /** An interface in the second VPC has the address. */
    const withServer = (vpcs: TwoVpcs) => {
        vpcs.account.aws.create(types.endpoint, "server", {
            vpcId: vpcs.other.id,
            serviceName: "com.amazonaws.us-east-1.sqs",
            vpcEndpointType: "Interface",
            subnetIds: [vpcs.subnets[1]],
            securityGroupIds: [vpcs.groups[1]],
        });
        return vpcs;
    };

    it("reach each other by the route table of the attachment, in both directions", async () => {
        const verdict = (vpcs: TwoVpcs) => withServer(vpcs).ask(far);
        // It is not known which interface has the address, so its security groups are not known either.
        assert.deepEqual(await verdict(new TwoVpcs().connect(there, back)), ["unknown"]);
        assert.deepEqual(await verdict(new TwoVpcs().connect(back)), ["not reachable", "TGW_RTB_CANNOT_ROUTE"]);
        assert.deepEqual(await verdict(new TwoVpcs().connect(there)), ["not reachable", "NO_ROUTE_TO_DESTINATION"]);
        const hole = { destinationCidrBlock: "10.1.0.0/24", blackhole: true };
        assert.deepEqual(await verdict(new TwoVpcs().connect(there, back, hole)), [
            "not reachable",
            "TGW_RTB_CANNOT_ROUTE",
        ]);
    });

    it("use the longest prefix, and are unknown if only a part of the addresses has a route", async () => {
        const wide = { destinationCidrBlock: "10.0.0.0/8", to: 0 };
        assert.deepEqual(await new TwoVpcs().connect(wide, there, back).ask(far), ["unknown"]);
        assert.deepEqual(await new TwoVpcs().connect(wide).ask(far), ["not reachable", "TGW_RTB_CANNOT_ROUTE"]);
        const half = { destinationCidrBlock: "10.0.0.0/25", to: 0 };
        assert.deepEqual(await new TwoVpcs().connect(there, half).ask(far), ["unknown"]);
    });

    it("propagate their CIDR blocks to the default route table, unless that is turned off", () => {
        const network = (gateway: object, attachment: object) => {
            const vpc = (name: string, cidrBlock: string) => ({
                urn: name,
                type: types.vpc,
                name,
                id: name,
                properties: { cidrBlock },
                dependencies: {},
            });
            const attached = (vpcId: string) => ({
                urn: `to ${vpcId}`,
                type: `${transit}/vpcAttachment:VpcAttachment`,
                name: `to ${vpcId}`,
                id: `to ${vpcId}`,
                properties: { vpcId, transitGatewayId: "tgw", subnetIds: [], ...attachment },
                dependencies: {},
            });
            const tgw = {
                urn: "tgw",
                type: `${transit}/transitGateway:TransitGateway`,
                name: "tgw",
                id: "tgw",
                properties: { ...gateway },
                dependencies: {},
            };
            const all = [vpc("a", "10.0.0.0/16"), vpc("b", "10.1.0.0/16"), tgw, attached("a"), attached("b")];
            return networkOfResources(all, "us-east-1").transitAttachments as { routes: unknown }[];
        };
        const routes = [
            { cidr: "10.0.0.0/16", attachment: "to a" },
            { cidr: "10.1.0.0/16", attachment: "to b" },
        ];
        assert.deepEqual(network({}, {}).map((one) => one.routes), [routes, routes]);
        assert.deepEqual(network({ defaultRouteTablePropagation: "disable" }, {}).map((one) => one.routes), [[], []]);
        assert.deepEqual(network({ defaultRouteTableAssociation: "disable" }, {}).map((one) => one.routes), [[], []]);
        const off = { transitGatewayDefaultRouteTablePropagation: false };
        assert.deepEqual(network({}, off).map((one) => one.routes), [[], []]);
    });
});

describe("customer-managed prefix lists", () => {
    it("are the destinations of routes", async () => {
        const vpcs = new TwoVpcs();
        const list = vpcs.aws.create("aws:ec2/managedPrefixList:ManagedPrefixList", "shared", {
            addressFamily: "IPv4",
            entries: [{ cidr: "10.1.0.0/16" }, { cidr: "172.16.0.0/12" }],
        }).id;
        vpcs.tables.forEach((routeTableId, index) =>
            vpcs.aws.create("aws:ec2/route:Route", `list${index}`, {
                routeTableId,
                destinationPrefixListId: list,
                natGatewayId: "nat-0123456789abcdef0",
            })
        );
        const [account, stack] = await vpcs.networks();
        for (const network of [account!, stack!]) {
            const index = new NetworkIndex(network);
            const from = { label: "a client", subnets: [vpcs.subnets[0]!], groups: [vpcs.groups[0]!] };
            const routed = reach(index, { from, to: { address: "172.16.1.1" } });
            assert.match(routed.hops.find(({ step }) => step === "route")!.says, /prefix list shared|prefix list pl-/);
            const other = reach(index, { from, to: { address: "192.168.1.1" } });
            assert.equal(other.reason!.code, "NO_ROUTE_TO_DESTINATION");
        }
    });
});

describe("DNS Firewall", () => {
    const group = (
        vpcs: TwoVpcs,
        name: string,
        priority: number,
        ...rules: [action: string, ...domains: string[]][]
    ) => {
        const { id } = vpcs.aws.create(types.firewallGroup, name, { name });
        // The rules are created in the order opposite to that of their priorities.
        [...rules].reverse().forEach(([action, ...domains], index) => {
            const at = `${name}${index}`;
            const list = vpcs.aws.create(types.firewallDomains, at, { name: at, domains }).id;
            vpcs.aws.create(types.firewallRule, at, {
                name: at,
                firewallRuleGroupId: id,
                firewallDomainListId: list,
                priority: 1000 - index,
                action,
                ...(action === "BLOCK" && { blockResponse: "NODATA" }),
            });
        });
        vpcs.aws.create(types.firewallAssociation, name, {
            name,
            firewallRuleGroupId: id,
            vpcId: vpcs.vpcs[0],
            priority,
        });
    };
    const withGroups = (...groups: [name: string, priority: number, ...rules: [string, ...string[]][]][]) => {
        const vpcs = new TwoVpcs();
        for (const one of groups) group(vpcs, ...one);
        return vpcs;
    };
    const sqs = "sqs.us-east-1.amazonaws.com";
    const blocked = ["not reachable", "dns.blocked"];
    const unrouted = ["not reachable", "service.no-endpoint"];
    const all: [string, ...string[]] = ["BLOCK", "*"];

    it("applies rules by priority, and groups by the priority of their associations", async () => {
        const ask = (...groups: Parameters<typeof withGroups>) => withGroups(...groups).ask({ service: "sqs" });
        assert.deepEqual(await ask(["one", 200, ["ALLOW", sqs], all]), unrouted);
        assert.deepEqual(await ask(["one", 200, all, ["ALLOW", sqs]]), blocked);
        assert.deepEqual(await ask(["one", 200, all], ["two", 300, ["ALLOW", sqs]]), blocked);
        assert.deepEqual(await ask(["one", 300, all], ["two", 200, ["ALLOW", sqs]]), unrouted);
        assert.deepEqual(await ask(["one", 300, all], ["two", 200, ["ALERT", "*.amazonaws.com"]]), unrouted);
    });

    it("closes DNS only if no wildcard is allowed before all other names are blocked", async () => {
        const dns = async (...groups: Parameters<typeof withGroups>) => {
            const vpcs = withGroups(...groups);
            const found = (await vpcs.networks()).map((network) => {
                const exits = exitsOf(new NetworkIndex(network), [vpcs.vpcs[0]!]);
                const { verdict, because } = exits.find(({ exit }) => exit === "DNS")!;
                return [verdict, /DNS servers of (.*)$/.exec(because[0] ?? "")?.[1]];
            });
            assert.deepEqual(found[1], found[0], "the stack and the account");
            return found[0];
        };
        assert.deepEqual(await dns(), ["open", "any domain"]);
        assert.deepEqual(await dns(["one", 200, ["ALLOW", sqs], all]), ["closed", undefined]);
        assert.deepEqual(await dns(["one", 200, ["ALLOW", "*.example.com"], all]), ["open", "*.example.com"]);
        assert.deepEqual(await dns(["one", 200, all, ["ALLOW", "*.example.com"]]), ["closed", undefined]);
        assert.deepEqual(await dns(["one", 200, ["BLOCK", "*.example.com"]]), ["open", "any domain"]);
        assert.deepEqual(await dns(["one", 200, all], ["two", 100, ["ALLOW", "*"]]), ["open", "any domain"]);
        assert.deepEqual(await dns(["one", 200, ["ALLOW", "*.ec2.internal"], all]), ["closed", undefined]);
        const both: [string, ...string[]][] = [["BLOCK", "*.example.com"], ["ALLOW", "*.example.com"], all];
        assert.deepEqual(await dns(["one", 200, ...both]), ["closed", undefined]);
    });
});

describe("Resolver rules", () => {
    const forwardTo = (
        vpcs: TwoVpcs,
        ip: string,
        vpc: number,
        { port = 53, ...more }: { port?: number; resolverEndpointId?: string } = {},
    ) => {
        const rule = vpcs.aws.create("aws:route53/resolverRule:ResolverRule", `to ${ip}`, {
            domainName: "example.com",
            ruleType: "FORWARD",
            targetIps: [{ ip, port }],
            ...more,
        });
        vpcs.aws.create("aws:route53/resolverRuleAssociation:ResolverRuleAssociation", `to ${ip}`, {
            resolverRuleId: rule.id,
            vpcId: vpcs.vpcs[vpc],
        });
    };
    const inbound = (vpcs: TwoVpcs, ip: string, subnet: number, direction = "INBOUND") =>
        vpcs.aws.create("aws:route53/resolverEndpoint:ResolverEndpoint", `at ${ip}`, {
            direction,
            ipAddresses: [{ subnetId: vpcs.subnets[subnet], ip }],
            securityGroupIds: [],
        });
    const zone = (vpcs: TwoVpcs, vpc: number) => {
        const { id: zoneId } = vpcs.aws.create("aws:route53/zone:Zone", "zone", {
            name: "example.com",
            vpcs: [{ vpcId: vpcs.vpcs[vpc] }],
        });
        vpcs.aws.create(types.record, "db", { zoneId, name: "web.example.com", type: "A", ttl: 60, records: [] });
    };

    it("that forward to an inbound endpoint are answered as in its VPC", async () => {
        const vpcs = new TwoVpcs();
        forwardTo(vpcs, "10.1.0.53", 0);
        assert.deepEqual(await vpcs.ask({ host: "db.example.com" }), ["unknown"]);
        inbound(vpcs, "10.1.0.53", 1, "OUTBOUND");
        assert.deepEqual(await vpcs.ask({ host: "db.example.com" }), ["unknown"]);
        inbound(vpcs, "10.1.0.53", 1);
        zone(vpcs, 1);
        assert.deepEqual(await vpcs.ask({ host: "db.example.com" }), ["not reachable", "dns.no-record"]);
    });

    it("send queries from the outbound endpoint, by its groups, routes and port", async () => {
        const ask = async (port: number, group: number, connected: boolean) => {
            const vpcs = new TwoVpcs();
            if (connected) {
                vpcs.connect(
                    { destinationCidrBlock: "10.1.0.0/16", to: 1 },
                    { destinationCidrBlock: "10.0.0.0/16", to: 0 },
                );
            }
            const dns = vpcs.account.group("dns", vpcs.vpcs[0]!).id;
            const traffic = { ipProtocol: "udp", fromPort: 53, toPort: 53, cidrIpv4: "10.0.0.0/8" };
            vpcs.aws.create(types.egress, "dns", { securityGroupId: dns, ...traffic });
            const out = vpcs.aws.create("aws:route53/resolverEndpoint:ResolverEndpoint", "out", {
                direction: "OUTBOUND",
                ipAddresses: [{ subnetId: vpcs.subnets[0], ip: "10.0.0.53" }],
                securityGroupIds: [[dns, vpcs.groups[0]][group]],
            });
            inbound(vpcs, "10.1.0.53", 1);
            zone(vpcs, 1);
            forwardTo(vpcs, "10.1.0.53", 0, { resolverEndpointId: out.id, port });
            return vpcs.ask({ host: "db.example.com" });
        };
        assert.deepEqual(await ask(53, 0, true), ["not reachable", "dns.no-record"]);
        assert.deepEqual(await ask(5353, 0, true), ["not reachable", "ENI_SG_RULES_MISMATCH"]);
        assert.deepEqual(await ask(5353, 1, true), ["unknown"]);
        assert.deepEqual(await ask(53, 0, false), ["not reachable", "NO_ROUTE_TO_DESTINATION"]);
    });

    it("that forward in a circle resolve nothing", async () => {
        const vpcs = new TwoVpcs();
        forwardTo(vpcs, "10.1.0.53", 0);
        forwardTo(vpcs, "10.0.0.53", 1);
        inbound(vpcs, "10.1.0.53", 1);
        inbound(vpcs, "10.0.0.53", 0);
        assert.deepEqual(await vpcs.ask({ host: "db.example.com" }), ["not reachable", "dns.loop"]);
    });
});
