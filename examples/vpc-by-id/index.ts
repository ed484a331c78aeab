import * as pulumi from "@pulumi/pulumi";
import { VpcEndpoints } from "private-vpc";

const config = new pulumi.Config();

// Pulumi waits for the program: AWS has told what is in the VPC before the first resource is declared.
export = async () => {
    const endpoints = await VpcEndpoints.inVpc("app", {
        vpcId: config.require("vpcId"),
        services: ["dynamodb", "s3", "sqs"],
        // Somebody else made it, and keeps it: no other is made.
        existing: { s3: config.require("s3EndpointId") },
    });
    const { gatewayEndpointIds, interfaceEndpointIds, clientSecurityGroupId } = endpoints;
    return { gatewayEndpointIds, interfaceEndpointIds, clientSecurityGroupId };
};
