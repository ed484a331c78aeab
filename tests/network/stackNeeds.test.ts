import * as assert from "node:assert/strict";

import { matrixSection } from "../../cli/reach/reachSections";
import { knownOr } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import { reachMatrix } from "../../network/reach/matrix";
import { unknownValue } from "../../network/sources/stackResources";
import { workloadTypes } from "../../network/sources/workloads/workloadTypes";
import { type Declared, previewed, stack } from "./previewedStack";
import { assertPlace } from "./providerProperties";

const account = "123456789012";
const image = `${account}.dkr.ecr.us-east-1.amazonaws.com/shop/app:1`;
const allow = (actions: string | string[], resource: string | string[] = "*") =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: actions, Resource: resource }],
    });
const inVpc = {
    subnets: [unknownValue, unknownValue],
    securityGroups: [unknownValue],
};

/** A task definition with these containers. */
const task = (containers: object[] | string, changed: object = {}): Declared => ({
    inputs: {
        family: "app",
        requiresCompatibilities: ["FARGATE"],
        containerDefinitions: typeof containers === "string" ? containers : JSON.stringify(containers),
        ...changed,
    },
});

const service = (changed: object = {}): Declared => ({
    inputs: { launchType: "FARGATE", taskDefinition: unknownValue, networkConfiguration: inVpc, ...changed },
    from: { taskDefinition: ["task-app"], networkConfiguration: ["subnet-a", "subnet-b", "group-worker"] },
});

/** What the workload of a stack needs: each service or host, and what is not known. */
function needs(resources: { [name: string]: Declared }, id: string): { needs: string[]; open: string[] } {
    const found = knownOr(previewed(stack(resources)).workloads, []).find((one) => one.id === id);
    assert.ok(found, `no workload ${id}`);
    return { needs: (found.needs ?? []).map((need) => need.service), open: found.openNeeds ?? [] };
}

/** What a service needs whose task has these containers. */
const ofTask = (containers: object[] | string, changed: object = {}, ofService: object = {}) =>
    needs({ "task-app": task(containers, changed), "service-app": service(ofService) }, "ecs:service-app");

const ofContainer = (container: object) => ofTask([{ image, ...container }]);
const ecr = ["ecr.api", "ecr.dkr", "s3"];

