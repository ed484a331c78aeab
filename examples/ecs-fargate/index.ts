import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ecr from "@pulumi/aws/ecr";
import * as ecs from "@pulumi/aws/ecs";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { PrivateVpc } from "private-vpc";

import { executionRoleArn } from "./executionRole";

const config = new pulumi.Config();

// What a task needs before its own code runs: its image from ECR, its secret, and somewhere to log to.
const vpc = new PrivateVpc("app", {
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    workloads: ["ecs-fargate"],
    services: ["logs", "secretsmanager"],
});

const repository = new ecr.Repository("app", { imageTagMutability: "IMMUTABLE" });
const logGroup = new cloudwatch.LogGroup("app", { retentionInDays: 30 });
const secret = new secretsmanager.Secret("app-database-url");
const secretString = config.requireSecret("databaseUrl");
const secretVersion = new secretsmanager.SecretVersion("app-database-url", { secretId: secret.id, secretString });

const taskDefinition = new ecs.TaskDefinition("app", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "256",
    memory: "512",
    executionRoleArn: executionRoleArn("app-execution", { repository, logGroup, secret }),
    containerDefinitions: pulumi.jsonStringify([{
        name: "app",
        image: pulumi.interpolate`${repository.repositoryUrl}:${config.require("imageTag")}`,
        secrets: [{ name: "DATABASE_URL", valueFrom: secret.arn }],
        logConfiguration: {
            logDriver: "awslogs",
            options: {
                "awslogs-group": logGroup.name,
                "awslogs-region": vpc.plan.region,
                "awslogs-stream-prefix": "app",
            },
        },
    }]),
});
const service = new ecs.Service("app", {
    cluster: new ecs.Cluster("app").arn,
    taskDefinition: taskDefinition.arn,
    launchType: "FARGATE",
    desiredCount: 2,
    networkConfiguration: {
        subnets: vpc.subnetIds,
        securityGroups: [vpc.clientSecurityGroupId], // out to the endpoints, and nowhere else
    },
    // Without it the first tasks may start before the endpoints stand, and find no way to ECR.
}, { dependsOn: [vpc, secretVersion] });

export const repositoryUrl = repository.repositoryUrl;
export const serviceArn = service.arn;
