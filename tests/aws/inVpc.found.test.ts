import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import { EndpointKind, type InVpcArgs, VpcEndpoints } from "../../components";
import type { StackState } from "../../components/aws/stackState";
import { type Attributes, type Made } from "../../emulator/aws/emulatedAws";
import { attachmentTypes } from "../../emulator/aws/world";
import { type Run, runOffline } from "../../emulator/runProgram";
import { codesOf } from "../codesOf";
import { failure, ofType, types } from "../run";

const vpcId = "vpc-1";
const gatewayId = "vpce-0123456789abcdef0";
const otherId = "vpce-0fedcba9876543210";
const made = (type: string, id: string, attributes: Attributes): Made => ({ id, type, name: id, attributes });
const subnet = (id: string, cidrBlock: string, more = {}) =>
    made(types.subnet, id, { vpcId, availabilityZone: "us-east-1a", cidrBlock, ...more });
const table = (id: string, subnetId: string, ...routes: object[]) => [
    made(types.routeTable, id, { vpcId, routes }),
    made(types.association, `rtbassoc-${id}`, { subnetId, routeTableId: id }),
];
const s3 = (id: string, more: Attributes = {}) =>
    made(types.endpoint, id, {
        vpcId,
        serviceName: "com.amazonaws.us-east-1.s3",
        vpcEndpointType: "Gateway",
        routeTableIds: ["rtb-main"],
        prefixListId: "pl-s3",
        state: "available",
        ...more,
    });

interface Setting {
    vpc?: Attributes;
    others?: Made[];
    denied?: string[];
    state?: StackState;
}

/** Runs `app` in a VPC with what else is there; returns the run, the plan and what was logged. */
async function runIn({ vpc, others = [], denied, state }: Setting, args: Partial<InVpcArgs>) {
    const main = { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, mainRouteTableId: "rtb-main", ...vpc };
    const options = {
        config: { "aws:region": "us-east-1" },
        context: { resources: [made(types.vpc, vpcId, main), ...others], denied },
        state,
    };
    const logged: string[] = [];
    const { warn, info } = pulumi.log;
    const log = async (message: string) => void logged.push(message);
    Object.assign(pulumi.log, { warn: log, info: log });
    const plans: VpcEndpoints["plan"][] = [];
    try {
        const run = await runOffline(async () => {
            const endpoints = await VpcEndpoints.inVpc("app", { vpcId, ...args });
            plans.push(endpoints.plan);
            const { gatewayEndpointIds, interfaceEndpointIds } = endpoints;
            return { gatewayEndpointIds, interfaceEndpointIds };
        }, options);
        return { run, plan: plans[0]!, logged };
    } finally {
        Object.assign(pulumi.log, { warn, info });
    }
}

const one = subnet("subnet-a", "10.0.1.0/24");
const endpointsOf = (run: Run) => ofType(run, types.endpoint);

