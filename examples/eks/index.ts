import * as eks from "@pulumi/aws/eks";
import { PrivateVpc } from "private-vpc";

import { roleFor } from "./roleFor";

const vpc = new PrivateVpc("app", {
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    workloads: ["eks-private-nodes", "eks-pod-identity"],
});

const clusterRole = roleFor("cluster", "eks.amazonaws.com", ["AmazonEKSClusterPolicy"]);
const cluster = new eks.Cluster("app", {
    roleArn: clusterRole.arn,
    accessConfig: { authenticationMode: "API" },
    // EKS places its own network interfaces in the subnets. Kubernetes clients must be in the VPC or a connected network.
    vpcConfig: { subnetIds: vpc.subnetIds, endpointPrivateAccess: true, endpointPublicAccess: false },
}, { dependsOn: clusterRole.permissions });

const nodeRole = roleFor("nodes", "ec2.amazonaws.com", [
    "AmazonEKSWorkerNodePolicy",
    "AmazonEKS_CNI_Policy",
    "AmazonEC2ContainerRegistryPullOnly",
]);
const nodes = new eks.NodeGroup("app", {
    clusterName: cluster.name,
    nodeRoleArn: nodeRole.arn,
    subnetIds: vpc.subnetIds,
    amiType: "AL2023_x86_64_STANDARD",
    instanceTypes: ["t3.medium"],
    scalingConfig: { minSize: 2, desiredSize: 2, maxSize: 4 },
    // Nodes call EC2 and ECR while they start, and do not join without the endpoints.
}, { dependsOn: [vpc, ...nodeRole.permissions] });

// Its images come from a registry of AWS's, which the policies of the ECR and S3 endpoints allow.
new eks.Addon("pod-identity", { clusterName: cluster.name, addonName: "eks-pod-identity-agent" }, { dependsOn: nodes });

export const clusterName = cluster.name;
