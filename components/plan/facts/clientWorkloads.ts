import type { WorkloadFacts } from "./workloadFacts";

/** Workloads that only call services, in addition to those in workloads.ts. */
export const clientWorkloads = {
    "inspector-api-client": {
        why: "the API of Amazon Inspector",
        source: "https://docs.aws.amazon.com/inspector/latest/user/vpc-interface-endpoints-inspector.html",
        required: ["inspector2"],
        optional: ["inspector-scan"],
    },
    "msk-api-client": {
        why: "the API of MSK, from which Kafka clients get the addresses of brokers",
        source: "https://docs.aws.amazon.com/msk/latest/developerguide/privatelink-vpc-endpoints.html",
        required: ["kafka-api"],
        optional: ["kafkaconnect"],
        needs: ["AWS_USE_DUALSTACK_ENDPOINT=true in clients", "a network path to the brokers"],
    },
    "prometheus-remote-write": {
        why: "metrics to workspaces of Amazon Managed Service for Prometheus, signed with credentials from STS",
        source: "https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-and-interface-VPC.html",
        required: ["aps-workspaces", "sts"],
        optional: ["aps"],
        needs: ["the Regional endpoint of STS in clients: AWS_STS_REGIONAL_ENDPOINTS=regional"],
    },
    "rds-data-api-client": {
        why: "SQL over the RDS Data API",
        source: "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/data-api.vpc-endpoint.html",
        required: ["rds-data"],
        optional: ["secretsmanager"],
    },
    "redshift-data-api-client": {
        why: "SQL over the Amazon Redshift Data API",
        source: "https://docs.aws.amazon.com/redshift/latest/mgmt/data-api.html",
        required: ["redshift-data"],
        optional: ["redshift", "redshift-serverless"],
        derived: true,
    },
    "redshift-serverless-client": {
        why: "the management API of Redshift Serverless",
        source: "https://docs.aws.amazon.com/redshift/latest/mgmt/security-network-isolation.html",
        required: ["redshift-serverless"],
        optional: ["redshift-data"],
        needs: ["connections in the VPC for JDBC and ODBC, which do not use the endpoint"],
    },
    "xray-tracing": {
        why: "traces of applications",
        source: "https://docs.aws.amazon.com/xray/latest/devguide/xray-security-vpc-endpoint.html",
        required: ["xray"],
        optional: [],
    },
} satisfies { [workload: string]: WorkloadFacts };
