import { inCommand } from "./exampleInputs";
import type { ProblemExample } from "./problemExample";

const account = "npx private-vpc reach --aws answers --all";
const vpc = (VpcId: string, OwnerId = "123456789012") => ({ VpcId, OwnerId, CidrBlock: "10.0.0.0/16" });
const subnet = (VpcId: string, AvailabilityZone = "us-east-1a") => ({
    SubnetId: "subnet-0123456789abcdef0",
    VpcId,
    AvailabilityZone,
    CidrBlock: "10.0.0.0/19",
});

/** Mistakes in what `private-vpc reach` and `private-vpc exits` read. */
export const reachExamples: ProblemExample[] = [
    inCommand(
        "reach.mixed-answers",
        account,
        {
            "answers/ec2-describe-vpcs.json": { Vpcs: [vpc("vpc-0123456789abcdef0")] },
            "answers/ec2-describe-subnets.json": { Subnets: [subnet("vpc-0fedcba9876543210")] },
        },
        "Where one answer is of another account:",
    ),
    inCommand(
        "reach.no-region",
        account,
        { "answers/ec2-describe-vpcs.json": { Vpcs: [vpc("vpc-0123456789abcdef0")] } },
        "Where no subnets were saved:",
    ),
    inCommand(
        "reach.unknown-source",
        "npx private-vpc reach --aws answers --from subnet-0123456789abcdef1 --to s3",
        {
            "answers/ec2-describe-vpcs.json": { Vpcs: [vpc("vpc-0123456789abcdef0")] },
            "answers/ec2-describe-subnets.json": { Subnets: [subnet("vpc-0123456789abcdef0")] },
        },
    ),
    inCommand(
        "reach.not-a-stack",
        "npx private-vpc reach --stack-export state.json --all",
        { "state.json": { resources: [] } },
        "Where state.json is not the output of pulumi stack export:",
    ),
    inCommand(
        "reach.preview-failed",
        "npx private-vpc exits --preview preview.json",
        { "preview.json": { steps: [], diagnostics: [{ severity: "error", message: "error: the program failed" }] } },
        "Where the program failed in the preview:",
    ),
];
