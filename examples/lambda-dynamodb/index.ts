import * as dynamodb from "@pulumi/aws/dynamodb";
import * as iam from "@pulumi/aws/iam";
import * as lambda from "@pulumi/aws/lambda";
import * as secretsmanager from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { PrivateVpc } from "private-vpc";

const table = new dynamodb.Table("orders", {
    billingMode: "PAY_PER_REQUEST",
    hashKey: "id",
    attributes: [{ name: "id", type: "S" }],
});
const secret = new secretsmanager.Secret("payment-key");
const secretString = new pulumi.Config().requireSecret("paymentKey");
const secretVersion = new secretsmanager.SecretVersion("payment-key", { secretId: secret.id, secretString });

// What the function may do: the policy of its role, from which the policies of the endpoints are derived.
const policy = pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
        { Effect: "Allow", Action: "dynamodb:PutItem", Resource: table.arn },
        { Effect: "Allow", Action: "secretsmanager:GetSecretValue", Resource: secret.arn },
    ],
});

const vpc = new PrivateVpc("app", {
    cidrBlock: "10.0.0.0/16",
    availabilityZones: ["us-east-1a", "us-east-1b"],
    workloads: ["lambda-in-vpc"],
    services: ["dynamodb", "secretsmanager"],
    endpoints: {
        dynamodb: { fromPolicies: [policy] },
        secretsmanager: { fromPolicies: [policy] },
    },
});

const role = new iam.Role("orders", {
    assumeRolePolicy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "lambda.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
});
const rolePolicy = new iam.RolePolicy("orders", { role: role.id, policy });
// Lambda uses this one to attach the function to the subnets and to write its logs, which needs no endpoint.
const vpcAccess = new iam.RolePolicyAttachment("orders-vpc-access", {
    role: role.name,
    policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole",
});

const orders = new lambda.Function("orders", {
    runtime: "nodejs22.x",
    handler: "handler.handler",
    role: role.arn,
    code: new pulumi.asset.AssetArchive({ "handler.mjs": new pulumi.asset.FileAsset("handler.mjs") }),
    environment: { variables: { TABLE_NAME: table.name, SECRET_ARN: secret.arn } },
    vpcConfig: {
        subnetIds: vpc.subnetIds,
        securityGroupIds: [vpc.clientSecurityGroupId], // egress to the endpoints only
    },
    // The function can be invoked as soon as it exists, so its endpoints and permissions come first.
}, { dependsOn: [vpc, rolePolicy, vpcAccess, secretVersion] });

export const functionName = orders.name;
