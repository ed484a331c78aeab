import type { Service } from "./services";

/** What a named kind of workload calls. */
export interface WorkloadFacts {
    /** Why it calls them, in a few words. */
    why: string;
    /** The AWS page that names them. */
    source: string;
    /** Services it cannot run without. */
    required: Service[];
    /** Services it calls where a feature of it is used: offered, never made. */
    optional: Service[];
}

/** The workloads most run in private subnets. */
export const workloads = {
    "ecs-ec2": {
        why: "container agent control and telemetry, image pulls",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        required: ["ecs", "ecs-agent", "ecs-telemetry", "ecr.api", "ecr.dkr", "s3"],
        optional: ["logs", "secretsmanager", "ssmmessages"],
    },
    "ecs-fargate": {
        why: "image pulls; a Fargate task itself needs no ECS endpoint",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        required: ["ecr.api", "ecr.dkr", "s3"],
        optional: ["logs", "secretsmanager", "ssm", "kms", "ssmmessages"],
    },
    "eks-private-nodes": {
        why: "node name look-up, image pulls, IAM roles for service accounts",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html",
        required: ["ec2", "ecr.api", "ecr.dkr", "s3", "sts"],
        optional: ["eks", "eks-auth", "elasticloadbalancing", "autoscaling", "logs", "xray", "ssm", "ssmmessages"],
    },
    "lambda-in-vpc": {
        why: "only what the function's own code calls; its logs do not leave through the VPC",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html",
        required: [],
        optional: ["secretsmanager", "ssm", "kms", "sts", "s3", "dynamodb", "sqs", "sns", "events", "states"],
    },
    "ssm-managed-instance": {
        why: "the agent's control and message channels, its updates from S3",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
        required: ["ssm", "ssmmessages", "s3"],
        optional: ["ec2messages", "ec2", "kms", "logs"],
    },
    "ssm-session-manager": {
        why: "interactive sessions",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
        required: ["ssm", "ssmmessages"],
        optional: ["ec2messages", "kms", "logs", "s3"],
    },
} satisfies { [workload: string]: WorkloadFacts };

/** The name of a workload in the table. */
export type Workload = keyof typeof workloads;
