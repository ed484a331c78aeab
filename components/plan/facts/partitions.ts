/** The parts of names that depend on the AWS partition. */
export interface PartitionFacts {
    /** Replaces `amazonaws.com` in host names. */
    dnsSuffix: string;
    /** Replaces `api.aws` in host names. */
    dualStackDnsSuffix: string;
    /** Replaces `com.amazonaws` at the start of some endpoint service names. @default - no name has another prefix */
    servicePrefix?: string;
}

/**
 * The partitions of AWS.
 *
 * Suffixes: https://github.com/boto/botocore/blob/1.44.5/botocore/data/partitions.json
 * Prefixes: https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/aws-ec2/lib/vpc-endpoint.ts
 */
export const partitions = {
    "aws": { dnsSuffix: "amazonaws.com", dualStackDnsSuffix: "api.aws" },
    "aws-us-gov": { dnsSuffix: "amazonaws.com", dualStackDnsSuffix: "api.aws" },
    "aws-cn": {
        dnsSuffix: "amazonaws.com.cn",
        dualStackDnsSuffix: "api.amazonwebservices.com.cn",
        servicePrefix: "cn.com.amazonaws",
    },
    "aws-eusc": {
        dnsSuffix: "amazonaws.eu",
        dualStackDnsSuffix: "api.amazonwebservices.eu",
        servicePrefix: "eu.amazonaws",
    },
    "aws-iso": { dnsSuffix: "c2s.ic.gov", dualStackDnsSuffix: "api.aws.ic.gov", servicePrefix: "gov.ic.c2s" },
    "aws-iso-b": { dnsSuffix: "sc2s.sgov.gov", dualStackDnsSuffix: "api.aws.scloud", servicePrefix: "gov.sgov.sc2s" },
    "aws-iso-e": {
        dnsSuffix: "cloud.adc-e.uk",
        dualStackDnsSuffix: "api.cloud-aws.adc-e.uk",
        servicePrefix: "uk.adc-e.cloud",
    },
    "aws-iso-f": {
        dnsSuffix: "csp.hci.ic.gov",
        dualStackDnsSuffix: "api.aws.hci.ic.gov",
        servicePrefix: "gov.ic.hci.csp",
    },
} satisfies { [partition: string]: PartitionFacts };

/** The name of a partition, as used in ARNs. */
export type Partition = keyof typeof partitions;
