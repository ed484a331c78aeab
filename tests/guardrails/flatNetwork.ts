import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

/** Two private subnets of a VPC, each with its own route table, as a program without components declares them. */
export function flatNetwork(tags?: { [key: string]: string }) {
    const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.0.0.0/16", enableDnsHostnames: true, tags });
    const zones = ["a", "b"].map((letter, index) => {
        const subnet = new aws.ec2.Subnet(`private-${letter}`, {
            vpcId: vpc.id,
            cidrBlock: `10.0.${index}.0/24`,
            availabilityZone: `us-east-1${letter}`,
        });
        const table = new aws.ec2.RouteTable(`private-${letter}`, { vpcId: vpc.id });
        new aws.ec2.RouteTableAssociation(`private-${letter}`, { subnetId: subnet.id, routeTableId: table.id });
        return { subnet, table };
    });
    const logs = new aws.ec2.FlowLog("shop", {
        vpcId: vpc.id,
        trafficType: "ALL",
        logDestinationType: "s3",
        logDestination: "arn:aws:s3:::shop-flow-logs",
    });
    const endpointGroup = new aws.ec2.SecurityGroup("endpoints", {
        vpcId: vpc.id,
        ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: [vpc.cidrBlock] }],
    });
    return {
        vpc,
        subnets: zones.map(({ subnet }) => subnet),
        tables: zones.map(({ table }) => table),
        subnetIds: zones.map(({ subnet }) => subnet.id),
        tableIds: zones.map(({ table }) => table.id),
        endpointGroup,
        logs,
    };
}

/** The VPC and its parts. */
export type FlatNetwork = ReturnType<typeof flatNetwork>;

const account = "123456789012";

/** A policy that trusts one account. */
export const ownPolicy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{
        Sid: "OwnAccountOnly",
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: { StringEquals: { "aws:PrincipalAccount": account, "aws:ResourceAccount": account } },
    }],
});

/** An interface endpoint in both subnets. */
export function interfaceEndpoint(
    service: string,
    { vpc, subnetIds, endpointGroup }: FlatNetwork,
    changed: Partial<aws.ec2.VpcEndpointArgs> = {},
    name = service,
): aws.ec2.VpcEndpoint {
    return new aws.ec2.VpcEndpoint(name, {
        vpcId: vpc.id,
        serviceName: `com.amazonaws.us-east-1.${service}`,
        vpcEndpointType: "Interface",
        privateDnsEnabled: true,
        subnetIds,
        securityGroupIds: [endpointGroup.id],
        policy: ownPolicy,
        ...changed,
    });
}

const withStatement = (statement: object) =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            ...(JSON.parse(ownPolicy) as { Statement: object[] }).Statement,
            { Effect: "Allow", Principal: "*", ...statement },
        ],
    });

/** A policy that also trusts the bucket in which Amazon ECR has the layers of images. */
const withLayers = withStatement({
    Sid: "ImageLayers",
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*",
});

/** A policy that also allows the own account to call an action whose requests have no owner of a resource. */
const withToken = withStatement({
    Sid: "Token",
    Action: "ecr:GetAuthorizationToken",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalAccount": account } },
});

/** The interface endpoints that a Fargate service needs. */
export function fargateEndpoints(network: FlatNetwork): void {
    interfaceEndpoint("ecr.api", network, { policy: withToken });
    for (const service of ["ecr.dkr", "logs"]) interfaceEndpoint(service, network);
}

/** The gateway endpoint of S3 in route tables. */
export function s3Gateway({ vpc, tableIds }: FlatNetwork, tables = tableIds): aws.ec2.VpcEndpoint {
    return new aws.ec2.VpcEndpoint("s3", {
        vpcId: vpc.id,
        serviceName: "com.amazonaws.us-east-1.s3",
        vpcEndpointType: "Gateway",
        routeTableIds: tables,
        policy: withLayers,
    });
}

/** A security group of clients that may send to anything. */
export function clientGroup({ vpc }: FlatNetwork, name = "client"): aws.ec2.SecurityGroup {
    return new aws.ec2.SecurityGroup(name, {
        vpcId: vpc.id,
        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] }],
    });
}

const role = `arn:aws:iam::${account}:role/shop`;

/** A Fargate service in subnets, which pulls its image from Amazon ECR and logs to CloudWatch Logs. */
export function ecsService(
    name: string,
    subnets: pulumi.Input<string>[],
    group: aws.ec2.SecurityGroup,
    assignPublicIp = false,
): aws.ecs.Service {
    const execution = new aws.iam.Role(name, {
        assumeRolePolicy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{
                Effect: "Allow",
                Principal: { Service: "ecs-tasks.amazonaws.com" },
                Action: "sts:AssumeRole",
            }],
        }),
    });
    new aws.iam.RolePolicyAttachment(name, {
        role: execution.name,
        policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
    });
    const task = new aws.ecs.TaskDefinition(name, {
        family: name,
        executionRoleArn: execution.arn,
        containerDefinitions: JSON.stringify([{
            name,
            image: `${account}.dkr.ecr.us-east-1.amazonaws.com/shop:1`,
            logConfiguration: { logDriver: "awslogs", options: { "awslogs-region": "us-east-1" } },
        }]),
    });
    return new aws.ecs.Service(name, {
        cluster: `arn:aws:ecs:us-east-1:${account}:cluster/shop`,
        taskDefinition: task.arn,
        launchType: "FARGATE",
        networkConfiguration: { subnets, securityGroups: [group.id], assignPublicIp },
    });
}

/** A Lambda function in both subnets. */
export function lambda(name: string, { subnetIds }: FlatNetwork, group: aws.ec2.SecurityGroup): aws.lambda.Function {
    return new aws.lambda.Function(name, {
        role,
        runtime: "nodejs22.x",
        handler: "index.handler",
        vpcConfig: { subnetIds, securityGroupIds: [group.id] },
    });
}
