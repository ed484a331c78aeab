import type { WorkloadFacts } from "./workloadFacts";

/** Workloads that only call services, in addition to those in workloads.ts. */
export const clientWorkloads = {
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
    "sagemaker-notebook-client": {
        why: "a notebook instance, and the API call that creates the URL to connect to it",
        source: "https://docs.aws.amazon.com/sagemaker/latest/dg/notebook-interface-endpoint.html",
        required: ["notebook", "sagemaker.api"],
        optional: ["sagemaker.runtime"],
    },
} satisfies { [workload: string]: WorkloadFacts };
