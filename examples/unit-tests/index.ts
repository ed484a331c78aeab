import { PrivateVpc } from "private-vpc";

const vpc = new PrivateVpc("app", {
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    services: ["s3", "sqs"],
});

export const vpcId = vpc.vpcId;
