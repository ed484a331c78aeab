import type { WorkloadFacts } from "./workloadFacts";

/** Workloads of devices, desktops, migration and operations, in addition to those in workloads.ts. */
export const hybridWorkloads = {
    "application-discovery-agents": {
        why: "discovery data from servers and the Agentless Collector",
        source: "https://docs.aws.amazon.com/application-discovery/latest/userguide/vpc-interface-endpoints.html",
        required: ["arsenal-discovery"],
        optional: ["discovery", "ecr.api", "ecr.dkr"],
        fromOutside: true,
        needs: ["an inbound Resolver endpoint that answers the private DNS name on premises"],
    },
    "appstream-streaming": {
        why: "streaming sessions of WorkSpaces Applications",
        source:
            "https://docs.aws.amazon.com/appstream2/latest/developerguide/creating-streaming-from-interface-vpc-endpoints.html",
        required: ["appstream.streaming"],
        optional: [],
        fromOutside: true,
        needs: [
            "internet access of users for authentication and web assets",
            "a stack or an image builder that names the endpoint",
        ],
    },
    "console-private-access": {
        why: "the AWS Management Console in a network without internet access",
        source: "https://docs.aws.amazon.com/awsconsolehelpdocs/latest/gsg/required-endpoints-dns-configuration.html",
        required: ["console", "console-static", "signin"],
        optional: ["ec2", "iam", "logs", "monitoring", "s3", "sts"],
        needs: ["endpoints of the services whose consoles are used"],
    },
    "deadline-worker": {
        why: "tasks of a customer-managed fleet, and their logs",
        source: "https://docs.aws.amazon.com/deadline-cloud/latest/developerguide/vpc-interface-endpoints.html",
        required: ["deadline.scheduling", "logs"],
        optional: ["deadline.management", "s3"],
    },
    "drs-agent": {
        why: "installation and management of replication agents",
        source: "https://docs.aws.amazon.com/drs/latest/userguide/installing-agent-blocked.html",
        required: ["drs", "s3"],
        optional: ["ec2"],
        fromOutside: true,
        needs: [
            "private IP addresses in the replication settings",
            "reachableFrom of s3, for an interface endpoint that the installer can reach",
        ],
    },
    "drs-staging-area": {
        why: "replication servers in a private subnet",
        source: "https://docs.aws.amazon.com/drs/latest/userguide/installing-agent-blocked.html",
        required: ["ec2", "s3"],
        optional: ["drs"],
    },
    "greengrass-core": {
        why: "messages, credentials and component artifacts",
        source: "https://docs.aws.amazon.com/greengrass/v2/developerguide/vpc-interface-endpoints.html",
        required: ["iot.credentials", "iot.data", "s3"],
        optional: ["ecr.api", "ecr.dkr", "greengrass", "logs"],
        needs: [
            "private hosted zones for the account's own IoT data and credentials names",
            "s3EndpointType REGIONAL in us-east-1",
        ],
    },
    "mgn-agent": {
        why: "installation of replication agents",
        source: "https://docs.aws.amazon.com/mgn/latest/ug/installing-agent-blocked.html",
        required: ["mgn", "s3"],
        optional: ["ec2"],
        fromOutside: true,
        needs: [
            "private IP addresses in the replication settings",
            "reachableFrom of s3, for an interface endpoint that the installer can reach",
        ],
    },
    "network-flow-monitor-agent": {
        why: "metrics of flows",
        source: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-interface-VPC.html",
        required: ["networkflowmonitor"],
        optional: ["networkflowmonitorreports"],
    },
    "parallelcluster": {
        why: "nodes of a cluster without internet access",
        source:
            "https://docs.aws.amazon.com/parallelcluster/latest/ug/aws-parallelcluster-in-a-single-public-subnet-no-internet-v3.html",
        required: ["cloudformation", "dynamodb", "ec2", "logs", "s3"],
        optional: ["autoscaling", "elasticloadbalancing", "secretsmanager"],
        ownedResources: ["cloudformation"],
        needs: ["Slurm with DisableManagedDns and UseEc2Hostnames"],
    },
    "pcs-compute-nodes": {
        why: "the agent of AWS PCS",
        source: "https://docs.aws.amazon.com/pcs/latest/userguide/vpc-interface-endpoints.html",
        required: ["pcs"],
        optional: ["ec2", "logs", "s3", "ssm"],
    },
    "private-ca-client": {
        why: "certificates of AWS Private CA",
        source: "https://docs.aws.amazon.com/privateca/latest/userguide/vpc-endpoints.html",
        required: ["acm-pca"],
        optional: ["s3"],
    },
    "pulumi-runner": {
        why: "a deployment from inside the VPC, with its state in S3",
        source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_interface_vpc_endpoints.html",
        required: ["s3", "sts"],
        optional: ["dynamodb", "ec2", "iam", "kms", "logs", "secretsmanager", "ssm"],
        derived: true,
        needs: [
            "endpoints of the services whose resources it creates",
            "the provider's plugins from a place that the VPC reaches",
        ],
    },
    "quick-website": {
        why: "the website of Amazon Quick",
        source: "https://docs.aws.amazon.com/quicksight/latest/developerguide/vpc-interface-endpoints.html",
        required: ["quicksight-website"],
        optional: ["console", "console-static", "s3", "signin"],
        needs: ["a private hosted zone for <region>.quicksight.aws.amazon.com", "internet access for static assets"],
    },
    "roles-anywhere": {
        why: "temporary credentials for certificates",
        source: "https://docs.aws.amazon.com/rolesanywhere/latest/userguide/vpc-interface-endpoints.html",
        required: ["rolesanywhere"],
        optional: ["sts"],
        fromOutside: true,
    },
    "security-agent-client": {
        why: "the API of AWS Security Agent",
        source: "https://docs.aws.amazon.com/securityagent/latest/userguide/vpc-interface-endpoints.html",
        required: ["securityagent"],
        optional: [],
    },
    "storage-gateway": {
        why: "activation and control of a gateway appliance",
        source: "https://docs.aws.amazon.com/storagegateway/latest/vgw/gateway-private-link.html",
        required: ["storagegateway"],
        optional: ["logs", "monitoring", "s3"],
        fromOutside: true,
        needs: ["a gateway that is activated with the endpoint's ID or DNS name"],
    },
    "workspaces-streaming": {
        why: "streaming of WorkSpaces Personal with Amazon DCV",
        source: "https://docs.aws.amazon.com/workspaces/latest/adminguide/creating-streaming-vpc-endpoints.html",
        required: ["highlander"],
        optional: [],
        fromOutside: true,
        needs: ["internet access of users for authentication", "a directory that names the endpoint"],
    },
} satisfies { [workload: string]: WorkloadFacts };
