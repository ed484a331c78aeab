import type { WorkloadFacts } from "./workloadFacts";

/** Workloads of data, machine learning and messages, in addition to those in workloads.ts. */
export const dataWorkloads = {
    "amazon-mq-management": {
        why: "the management API of brokers",
        source: "https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/connect-to-amazonmq.html",
        required: ["mq"],
        optional: [],
        needs: ["AWS_USE_DUALSTACK=true in clients", "the brokers' own private endpoints for messages"],
    },
    "appsync-private-api": {
        why: "requests to private APIs",
        source: "https://docs.aws.amazon.com/appsync/latest/devguide/using-private-apis.html",
        required: ["appsync-api"],
        optional: ["appsync"],
    },
    "chime-sdk-api": {
        why: "the APIs of meetings, messages and media pipelines",
        source: "https://docs.aws.amazon.com/chime-sdk/latest/dg/vpc-interface-endpoints.html",
        required: ["meetings-chime"],
        optional: ["chime-sdk-voice", "identity-chime", "media-pipelines-chime", "messaging-chime"],
        needs: ["a route to the internet for media, SIP and WebSocket connections"],
    },
    "cloud-map-discovery": {
        why: "DiscoverInstances",
        source: "https://docs.aws.amazon.com/cloud-map/latest/dg/vpc-interface-endpoints.html",
        required: ["data-servicediscovery"],
        optional: ["servicediscovery"],
    },
    "dsql-management": {
        why: "management of Aurora DSQL clusters",
        source: "https://docs.aws.amazon.com/aurora-dsql/latest/userguide/privatelink-managing-clusters.html",
        required: ["dsql"],
        optional: [],
        needs: ["an endpoint of each cluster's own service name for connections"],
    },
    "eventbridge-pipes-sources": {
        why: "Pipes that read from Apache Kafka or Amazon MQ",
        source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-related-service-vpc.html",
        required: ["pipes-data"],
        optional: ["pipes"],
    },
    "eventbridge-publisher": {
        why: "events of your own",
        source: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-related-service-vpc.html",
        required: ["events"],
        optional: ["pipes", "schemas"],
    },
    "glue-spark-connect": {
        why: "interactive sessions over Spark Connect",
        source: "https://docs.aws.amazon.com/glue/latest/dg/vpc-interface-endpoints.html",
        required: ["glue", "glue.sessions"],
        optional: ["logs", "s3"],
    },
    "grafana-workspace-client": {
        why: "the API of a Grafana workspace",
        source: "https://docs.aws.amazon.com/grafana/latest/userguide/VPC-endpoints.html",
        required: ["grafana-workspace"],
        optional: ["grafana"],
    },
    "healthomics-read-sets": {
        why: "read sets by their S3 URIs",
        source: "https://docs.aws.amazon.com/omics/latest/dev/vpc-interface-endpoints.html",
        required: ["control-storage-omics", "storage-omics"],
        optional: ["s3"],
    },
    "lake-formation-credentials": {
        why: "credentials for data that Lake Formation governs",
        source: "https://docs.aws.amazon.com/lake-formation/latest/dg/privatelink.html",
        required: ["lakeformation"],
        optional: ["glue", "s3", "sts"],
    },
    "managed-flink-in-vpc": {
        why: "an application in private subnets, and the services that it calls",
        source: "https://docs.aws.amazon.com/managed-flink/latest/java/vpc-internet.html",
        required: [],
        optional: [
            "dynamodb",
            "glue",
            "kinesis-firehose",
            "kinesis-streams",
            "kms",
            "logs",
            "monitoring",
            "s3",
            "secretsmanager",
            "sts",
        ],
    },
    "msk-connect-s3-sink": {
        why: "a connector that writes to a bucket",
        source: "https://docs.aws.amazon.com/msk/latest/developerguide/mkc-tutorial-setup.html",
        required: ["s3"],
        optional: [],
    },
    "opensearch-ingestion-api": {
        why: "the management API of pipelines",
        source:
            "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/osis-access-apis-using-privatelink.html",
        required: ["osis"],
        optional: [],
    },
    "payment-cryptography-client": {
        why: "cryptographic operations",
        source: "https://docs.aws.amazon.com/payment-cryptography/latest/userguide/vpc-endpoint.html",
        required: ["payment-cryptography.dataplane"],
        optional: ["payment-cryptography.controlplane"],
    },
    "price-list-client": {
        why: "prices, and bulk files from S3",
        source: "https://docs.aws.amazon.com/awsaccountbilling/latest/aboutv2/vpc-interface-endpoints.html",
        required: ["pricing.api"],
        optional: ["s3"],
    },
    "redshift-api-client": {
        why: "the management APIs of Redshift",
        source: "https://docs.aws.amazon.com/redshift/latest/mgmt/security-network-isolation.html",
        required: ["redshift"],
        optional: ["redshift-data", "redshift-serverless"],
        needs: ["connections in the VPC for JDBC and ODBC, which do not use the endpoint"],
    },
    "ses-api": {
        why: "sending mail over the API",
        source: "https://docs.aws.amazon.com/ses/latest/dg/send-email-set-up-vpc-endpoints.html",
        required: ["email"],
        optional: ["email-smtp"],
    },
    "transfer-family-server": {
        why: "a server hosted in the VPC; AWS Transfer Family creates the endpoint of such a server itself",
        source: "https://docs.aws.amazon.com/transfer/latest/userguide/create-server-in-vpc.html",
        required: [],
        optional: ["transfer"],
        needs: [
            "a server with endpoint type VPC, in up to three zones",
            "TCP ports for its clients: 22, 2222 or 22000 for SFTP, 21 and 8192-8200 for FTP and FTPS",
        ],
    },
} satisfies { [workload: string]: WorkloadFacts };
