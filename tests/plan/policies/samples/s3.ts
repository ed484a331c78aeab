import { byNobody, byService, foreign, own, signedBy } from "../askers";
import { bucket } from "./asks";
import { type Sample, toAws } from "./sample";

const theirs = bucket("amzn-s3-demo-destination-bucket", { owner: foreign });

/** The statements that are only in the sample for Amazon S3. */
export const ofS3: Sample[] = [
    {
        sample: "s3",
        statement: toAws,
        ours: "`AwsGlueStudio`, if requested",
        differs: "by bucket names, not by account, because the account differs by Region",
        passes: () => ({ AwsGlueStudio: [bucket(`aws-glue-studio-transforms-${foreign}-prod-us-east-1`)] }),
        stops: () => [bucket("another-bucket-of-the-account")],
    },
    {
        sample: "s3",
        statement: "ToAWSOwnedResources",
        ours: "an `Aws…` for each owner",
        differs:
            "only what the services and workloads need, not all 61 names; CloudFormation responses can also be written",
        passes: () => ({
            AwsAmazonLinux2023: [bucket("al2023-repos-us-east-1-de612dc2", { by: byNobody })],
            AwsCloudformation: [
                {
                    ...bucket("cloudformation-waitcondition-us-east-1", { by: byService }),
                    action: "s3:PutObject",
                    resource:
                        `arn:aws:s3:::cloudformation-waitcondition-us-east-1/arn:aws:cloudformation:us-east-1:${own}:stack/app`,
                },
            ],
            AwsEcr: [bucket("prod-us-east-1-starport-layer-bucket", { by: signedBy(foreign) })],
            AwsSsmAgent: [bucket("amazon-ssm-packages-us-east-1", { by: byNobody })],
        }),
        stops: () => [bucket("jumpstart-cache-prod-us-east-1"), bucket("aws-cli", { by: byNobody })],
    },
    {
        sample: "s3",
        statement: "ByThirdPartyIdentitiesToThirdPartyResources",
        ours: "-",
        differs: "credentials of other accounts are not allowed by default; `additionalPolicy` can allow them",
        passes: () => ({
            Partners: [{ ...theirs, by: signedBy(foreign) }],
        }),
        override: {
            additionalPolicy: JSON.stringify({
                Statement: [{
                    ...{ Sid: "Partners", Effect: "Allow", Principal: "*", Action: "s3:GetObject" },
                    Resource: "arn:aws:s3:::amzn-s3-demo-destination-bucket/*",
                    Condition: { StringEquals: { "aws:PrincipalAccount": foreign, "aws:ResourceAccount": foreign } },
                }],
            }),
        },
    },
    {
        sample: "s3",
        statement: "ByOrgsIdentitiesToThirdPartyResources",
        ours: "`Exception…`, from `perimeter.exceptions`",
        differs: "by the resource's ARN only, with a reason",
        passes: () => ({ Exception1: [theirs] }),
        stops: () => [{ ...theirs, by: signedBy(foreign) }],
    },
];
