import type { WorkloadFacts } from "./workloadFacts";

/** Workloads of containers, functions and developers, in addition to those in workloads.ts. */
export const computeWorkloads = {
    "bedrock-agentcore-runtime": {
        why: "an agent's image, code and logs, in a VPC without internet access",
        source: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/agentcore-vpc.html",
        required: ["ecr.api", "ecr.dkr", "logs", "s3"],
        optional: ["bedrock-agentcore", "bedrock-runtime"],
        ownedResources: ["ecr"],
        needs: ["subnets in the zones that AgentCore supports", "a route to the internet for the Browser tool"],
    },
    "codeconnections-client": {
        why: "the API of connections to repositories",
        source: "https://docs.aws.amazon.com/dtconsole/latest/userguide/vpc-interface-endpoints.html",
        required: ["codestar-connections.api"],
        optional: [],
    },
    "ecs-anywhere": {
        why: "the agents of external instances",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html",
        required: ["ec2messages", "ecs", "ecs-agent", "ecs-telemetry", "ssm", "ssmmessages"],
        optional: ["ecr.api", "ecr.dkr", "logs", "s3"],
        fromOutside: true,
        needs: ["DNS resolution of ecs-a-*.<region>.amazonaws.com and ecs-t-*.<region>.amazonaws.com on premises"],
    },
    "ecs-service-connect": {
        why: "management of the Envoy proxies",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        required: ["ecs-agent"],
        optional: ["ecr.api", "ecr.dkr", "logs", "s3"],
        ownedResources: ["ecr"],
    },
    "inspector-vm-scanner": {
        why: "Enhanced EC2 Scanning of private instances, whose scanner Systems Manager installs",
        source: "https://docs.aws.amazon.com/inspector/latest/user/scanning-ec2.html",
        required: ["ec2messages", "inspector2-telemetry", "s3", "ssm", "ssmmessages"],
        optional: [],
        ownedResources: ["ssm-agent"],
        needs: ["instances that Systems Manager manages in the same account"],
    },
    "lambda-managed-instances": {
        why: "logs of functions on Lambda Managed Instances, which are sent through the VPC",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/lambda-managed-instances-networking.html",
        required: ["logs"],
        optional: ["dynamodb", "s3", "xray"],
    },
    "lambda-microvm-client": {
        why: "requests to running MicroVMs",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/microvms-networking.html",
        required: ["lambda-microvm"],
        optional: ["lambda"],
    },
    "q-developer-ide": {
        why: "Amazon Q Developer in an IDE",
        source: "https://docs.aws.amazon.com/amazonq/latest/qdeveloper-ug/vpc-interface-endpoints.html",
        required: ["q"],
        optional: ["codewhisperer"],
    },
    "secrets-rotation-lambda": {
        why: "a rotation function, and the API of the database whose superuser is managed",
        source: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot_rotation.html",
        required: ["secretsmanager"],
        optional: ["kms", "logs", "rds", "redshift"],
        needs: ["security group rules that let the function reach the database"],
    },
    "synthetics-canary": {
        why: "metrics of canaries, their artifacts in S3",
        source:
            "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_VPC.html",
        required: ["monitoring", "s3"],
        optional: ["logs", "synthetics"],
    },
    "transform-custom-cli": {
        why: "the command line of AWS Transform custom",
        source: "https://docs.aws.amazon.com/transform/latest/userguide/vpc-interface-endpoints-transform-custom.html",
        required: ["s3", "transform-custom"],
        optional: [],
    },
    "transform-web-application": {
        why: "the web application of AWS Transform",
        source: "https://docs.aws.amazon.com/transform/latest/userguide/vpc-interface-endpoints.html",
        required: ["api.transform"],
        optional: ["transform", "transform-agents"],
    },
} satisfies { [workload: string]: WorkloadFacts };
