import { App, Aws, Stack } from "aws-cdk-lib";
import * as ec2 from "aws-cdk-lib/aws-ec2";
import * as iam from "aws-cdk-lib/aws-iam";
import * as fs from "fs";
import * as path from "path";

// The stack dev of private-vpc, as its users would write it with the CDK: the same VPC, endpoints and policies; or as many such
// stacks as COUNT says, since one cannot hold their resources.
const app = new App();
const count = Number(process.env.COUNT ?? 1);
if (count === 1) declare(new Stack(app, "dev"), "10.20.0.0/16");
else for (let index = 0; index < count; index++) declare(new Stack(app, `app-${index}`), `10.${index}.0.0/16`);

function declare(stack: Stack, cidrBlock: string): void {
    const zones = ["us-east-1a", "us-east-1b"];
    const vpc = new ec2.Vpc(stack, "app", {
        ipAddresses: ec2.IpAddresses.cidr(cidrBlock),
        availabilityZones: zones,
        natGateways: 0,
        subnetConfiguration: [{ name: "isolated", subnetType: ec2.SubnetType.PRIVATE_ISOLATED, cidrMask: 19 }],
    });

    const endpoints = new ec2.SecurityGroup(stack, "endpoints", { vpc, allowAllOutbound: false });
    endpoints.addIngressRule(ec2.Peer.ipv4(vpc.vpcCidrBlock), ec2.Port.tcp(443));
    const client = new ec2.SecurityGroup(stack, "client", { vpc, allowAllOutbound: false });
    client.addEgressRule(endpoints, ec2.Port.tcp(443));

    const gateways = { s3: ec2.GatewayVpcEndpointAwsService.S3, dynamodb: ec2.GatewayVpcEndpointAwsService.DYNAMODB };
    for (const [service, name] of Object.entries(gateways)) {
        allow(vpc.addGatewayEndpoint(service, { service: name }), service);
    }

    const interfaces = {
        "ecr.api": ec2.InterfaceVpcEndpointAwsService.ECR,
        "ecr.dkr": ec2.InterfaceVpcEndpointAwsService.ECR_DOCKER,
        "logs": ec2.InterfaceVpcEndpointAwsService.CLOUDWATCH_LOGS,
        "sqs": ec2.InterfaceVpcEndpointAwsService.SQS,
        "ssm": ec2.InterfaceVpcEndpointAwsService.SSM,
        "ssmmessages": ec2.InterfaceVpcEndpointAwsService.SSM_MESSAGES,
    };
    for (const [service, name] of Object.entries(interfaces)) {
        const endpoint = vpc.addInterfaceEndpoint(service, {
            service: name,
            subnets: { availabilityZones: [zones[0]] },
            securityGroups: [endpoints],
            open: false,
        });
        allow(endpoint, service);
    }
}

function allow(endpoint: ec2.VpcEndpoint, service: string): void {
    const folder = process.env.POLICIES!;
    const own = path.join(folder, `${service}.json`);
    const text = fs.readFileSync(fs.existsSync(own) ? own : path.join(folder, "default.json"), "utf8")
        .replace(/<accountId>/g, Aws.ACCOUNT_ID)
        .replace(/<region>/g, Aws.REGION)
        .replace(/<partition>/g, Aws.PARTITION);
    for (const statement of JSON.parse(text).Statement) endpoint.addToPolicy(iam.PolicyStatement.fromJson(statement));
}
