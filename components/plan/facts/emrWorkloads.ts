import type { WorkloadFacts } from "./workloadFacts";

/** Workloads of Amazon EMR, in addition to those in workloads.ts. */
export const emrWorkloads = {
    "emr-hbase-wal": {
        why: "write-ahead logs of HBase",
        source: "https://docs.aws.amazon.com/emr/latest/ReleaseGuide/emr-hbase-wal-privatelink.html",
        required: ["emrwal.prod"],
        optional: ["elasticmapreduce", "s3"],
    },
    "emr-on-eks-client": {
        why: "the API of virtual clusters and job runs",
        source: "https://docs.aws.amazon.com/emr/latest/EMR-on-EKS-DevelopmentGuide/security-vpc.html",
        required: ["emr-containers"],
        optional: ["ecr.api", "ecr.dkr", "logs", "s3", "sts"],
    },
    "emr-private-subnet": {
        why: "cluster software, logs and data in S3",
        source: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/private-subnet-iampolicy.html",
        required: ["s3"],
        optional: ["dynamodb", "elasticmapreduce", "logs", "monitoring", "kms", "sts", "glue", "emr-service-cell01"],
        ownedResources: ["emr", "amazon-linux-2", "amazon-linux-2023"],
    },
    "emr-serverless-in-vpc": {
        why: "an application that is connected to the VPC, whose data is in S3",
        source: "https://docs.aws.amazon.com/emr/latest/EMR-Serverless-UserGuide/vpc-access.html",
        required: ["s3"],
        optional: ["dynamodb", "logs"],
        needs: [
            "for managed logs, s3:PutObject and s3:PutObjectAcl on AWS's bucket prod.<region>.appinfo.src in policies of s3",
            "security groups without open ports for 0.0.0.0/0 or ::/0, and an IP address for each worker",
        ],
    },
    "emr8-private-subnet": {
        why: "the channel to Amazon EMR introduced in release 8.0, and S3",
        source: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-clusters-in-a-vpc.html",
        required: ["s3", "emr-service-cell01"],
        optional: ["dynamodb", "logs", "monitoring", "kms"],
        ownedResources: ["emr", "amazon-linux-2023"],
    },
} satisfies { [workload: string]: WorkloadFacts };