describe("what a Fargate service in a previewed stack needs", () => {
    it("is printed as what its task definition does, with the subnet that has no way to S3", () => {
        const logs = { logDriver: "awslogs", options: { "awslogs-group": "app", "awslogs-region": "us-east-1" } };
        const gateway = { ...stack()["endpoint-s3"]!, from: { vpcId: ["vpc-a"], routeTableIds: ["table-a"] } };
        const network = previewed(stack({
            "endpoint-s3": gateway,
            "task-app": task([{ name: "app", image, logConfiguration: logs }]),
            "service-app": service(),
        }));
        const rows = reachMatrix(new NetworkIndex(network), ["ecs:service-app"]);
        const { table, lines } = matrixSection(rows, false);
        const cells = Object.fromEntries(table!.rows.map(([, name, verdict, because]) => [name, [verdict, because]]));
        assert.deepEqual(cells.s3, [
            "not reachable",
            "subnet subnet-b has no way to s3: its route table table-b is not associated with gateway endpoint endpoint-s3",
        ]);
        assert.equal(cells.logs![0], "not reachable");
        assert.equal(
            lines![0],
            "ecs:service-app: task definition task-app pulls images from Amazon ECR and writes to CloudWatch Logs.",
        );
    });

    it("is not reachable where the policy of the S3 endpoint lacks the bucket with image layers", () => {
        const layers = "arn:aws:s3:::prod-us-east-1-starport-layer-bucket/*";
        const answer = (statement: object, changed: { [name: string]: Declared } = {}) => {
            const { inputs, from } = stack()["endpoint-s3"]!;
            const everyone = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
            const policy = JSON.stringify({ Version: "2012-10-17", Statement: { ...everyone, ...statement } });
            const network = previewed(stack({
                "endpoint-s3": { inputs: { ...inputs, policy }, from },
                "task-app": task([{ name: "app", image }]),
                "service-app": service(),
                "repository-app": { inputs: {} },
                ...changed,
            }));
            const rows = reachMatrix(new NetworkIndex({ ...network, accountId: account }), ["ecs:service-app"]);
            const { verdict, reason, unknown } = rows.find(({ need }) => need.service === "s3")!.answer;
            return [verdict, ...(reason ? [reason.code, reason.fix.sentence] : []), ...unknown];
        };
        const missing = [
            "not reachable",
            "policy.not-allowed",
            "allow s3:GetObject on arn:aws:s3:::prod-us-east-1-starport-layer-bucket/layer in the policy of endpoint endpoint-s3",
        ];
        assert.deepEqual(answer({ Resource: layers }), ["reachable"]);
        assert.deepEqual(answer({}), ["reachable"]);
        assert.deepEqual(
            answer({ Resource: ["arn:aws:s3:::app/*", layers.replace("us-east-1", "eu-west-1")] }),
            missing,
        );
        assert.deepEqual(answer({ Action: "s3:PutObject" }), missing);
        // Amazon ECR signs the requests, and owns the bucket.
        for (const key of ["aws:PrincipalAccount", "aws:ResourceAccount"]) {
            assert.deepEqual(answer({ Condition: { StringEquals: { [key]: account } } }), missing, key);
        }
        for (const key of ["aws:PrincipalOrgID", "aws:ResourceOrgID"]) {
            assert.deepEqual(answer({ Condition: { StringEquals: { [key]: "o-exampleorgid" } } }), missing, key);
        }
        assert.deepEqual(answer({ Principal: { AWS: `arn:aws:iam::${account}:root` } }), [
            "unknown",
            "the value of Principal in the request",
        ]);
        // The same bucket if it is known only that the image is in a repository of the stack.
        const late = { "task-app": { ...task(unknownValue), from: { containerDefinitions: ["repository-app"] } } };
        assert.deepEqual(answer({ Action: "s3:PutObject" }, late), missing);
    });

    it("depends on the registry of each image", () => {
        assert.deepEqual(ofContainer({}).needs, ecr);
        const elsewhere = image.replace("us-east-1", "eu-west-1");
        assert.deepEqual(ofContainer({ image: elsewhere }).needs, [
            "api.ecr.eu-west-1.amazonaws.com",
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
        ]);
        const hosts = {
            "nginx": "registry-1.docker.io",
            "library/nginx:1": "registry-1.docker.io",
            "docker.io/library/nginx": "registry-1.docker.io",
            "public.ecr.aws/nginx/nginx": "public.ecr.aws",
            "registry.example.com:5000/app": "registry.example.com",
        };
        for (const [name, host] of Object.entries(hosts)) assert.deepEqual(ofContainer({ image: name }).needs, [host]);
        assert.deepEqual(ofTask([{ name: "none" }]).open, ["the image of a container of task definition task-app"]);
    });

    it("includes the destinations of logs", () => {
        const logs = (logDriver: string, options?: object) =>
            ofContainer({ logConfiguration: { logDriver, ...(options && { options }) } });
        assert.deepEqual(logs("awslogs", { "awslogs-group": "app" }).needs, [...ecr, "logs"]);
        assert.deepEqual(
            logs("awslogs", { "awslogs-region": "eu-west-1" }).needs.at(-1),
            "logs.eu-west-1.amazonaws.com",
        );
        assert.deepEqual(logs("awsfirelens", { Name: "kinesis_firehose" }).needs.at(-1), "kinesis-firehose");
        assert.deepEqual(
            logs("awsfirelens", { Name: "datadog", Host: "logs.example.com" }).needs.at(-1),
            "logs.example.com",
        );
        assert.deepEqual(
            logs("splunk", { "splunk-url": "https://splunk.example.com:8088" }).needs.at(-1),
            "splunk.example.com",
        );
        assert.deepEqual(logs("json-file"), { needs: ecr, open: [] });
        assert.deepEqual(logs("awsfirelens").open, [
            "where log driver awsfirelens of task definition task-app sends logs",
        ]);
    });

    it("includes secrets, credentials of registries and environment files", () => {
        const secret = `arn:aws:secretsmanager:us-east-1:${account}:secret:db-AbCdEf`;
        const own = (container: object) => ofContainer(container).needs.slice(3);
        assert.deepEqual(own({ secrets: [{ name: "DB", valueFrom: `${secret}:password::` }] }), ["secretsmanager"]);
        assert.deepEqual(own({ secrets: [{ name: "DB", valueFrom: "/app/db" }] }), ["ssm"]);
        assert.deepEqual(own({ secrets: [{ name: "DB", valueFrom: secret.replace("us-east-1", "eu-west-1") }] }), [
            "secretsmanager.eu-west-1.amazonaws.com",
        ]);
        assert.deepEqual(own({ repositoryCredentials: { credentialsParameter: secret } }), ["secretsmanager"]);
        assert.deepEqual(own({ environmentFiles: [{ type: "s3", value: "arn:aws:s3:::bucket/app.env" }] }), ["s3"]);
        const fromLogs = { logDriver: "json-file", secretOptions: [{ name: "token", valueFrom: "/app/token" }] };
        assert.deepEqual(own({ logConfiguration: fromLogs }), ["ssm"]);
    });

    it("includes the agent of container instances, unless it runs on Fargate", () => {
        const agent = ["ecs", "ecs-agent", "ecs-telemetry"];
        const on = (ofService: object, changed: object = {}) => ofTask([{ image }], changed, ofService).needs.slice(3);
        assert.deepEqual(on({ launchType: "FARGATE" }), []);
        assert.deepEqual(on({ launchType: "EC2" }), agent);
        assert.deepEqual(on({ launchType: undefined }), []);
        assert.deepEqual(on({ launchType: undefined }, { requiresCompatibilities: ["EC2"] }), agent);
        const provider = (capacityProvider: string) => ({
            launchType: undefined,
            capacityProviderStrategies: [{ capacityProvider }],
        });
        assert.deepEqual(on(provider("FARGATE_SPOT"), { requiresCompatibilities: ["EC2"] }), []);
        assert.deepEqual(on(provider("instances")), agent);
        assert.deepEqual(ofTask([{ image }], {}, { launchType: unknownValue }).open, ["launchType of service-app"]);
    });

    it("includes ECS Exec, Service Connect and what the task role allows", () => {
        const more = { enableExecuteCommand: true, serviceConnectConfiguration: { enabled: true } };
        assert.deepEqual(ofTask([{ image }], {}, more).needs.slice(3), ["ssmmessages", "ecs-agent"]);
        const role = {
            "task-app": {
                ...task([{ image }], { taskRoleArn: unknownValue }),
                from: { taskRoleArn: ["role-app"] },
            },
            "service-app": service(),
            "role-app": { inputs: { inlinePolicies: [{ name: "queue", policy: allow("sqs:SendMessage") }] } },
        };
        assert.deepEqual(needs(role, "ecs:service-app").needs, [...ecr, "sqs"]);
    });

    it("is what the resources show that unknown container definitions depend on, and stays unknown by name", () => {
        const late = {
            ...task(unknownValue),
            from: { containerDefinitions: ["image-app", "logs-app"] },
        };
        const built = { inputs: { tags: [unknownValue] }, from: { tags: ["repository-app"] } };
        const resources = {
            "repository-app": { inputs: {} },
            "logs-app": { inputs: {} },
            "image-app": built,
            "task-app": late,
            "service-app": service(),
        };
        const found = needs(resources, "ecs:service-app");
        assert.deepEqual(found.needs.sort(), [...ecr, "logs"].sort());
        assert.deepEqual(found.open, [
            "containerDefinitions of task definition task-app, which depend on log group logs-app, repository repository-app",
        ]);
        const rows = reachMatrix(new NetworkIndex(previewed(stack(resources))), ["ecs:service-app"]);
        assert.deepEqual([rows.at(-1)!.need.service, rows.at(-1)!.answer.verdict], ["not known", "unknown"]);
        assert.deepEqual(ofTask("no JSON").open, [
            "containerDefinitions of task definition task-app, which is not JSON",
        ]);
        const nowhere = { ...service(), from: { networkConfiguration: ["subnet-a", "subnet-b", "group-worker"] } };
        assert.deepEqual(needs({ "service-app": nowhere }, "ecs:service-app").open, ["taskDefinition of service-app"]);
    });
});

