import type { Workload as KnownWorkload } from "../../../components/plan/facts/workloads";
import { unknown } from "../../../components/plan/policies/iam/truth";
import type { RolePolicy } from "../../model/accessModel";

/** An AWS managed policy for roles of workloads. */
export interface ManagedPolicy {
    /** The actions that it allows, all on `*`. */
    actions: string[];
    /** Actions that it allows only on some resources. */
    others?: { actions: string[]; resources: string[] }[];
    /**
     * The workload of the catalogue that a role with this policy is for. The policy allows more than that needs, e.g. for
     * features that are off. `null` if the policy is for what AWS itself does with the role, outside the VPC, or for what
     * the resource that has the role names anyway.
     */
    runsAs: KnownWorkload | null;
}

const pull = ["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
const createLogs = ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"];
const traces = [
    ...["xray:PutTraceSegments", "xray:PutTelemetryRecords", "xray:GetSamplingRules", "xray:GetSamplingTargets"],
    "xray:GetSamplingStatisticSummaries",
];

/** AWS managed policies by name; their page is `managedPolicyPage(name)`. A policy that is not listed is not known. */
export const managedPolicies: { [name: string]: ManagedPolicy } = {
    AmazonEC2ContainerRegistryPullOnly: {
        actions: [...pull, "ecr:BatchImportUpstreamImage"],
        runsAs: "ecr-image-pull",
    },
    AmazonEC2ContainerRegistryReadOnly: {
        actions: [
            ...[...pull, "ecr:BatchCheckLayerAvailability", "ecr:GetRepositoryPolicy", "ecr:DescribeRepositories"],
            ...["ecr:ListImages", "ecr:DescribeImages", "ecr:GetLifecyclePolicy", "ecr:GetLifecyclePolicyPreview"],
            ...["ecr:ListTagsForResource", "ecr:DescribeImageScanFindings"],
        ],
        runsAs: "ecr-image-pull",
    },
    AmazonEC2ContainerServiceforEC2Role: {
        actions: [
            ...["ec2:DescribeTags", "ecs:CreateCluster", "ecs:DeregisterContainerInstance"],
            ...["ecs:DiscoverPollEndpoint", "ecs:Poll", "ecs:RegisterContainerInstance", "ecs:StartTelemetrySession"],
            ...["ecs:UpdateContainerInstancesState", "ecs:Submit*", ...pull, "ecr:BatchCheckLayerAvailability"],
            ...["logs:CreateLogStream", "logs:PutLogEvents"],
        ],
        runsAs: "ecs-ec2",
    },
    AmazonECSTaskExecutionRolePolicy: {
        actions: [...pull, "ecr:BatchCheckLayerAvailability", "logs:CreateLogStream", "logs:PutLogEvents"],
        runsAs: null,
    },
    AmazonEKSWorkerNodePolicy: {
        actions: [
            ...["ec2:DescribeInstances", "ec2:DescribeInstanceTypes", "ec2:DescribeRouteTables"],
            ...["ec2:DescribeSecurityGroups", "ec2:DescribeSubnets", "ec2:DescribeVolumes"],
            ...["ec2:DescribeVolumesModifications", "ec2:DescribeVpcs", "eks:DescribeCluster"],
            "eks-auth:AssumeRoleForPodIdentity",
        ],
        runsAs: "eks-private-nodes",
    },
    AmazonEKS_CNI_Policy: {
        actions: [
            ...["ec2:AssignPrivateIpAddresses", "ec2:AttachNetworkInterface", "ec2:CreateNetworkInterface"],
            ...["ec2:DeleteNetworkInterface", "ec2:DescribeInstances", "ec2:DescribeTags"],
            ...["ec2:DescribeNetworkInterfaces", "ec2:DescribeInstanceTypes", "ec2:DescribeSubnets"],
            ...["ec2:DescribeSecurityGroups", "ec2:DetachNetworkInterface", "ec2:ModifyNetworkInterfaceAttribute"],
            "ec2:UnassignPrivateIpAddresses",
        ],
        others: [{ actions: ["ec2:CreateTags"], resources: ["arn:aws:ec2:*:*:network-interface/*"] }],
        runsAs: "eks-private-nodes",
    },
    AmazonSSMManagedInstanceCore: {
        actions: [
            ...["ssm:DescribeAssociation", "ssm:GetDeployablePatchSnapshotForInstance", "ssm:GetDocument"],
            ...["ssm:DescribeDocument", "ssm:GetManifest", "ssm:GetParameter", "ssm:GetParameters"],
            ...["ssm:ListAssociations", "ssm:ListInstanceAssociations", "ssm:PutInventory"],
            ...["ssm:PutComplianceItems", "ssm:PutConfigurePackageResult", "ssm:UpdateAssociationStatus"],
            ...["ssm:UpdateInstanceAssociationStatus", "ssm:UpdateInstanceInformation"],
            ...["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel"],
            ...["ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"],
            ...["ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage", "ec2messages:FailMessage"],
            ...["ec2messages:GetEndpoint", "ec2messages:GetMessages", "ec2messages:SendReply"],
        ],
        runsAs: "ssm-session-manager",
    },
    AWSLambdaBasicExecutionRole: { actions: createLogs, runsAs: null },
    AWSLambdaSQSQueueExecutionRole: {
        actions: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", ...createLogs],
        runsAs: null,
    },
    AWSLambdaVPCAccessExecutionRole: {
        actions: [
            ...[...createLogs, "ec2:CreateNetworkInterface", "ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets"],
            ...["ec2:DeleteNetworkInterface", "ec2:AssignPrivateIpAddresses", "ec2:UnassignPrivateIpAddresses"],
        ],
        runsAs: null,
    },
    AWSXRayDaemonWriteAccess: { actions: traces, runsAs: "xray-tracing" },
    CloudWatchAgentServerPolicy: {
        actions: [
            ...["cloudwatch:PutMetricData", "ec2:DescribeVolumes", "ec2:DescribeTags", ...createLogs],
            ...["logs:PutRetentionPolicy", "logs:DescribeLogStreams", "logs:DescribeLogGroups", ...traces],
        ],
        others: [{
            actions: ["ssm:GetParameter"],
            resources: ["arn:aws:ssm:*:*:parameter/AmazonCloudWatch-*"],
        }],
        runsAs: "cloudwatch-agent",
    },
};

/** The page that documents an AWS managed policy. */
export function managedPolicyPage(name: string): string {
    return `https://docs.aws.amazon.com/aws-managed-policy/latest/reference/${name}.html`;
}

/** The name of the AWS managed policy that an ARN names; `undefined` for a customer managed policy. */
export function awsPolicyName(arn: string): string | undefined {
    const [, , , , account, path = ""] = arn.split(":");
    return account === "aws" ? path.split("/").at(-1) : undefined;
}

/** A managed policy by its ARN, with its document if it is an AWS managed policy that is listed here. */
export function managedPolicyNamed(arn: string): RolePolicy {
    const name = awsPolicyName(arn);
    const listed = name !== undefined && Object.hasOwn(managedPolicies, name) ? managedPolicies[name] : undefined;
    if (!listed) return { name: name ?? arn, document: unknown(`the document of policy ${arn}`) };
    const { actions, others = [] } = listed;
    const statements = [{ actions, resources: ["*"] }, ...others];
    const Statement = statements.map((one) => ({ Effect: "Allow", Action: one.actions, Resource: one.resources }));
    return { name: name!, document: JSON.stringify({ Version: "2012-10-17", Statement }), isAwsManaged: true };
}
