import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { unknown } from "../../components/plan/policies/iam/truth";
import type { AwsRequest, Role } from "../../network/model/accessModel";
import { knownOr, type Maybe } from "../../network/model/maybe";
import { NetworkIndex } from "../../network/model/networkIndex";
import { explanations } from "../../network/reach/explanations";
import type { Answer, Source } from "../../network/reach/question";
import { reach, sourceOf } from "../../network/reach/reach";
import { rolesOf } from "../../network/sources/inventoryRoles";
import { privateVpc } from "../cli/commandRun";
import { Account } from "../emulator/aws/account";
import { types } from "../run";
import { preview, previewed, stack } from "./previewedStack";
import { accountNetwork } from "./readers";

const queue = "arn:aws:sqs:us-east-1:123456789012:orders";
const secret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const read: AwsRequest = { action: "secretsmanager:GetSecretValue", resource: secret };

const statement = (Effect: string, Action: string, more: object = {}) => ({ Effect, Action, Resource: "*", ...more });
const policy = (...Statement: object[]) => JSON.stringify({ Version: "2012-10-17", Statement });
const allowing = policy(statement("Allow", "secretsmanager:*"));
const role = (policies: Maybe<string>[], changed: Partial<Role> = {}): Role => ({
    id: "worker",
    arn: "arn:aws:iam::123456789012:role/worker",
    policies: policies.map((document, index) => ({ name: `policy${index}`, document })),
    ...changed,
});

/** The answer for a request of a role from a function that reaches the endpoint of Secrets Manager. */
function ask(of: Maybe<Role>, request: AwsRequest | null = read): Answer {
    const index = new NetworkIndex({ ...previewed(stack()), accountId: "123456789012" });
    const from = sourceOf(index, "lambda:lambda-worker") as Source;
    return reach(index, {
        from: { ...from, role: of },
        to: { service: "secretsmanager" },
        request: request ?? undefined,
    });
}

const short = ({ verdict, reason, unknown: names }: Answer) => [verdict, ...(reason ? [reason.code] : []), ...names];

describe("what the policies of a role decide", () => {
    it("is a decision on the way, with the statement or policy that decides", () => {
        const answer = ask(role([allowing]));
        assert.deepEqual(short(answer), ["reachable"]);
        assert.equal(
            answer.hops.at(-1)!.says,
            "Statement[0] of policy policy0 allows role worker secretsmanager:GetSecretValue on " + secret,
        );
        assert.ok(ask(role([allowing]), null).hops.every(({ step }) => step !== "role"));
        assert.ok(ask({ id: "x", arn: queue }).hops.every(({ step }) => step !== "role"));
    });

    it("is not reachable if a statement denies it, whatever the others allow", () => {
        const denying = policy(statement("Deny", "secretsmanager:Get*"));
        const answer = ask(role([allowing, denying]));
        assert.deepEqual(short(answer), ["not reachable", "role.denied"]);
        assert.match(
            answer.reason!.fix.sentence,
            /^narrow Statement\[0\] of policy policy1, so that it does not deny /,
        );
        assert.deepEqual(short(ask(role([unknown("a policy"), denying]))), ["not reachable", "role.denied"]);
    });

    it("is left to a policy of the resource in the same account, and not reachable otherwise", () => {
        assert.deepEqual(short(ask(role([]))), [
            "unknown",
            `whether a policy of ${secret} allows role worker`,
        ]);
        const listing = { action: "secretsmanager:ListSecrets" };
        assert.deepEqual(short(ask(role([policy(statement("Allow", "sqs:*"))]), listing)), [
            "not reachable",
            "role.not-allowed",
        ]);
        const other = { ...read, resource: secret.replace("123456789012", "111122223333") };
        assert.deepEqual(short(ask(role([]), other)), ["not reachable", "role.not-allowed"]);
        const elsewhere = { ...read, resourceAccount: "111122223333" };
        assert.deepEqual(short(ask(role([]), elsewhere)), ["not reachable", "role.not-allowed"]);
    });

    it("is left to a policy of the resource only for services whose resources can have one", () => {
        const prefixes = [
            ...[
                "acm-pca",
                "backup",
                "codeartifact",
                "codebuild",
                "dynamodb",
                "ecr",
                "elasticfilesystem",
                "es",
                "events",
            ],
            ...["execute-api", "glue", "iot", "kafka", "kinesis", "kms", "lambda", "lex", "logs", "mediastore"],
            ...["rekognition", "s3", "s3-outposts", "s3express", "schemas", "secretsmanager", "serverlessrepo", "sns"],
            ...["sqs", "ssm", "states"],
        ];
        const verdict = (prefix: string) =>
            ask(role([]), { action: `${prefix}:Use`, resource: `arn:aws:${prefix}:us-east-1:123456789012:x` }).verdict;
        const open = (names: string[]) => names.filter((one) => verdict(one) === "unknown");
        assert.deepEqual(open([...prefixes, "ec2", "rds", "sts", "cloudwatch"]), prefixes);
    });

    it("is limited by the permissions boundary", () => {
        const boundary = (document: string) => role([allowing], { boundary: { name: "limit", document } });
        assert.deepEqual(short(ask(boundary(allowing))), ["reachable"]);
        const answer = ask(boundary(policy(statement("Allow", "sqs:*"))));
        assert.deepEqual(short(answer), ["not reachable", "role.not-allowed"]);
        assert.equal(answer.reason!.fix.sentence, `allow ${read.action} on ${secret} in policy limit`);
        const denying = policy(statement("Deny", "*"));
        assert.deepEqual(short(ask(boundary(denying))), ["not reachable", "role.denied"]);
    });

    it("is unknown by name if policies, documents or values of condition keys are not known", () => {
        assert.deepEqual(short(ask(role([], { policies: unknown("the policies of worker") }))), [
            "unknown",
            "the policies of worker",
        ]);
        assert.deepEqual(short(ask(role([unknown("the document of policy0")]))), [
            "unknown",
            "the document of policy0",
        ]);
        assert.deepEqual(short(ask(role(["no JSON"]))), ["unknown", "policy policy0, which is not a JSON policy"]);
        const tagged = policy(
            statement("Allow", "*", { Condition: { StringEquals: { "aws:ResourceTag/team": "shop" } } }),
        );
        assert.deepEqual(short(ask(role([tagged]))), ["unknown", "the value of aws:ResourceTag/team in the request"]);
        const fromVpc = policy(
            statement("Allow", "*", { Condition: { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } } }),
        );
        assert.deepEqual(short(ask(role([fromVpc]), { action: "secretsmanager:ListSecrets" })), [
            "not reachable",
            "role.not-allowed",
        ]);
    });

    it("have codes with the page about evaluation as their source", () => {
        for (const code of ["role.denied", "role.not-allowed"] as const) {
            assert.match(explanations[code].source, /reference_policies_evaluation-logic/);
        }
    });
});

