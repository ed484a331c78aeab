import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";

const registered: pulumi.runtime.MockResourceArgs[] = [];

describe("an ECS service on Fargate in a private VPC", () => {
    before(runProgram).timeout("1m");

    it("creates exactly these resources in addition to the VPC's own", () => {
        const names = registered.map(({ type, name }) => `${type.split(":").pop()} ${name}`);
        const ofVpc = /^(Vpc|Subnet|RouteTable|DefaultSecurityGroup|SecurityGroup|PrivateVpc|Stack)/;
        assert.deepEqual(names.filter((name) => !ofVpc.test(name)).sort(), [
            "Cluster app",
            "LogGroup app",
            "Repository app",
            "Role app-execution",
            "RolePolicy app-execution",
            "Secret app-database-url",
            "SecretVersion app-database-url",
            "Service app",
            "TaskDefinition app",
        ]);
    });

    it("has an endpoint for everything a task needs to start: image, layers, secret and logs", () => {
        const endpoints = inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint").map(({ serviceName, vpcEndpointType }) =>
            `${vpcEndpointType} ${serviceName}`
        );
        assert.deepEqual(endpoints.sort(), [
            "Gateway com.amazonaws.us-east-1.s3",
            "Interface com.amazonaws.us-east-1.ecr.api",
            "Interface com.amazonaws.us-east-1.ecr.dkr",
            "Interface com.amazonaws.us-east-1.logs",
            "Interface com.amazonaws.us-east-1.secretsmanager",
        ]);
    });

    it("uses the image, secret and log group of that Region, by names that resolve to the endpoints", () => {
        const [{ containerDefinitions }] = inputsOf("aws:ecs/taskDefinition:TaskDefinition");
        assert.deepEqual(JSON.parse(containerDefinitions), [{
            name: "app",
            image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1.0.0",
            secrets: [{ name: "DATABASE_URL", valueFrom: "arn of Secret app-database-url" }],
            logConfiguration: {
                logDriver: "awslogs",
                options: {
                    "awslogs-group": "app-0123456",
                    "awslogs-region": "us-east-1",
                    "awslogs-stream-prefix": "app",
                },
            },
        }]);
        for (const { serviceName, privateDnsEnabled } of inputsOf("aws:ec2/vpcEndpoint:VpcEndpoint").slice(0, -1)) {
            assert.ok(privateDnsEnabled ?? serviceName.endsWith(".s3"), serviceName);
        }
    });

    it("runs in the isolated subnets, with only the client security group and without a public IP address", () => {
        const [{ networkConfiguration, launchType }] = inputsOf("aws:ecs/service:Service");
        assert.equal(launchType, "FARGATE");
        assert.deepEqual(networkConfiguration, {
            subnets: ["Subnet app-us-east-1a", "Subnet app-us-east-1b"],
            securityGroups: ["SecurityGroup app-client"],
        });
    });

    it("allows HTTPS egress from tasks to the endpoints' security group and S3's prefix list only", () => {
        const rules = inputsOf("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule");
        assert.deepEqual(
            rules.map(({ securityGroupId, fromPort, toPort, referencedSecurityGroupId, prefixListId, cidrIpv4 }) => [
                securityGroupId,
                fromPort,
                toPort,
                referencedSecurityGroupId ?? prefixListId,
                cidrIpv4,
            ]),
            [
                ["SecurityGroup app-client", 443, 443, "SecurityGroup app-endpoints", undefined],
                ["SecurityGroup app-client", 443, 443, "pl-63a5400a", undefined],
            ],
        );
    });

    it("can read its own repository, secret and log group, and no others", () => {
        const [{ policy }] = inputsOf("aws:iam/rolePolicy:RolePolicy");
        const resources = JSON.parse(policy).Statement.map(({ Resource }: { Resource: string }) => Resource);
        assert.deepEqual(resources, [
            "*",
            "arn of Repository app",
            "arn of Secret app-database-url",
            "arn of LogGroup app:*",
        ]);
    });

    it("marks the secret as a secret in the state", () => {
        const [{ secretString }] = inputsOf("aws:secretsmanager/secretVersion:SecretVersion");
        assert.deepEqual(Object.values(secretString), ["1b47061264138c4ac30d75fd1eb44270", databaseUrl]);
    });
});

const databaseUrl = "postgres://app@orders.example.com/orders";

/** Runs index.ts until all that it declares is registered, which goes on after its last line. */
async function runProgram(): Promise<void> {
    // A failure behind an output is reported here and nowhere else.
    const failure = new Promise<never>((_, reject) => process.once("unhandledRejection", reject));
    const project = "private-vpc-example-ecs-fargate";
    await pulumi.runtime.setMocks({ newResource, call }, project, "test");
    pulumi.runtime.setAllConfig({ [`${project}:imageTag`]: "1.0.0", [`${project}:databaseUrl`]: databaseUrl }, [
        `${project}:databaseUrl`,
    ]);
    const run = pulumi.runtime.runInPulumiStack(async () => require("./index"))
        .then(() => pulumi.runtime.disconnect())
        .then(() => setImmediate());
    await Promise.race([failure, run]);
}

/** What AWS adds to the inputs, where the program reads it. */
const madeByAws: { [type: string]: { [output: string]: unknown } } = {
    "aws:ecr/repository:Repository": { repositoryUrl: "123456789012.dkr.ecr.us-east-1.amazonaws.com/app" },
    "aws:cloudwatch/logGroup:LogGroup": { name: "app-0123456" },
    "aws:ec2/vpcEndpoint:VpcEndpoint": { dnsEntries: [], prefixListId: "pl-63a5400a" },
};

function newResource(resource: pulumi.runtime.MockResourceArgs): pulumi.runtime.MockResourceResult {
    const { type, name, inputs } = resource;
    registered.push(resource);
    const id = `${type.split(":").pop()} ${name}`;
    return { id, state: { ...inputs, arn: `arn of ${id}`, ...madeByAws[type] } };
}

const answers: { [token: string]: pulumi.runtime.MockCallResult } = {
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
    "aws:index/getRegion:getRegion": { region: "us-east-1" },
};

function call({ token }: pulumi.runtime.MockCallArgs): pulumi.runtime.MockCallResult {
    return answers[token] ?? {};
}

function inputsOf(type: string) {
    return registered.filter((resource) => resource.type === type).map(({ inputs }) => inputs);
}
