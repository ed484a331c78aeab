/** What names depend on in a partition of AWS. */
export interface PartitionFacts {
    /** What takes the place of `amazonaws.com` in host names. */
    dnsSuffix: string;
    /** What takes the place of `api.aws`. */
    dualStackDnsSuffix: string;
    /** What the names of some endpoint services begin with there, in place of `com.amazonaws`. @default - none do */
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

/** The name of a partition, as ARNs give it. */
export type Partition = keyof typeof partitions;
