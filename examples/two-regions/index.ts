import * as aws from "@pulumi/aws";
import { PrivateVpc } from "private-vpc";

// Ranges that do not overlap, so that the two may be joined one day.
const cidrBlocks = { "us-east-1": "10.0.0.0/16", "eu-west-1": "10.1.0.0/16" };

const vpcs = Object.entries(cidrBlocks).map(([region, cidrBlock]) => {
    const provider = new aws.Provider(region, { region: region as aws.Region });
    return new PrivateVpc(`app-${region}`, {
        cidrBlock,
        availabilityZones: [`${region}a`, `${region}b`],
        services: ["s3", "sqs"],
    }, { provider });
});

export const vpcIds = Object.fromEntries(vpcs.map((vpc) => [vpc.plan.region, vpc.vpcId]));
export const monthlyUsd = Object.fromEntries(vpcs.map((vpc) => [vpc.plan.region, vpc.plan.cost.endpointsUsd]));
