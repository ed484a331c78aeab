import { resourceTypes as types } from "../resourceTypes";
import type { Path } from "../resourceValues";
import { runsAs, whatRoleAllows } from "./needSources";
import type { Place } from "./places";
import type { AwsCalls } from "./roleNeeds";
import type { WorkloadType } from "./workloadType";

const page = "https://docs.aws.amazon.com";

/** What AWS Lambda itself calls with a function's role: logs, traces, network interfaces, and the polling of event sources. */
export const calledByLambda: AwsCalls = [
    { actions: /^logs:(Create|Put)Log/, source: `${page}/lambda/latest/dg/configuration-vpc-endpoints.html` },
    { actions: /^xray:/, source: `${page}/lambda/latest/dg/services-xray.html` },
    {
        actions:
            /^ec2:(\w*NetworkInterfaces?|\w*PrivateIpAddresses|DescribeSubnets|DescribeVpcs|DescribeSecurityGroups)$/,
        source: `${page}/lambda/latest/dg/configuration-vpc.html`,
    },
    {
        actions:
            /^(sqs:(ReceiveMessage|DeleteMessage|GetQueueAttributes|ChangeMessageVisibility)|dynamodb:(GetRecords|GetShardIterator|DescribeStream|ListStreams)|kinesis:(DescribeStream\w*|GetRecords|GetShardIterator|List(Shards|Streams)|SubscribeToShard)|kafka(-cluster)?:\w+)$/,
        source: `${page}/lambda/latest/dg/invocation-eventsourcemapping.html`,
    },
];

const calledByCodeBuild: AwsCalls = [{
    actions: /^ec2:/,
    source: `${page}/codebuild/latest/userguide/auth-and-access-control-iam-identity-based-access-control.html`,
}];

const templates: Path[] = [
    ["launchTemplate", "id"],
    ["launchTemplate", "name"],
    ["mixedInstancesPolicy", "launchTemplate", "launchTemplateSpecification", "launchTemplateId"],
];

/** A property of the launch template of an Auto Scaling group. */
const inTemplate = (...at: Path): Place[] => templates.map((through) => ({ through, types: types.launchTemplate, at }));

const groupProfile = [
    ...inTemplate("iamInstanceProfile", "arn"),
    ...inTemplate("iamInstanceProfile", "name"),
];

/** Types of resources that run functions, instances and builds. */
export const computeTypes: { [type: string]: WorkloadType } = {
    "aws:lambda/function:Function": {
        prefix: "lambda",
        subnets: [["vpcConfig", "subnetIds"]],
        groups: [["vpcConfig", "securityGroupIds"]],
        role: [["role"]],
        needs: [whatRoleAllows([["role"]], calledByLambda)],
        source: `${page}/lambda/latest/dg/configuration-vpc.html`,
    },
    "aws:ec2/instance:Instance": {
        prefix: "ec2",
        subnets: [["subnetId"]],
        groups: [["vpcSecurityGroupIds"]],
        role: [["iamInstanceProfile"]],
        publicAddress: ["associatePublicIpAddress"],
        needs: [whatRoleAllows([["iamInstanceProfile"]])],
        source: `${page}/AWSEC2/latest/UserGuide/using-instance-addressing.html`,
    },
    "aws:autoscaling/group:Group": {
        prefix: "asg",
        subnets: [["vpcZoneIdentifiers"]],
        groups: [
            ...inTemplate("vpcSecurityGroupIds"),
            ...inTemplate("networkInterfaces", 0, "securityGroups"),
        ],
        role: groupProfile,
        needs: [whatRoleAllows(groupProfile)],
        source: `${page}/autoscaling/ec2/userguide/asg-in-vpc.html`,
    },
    "aws:codebuild/project:Project": {
        prefix: "codebuild",
        subnets: [["vpcConfig", "subnets"]],
        groups: [["vpcConfig", "securityGroupIds"]],
        role: [["serviceRole"]],
        needs: [runsAs("codebuild-in-vpc"), whatRoleAllows([["serviceRole"]], calledByCodeBuild)],
        source: `${page}/codebuild/latest/userguide/vpc-support.html`,
    },
    "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration": {
        prefix: "imagebuilder",
        subnets: [["subnetId"]],
        groups: [["securityGroupIds"]],
        role: [["instanceProfileName"]],
        needs: [runsAs("image-builder"), whatRoleAllows([["instanceProfileName"]])],
        source: `${page}/imagebuilder/latest/userguide/vpc-interface-endpoints.html`,
    },
    "aws:synthetics/canary:Canary": {
        prefix: "canary",
        subnets: [["vpcConfig", "subnetIds"]],
        groups: [["vpcConfig", "securityGroupIds"]],
        role: [["executionRoleArn"]],
        needs: [runsAs("synthetics-canary"), whatRoleAllows([["executionRoleArn"]], calledByLambda)],
        source: `${page}/AmazonCloudWatch/latest/monitoring/CloudWatch_Synthetics_Canaries_VPC.html`,
    },
    "aws:transfer/server:Server": {
        prefix: "transfer",
        subnets: [["endpointDetails", "subnetIds"]],
        groups: [["endpointDetails", "securityGroupIds"]],
        // AWS Transfer Family reads and writes files outside the VPC.
        needs: [],
        source: `${page}/transfer/latest/userguide/create-server-in-vpc.html`,
    },
    "aws:appstream/fleet:Fleet": {
        prefix: "appstream",
        subnets: [["vpcConfig", "subnetIds"]],
        groups: [["vpcConfig", "securityGroupIds"]],
        role: [["iamRoleArn"]],
        needs: [whatRoleAllows([["iamRoleArn"]])],
        source: `${page}/appstream2/latest/developerguide/managing-network-vpce-iam-policy.html`,
    },
    "aws:workspaces/directory:Directory": {
        prefix: "workspaces",
        subnets: [["subnetIds"]],
        groups: [["workspaceCreationProperties", "customSecurityGroupId"]],
        otherGroups: "the security group that Amazon WorkSpaces creates for the directory",
        source: `${page}/workspaces/latest/adminguide/amazon-workspaces-vpc.html`,
    },
};