describe("what the role of a function or instance allows", () => {
    const worker = (...statements: { [name: string]: Declared }[]) =>
        needs(
            Object.assign({
                "lambda-worker": {
                    inputs: {
                        ...stack()["lambda-worker"]!.inputs,
                        role: unknownValue,
                    },
                    from: { ...stack()["lambda-worker"]!.from, role: ["role-worker"] },
                },
                "role-worker": { inputs: {} },
            }, ...statements),
            "lambda:lambda-worker",
        );
    const inline = (policy: string): { [name: string]: Declared } => ({
        "rolepolicy-worker": { inputs: { role: unknownValue, policy }, from: { role: ["role-worker"] } },
    });

    it("is a need for each service, without what AWS Lambda does itself", () => {
        assert.deepEqual(worker(inline(allow(["sqs:SendMessage", "secretsmanager:GetSecretValue"]))).needs, [
            "sqs",
            "secretsmanager",
        ]);
        const own = ["logs:PutLogEvents", "ec2:CreateNetworkInterface", "sqs:ReceiveMessage", "kms:Decrypt"];
        assert.deepEqual(worker(inline(allow(own))), { needs: [], open: [] });
        assert.deepEqual(worker(inline(allow(["bedrock:InvokeModel", "states:StartSyncExecution", "s3:*"]))).needs, [
            "bedrock-runtime",
            "sync-states",
            "s3",
        ]);
        const denied = JSON.stringify({ Statement: { Effect: "Deny", Action: "sqs:*", Resource: "*" } });
        assert.deepEqual(worker(inline(denied)), { needs: [], open: [] });
    });

    it("is read off policies that are attached, inline, managed by AWS or by the stack", () => {
        const attach = (policyArn: string, from?: string): { [name: string]: Declared } => ({
            "attachment-worker": {
                inputs: { role: unknownValue, policyArn },
                from: { role: ["role-worker"], ...(from && { policyArn: [from] }) },
            },
        });
        const managed = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
        assert.deepEqual(worker(attach(managed)), { needs: [], open: [] });
        assert.deepEqual(worker(attach("arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess")), { needs: [], open: [] });
        const own = { "policy-queue": { inputs: { policy: allow("sns:Publish") } } };
        assert.deepEqual(worker(attach(unknownValue, "policy-queue"), own).needs, ["sns"]);
        assert.deepEqual(worker(attach("arn:aws:iam::aws:policy/AmazonSQSFullAccess")).open, [
            "the document of policy arn:aws:iam::aws:policy/AmazonSQSFullAccess",
        ]);
        const listed = { "role-worker": { inputs: { managedPolicyArns: [managed], inlinePolicies: [] } } };
        assert.deepEqual(worker(listed), { needs: [], open: [] });
    });

    it("is not known if a policy is not, or if it allows every action", () => {
        assert.deepEqual(worker(inline(unknownValue)).open, ["policy of rolepolicy-worker"]);
        assert.deepEqual(worker(inline(allow("*"))).open, [
            "which services are called with policy rolepolicy-worker of role role-worker, which allows every action",
        ]);
        assert.deepEqual(worker(inline("{}")).open, [
            "policy rolepolicy-worker of role role-worker, which is not a JSON policy",
        ]);
        const either = {
            "rolepolicy-worker": {
                inputs: { role: unknownValue, policy: allow("sqs:*") },
                from: { role: ["role-worker", "role-other"] },
            },
            "role-other": { inputs: {} },
        };
        assert.deepEqual(worker(either).open, ["role of rolepolicy-worker, which may be role-worker or role-other"]);
        assert.deepEqual(worker(inline(allow("nosuch:Thing"))).open, [
            "which endpoint nosuch:Thing of policy rolepolicy-worker of role role-worker uses",
        ]);
    });

    it("is that of the instance profile of an instance or of a launch template", () => {
        const core = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
        const shared = {
            "role-worker": { inputs: { managedPolicyArns: [core] } },
            "profile-a": { inputs: { role: unknownValue }, from: { role: ["role-worker"] } },
        };
        const instance = {
            inputs: { subnetId: unknownValue, vpcSecurityGroupIds: [unknownValue], iamInstanceProfile: unknownValue },
            from: { subnetId: ["subnet-a"], vpcSecurityGroupIds: ["group-worker"], iamInstanceProfile: ["profile-a"] },
        };
        const session = { needs: ["ssm", "ssmmessages"], open: [] };
        assert.deepEqual(needs({ ...shared, "instance-a": instance }, "ec2:instance-a"), session);
        const group = {
            "template-a": {
                inputs: { iamInstanceProfile: { name: unknownValue }, vpcSecurityGroupIds: [unknownValue] },
                from: { iamInstanceProfile: ["profile-a"], vpcSecurityGroupIds: ["group-worker"] },
            },
            "asg-a": {
                inputs: { vpcZoneIdentifiers: [unknownValue], launchTemplate: { id: unknownValue } },
                from: { vpcZoneIdentifiers: ["subnet-a"], launchTemplate: ["template-a"] },
            },
        };
        assert.deepEqual(needs({ ...shared, ...group }, "asg:asg-a"), session);
        const { workloads } = previewed(stack({ ...shared, ...group }));
        const { groups } = knownOr(workloads, []).find(({ id }) => id === "asg:asg-a")!;
        assert.deepEqual(groups, ["urn:pulumi:dev::shop::aws:ec2/securityGroup:SecurityGroup::group-worker"]);
    });
});

