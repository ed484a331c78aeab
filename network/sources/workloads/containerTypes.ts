import { resourceTypes as types } from "../resourceTypes";
import { calls, onlyIf, runsAs, whatRoleAllows } from "./needSources";
import { runsTasks } from "./taskNeeds";
import type { WorkloadType } from "./workloadType";

const ecsNetwork = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html";
const clusterGroup = "its cluster security group, which Amazon EKS creates";

/** Types of resources that run containers. */
export const containerTypes: { [type: string]: WorkloadType } = {
    "aws:ecs/service:Service": {
        prefix: "ecs",
        subnets: [["networkConfiguration", "subnets"]],
        groups: [["networkConfiguration", "securityGroups"]],
        role: [{ through: ["taskDefinition"], types: types.taskDefinition, at: ["taskRoleArn"] }],
        publicAddress: ["networkConfiguration", "assignPublicIp"],
        needs: [
            runsTasks({
                taskDefinition: ["taskDefinition"],
                launchType: ["launchType"],
                capacityProviderStrategies: ["capacityProviderStrategies"],
                enableExecuteCommand: ["enableExecuteCommand"],
            }),
            onlyIf(
                ["serviceConnectConfiguration", "enabled"],
                [true],
                calls(
                    "ecs-agent",
                    "manages the proxies of Service Connect",
                    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
                ),
            ),
        ],
        source: ecsNetwork,
    },
    "aws:cloudwatch/eventTarget:EventTarget": {
        prefix: "ecs-event",
        subnets: [["ecsTarget", "networkConfiguration", "subnets"]],
        groups: [["ecsTarget", "networkConfiguration", "securityGroups"]],
        role: [{ through: ["ecsTarget", "taskDefinitionArn"], types: types.taskDefinition, at: ["taskRoleArn"] }],
        publicAddress: ["ecsTarget", "networkConfiguration", "assignPublicIp"],
        needs: [
            runsTasks({
                taskDefinition: ["ecsTarget", "taskDefinitionArn"],
                launchType: ["ecsTarget", "launchType"],
                capacityProviderStrategies: ["ecsTarget", "capacityProviderStrategies"],
                enableExecuteCommand: ["ecsTarget", "enableExecuteCommand"],
            }),
        ],
        source: ecsNetwork,
    },
    "aws:scheduler/schedule:Schedule": {
        prefix: "ecs-schedule",
        subnets: [["target", "ecsParameters", "networkConfiguration", "subnets"]],
        groups: [["target", "ecsParameters", "networkConfiguration", "securityGroups"]],
        role: [{
            through: ["target", "ecsParameters", "taskDefinitionArn"],
            types: types.taskDefinition,
            at: ["taskRoleArn"],
        }],
        publicAddress: ["target", "ecsParameters", "networkConfiguration", "assignPublicIp"],
        needs: [
            runsTasks({
                taskDefinition: ["target", "ecsParameters", "taskDefinitionArn"],
                launchType: ["target", "ecsParameters", "launchType"],
                capacityProviderStrategies: ["target", "ecsParameters", "capacityProviderStrategies"],
                enableExecuteCommand: ["target", "ecsParameters", "enableExecuteCommand"],
            }),
        ],
        source: ecsNetwork,
    },
    // The network interfaces of the control plane connect to nodes, and call no services.
    "aws:eks/cluster:Cluster": {
        prefix: "eks",
        subnets: [["vpcConfig", "subnetIds"]],
        groups: [["vpcConfig", "securityGroupIds"]],
        addedGroup: [["vpcConfig", "clusterSecurityGroupId"]],
        otherGroups: clusterGroup,
        role: [["roleArn"]],
        needs: [],
        source: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    },
    "aws:eks/nodeGroup:NodeGroup": {
        prefix: "eks-nodes",
        subnets: [["subnetIds"]],
        groups: [
            { through: ["launchTemplate", "id"], types: types.launchTemplate, at: ["vpcSecurityGroupIds"] },
            { through: ["clusterName"], types: types.eksCluster, at: ["vpcConfig", "clusterSecurityGroupId"] },
        ],
        otherGroups: clusterGroup,
        role: [["nodeRoleArn"]],
        needs: [runsAs("eks-private-nodes"), whatRoleAllows([["nodeRoleArn"]])],
        source: "https://docs.aws.amazon.com/eks/latest/userguide/private-clusters.html",
    },
    "aws:eks/fargateProfile:FargateProfile": {
        prefix: "eks-fargate",
        subnets: [["subnetIds"]],
        groups: [{ through: ["clusterName"], types: types.eksCluster, at: ["vpcConfig", "clusterSecurityGroupId"] }],
        otherGroups: clusterGroup,
        role: [["podExecutionRoleArn"]],
        needs: [runsAs("eks-fargate")],
        source: "https://docs.aws.amazon.com/eks/latest/userguide/fargate.html",
    },
    "aws:batch/computeEnvironment:ComputeEnvironment": {
        prefix: "batch",
        subnets: [["computeResources", "subnets"]],
        groups: [["computeResources", "securityGroupIds"]],
        role: [["computeResources", "instanceRole"]],
        needs: [
            onlyIf(["computeResources", "type"], ["FARGATE", "FARGATE_SPOT"], runsAs("batch-fargate")),
            onlyIf(["computeResources", "type"], ["EC2", "SPOT"], runsAs("batch-ec2")),
            whatRoleAllows([["computeResources", "instanceRole"]]),
        ],
        source: "https://docs.aws.amazon.com/batch/latest/userguide/compute_environment_parameters.html",
    },
    "aws:apprunner/vpcConnector:VpcConnector": {
        prefix: "apprunner",
        subnets: [["subnets"]],
        groups: [["securityGroups"]],
        source: "https://docs.aws.amazon.com/apprunner/latest/dg/network-vpc.html",
    },
};
