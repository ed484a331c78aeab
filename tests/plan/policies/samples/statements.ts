import { type By, byService, foreign, own, signedBy } from "../askers";
import { at, ownResource } from "./asks";
import { ofS3 } from "./s3";
import { type Sample, toAws } from "./sample";

const elsewhere = (service: string, by: By) => ({ ...ownResource[service]!, by, owner: foreign });
const tagged = signedBy(own, { "aws:PrincipalTag/dp:exclude:resource": "true" });

const image = "arn:aws:ec2:us-east-1::image/ami-0abcdef1234567890";
const amazons = { context: { "ec2:Owner": "amazon" } };
const repository = "arn:aws:ecr:us-east-1:111122223333:repository/aws-guardduty-agent";
const readOnly = "`AwsEcrServiceRepos`, if requested";
/** Every statement of the ten samples. */
export const samples: Sample[] = [
    {
        sample: "every",
        statement: "ByOrgsIdentitiesToOrgsResources",
        ours: "`OwnPrincipalsTo…`",
        differs: "-",
        passes: (service) => ({ OwnPrincipalsTo: [ownResource[service]!] }),
    },
    {
        sample: "every",
        statement: "ByAWSServicePrincipals",
        ours: "`AwsServicesTo…`",
        differs: "AWS intends it for AWS-owned resources; ours lists the required ones individually",
        passes: (service) => ({ AwsServicesTo: [{ ...ownResource[service]!, by: byService }] }),
        stops: (service) => [elsewhere(service, byService)],
    },
    {
        sample: "every",
        statement: "ByOrgsIdentitiesToAnyResources",
        ours: "-",
        differs:
            "anyone who can tag a principal could open the perimeter; `perimeter.exceptions` lists exceptions explicitly",
        passes: () => ({}),
        stops: (service) => [elsewhere(service, tagged)],
    },
    {
        sample: "cloudformation",
        statement: toAws,
        ours: "`AwsCloudformationTransforms`",
        differs: "-",
        passes: () => ({
            AwsCloudformationTransforms: [
                at("cloudformation:CreateChangeSet", "arn:aws:cloudformation:us-east-1:aws:transform/Include"),
            ],
        }),
    },
    {
        sample: "ec2",
        statement: toAws,
        ours: "`AwsEc2AmazonImages…`",
        differs: "Amazon's images only, not all public ones, and no tags on either",
        passes: () => ({
            AwsEc2AmazonImages1: ["ec2:RunInstances", "ec2:CreateReplaceRootVolumeTask"].map((action) =>
                at(action, image, amazons)
            ),
            AwsEc2AmazonImages2: [
                at("ec2:GetManagedPrefixListEntries", "arn:aws:ec2:us-east-1:aws:prefix-list/pl-63a5400a"),
            ],
        }),
        stops: () => [
            at("ec2:RunInstances", image, { context: { "ec2:Owner": foreign } }),
            at("ec2:CreateTags", image, amazons),
            at("ec2:DeleteTags", image, amazons),
        ],
    },
    {
        sample: "ecr.api",
        statement: toAws,
        ours: readOnly,
        differs: "read-only, because the accounts are too many to list; `AwsEksImages` lists its accounts",
        passes: () => ({
            AwsEcrServiceRepos: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"].map((action) =>
                at(action, repository)
            ),
        }),
        stops: () => [at("ecr:PutImage", repository)],
    },
    {
        sample: "iam",
        statement: toAws,
        ours: "`AwsIamManagedPolicies`",
        differs: "read-only; AWS-managed policies cannot be changed anyway",
        passes: () => ({
            AwsIamManagedPolicies: [
                "iam:GetPolicyVersion",
                "iam:ListEntitiesForPolicy",
                "iam:GenerateServiceLastAccessedDetails",
            ]
                .map((action) => at(action, "arn:aws:iam::aws:policy/ReadOnlyAccess")),
        }),
        stops: () => [at("iam:DeletePolicy", "arn:aws:iam::aws:policy/ReadOnlyAccess")],
    },
    {
        sample: "imagebuilder",
        statement: toAws,
        ours: "`AwsImagebuilderManaged`",
        differs: "-",
        passes: () => ({
            AwsImagebuilderManaged: [
                at("imagebuilder:GetComponent", "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/1.0.2/1"),
                at("imagebuilder:GetImage", "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-x86/x.x.x"),
            ],
        }),
    },
    {
        sample: "iot",
        statement: toAws,
        ours: "`AwsIotJobTemplates`",
        differs: "AWS's templates only, not those of every account",
        passes: () => ({
            AwsIotJobTemplates: ["iot:CreateJob", "iot:DescribeManagedJobTemplate"].map((action) =>
                at(action, "arn:aws:iot:us-east-1::jobtemplate/AWS-Reboot:1.0")
            ),
        }),
        stops: () => [at("iot:CreateJob", `arn:aws:iot:us-east-1:${foreign}:jobtemplate/reboot`)],
    },
    {
        sample: "lambda",
        statement: toAws,
        ours: "`AwsLambdaLayers`, if requested",
        differs: "read-only, because the accounts are too many to list",
        passes: () => ({
            AwsLambdaLayers: [
                at("lambda:GetLayerVersion", `arn:aws:lambda:us-east-1:${foreign}:layer:LambdaInsightsExtension:2`),
            ],
        }),
        stops: () => [
            at("lambda:DeleteLayerVersion", `arn:aws:lambda:us-east-1:${foreign}:layer:LambdaInsightsExtension:2`),
        ],
    },
    ...ofS3,
    {
        sample: "ssm",
        statement: toAws,
        ours: "`AwsSsmPublicDocuments`",
        differs: "-",
        passes: () => ({
            AwsSsmPublicDocuments: [
                at("ssm:GetParameter", "arn:aws:ssm:us-east-1::parameter/aws/service/ami-amazon-linux-latest/x"),
                at("ssm:SendCommand", "arn:aws:ssm:us-east-1::document/AWS-RunShellScript"),
                at(
                    "ssm:StartAutomationExecution",
                    "arn:aws:ssm:us-east-1::automation-definition/AWS-StopEC2Instance:1",
                ),
            ],
        }),
    },
];

/** The services that a sample applies to. */
export function servicesOf({ sample }: Sample): string[] {
    if (sample === "every") return Object.keys(ownResource);
    return [sample === "iot" ? "iot.api" : sample];
}