describe("what other resources need", () => {
    const subnets = { from: { subnetIds: ["subnet-a", "subnet-b"] } };
    const inSubnets = { subnetIds: [unknownValue, unknownValue], securityGroupIds: [] };

    it("is the list of the catalogue's workload", () => {
        const cases: [id: string, declared: Declared, first: string][] = [
            ["eks-nodes:nodes-a", { inputs: { ...inSubnets }, ...subnets }, "ec2"],
            [
                "mwaa:mwaa-a",
                { inputs: { networkConfiguration: inSubnets }, from: { networkConfiguration: ["subnet-a"] } },
                "s3",
            ],
            [
                "batch:batch-a",
                {
                    inputs: { computeResources: { type: "FARGATE", subnets: [unknownValue] } },
                    from: { computeResources: ["subnet-a"] },
                },
                "ecr.api",
            ],
            [
                "codebuild:codebuild-a",
                {
                    inputs: { vpcConfig: { subnets: [unknownValue], securityGroupIds: [unknownValue] } },
                    from: { vpcConfig: ["subnet-a", "group-worker"] },
                },
                "codebuild",
            ],
        ];
        for (const [id, declared, first] of cases) {
            assert.equal(needs({ [id.split(":")[1]!]: declared }, id).needs[0], first, id);
        }
    });

    it("depends on options that keep requests out of the VPC, and is empty for what calls nothing", () => {
        const notebook = (directInternetAccess?: string) =>
            needs({
                "notebook-a": {
                    inputs: { subnetId: unknownValue, securityGroups: [unknownValue], directInternetAccess },
                    from: { subnetId: ["subnet-a"], securityGroups: ["group-worker"] },
                },
            }, "sagemaker-notebook:notebook-a").needs;
        assert.deepEqual(notebook("Disabled"), ["notebook", "sagemaker.api"]);
        assert.deepEqual(notebook(), []);
        const cluster = { inputs: { vpcConfig: inSubnets }, from: { vpcConfig: ["subnet-a"] } };
        assert.deepEqual(needs({ "cluster-a": cluster }, "eks:cluster-a"), { needs: [], open: [] });
    });

    it("is the sources and targets of a replication instance, in the subnets of its group", () => {
        const dms = {
            "dmsgroup-a": {
                inputs: { replicationSubnetGroupId: "db", subnetIds: [unknownValue] },
                from: { subnetIds: ["subnet-b"] },
            },
            "dms-a": {
                inputs: { replicationSubnetGroupId: "db", vpcSecurityGroupIds: [unknownValue] },
                from: { vpcSecurityGroupIds: ["group-worker"] },
            },
            "dmsend-s3": { inputs: { engineName: "s3" } },
            "dmsend-db": {
                inputs: {
                    engineName: "postgres",
                    secretsManagerArn: "arn:aws:secretsmanager:us-east-1:123456789012:secret:db",
                },
            },
            "dmstask-a": {
                inputs: {
                    replicationInstanceArn: unknownValue,
                    sourceEndpointArn: unknownValue,
                    targetEndpointArn: unknownValue,
                },
                from: {
                    replicationInstanceArn: ["dms-a"],
                    sourceEndpointArn: ["dmsend-db"],
                    targetEndpointArn: ["dmsend-s3"],
                },
            },
        };
        assert.deepEqual(needs(dms, "dms:dms-a"), { needs: ["secretsmanager", "s3"], open: [] });
        const { subnets: of } = knownOr(previewed(stack(dms)).workloads, []).find(({ id }) => id === "dms:dms-a")!;
        assert.deepEqual(of, ["urn:pulumi:dev::shop::aws:ec2/subnet:Subnet::subnet-b"]);
    });
});

describe("the table of types of workloads", () => {
    it("has types and properties of Pulumi's AWS provider, unique prefixes, and pages of AWS", () => {
        const rows = Object.entries(workloadTypes);
        for (const [type, { subnets, groups, role = [], source }] of rows) {
            for (const place of [...subnets, ...groups, ...role]) assertPlace(type, place);
            assert.match(source, /^https:\/\/docs\.aws\.amazon\.com\//);
        }
        assert.equal(new Set(rows.map(([, { prefix }]) => prefix)).size, rows.length);
    });
});
