/**
 * The IAM prefixes of the services whose requests have the keys about the VPC and the owner of the endpoint.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties
 */
const all = [
    ...["acm-pca", "applicationinsights", "apprunner", "athena", "cloudformation", "comprehendmedical"],
    ...["compute-optimizer", "datasync", "discovery", "ebs", "ecr", "ecs", "firehose", "healthlake", "iam"],
    ...["iotfleetwise", "iotwireless", "kinesisanalytics", "kms", "lambda", "medical-imaging", "omics"],
    ...["payment-cryptography", "polly", "rbin", "rekognition", "route53", "s3", "scheduler", "servicediscovery"],
    ...["servicequotas", "ssm-contacts", "storagegateway", "textract", "transcribe", "transfer"],
];
const vpce = [...all, "dynamodb", "gamelift", "shield"];

export const vpcePrefixes = {
    sourceVpcArn: all,
    vpceAccount: vpce,
    vpceOrgId: [
        ...vpce,
        ...["b2bi", "cassandra", "cloudhsmv2", "cognito-identity", "dms", "ds-data", "identitystore", "iottwinmaker"],
        ...["kinesis", "network-firewall", "pricing", "qbusiness", "ses", "sms-voice", "sqs", "workmail"],
    ],
    vpceOrgPaths: [...vpce, "secretsmanager", "sts"],
};
