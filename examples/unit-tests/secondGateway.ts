import * as aws from "@pulumi/aws";
import { VpcEndpoints } from "private-vpc";

// A mistake: the route table has two gateway endpoints for S3, which AWS rejects.
const vpcId = "vpc-0123456789abcdef0";
const routeTableIds = ["rtb-0123456789abcdef0"];
new aws.ec2.VpcEndpoint("s3", { vpcId, serviceName: "com.amazonaws.us-east-1.s3", routeTableIds });
new VpcEndpoints("app", {
    vpcId,
    vpcCidrBlock: "10.0.0.0/16",
    subnetIds: { "us-east-1a": "subnet-0123456789abcdef0" },
    routeTableIds,
    services: ["s3"],
});
