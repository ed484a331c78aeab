import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

import { PrivateVpc } from "../../components";
import type { GuardrailOptions } from "../../guardrails/guardrails";
import { AwsxVpc } from "./awsxNat";
import { databases } from "./databases";
import {
    clientGroup,
    ecsService,
    fargateEndpoints,
    flatNetwork,
    interfaceEndpoint,
    lambda,
    ownPolicy,
    s3Gateway,
} from "./flatNetwork";

/** A program as others write it, and what the guardrails must find in a preview of it. */
export interface GuardedProgram {
    declares(): unknown;
    options?: GuardrailOptions;
    /** The policies with their resources, e.g. `no-nat-gateway shop-1`, sorted. */
    finds: string[];
    /** What is reported as not decided, by policy, sorted. @default - nothing */
    undecided?: string[];
}

const accountId = "123456789012";
const flat: GuardrailOptions = { accountId, privateVpcs: ["shop"] };

/** A Fargate service that pulls its image in the subnets of a VPC with the endpoints for it. */
function fargate(changed: { s3Tables?: number } = {}): void {
    const network = flatNetwork();
    fargateEndpoints(network);
    s3Gateway(network, network.tableIds.slice(0, changed.s3Tables));
    ecsService("web", network.subnetIds, clientGroup(network));
}

