import { computeWorkloads } from "./computeWorkloads";
import { dataWorkloads } from "./dataWorkloads";
import { hybridWorkloads } from "./hybridWorkloads";
import type { OwnedResource } from "./ownedResources";
import type { Service } from "./services";

/** The services that a kind of workload calls. */
export interface WorkloadFacts {
    /** Why it calls them, in a few words. */
    why: string;
    /** The AWS page that lists them. */
    source: string;
    /** Services it cannot run without. */
    required: Service[];
    /** Services it calls only for an optional feature: offered, never created. */
    optional: Service[];
    /** AWS-owned resources that it reads or writes. @default [] */
    ownedResources?: OwnedResource[];
    /** Whether its callers are outside the VPC, e.g. on premises, so that their CIDR blocks must be allowed. @default false */
    fromOutside?: boolean;
    /** What it needs in addition to endpoints, e.g. a DNS record or an option. @default [] */
    needs?: string[];
    /** Whether the page has no complete list, and part of it is inferred from how the workload runs. @default false */
    derived?: boolean;
}

/** Workloads that run in private subnets. */
export const workloads = {
    ...computeWorkloads,
    ...dataWorkloads,
    ...hybridWorkloads,
    "backup-gateway-hybrid": {
        why: "backups of virtual machines on premises",
        source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-network.html",
        required: ["backup-gateway"],
        optional: ["backup"],
        fromOutside: true,
    },
    "backup-sap-hana": {
        why: "backups of SAP HANA through Backint",
        source: "https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-network.html",
        required: ["backup-storage"],
        optional: ["backup", "ssm", "ssm-sap"],
        derived: true,
    },
    "batch-ec2": {
        why: "the container agent of its instances, image pulls, logs",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        required: ["ecs", "ecs-agent", "ecs-telemetry", "ecr.api", "ecr.dkr", "s3", "logs"],
        optional: ["batch", "secretsmanager", "ssm"],
        ownedResources: ["ecr"],
        derived: true,
    },
    "batch-fargate": {
        why: "image pulls and logs",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        required: ["ecr.api", "ecr.dkr", "s3", "logs"],
        optional: ["batch", "secretsmanager"],
        ownedResources: ["ecr"],
        derived: true,
    },
    "bedrock-agentcore": {
        why: "clients of AgentCore; bedrock-agentcore-runtime is for agents in the VPC",
        source: "https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/vpc-interface-endpoints.html",
        required: ["bedrock-agentcore"],
        optional: ["bedrock-agentcore-control", "bedrock-agentcore.gateway"],
    },
    "bedrock-agents": {
        why: "calls to agents and knowledge bases",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html",
        required: ["bedrock-agent-runtime"],
        optional: ["bedrock-agent", "bedrock-runtime", "lambda", "s3"],
    },
    "bedrock-inference": {
        why: "calls to models",
        source: "https://docs.aws.amazon.com/bedrock/latest/userguide/vpc-interface-endpoints.html",
        required: ["bedrock-runtime"],
        optional: ["bedrock", "bedrock-mantle", "kms", "logs", "s3"],
    },
    "cloudformation-signals": {
        why: "cfn-signal and cfn-hup, answers to wait conditions in S3",
        source: "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/vpc-interface-endpoints.html",
        required: ["cloudformation", "s3"],
        optional: ["ssm"],
        ownedResources: ["cloudformation"],
    },
    "cloudwatch-agent": {
        why: "metrics and logs",
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-interface-VPC.html",
        required: ["monitoring", "logs"],
        optional: ["ec2", "ssm", "xray"],
        ownedResources: ["cloudwatch-agent"],
        derived: true,
    },
    "codeartifact-client": {
        why: "package metadata, and package files from S3",
        source: "https://docs.aws.amazon.com/codeartifact/latest/ug/create-s3-gateway-endpoint.html",
        required: ["codeartifact.api", "codeartifact.repositories", "s3"],
        optional: ["sts"],
        ownedResources: ["codeartifact"],
    },
    "codebuild-in-vpc": {
        why: "control of builds, their sources, artifacts and logs",
        source: "https://docs.aws.amazon.com/codebuild/latest/userguide/use-vpc-endpoints-with-codebuild.html",
        required: ["codebuild", "s3", "logs"],
        optional: [
            "ecr.api",
            "ecr.dkr",
            "codeartifact.api",
            "codeartifact.repositories",
            "git-codecommit",
            "secretsmanager",
            "ssm",
            "kms",
            "sts",
        ],
        derived: true,
    },
    "codedeploy-ec2": {
        why: "the agent's polling, revisions from S3",
        source: "https://docs.aws.amazon.com/codedeploy/latest/userguide/vpc-endpoints.html",
        required: ["codedeploy", "codedeploy-commands-secure", "s3"],
        optional: ["logs", "ssm"],
        ownedResources: ["codedeploy"],
    },
    "cognito-api-client": {
        why: "the API of user pools",
        source: "https://docs.aws.amazon.com/cognito/latest/developerguide/vpc-interface-endpoints.html",
        required: ["cognito-idp"],
        optional: ["cognito-identity"],
    },
    "datasync-agent": {
        why: "the agent's activation and control",
        source: "https://docs.aws.amazon.com/datasync/latest/userguide/choose-service-endpoint.html",
        required: ["datasync"],
        optional: ["s3"],
    },
    "dms-private": {
        why: "from version 3.4.7, each source and target that is an AWS service",
        source: "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_VPC_Endpoints.html",
        required: [],
        optional: ["s3", "dynamodb", "kinesis-streams", "redshift", "secretsmanager", "logs", "kms"],
    },
    "dynamodb-streams-consumer": {
        why: "the table through the gateway endpoint, the stream through a separate interface endpoint",
        source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/privatelink-streams.html",
        required: ["dynamodb", "dynamodb-streams"],
        optional: ["monitoring"],
    },
    "ecr-image-pull": {
        why: "pulling images from Amazon ECR, whose layers come from S3",
        source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
        required: ["ecr.api", "ecr.dkr", "s3"],
        optional: ["logs"],
        ownedResources: ["ecr"],
    },
    "ecs-ec2": {
        why: "container agent control and telemetry, image pulls",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        required: ["ecs", "ecs-agent", "ecs-telemetry", "ecr.api", "ecr.dkr", "s3"],
        optional: ["logs", "secretsmanager", "ssmmessages"],
        ownedResources: ["ecr"],
    },
    "ecs-exec": {
        why: "a shell in a running task, through Session Manager",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        required: ["ssmmessages"],
        optional: ["kms", "logs", "s3"],
    },
    "ecs-fargate": {
        why: "image pulls; a Fargate task itself needs no ECS endpoint",
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
        required: ["ecr.api", "ecr.dkr", "s3"],
        optional: ["logs", "secretsmanager", "ssm", "kms", "ssmmessages"],
        ownedResources: ["ecr"],
    },
    "eks-irsa": {
        why: "credentials for service accounts, from the Regional STS",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html",
        required: ["sts"],
        optional: ["oidc-eks"],
    },
    "eks-pod-identity": {
        why: "credentials for pods, from the EKS Auth API",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html",
        required: ["eks-auth"],
        optional: [],
    },
    "eks-private-nodes": {
        why: "node name lookup, image pulls, IAM roles for service accounts",
        source: "https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html",
        required: ["ec2", "ecr.api", "ecr.dkr", "s3", "sts"],
        optional: [
            "eks",
            "eks-auth",
            "oidc-eks",
            "elasticloadbalancing",
            "autoscaling",
            "logs",
            "xray",
            "ssm",
            "ssmmessages",
            "ec2messages",
            "route53",
            "elasticfilesystem",
            "eks-proxy",
        ],
        ownedResources: ["ecr", "amazon-linux-2023", "eks-images"],
    },
    "elastic-beanstalk-private": {
        why: "control of environments, their health, platform files from S3",
        source: "https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/vpc.html",
        required: ["elasticbeanstalk", "elasticbeanstalk-health", "s3", "cloudformation", "sqs", "logs"],
        optional: ["ssm", "autoscaling", "elasticloadbalancing", "ec2", "monitoring"],
        ownedResources: ["elastic-beanstalk", "cloudformation"],
    },
    "emr-private-subnet": {
        why: "cluster software, logs and data in S3",
        source: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/private-subnet-iampolicy.html",
        required: ["s3"],
        optional: ["dynamodb", "elasticmapreduce", "logs", "monitoring", "kms", "sts", "glue", "emr-service-cell01"],
        ownedResources: ["emr", "amazon-linux-2", "amazon-linux-2023"],
    },
    "emr8-private-subnet": {
        why: "the channel to Amazon EMR introduced in release 8.0, and S3",
        source: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-clusters-in-a-vpc.html",
        required: ["s3", "emr-service-cell01"],
        optional: ["dynamodb", "logs", "monitoring", "kms"],
        ownedResources: ["emr", "amazon-linux-2023"],
    },
    "glue-jobs-in-vpc": {
        why: "connections that run in the VPC, with scripts and data in S3",
        source: "https://docs.aws.amazon.com/glue/latest/dg/vpc-endpoints-s3.html",
        required: ["s3"],
        optional: ["glue", "glue.sessions", "logs", "kms", "secretsmanager", "sts", "dynamodb"],
        ownedResources: ["glue-studio"],
    },
    "guardduty-runtime": {
        why: "the runtime agent's findings",
        source: "https://docs.aws.amazon.com/guardduty/latest/ug/security-vpc-endpoints.html",
        required: ["guardduty-data"],
        optional: ["ecr.api", "ecr.dkr", "s3"],
        ownedResources: ["ecr"],
        derived: true,
    },
    "image-builder": {
        why: "build instances with SSM Agent, components from S3, logs",
        source: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/vpc-interface-endpoints.html",
        required: ["imagebuilder", "ssm", "ssmmessages", "s3", "logs"],
        optional: ["ec2messages", "ec2", "kms", "ecr.api", "ecr.dkr", "sts"],
        ownedResources: ["image-builder", "ssm-agent"],
        derived: true,
    },
    "iot-devices-in-vpc": {
        why: "MQTT and HTTPS of devices",
        source: "https://docs.aws.amazon.com/iot/latest/developerguide/IoTCore-VPC.html",
        required: ["iot.data"],
        optional: ["iot.credentials", "iot.api", "iot.tunneling.data", "iot.tunneling.api"],
    },
    "kinesis-producers-consumers": {
        why: "records in and out; the client library keeps leases in DynamoDB",
        source: "https://docs.aws.amazon.com/streams/latest/dev/vpc.html",
        required: ["kinesis-streams"],
        optional: ["dynamodb", "monitoring", "sts", "kms"],
        derived: true,
    },
    "lambda-in-vpc": {
        why: "only what the function's code calls; its logs are not sent through the VPC",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html",
        required: [],
        optional: [
            "secretsmanager",
            "ssm",
            "kms",
            "sts",
            "s3",
            "dynamodb",
            "sqs",
            "sns",
            "events",
            "states",
            "lambda",
            "rds-data",
            "logs",
        ],
        derived: true,
    },
    "lambda-invoke-from-vpc": {
        why: "calls to the Lambda API",
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-endpoints.html",
        required: ["lambda"],
        optional: [],
    },
    "logs-live-tail": {
        why: "following logs as they are written",
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch-logs-and-interface-VPC.html",
        required: ["logs", "stream-logs"],
        optional: [],
    },
    "mwaa-private-routing": {
        why: "an Apache Airflow environment without internet access",
        source: "https://docs.aws.amazon.com/mwaa/latest/userguide/vpc-vpe-create-access.html",
        required: ["s3", "monitoring", "logs", "sqs", "kms", "airflow.api", "airflow.env", "airflow.ops"],
        optional: ["ecr.api", "ecr.dkr", "secretsmanager"],
    },
    "private-rest-api": {
        why: "calls to private REST APIs",
        source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html",
        required: ["execute-api"],
        optional: ["logs"],
    },
    "redshift-enhanced-routing": {
        why: "COPY and UNLOAD through the VPC",
        source: "https://docs.aws.amazon.com/redshift/latest/mgmt/enhanced-vpc-working-with-endpoints.html",
        required: ["s3"],
        optional: ["dynamodb", "glue", "lakeformation", "kms", "sts", "logs", "ec2"],
    },
    "s3-directory-buckets": {
        why: "directory buckets of S3 Express One Zone",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-az-networking.html",
        required: ["s3express"],
        optional: ["kms"],
    },
    "s3-from-on-premises": {
        why: "S3 for clients outside the VPC, through its interface endpoint; set reachableFrom",
        source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html",
        required: ["s3"],
        optional: [],
        fromOutside: true,
    },
    "sagemaker-studio-vpc-only": {
        why: "a Studio domain in VpcOnly mode, which has no internet access",
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/studio-notebooks-and-internet-access.html",
        required: ["sagemaker.api", "sagemaker.runtime", "s3"],
        optional: [
            "servicecatalog",
            "sts",
            "logs",
            "studio",
            "notebook",
            "ecr.api",
            "ecr.dkr",
            "kms",
            "codecommit",
            "git-codecommit",
            "elasticfilesystem",
        ],
        ownedResources: ["sagemaker-jumpstart"],
    },
    "ses-smtp": {
        why: "sending mail over SMTP",
        source: "https://docs.aws.amazon.com/ses/latest/dg/send-email-set-up-vpc-endpoints.html",
        required: ["email-smtp"],
        optional: ["email"],
    },
    "ssm-managed-instance": {
        why: "the agent's control and message channels, its updates from S3",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
        required: ["ssm", "ssmmessages", "s3"],
        optional: ["ec2messages", "ec2", "kms", "logs"],
        ownedResources: ["ssm-agent"],
    },
    "ssm-patching": {
        why: "patch baselines and documents, which AWS keeps in S3",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
        required: ["ssm", "ssmmessages", "s3"],
        optional: ["ec2messages", "logs", "kms"],
        ownedResources: ["ssm-patching", "amazon-linux-2", "amazon-linux-2023"],
    },
    "ssm-session-manager": {
        why: "interactive sessions",
        source: "https://docs.aws.amazon.com/systems-manager/latest/userguide/setup-create-vpc.html",
        required: ["ssm", "ssmmessages"],
        optional: ["ec2messages", "kms", "logs", "s3"],
        ownedResources: ["ssm-agent"],
    },
    "step-functions-client": {
        why: "starting executions and reading their state",
        source: "https://docs.aws.amazon.com/step-functions/latest/dg/vpc-endpoints.html",
        required: ["states"],
        optional: ["sync-states", "lambda"],
        derived: true,
    },
} satisfies { [workload: string]: WorkloadFacts };

/** The name of a known workload. */
export type Workload = keyof typeof workloads;

/** The same workloads, for lookups by any string. */
export const workloadsByName: { [workload: string]: WorkloadFacts } = workloads;