describe("VpcEndpoints.inVpc sees the VPC as it is:", () => {
    it("subnets without room for new endpoints are rejected, and those of the stack need none", async () => {
        const full = subnet("subnet-a", "10.0.1.0/28", { usedAddresses: 10 });
        const services = ["sqs", "sns"];
        const error = await failure(runIn({ others: [full], state: {} }, { services }));
        assert.deepEqual(codesOf(error.problems), ["vpc.subnet-full subnetIds"]);
        assert.match(error.message, /subnet-a in us-east-1a has 1 free addresses, but 2 new interface endpoints/);
        const urn = `urn:pulumi:dev::p::private-vpc:index:VpcEndpoints$${types.endpoint}::app-sqs-interface`;
        const outputs = { id: otherId, subnetIds: ["subnet-a"] };
        const { run } = await runIn({ others: [full], state: { [urn]: { type: types.endpoint, outputs } } }, {
            services,
            subnetIds: ["subnet-a"],
            endpoints: { sqs: { privateDns: false } },
        }).catch((refused: Error) => ({ run: refused.message }));
        // AWS itself counts: the endpoint of the state is not in this account, so it refuses the second.
        assert.match(String(run), /InsufficientFreeAddressesInSubnet/);
    });

    it("of several subnets the largest is used, and a warning names a /28 that is the only one", async () => {
        const small = subnet("subnet-attachment", "10.0.0.0/28");
        const { run, plan } = await runIn({ others: [small, one], state: {} }, { services: ["sqs"] });
        assert.deepEqual(endpointsOf(run)["app-sqs-interface"]?.inputs.subnetIds, ["subnet-a"]);
        assert.deepEqual(plan.warnings, []);
        const only = await runIn({ others: [small], state: {} }, { services: ["sqs"] });
        assert.deepEqual(codesOf(only.plan.warnings), ["vpc.attachment-subnet subnetIds"]);
        assert.ok(only.logged.some((line) => line.includes("[vpc.attachment-subnet]")));
        const asked = await runIn({ others: [small], state: {} }, { services: ["sqs"], subnetIds: [small.id] });
        assert.deepEqual(asked.plan.warnings, []);
    });

    it("DNS hostnames are not needed without private DNS", async () => {
        const vpc = { enableDnsHostnames: false };
        const { run } = await runIn({ vpc, others: [one] }, { services: ["s3"] });
        assert.deepEqual(Object.keys(endpointsOf(run)), ["app-s3-gateway"]);
        const error = await failure(runIn({ vpc, others: [one] }, { services: ["sqs"] }));
        assert.deepEqual(codesOf(error.problems), ["if.private-dns-attrs vpcId"]);
    });

    it("every way out that a route leads to is in the plan and in the output", async () => {
        const open = { cidrBlock: "0.0.0.0/0" };
        const others = [
            one,
            subnet("subnet-public", "10.0.2.0/24"),
            subnet("subnet-peered", "10.0.3.0/24"),
            ...table("rtb-public", "subnet-public", { ...open, gatewayId: "igw-1" }, {
                ipv6CidrBlock: "::/0",
                egressOnlyGatewayId: "eigw-1",
            }),
            ...table("rtb-a", "subnet-a", { ...open, natGatewayId: "nat-1" }, {
                cidrBlock: "10.0.0.0/16",
                gatewayId: "local",
            }),
            ...table("rtb-peered", "subnet-peered", { cidrBlock: "10.9.0.0/16", vpcPeeringConnectionId: "pcx-1" }, {
                cidrBlock: "10.0.0.0/8",
                transitGatewayId: "tgw-1",
            }, { cidrBlock: "10.8.0.0/16", gatewayId: "vgw-1" }),
        ];
        const { plan, logged } = await runIn({ others }, { services: ["s3"] });
        assert.deepEqual(plan.waysOut?.map(({ kind, id, subnetIds }) => [kind, id, subnetIds.join()]), [
            ["NAT gateway", "nat-1", "subnet-a"],
            ["VPC peering connection", "pcx-1", "subnet-peered"],
            ["egress-only internet gateway", "eigw-1", "subnet-public"],
            ["internet gateway", "igw-1", "subnet-public"],
            ["transit gateway", "tgw-1", "subnet-peered"],
            ["virtual private gateway", "vgw-1", "subnet-peered"],
        ]);
        assert.ok(logged.some((line) => /NAT gateway nat-1: to 0\.0\.0\.0\/0 from subnet-a \(rtb-a\)/.test(line)));
        const closed = await runIn({ others: [one] }, { services: ["s3"] });
        assert.deepEqual([closed.plan.waysOut, closed.logged], [[], []]);
    });

    it("what is attached without a route is a way out, too, and is listed once if a route leads to it", async () => {
        const others = [
            one,
            ...table("rtb-a", "subnet-a", { cidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-1" }),
            made(attachmentTypes.internetGateway, "igw-1", { vpcId }),
            made(attachmentTypes.vpnGateway, "vgw-1", { vpcId }),
            made(attachmentTypes.natGateway, "nat-1", { subnetId: "subnet-a" }),
            made(attachmentTypes.peering, "pcx-1", { vpcId, peerVpcId: "vpc-2" }),
            made(attachmentTypes.peering, "pcx-2", { vpcId: "vpc-2", peerVpcId: vpcId }),
            made(attachmentTypes.transitAttachment, "tgw-attach-1", { vpcId, transitGatewayId: "tgw-1" }),
            made(attachmentTypes.internetGateway, "igw-2", { vpcId: "vpc-2" }),
            made(attachmentTypes.vpnGateway, "vgw-2", { vpcId: "vpc-2" }),
            made(attachmentTypes.natGateway, "nat-2", { subnetId: "subnet-2" }),
            made(attachmentTypes.peering, "pcx-3", { vpcId: "vpc-2", peerVpcId: "vpc-3" }),
            made(attachmentTypes.transitAttachment, "tgw-attach-2", { vpcId: "vpc-2", transitGatewayId: "tgw-2" }),
        ];
        const { plan, logged } = await runIn({ others }, { services: ["s3"] });
        assert.deepEqual(plan.waysOut?.map(({ kind, id, routeTableIds }) => [kind, id, routeTableIds.join()]), [
            ["NAT gateway", "nat-1", ""],
            ["VPC peering connection", "pcx-1", ""],
            ["VPC peering connection", "pcx-2", ""],
            ["internet gateway", "igw-1", ""],
            ["transit gateway", "tgw-1", "rtb-a"],
            ["virtual private gateway", "vgw-1", ""],
        ]);
        assert.ok(logged.some((line) => line.includes("internet gateway igw-1: attached, but no route leads to it")));
        assert.deepEqual(plan.warnings, []);
    });

    it("lookups that are denied and not needed are one warning, which names every missing permission", async () => {
        const denied = ["ec2:DescribeInternetGateways", "ec2:DescribeVpcPeeringConnections", "route53:ListHostedZones"];
        const { run, plan, logged } = await runIn({ others: [one], denied }, { services: ["s3", "sqs"] });
        assert.deepEqual(Object.keys(endpointsOf(run)), ["app-s3-gateway", "app-sqs-interface"]);
        assert.deepEqual(codesOf(plan.warnings), ["vpc.not-looked-up vpcId"]);
        const [{ message, hint } = assert.fail()] = plan.warnings;
        assert.match(message, /internet gateways, VPC peering connections, private hosted zones/);
        assert.match(message, /not authorized to perform: ec2:DescribeInternetGateways/);
        for (const permission of denied) assert.ok(hint!.includes(permission), permission);
        assert.equal(logged.filter((line) => line.includes("[vpc.not-looked-up]")).length, 1);
    });

    it("a private hosted zone with an endpoint's names is a problem, one for a gateway's names a warning", async () => {
        const zone = (id: string, name: string, of = vpcId) =>
            made(attachmentTypes.zone, id, { name, vpcs: [{ vpcId: "vpc-9" }, { vpcId: of }] });
        const sqs = zone("ZSQS", "sqs.us-east-1.amazonaws.com");
        const args = { services: ["s3", "sqs"] };
        const error = await failure(runIn({ others: [one, sqs] }, args));
        assert.deepEqual(codesOf(error.problems), ["if.private-dns-conflict endpoints.sqs.privateDns"]);
        assert.match(error.message, /ZSQS of the same name, sqs\.us-east-1\.amazonaws\.com/);
        const off = await runIn({ others: [one, sqs] }, { ...args, endpoints: { sqs: { privateDns: false } } });
        assert.deepEqual(off.plan.warnings, []);
        const others = [one, zone("Z3", "us-east-1.amazonaws.com"), zone("Z4", "sqs.us-east-1.amazonaws.com", "vpc-2")];
        const { plan, logged } = await runIn({ others }, args);
        assert.deepEqual(codesOf(plan.warnings), ["vpc.zone-answers endpoints.s3"]);
        assert.ok(logged.some((line) => line.includes("Z3, us-east-1.amazonaws.com, answers for the names of s3")));
    });

    it("S3's gateway endpoint that the stack did not create is kept, and an interface is added for clients outside only [s3.inbound-only-default]", async () => {
        const args = {
            services: ["s3"],
            existing: { s3: gatewayId },
            endpoints: { s3: { reachableFrom: ["10.200.0.0/16"], allowedCidrBlocks: ["10.201.0.0/16"] } },
        };
        const { run, plan } = await runIn({ others: [one, s3(gatewayId)] }, args);
        assert.deepEqual(Object.keys(endpointsOf(run)), ["app-s3-interface"]);
        assert.deepEqual(endpointsOf(run)["app-s3-interface"]?.inputs.dnsOptions, {
            privateDnsOnlyForInboundResolverEndpoint: true,
        });
        assert.deepEqual(Object.keys(ofType(run, types.egress)).sort(), [
            "app-client-s3-existing-443",
            "app-client-s3-interface-443",
        ]);
        assert.equal(ofType(run, types.egress)["app-client-s3-existing-443"]?.inputs.prefixListId, "pl-s3");
        assert.equal(run.outputs.gatewayEndpointIds.s3, gatewayId);
        assert.deepEqual(plan.warnings, []);
        const face = s3(gatewayId, { vpcEndpointType: "Interface", privateDnsEnabled: false });
        const error = await failure(runIn({ others: [one, face] }, args));
        assert.deepEqual(codesOf(error.problems), ["existing.not-a-gateway existing.s3"]);
        const kind = { ...args, endpoints: { s3: { ...args.endpoints.s3, kind: EndpointKind.Interface } } };
        const both = await failure(runIn({ others: [one, s3(gatewayId)] }, kind));
        assert.deepEqual(codesOf(both.problems), ["existing.with-options endpoints.s3"]);
    });

    it("a service may have several existing endpoints, and all are reached", async () => {
        const second = s3(otherId, { vpcEndpointType: "Interface", privateDnsEnabled: false });
        const others = [one, s3(gatewayId), second];
        const { run, plan } = await runIn({ others }, { services: ["s3"], existing: { s3: [gatewayId, otherId] } });
        assert.deepEqual(Object.keys(endpointsOf(run)), []);
        assert.deepEqual(Object.keys(ofType(run, types.egress)).sort(), [
            "app-client-existing-443",
            "app-client-s3-existing-443",
        ]);
        assert.deepEqual(run.outputs, { gatewayEndpointIds: { s3: gatewayId }, interfaceEndpointIds: { s3: otherId } });
        assert.deepEqual(plan.leftOut.map(({ reason }) => reason.endpointId), [gatewayId, otherId]);
        const wrong = { services: ["s3", "sqs"], existing: { s3: [gatewayId, "vpce-1"], sqs: [] } };
        assert.deepEqual(codesOf((await failure(runIn({ others }, wrong))).problems), [
            "endpoints.invalid-id existing.s3[1]",
            "list.empty existing.sqs",
            "aws.no-answer existing.s3[1]",
        ]);
    });

    it("an interface endpoint of one's own choice in a VPC with a gateway endpoint is warned about, for its cost", async () => {
        const args = { services: ["s3"], endpoints: { s3: { kind: EndpointKind.Interface } } };
        const { plan } = await runIn({ others: [one, s3(gatewayId)] }, args);
        assert.deepEqual(codesOf(plan.warnings), ["vpc.gateway-unused endpoints.s3.kind"]);
        assert.match(plan.warnings[0]!.message, /also costs USD 0\.01 a gigabyte/);
        const own = s3(gatewayId, { tags: { "private-vpc:owner": "private-vpc/dev" } });
        assert.deepEqual((await runIn({ others: [one, own] }, args)).plan.warnings, []);
        assert.deepEqual((await runIn({ others: [one] }, args)).plan.warnings, []);
    });
});