export const programs: { [name: string]: GuardedProgram } = {
    "awsx with NAT gateways": {
        declares: () => new AwsxVpc("shop"),
        options: { accountId },
        finds: ["flow-logs shop"],
    },
    "awsx with NAT gateways in a VPC that must be private": {
        declares: () => new AwsxVpc("shop"),
        options: flat,
        finds: [
            "flow-logs shop",
            "no-default-route shop-private-1",
            "no-default-route shop-private-2",
            "no-default-route shop-public-1",
            "no-default-route shop-public-2",
            "no-internet-gateway shop",
            "no-nat-gateway shop-1",
            "no-nat-gateway shop-2",
            // It assigns public addresses, and has a route to the internet gateway.
            "no-public-subnet shop-public-1",
            "no-public-subnet shop-public-1",
            "no-public-subnet shop-public-2",
            "no-public-subnet shop-public-2",
        ],
    },
    "flat resources": {
        declares: () => fargate(),
        options: flat,
        finds: [],
    },
    "endpoints without policy": {
        declares: () => {
            const network = flatNetwork();
            interfaceEndpoint("sqs", network, { policy: undefined });
            interfaceEndpoint("logs", network);
        },
        options: flat,
        finds: ["endpoint-policy sqs"],
    },
    "a missing route table": {
        declares: () => fargate({ s3Tables: 1 }),
        options: flat,
        finds: ["gateway-route-tables s3", "workload-reachability web"],
    },
    "two ECS services, one of them broken": {
        declares: () => {
            const network = flatNetwork();
            fargateEndpoints(network);
            s3Gateway(network);
            ecsService("web", network.subnetIds, clientGroup(network));
            // Its security group has no rules.
            ecsService("worker", network.subnetIds, new aws.ec2.SecurityGroup("worker", { vpcId: network.vpc.id }));
        },
        options: flat,
        // Amazon ECR for the manifest and the token, S3 for the layers, CloudWatch Logs.
        finds: Array<string>(4).fill("workload-reachability worker"),
    },
    "an endpoint policy that denies the token of the registry": {
        declares: () => {
            const network = flatNetwork();
            // A request for a token has no owner of a resource.
            for (const service of ["ecr.api", "ecr.dkr", "logs"]) interfaceEndpoint(service, network);
            s3Gateway(network);
            ecsService("web", network.subnetIds, clientGroup(network));
        },
        options: flat,
        finds: ["workload-reachability web"],
    },
    "a shared and a default security group": {
        declares: () => {
            const network = flatNetwork();
            const shared = new aws.ec2.SecurityGroup("shared", {
                vpcId: network.vpc.id,
                ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
                egress: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }],
            });
            interfaceEndpoint("sqs", network, { securityGroupIds: [shared.id] });
            interfaceEndpoint("sns", network, { securityGroupIds: undefined });
            lambda("worker", network, shared);
        },
        options: { ...flat, needs: { "lambda:*": ["sqs"] } },
        finds: ["endpoint-security-group sns", "endpoint-security-group sqs"],
    },
    "security groups open to the world": {
        declares: () => {
            const { vpc } = flatNetwork();
            const group = (name: string, ingress?: aws.ec2.SecurityGroupArgs["ingress"]) =>
                new aws.ec2.SecurityGroup(name, { vpcId: vpc.id, ingress });
            group("ssh", [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: ["0.0.0.0/0"] }]);
            group("ipv6", [{ protocol: "tcp", fromPort: 443, toPort: 8443, ipv6CidrBlocks: ["::/0"] }]);
            group("web", [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }]);
            group("inside", [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["10.0.0.0/8"] }]);
            const rules = group("rules");
            const rule = { securityGroupId: rules.id, ipProtocol: "tcp", fromPort: 5432, toPort: 5432 };
            new aws.vpc.SecurityGroupIngressRule("half", { ...rule, cidrIpv4: "128.0.0.0/1" });
            new aws.vpc.SecurityGroupIngressRule("clients", { ...rule, cidrIpv4: "10.0.0.0/16" });
            new aws.ec2.SecurityGroupRule("old", {
                type: "ingress",
                securityGroupId: rules.id,
                protocol: "tcp",
                fromPort: 80,
                toPort: 80,
                cidrBlocks: ["0.0.0.0/0"],
            });
        },
        options: { ...flat, allowedPorts: [443] },
        finds: [
            "no-open-security-group ipv6",
            "no-open-security-group rules",
            "no-open-security-group rules",
            "no-open-security-group ssh",
        ],
    },
    "two owners of private DNS names": {
        declares: () => {
            const network = flatNetwork();
            interfaceEndpoint("sqs", network);
            interfaceEndpoint("sqs", network, {}, "sqs-again");
            interfaceEndpoint("sqs", network, { privateDnsEnabled: false }, "sqs-by-address");
            interfaceEndpoint("kms", network);
            new aws.route53.Zone("kms", {
                name: "kms.us-east-1.amazonaws.com",
                vpcs: [{ vpcId: network.vpc.id }],
            });
            new aws.route53.Zone("shop", { name: "shop.internal", vpcs: [{ vpcId: network.vpc.id }] });
        },
        options: flat,
        finds: ["private-dns-owner kms", "private-dns-owner sqs-again"],
    },
    "policies that are wrong or allow too much": {
        declares: () => {
            const network = flatNetwork();
            const statement = { Sid: "All", Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
            const policy = (changed: object) =>
                JSON.stringify({ Version: "2012-10-17", Statement: [{ ...statement, ...changed }] });
            interfaceEndpoint("sqs", network, { policy: policy({ Action: "sqs:*" }) });
            interfaceEndpoint("sns", network, { policy: ownPolicy.replaceAll(accountId, "111122223333") });
            interfaceEndpoint("kms", network, { policy: policy({ Effect: "Alow" }) });
            interfaceEndpoint("logs", network);
        },
        options: flat,
        finds: [
            "endpoint-policy-proven sns",
            "endpoint-policy-proven sqs",
            "endpoint-policy-valid kms",
        ],
    },
    "a partner's account that is trusted": {
        declares: () =>
            interfaceEndpoint("sns", flatNetwork(), { policy: ownPolicy.replaceAll(accountId, "111122223333") }),
        options: { ...flat, perimeter: { accountIds: ["111122223333"] } },
        finds: [],
    },
    "public addresses, IPv6 and a transit gateway": {
        declares: () => {
            const { vpc, subnetIds, tableIds } = flatNetwork({ network: "private" });
            const egress = new aws.ec2.EgressOnlyInternetGateway("egress", { vpcId: vpc.id });
            const route = {
                routeTableId: tableIds[0]!,
                destinationIpv6CidrBlock: "::/0",
                egressOnlyGatewayId: egress.id,
            };
            new aws.ec2.Route("ipv6", route);
            const transitGatewayId = "tgw-0123456789abcdef0";
            const routeTableId = tableIds[1]!;
            new aws.ec2.Route("all", { routeTableId, destinationCidrBlock: "0.0.0.0/0", transitGatewayId });
            new aws.ec2.Route("offices", { routeTableId, destinationCidrBlock: "10.0.0.0/8", transitGatewayId });
            const instance = { ami: "ami-0123456789abcdef0", instanceType: "t4g.nano", subnetId: subnetIds[0]! };
            new aws.ec2.Instance("bastion", { ...instance, associatePublicIpAddress: true });
            const inside = new aws.ec2.Instance("inside", instance);
            new aws.ec2.Eip("address", { instance: inside.id });
            new aws.lb.LoadBalancer("public", { subnets: subnetIds });
            new aws.lb.LoadBalancer("internal", { subnets: subnetIds, internal: true });
        },
        options: { accountId, privateVpcTags: { network: "private" } },
        finds: [
            "no-default-route private-a",
            "no-default-route private-b",
            "no-internet-gateway egress",
            "no-public-address address",
            "no-public-address bastion",
            "no-public-address public",
        ],
    },
    "databases and brokers with public addresses": {
        declares: () => databases(flatNetwork().subnetIds, true),
        options: flat,
        finds: [
            "no-public-address aurora",
            "no-public-address broker",
            "no-public-address kafka",
            "no-public-address orders",
            "no-public-address server",
            "no-public-address warehouse",
            "no-public-address workers",
        ],
    },
    "private databases and brokers": {
        declares: () => databases(flatNetwork().subnetIds, false),
        options: flat,
        finds: [],
        undecided: [],
    },
    "endpoints over the budget": {
        declares: () => {
            const network = flatNetwork();
            for (const service of ["sqs", "sns", "kms"]) interfaceEndpoint(service, network);
        },
        options: { ...flat, maxMonthlyUsd: 40 },
        finds: ["endpoint-budget"],
    },
    "a removed endpoint that a function needs": {
        declares: () => {
            const network = flatNetwork();
            interfaceEndpoint("logs", network);
            lambda("worker", network, clientGroup(network));
        },
        options: { ...flat, needs: { "lambda:worker": ["logs", "secretsmanager"] } },
        finds: ["needed-endpoint worker"],
    },
    "IDs that may be one or another resource's": {
        declares: () => {
            const network = flatNetwork();
            const other = new aws.ec2.Vpc("other", { cidrBlock: "10.1.0.0/16" });
            new aws.ec2.FlowLog("other", {
                vpcId: other.id,
                trafficType: "ALL",
                logDestination: "arn:aws:s3:::shop-flow-logs",
            });
            const vpcId = pulumi.all([network.vpc.id, other.id]).apply(([id, second]) => (id < second ? id : second));
            new aws.ec2.InternetGateway("gateway", { vpcId });
        },
        options: flat,
        finds: [],
        undecided: ["no-internet-gateway: vpcId of gateway, which may be shop or other"],
    },
    "a NAT gateway that someone adds to a PrivateVpc": {
        declares: () => {
            const { vpcId, subnetIds, routeTableIds } = new PrivateVpc("app", {
                cidrBlock: "10.0.0.0/16",
                availabilityZones: ["us-east-1a"],
                services: ["sqs", "s3"],
                flowLogs: { destination: "cloud-watch-logs" },
            });
            new aws.ec2.InternetGateway("internet", { vpcId });
            const nat = new aws.ec2.NatGateway("nat", {
                subnetId: subnetIds.apply((ids) => ids[0]!),
                connectivityType: "private",
            });
            const routeTableId = routeTableIds.apply((ids) => ids[0]!);
            new aws.ec2.Route("nat", { routeTableId, destinationCidrBlock: "0.0.0.0/0", natGatewayId: nat.id });
        },
        options: { accountId },
        finds: ["no-default-route app-us-east-1a", "no-internet-gateway internet", "no-nat-gateway nat"],
    },
};
