import type { Path } from "./stackResources";

/** Where a type of resource says in which subnets and security groups it runs, and which IAM role signs its requests. */
export interface WorkloadType {
    /** The first part of the workload's ID, e.g. `lambda` in `lambda:worker`. */
    prefix: string;
    subnets: Path;
    groups: Path;
    /** @default - not the resource itself but another one names it */
    role?: Path;
    /** Whether it is set that the workload gets a public address. @default - it gets none */
    publicAddress?: Path;
    /** The page that documents where its requests come from. */
    source: string;
}

/** The types of resources that run in subnets and send requests, by type token. Add a row for another one. */
export const workloadTypes: { [type: string]: WorkloadType } = {
    "aws:lambda/function:Function": {
        prefix: "lambda",
        subnets: ["vpcConfig", "subnetIds"],
        groups: ["vpcConfig", "securityGroupIds"],
        role: ["role"],
        source: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html",
    },
    "aws:ecs/service:Service": {
        prefix: "ecs",
        subnets: ["networkConfiguration", "subnets"],
        groups: ["networkConfiguration", "securityGroups"],
        publicAddress: ["networkConfiguration", "assignPublicIp"],
        source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
    },
    "aws:ec2/instance:Instance": {
        prefix: "ec2",
        subnets: ["subnetId"],
        groups: ["vpcSecurityGroupIds"],
        publicAddress: ["associatePublicIpAddress"],
        source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
    },
    "aws:eks/cluster:Cluster": {
        prefix: "eks",
        subnets: ["vpcConfig", "subnetIds"],
        groups: ["vpcConfig", "securityGroupIds"],
        role: ["roleArn"],
        source: "https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html",
    },
};
