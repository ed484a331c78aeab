/** A DNS name of a service that a gateway endpoint carries. */
export interface GatewayName {
    /** With placeholders: `<region>`, `<accountId>` for the account of the caller, `<zoneId>` for each zone of the service. */
    name: string;
    /** How the Regions that have the name start. @default - every Region */
    regions?: string[];
}

const withFips = ["us-", "ca-"];
const american = ["us-"];

/**
 * The names that clients of gateway endpoints resolve. They are public: a gateway endpoint has no private DNS.
 *
 * Sources: https://docs.aws.amazon.com/general/latest/gr/s3.html, https://docs.aws.amazon.com/general/latest/gr/ddb.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html (buckets and the legacy global endpoint),
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-naming.html,
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-networking.html
 */
export const gatewayNames: { [service: string]: GatewayName[] } = {
    "s3": [
        ...["s3", "s3.dualstack"].flatMap((start) => [
            { name: `${start}.<region>.amazonaws.com` },
            { name: `*.${start}.<region>.amazonaws.com` },
        ]),
        ...["s3-fips", "s3-fips.dualstack"].flatMap((start) => [
            { name: `${start}.<region>.amazonaws.com`, regions: withFips },
            { name: `*.${start}.<region>.amazonaws.com`, regions: withFips },
        ]),
        ...["s3-accesspoint", "s3-accesspoint.dualstack"].map((end) => ({ name: `*.${end}.<region>.amazonaws.com` })),
        ...["s3-accesspoint-fips", "s3-accesspoint-fips.dualstack"].map((end) => ({
            name: `*.${end}.<region>.amazonaws.com`,
            regions: withFips,
        })),
        { name: "<accountId>.s3-control.<region>.amazonaws.com" },
        { name: "<accountId>.s3-control.dualstack.<region>.amazonaws.com" },
        { name: "<accountId>.s3-control-fips.<region>.amazonaws.com", regions: withFips },
        { name: "<accountId>.s3-control-fips.dualstack.<region>.amazonaws.com", regions: withFips },
        // The legacy global endpoint, which older SDKs use in us-east-1:
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html#deprecated-global-endpoint
        { name: "s3.amazonaws.com", regions: ["us-east-1"] },
        { name: "*.s3.amazonaws.com", regions: ["us-east-1"] },
    ],
    "dynamodb": [
        { name: "dynamodb.<region>.amazonaws.com" },
        { name: "dynamodb.<region>.api.aws", regions: american },
        { name: "dynamodb-fips.<region>.amazonaws.com", regions: withFips },
        { name: "dynamodb-fips.<region>.api.aws", regions: american },
        // The SDKs' default: https://docs.aws.amazon.com/sdkref/latest/guide/feature-account-endpoints.html
        { name: "<accountId>.ddb.<region>.amazonaws.com" },
        { name: "<accountId>.ddb.<region>.api.aws", regions: american },
    ],
    "s3express": [
        { name: "s3express-control.<region>.amazonaws.com" },
        { name: "s3express-control.dualstack.<region>.amazonaws.com" },
        { name: "*.s3express-<zoneId>.<region>.amazonaws.com" },
        { name: "*.s3express-<zoneId>.dualstack.<region>.amazonaws.com" },
    ],
};

/**
 * IDs of the zones that have S3 directory buckets.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-Endpoints.html
 */
export const directoryBucketZones: { [region: string]: string[] } = {
    "us-east-1": ["use1-az4", "use1-az5", "use1-az6"],
    "us-east-2": ["use2-az1", "use2-az2"],
    "us-west-1": ["usw1-az1"],
    "us-west-2": ["usw2-az1", "usw2-az3", "usw2-az4"],
    "ap-south-1": ["aps1-az1", "aps1-az3"],
    "ap-northeast-1": ["apne1-az1", "apne1-az4"],
    "ap-northeast-2": ["apne2-az3"],
    "ap-southeast-1": ["apse1-az1"],
    "ap-southeast-2": ["apse2-az1"],
    "ca-central-1": ["cac1-az1"],
    "eu-central-1": ["euc1-az1", "euc1-az2"],
    "eu-north-1": ["eun1-az1", "eun1-az2", "eun1-az3"],
    "eu-west-1": ["euw1-az1", "euw1-az3"],
    "eu-west-3": ["euw3-az1"],
    "sa-east-1": ["sae1-az1"],
};
