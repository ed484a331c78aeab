/** What a decision about one Region needs to know. Prices are the public on-demand ones, without tax. */
export interface RegionFacts {
    /** The partition its ARNs name. */
    partition: string;
    /** USD for each hour of an interface endpoint in one zone. @default not known */
    interfaceHourUsd?: number;
    /** USD for each hour of a NAT gateway. @default not known */
    natHourUsd?: number;
}

/** Hours AWS's own price examples count in a month. */
export const hoursPerMonth = 730;

/** When the prices below were put together. */
export const pricesAsOf = "2026-11-20";

/**
 * USD for each gigabyte through an interface endpoint, in both directions, up to the first petabyte of a month.
 * Source: https://aws.amazon.com/privatelink/pricing/
 */
export const interfaceGigabyteUsd = 0.01;

/** USD for each hour of the public IPv4 address a NAT gateway needs. Source: https://aws.amazon.com/vpc/pricing/ */
export const publicIpv4HourUsd = 0.005;

/**
 * Regions of the commercial and GovCloud partitions. Interface prices come from AWS's price list (us-east-1, us-west-2,
 * eu-central-1, ap-southeast-5) or from bills (eu-west-1, ap-south-1, ap-northeast-2); NAT prices from price list or bills
 * (us-east-1, us-east-2, us-west-2, eu-west-1, eu-west-2, eu-central-1, ap-northeast-1) or from a public table of August
 * 2022 (the others). A missing price was not found.
 * AWS's own pages: https://aws.amazon.com/privatelink/pricing/ and https://aws.amazon.com/vpc/pricing/
 */
export const regions: { [region: string]: RegionFacts } = {
    "af-south-1": { partition: "aws" },
    "ap-east-1": { partition: "aws", natHourUsd: 0.065 },
    "ap-east-2": { partition: "aws" },
    "ap-northeast-1": { partition: "aws", natHourUsd: 0.062 },
    "ap-northeast-2": { partition: "aws", interfaceHourUsd: 0.013, natHourUsd: 0.059 },
    "ap-northeast-3": { partition: "aws", natHourUsd: 0.062 },
    "ap-south-1": { partition: "aws", interfaceHourUsd: 0.013, natHourUsd: 0.056 },
    "ap-south-2": { partition: "aws" },
    "ap-southeast-1": { partition: "aws", natHourUsd: 0.059 },
    "ap-southeast-2": { partition: "aws", natHourUsd: 0.059 },
    "ap-southeast-3": { partition: "aws" },
    "ap-southeast-4": { partition: "aws" },
    "ap-southeast-5": { partition: "aws", interfaceHourUsd: 0.0117 },
    "ap-southeast-6": { partition: "aws" },
    "ap-southeast-7": { partition: "aws" },
    "ca-central-1": { partition: "aws", natHourUsd: 0.05 },
    "ca-west-1": { partition: "aws" },
    "eu-central-1": { partition: "aws", interfaceHourUsd: 0.012, natHourUsd: 0.052 },
    "eu-central-2": { partition: "aws" },
    "eu-north-1": { partition: "aws", natHourUsd: 0.046 },
    "eu-south-1": { partition: "aws" },
    "eu-south-2": { partition: "aws" },
    "eu-west-1": { partition: "aws", interfaceHourUsd: 0.011, natHourUsd: 0.048 },
    "eu-west-2": { partition: "aws", natHourUsd: 0.05 },
    "eu-west-3": { partition: "aws", natHourUsd: 0.05 },
    "il-central-1": { partition: "aws" },
    "me-central-1": { partition: "aws" },
    "me-south-1": { partition: "aws", natHourUsd: 0.0528 },
    "mx-central-1": { partition: "aws" },
    "sa-east-1": { partition: "aws", natHourUsd: 0.093 },
    "us-east-1": { partition: "aws", interfaceHourUsd: 0.01, natHourUsd: 0.045 },
    "us-east-2": { partition: "aws", natHourUsd: 0.045 },
    "us-gov-east-1": { partition: "aws-us-gov", natHourUsd: 0.054 },
    "us-gov-west-1": { partition: "aws-us-gov", natHourUsd: 0.054 },
    "us-west-1": { partition: "aws", natHourUsd: 0.048 },
    "us-west-2": { partition: "aws", interfaceHourUsd: 0.01, natHourUsd: 0.045 },
};
