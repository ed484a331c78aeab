import type { EmulatedAws } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";
import { PreparedVpc } from "./preparedVpc";

/** A VPC to adopt, and what must come of it. */
export interface Prepared {
    vpc: PreparedVpc;
    /** The adopted endpoints, by their names below the component's. */
    adopted: { [name: string]: string };
    /** The endpoints that are not adopted. */
    kept: string[];
    component: "PrivateVpc" | "VpcEndpoints";
}

const partner = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

/** Twelve VPCs with endpoints of all origins, by what they show. Each one takes a label and a number for its CIDR block. */
export const preparedVpcs: { [title: string]: (aws: EmulatedAws, label: string, second: number) => Prepared } = {
    "created by hand: a gateway and an interface": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const [a, b] = [vpc.subnet("a", 1), vpc.subnet("b", 2)];
        const table = vpc.table("private", a, b);
        const group = vpc.group("endpoints");
        const adopted = {
            "s3-gateway": vpc.gateway("s3", [table]),
            "sqs-interface": vpc.interface("sqs", [a, b], [group]),
        };
        return { vpc, adopted, kept: [], component: "VpcEndpoints" };
    },
    "created by CloudFormation": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const a = vpc.subnet("a", 1);
        const tags = { team: "network" };
        const adopted = {
            "dynamodb-gateway": vpc.gateway("dynamodb", [vpc.table("private", a)], { tags }),
            "logs-interface": vpc.interface("logs", [a], [vpc.group("endpoints")], { tags }),
        };
        vpc.internetGateway();
        vpc.byCloudFormation(...Object.values(adopted));
        return { vpc, adopted, kept: [], component: "VpcEndpoints" };
    },
    "created by terraform-aws-modules, one with a policy of its own": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const [a, b] = [vpc.subnet("a", 1), vpc.subnet("b", 2)];
        const tables = [vpc.table("private-a", a), vpc.table("private-b", b)];
        vpc.internetGateway();
        const group = vpc.group("endpoints");
        const tags = { Terraform: "true", Environment: "dev" };
        const policy = JSON.stringify({
            Version: "2012-10-17",
            Statement: [{
                Effect: "Allow",
                Principal: "*",
                Action: "ecr:*",
                Resource: "*",
                Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
            }],
        });
        const adopted = {
            "ecr.api-interface": vpc.interface("ecr.api", [a, b], [group], {
                policy,
                tags: { ...tags, Name: "ecr-api" },
            }),
            "ecr.dkr-interface": vpc.interface("ecr.dkr", [a, b], [group], { tags: { ...tags, Name: "ecr-dkr" } }),
            "s3-gateway": vpc.gateway("s3", tables, { tags: { ...tags, Name: "s3" } }),
        };
        return { vpc, adopted, kept: [], component: "VpcEndpoints" };
    },
    "created by awsx: gateways, next to an internet gateway": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second, { tags: { Name: "awsx" } });
        const [a, b] = [vpc.subnet("a", 1), vpc.subnet("b", 2)];
        const tables = [vpc.table("private-1", a), vpc.table("private-2", b)];
        vpc.internetGateway();
        const adopted = {
            "dynamodb-gateway": vpc.gateway("dynamodb", tables, { tags: { Name: "awsx-dynamodb" } }),
            "s3-gateway": vpc.gateway("s3", tables, { tags: { Name: "awsx-s3" } }),
        };
        return { vpc, adopted, kept: [], component: "VpcEndpoints" };
    },
    "both kinds of endpoint of S3, for clients outside the VPC": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const a = vpc.subnet("a", 1);
        vpc.internetGateway();
        const group = vpc.group("endpoints", ["10.200.0.0/16", vpc.vpc.attributes.cidrBlock as string]);
        const gateway = vpc.gateway("s3", [vpc.table("private", a)]);
        const dnsOptions = { privateDnsOnlyForInboundResolverEndpoint: true };
        const adopted = { "s3-gateway": gateway, "s3-interface": vpc.interface("s3", [a], [group], { dnsOptions }) };
        return { vpc, adopted, kept: [], component: "VpcEndpoints" };
    },
    "several endpoints of one service": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const a = vpc.subnet("a", 1);
        const group = vpc.group("endpoints");
        vpc.table("private", a);
        const others = [
            vpc.interface("sqs", [a], [group]),
            vpc.interface("sqs", [a], [group], { name: "sqs-second", privateDnsEnabled: false }),
        ];
        const adopted = { "sns-interface": vpc.interface("sns", [a], [group]) };
        return { vpc, adopted, kept: others, component: "VpcEndpoints" };
    },
    "endpoints in several subnets of a zone, gateways in different route tables": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const [a, other] = [vpc.subnet("a", 1), vpc.subnet("a", 2)];
        const tables = [vpc.table("private", a), vpc.table("data", other)];
        const group = vpc.group("endpoints");
        const adopted = {
            "kms-interface": vpc.interface("kms", [a], [group]),
            "sqs-interface": vpc.interface("sqs", [a], [group]),
            "dynamodb-gateway": vpc.gateway("dynamodb", tables),
            "s3express-gateway": vpc.gateway("s3express", tables),
        };
        const kept = [vpc.interface("sns", [other], [group]), vpc.gateway("s3", [tables[0]!])];
        return { vpc, adopted, kept, component: "VpcEndpoints" };
    },
    "an interface endpoint of S3 alone, and one without private DNS": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const [a, b] = [vpc.subnet("a", 1), vpc.subnet("b", 2)];
        vpc.table("private", a, b);
        const group = vpc.group("endpoints");
        const dnsOptions = { privateDnsOnlyForInboundResolverEndpoint: false };
        const adopted = {
            "kms-interface": vpc.interface("kms", [a, b], [group], { privateDnsEnabled: false }),
            "s3-interface": vpc.interface("s3", [a], [group], { dnsOptions }),
        };
        return { vpc, adopted, kept: [], component: "VpcEndpoints" };
    },
    "endpoints that cannot be adopted": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const a = vpc.subnet("a", 1);
        vpc.table("private", a);
        const group = vpc.group("endpoints");
        const kept = [
            vpc.interface("monitoring", [a], [group], { requesterManaged: true }),
            vpc.interface("kms", [a], [group], { tags: { "private-vpc:owner": "other/prod" } }),
            vpc.interface("sns", [a], [group]),
        ];
        vpc.aws.state.made.find(({ id }) => id === kept[2])!.attributes.state = "pendingAcceptance";
        const adopted = { "sqs-interface": vpc.interface("sqs", [a], [group]) };
        return { vpc, adopted, kept, component: "VpcEndpoints" };
    },
    "a partner's endpoint service, in one of two zones": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second);
        const [a, b] = [vpc.subnet("a", 1), vpc.subnet("b", 2)];
        vpc.table("private", a, b);
        const group = vpc.group("endpoints");
        const database = vpc.group("database", undefined, 5432);
        const adopted = {
            "sqs-interface": vpc.interface("sqs", [a, b], [group]),
            "orders-interface": vpc.interface(partner, [a], [database], {
                privateDnsEnabled: false,
                tags: { Name: "orders" },
            }),
        };
        return { vpc, adopted, kept: [], component: "VpcEndpoints" };
    },
    "a whole VPC without a way out": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second, { tags: { Name: "isolated", team: "data" } });
        const team = { tags: { team: "data" } };
        const [a, b] = [vpc.subnet("a", 10, team), vpc.subnet("b", 20, team)];
        const tables = [a, b].map((subnet, index) => vpc.table(`isolated-${index}`, subnet));
        vpc.create(types.defaultGroup, "default", { vpcId: vpc.id, ingress: [], egress: [] });
        const adopted = {
            "s3-gateway": vpc.gateway("s3", tables, team),
            "sqs-interface": vpc.interface("sqs", [a, b], [vpc.group("endpoints")], team),
        };
        return { vpc, adopted, kept: [], component: "PrivateVpc" };
    },
    "a whole VPC of the CDK, with DNS host names off and a subnet that maps public addresses": (aws, label, second) => {
        const vpc = new PreparedVpc(aws, label, second, { enableDnsHostnames: false });
        const mapping = { mapPublicIpOnLaunch: true };
        const [a, b] = [vpc.subnet("a", 1, mapping), vpc.subnet("b", 2)];
        const tables = [a, b].map((subnet, index) => vpc.table(`isolated-${index}`, subnet));
        const ingress = [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }];
        const { id } = vpc.create(types.defaultGroup, "default", { vpcId: vpc.id, ingress, egress: [] });
        const rule = { securityGroupId: id, referencedSecurityGroupId: id, ipProtocol: "-1" };
        vpc.create(types.ingress, "default", rule);
        const adopted = { "s3-gateway": vpc.gateway("s3", tables) };
        vpc.byCloudFormation(vpc.id, a, b, ...tables, ...Object.values(adopted));
        return { vpc, adopted, kept: [], component: "PrivateVpc" };
    },
};