describe("the roles of a stack", () => {
    it("are found by name or ARN, with the policies that the stack gives them", () => {
        const own = previewed(stack({
            "role-app": {
                inputs: {
                    inlinePolicies: [{ name: "a", policy: allowing }],
                    permissionsBoundary: "arn:aws:iam::aws:policy/PowerUserAccess",
                },
            },
        }));
        const [found] = knownOr(own.roles, []);
        assert.equal(found!.name, "role-app");
        assert.deepEqual(knownOr(found!.policies, undefined)!.map(({ document }) => document), [allowing]);
        assert.equal(found!.boundary!.name, "PowerUserAccess");
    });

    it("are those that --role names", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "reach-"));
        const resources = stack({ "role-app": { inputs: { inlinePolicies: [{ name: "a", policy: allowing }] } } });
        fs.writeFileSync(path.join(folder, "preview.json"), JSON.stringify(preview(resources)));
        const args = ["reach", "--preview", "preview.json", "--from", "lambda:lambda-worker", "--to", "secretsmanager"];
        const code = async (role: string, action: string) =>
            (await privateVpc([...args, "--role", role, "--action", action], { folder })).code;
        assert.equal(await code("role-app", "secretsmanager:ListSecrets"), 0);
        assert.equal(await code("role-app", "ssm:GetParameters"), 1);
        assert.equal(await code("arn:aws:iam::123456789012:role/other", "ssm:GetParameters"), 0);
        fs.rmSync(folder, { recursive: true });
    });
});

describe("the roles of an account", () => {
    it("have their policies with documents, which are what functions with the role need", async () => {
        const { aws } = new Account();
        const { id, attributes } = aws.create(types.role, "worker", { assumeRolePolicy: "{}" });
        aws.create(types.rolePolicy, "queue", { role: id, policy: policy(statement("Allow", "sqs:SendMessage")) });
        const policyArn = "arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole";
        aws.create("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "vpc", { role: id, policyArn });
        const vpcConfig = { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] };
        aws.create("aws:lambda/function:Function", "worker", { role: attributes.arn as string, vpcConfig });
        const worker = async (...missing: string[]) => {
            const { workloads } = await accountNetwork(aws, missing);
            return knownOr(workloads, []).find((one) => one.id === "lambda:worker")!;
        };
        const { needs, openNeeds } = await worker();
        assert.deepEqual(needs!.map(({ service }) => service), ["sqs"]);
        assert.deepEqual(openNeeds, []);
        const unread = await worker("iam-get-account-authorization-details");
        assert.deepEqual([unread.needs, unread.openNeeds], [[], [
            "iam-get-account-authorization-details.Role.LocalManagedPolicy.AWSManagedPolicy.json, which is missing",
        ]]);
    });

    it("have the documents of managed policies, also as AWS's API encodes them", () => {
        const arn = "arn:aws:iam::123456789012:policy/queue";
        const attached = { RoleName: "app", Arn: "arn:aws:iam::123456789012:role/app", RolePolicyList: [] };
        const roles = [{
            ...attached,
            AttachedManagedPolicies: [{ PolicyName: "queue", PolicyArn: arn }],
            PermissionsBoundary: { PermissionsBoundaryArn: "arn:aws:iam::123456789012:policy/gone" },
        }];
        const versions = (Document: unknown) => [
            { Document: "{}", IsDefaultVersion: false },
            { Document, IsDefaultVersion: true },
        ];
        const of = (Document: unknown) => {
            const policies = [{ PolicyName: "queue", Arn: arn, PolicyVersionList: versions(Document) }];
            const [role] = knownOr(rolesOf(roles, policies), []);
            return [...knownOr(role!.policies!, []), role!.boundary!].map(({ document }) => document);
        };
        const gone = unknown("the document of policy arn:aws:iam::123456789012:policy/gone");
        assert.deepEqual(of(JSON.parse(allowing)), [allowing, gone]);
        assert.deepEqual(of(encodeURIComponent(allowing)), [allowing, gone]);
    });
});
