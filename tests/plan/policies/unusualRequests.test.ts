import * as assert from "node:assert/strict";

import { ownedResources } from "../../../components/plan/facts/ownedResources";
import { announcedRegions, regions } from "../../../components/plan/facts/regions";
import { evaluate } from "../../../components/plan/policies/iam/evaluate";
import type { Request } from "../../../components/plan/policies/iam/request";
import { statementsFor } from "../../../components/plan/policies/ownedResourceStatements";
import type { PerimeterRequest } from "../../../components/plan/policies/perimeter";
import { isUnowned, isUnsigned } from "../../../components/plan/policies/unusualRequests";
import { endpointOf, planOf } from "../fixtures";
import { type By, byNobody, byService, foreign, keysOf, own, signedBy } from "./askers";

interface Statement {
    Sid: string;
    Action: string | string[];
    Resource: string | string[];
    Condition?: object;
}

const documentOf = (service: string) =>
    JSON.parse(
        endpointOf(`${service}-interface`, { services: [service] }).policy.document!.replaceAll("<accountId>", own),
    ) as {
        Statement: Statement[];
    };
const passes = (service: string, { principal, context }: By, request: Partial<Request>) => {
    const asked = { principal, action: "", resource: "*", ...request, context: { ...context, ...request.context } };
    return evaluate(documentOf(service), asked).decision === "Allowed";
};

describe("actions without a resource owner", () => {
    it("have their own statement in the service's endpoint policy", () => {
        assert.deepEqual(documentOf("ebs").Statement.at(-1), {
            Sid: "OwnPrincipalsToUnowned",
            Effect: "Allow",
            Principal: "*",
            Action: "ebs:*",
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalAccount": own } },
        });
        const ofEc2 = documentOf("ec2").Statement.filter(({ Sid }) => Sid.startsWith("OwnPrincipalsToUnowned"));
        assert.deepEqual(ofEc2.map(({ Sid, Action }) => [Sid, Action]), [
            ["OwnPrincipalsToUnowned1", "ec2:CreateVpcEndpoint"],
            ["OwnPrincipalsToUnowned2", ["ec2:AcceptVpcPeeringConnection", "ec2:CreateVpcPeeringConnection"]],
        ]);
        assert.ok(!documentOf("sqs").Statement.some(({ Sid }) => Sid === "OwnPrincipalsToUnowned"));
    });

    it("are allowed for endpoints to services of AWS and of the own account only", () => {
        const create = (owner?: string) =>
            passes("ec2", signedBy(own), {
                action: "ec2:CreateVpcEndpoint",
                resource: `arn:aws:ec2:us-east-1:${own}:vpc-endpoint/*`,
                context: owner === undefined ? {} : { "ec2:VpceServiceOwner": owner },
            });
        // The VPC and the subnets of the request do not have the key.
        assert.deepEqual(["amazon", own, undefined].map(create), [true, true, true]);
        assert.deepEqual([foreign, "aws-marketplace"].map(create), [false, false]);
    });

    it("are allowed for peering between VPCs of the own account only", () => {
        const vpc = (account: string) => `arn:aws:ec2:us-east-1:${account}:vpc/vpc-0123456789abcdef0`;
        for (const action of ["ec2:CreateVpcPeeringConnection", "ec2:AcceptVpcPeeringConnection"]) {
            const peer = (requester: string, accepter: string) =>
                passes("ec2", signedBy(own), {
                    action,
                    resource: `arn:aws:ec2:us-east-1:${own}:vpc-peering-connection/*`,
                    context: { "ec2:RequesterVpc": vpc(requester), "ec2:AccepterVpc": vpc(accepter) },
                });
            assert.equal(peer(own, own), true);
            assert.equal(peer(own, foreign), false);
            assert.equal(peer(foreign, own), false);
            assert.equal(passes("ec2", signedBy(own), { action, resource: vpc(own) }), true);
        }
    });

    it("are never allowed if they connect networks and no condition key has the other network's account", () => {
        for (
            const name of [
                ...["AcceptTransitGatewayPeeringAttachment", "CreateTransitGatewayPeeringAttachment"],
                "AcceptVpcEndpointConnections",
            ]
        ) {
            assert.ok(isUnowned(`ec2:${name}`), name);
            assert.equal(passes("ec2", signedBy(own), { action: `ec2:${name}` }), false, name);
        }
    });

    it("are allowed for trusted principals only", () => {
        for (
            const [service, action] of [["ebs", "ebs:ListSnapshotBlocks"], ["ds", "ds:AcceptSharedDirectory"]] as const
        ) {
            assert.equal(passes(service, signedBy(own), { action }), true, action);
            for (const by of [signedBy(foreign), byNobody, byService]) {
                assert.equal(passes(service, by, { action }), false, action);
            }
        }
        assert.equal(passes("ds", signedBy(own), { action: "ds:ShareDirectory" }), false);
    });

    it("are recognized in any capitalization, and by prefix if no action of the service has an owner", () => {
        for (const action of ["EC2:createvpcendpoint", "ebs:PutSnapshotBlock", "EBS:*", "ebs:Get*"]) {
            assert.ok(isUnowned(action), action);
        }
        for (const action of ["ec2:CreateVpc", "ebsx:PutSnapshotBlock", "ec2:*", "e:CreateVpc", "*"]) {
            assert.ok(!isUnowned(action), action);
        }
    });
});

describe("unsigned requests", () => {
    it("are recognized in any capitalization", () => {
        assert.ok(isUnsigned("STS:assumerolewithsaml"));
        assert.ok(!isUnsigned("sts:AssumeRole"));
    });

    it("are those of syslog devices through their endpoint only, to log groups of the own account", () => {
        const write = "logs:PutLogEvents";
        assert.deepEqual([write, "LOGS:putlogevents"].map((action) => isUnsigned(action, "syslog-logs")), [true, true]);
        assert.deepEqual([isUnsigned(write), isUnsigned(write, "logs")], [false, false]);
        const message = (service: string, owner: string) =>
            passes(service, byNobody, {
                action: write,
                resource: `arn:aws:logs:us-east-1:${owner}:log-group:/syslog/devices`,
                context: { "aws:ResourceAccount": owner },
            });
        assert.deepEqual([own, foreign].map((owner) => message("syslog-logs", owner)), [true, false]);
        assert.ok(!message("logs", own));
    });

    it("have a statement for each condition key that identifies the resource's account [pol.cognito]", () => {
        const { Statement } = documentOf("cognito-identity");
        const unsigned = Statement.filter(({ Sid }) => Sid.startsWith("Unsigned"));
        assert.deepEqual(
            unsigned.map(({ Sid, Condition }) => [Sid, Condition]),
            ["auth", "unauth"].map((kind, index) => [
                `UnsignedToOwnResources${index + 1}`,
                {
                    Null: { "aws:PrincipalArn": "true" },
                    StringEquals: { [`cognito-identity-${kind}:AccountId`]: own },
                },
            ]),
        );
    });

    it("are allowed to trusted resources, and not with credentials from elsewhere [pol.federated] [pol.ssm-hybrid]", () => {
        const asked: [string, string, Partial<Request>, Partial<Request>][] = [
            ["sts", "sts:AssumeRoleWithSAML", { context: keysOf("Resource", own) }, {
                context: keysOf("Resource", foreign),
            }],
            [
                "ssm",
                "ssm:RegisterManagedInstance",
                { context: { "ssm:NodeAccountId": own } },
                { context: { "ssm:NodeAccountId": foreign } },
            ],
            [
                "rolesanywhere",
                "rolesanywhere:CreateSession",
                { resource: `arn:aws:rolesanywhere:us-east-1:${own}:trust-anchor/a` },
                { resource: `arn:aws:rolesanywhere:us-east-1:${foreign}:trust-anchor/a` },
            ],
        ];
        for (const [service, action, ours, theirs] of asked) {
            assert.equal(passes(service, byNobody, { action, ...ours }), true, action);
            assert.equal(passes(service, byNobody, { action, ...theirs }), false, action);
            assert.equal(passes(service, signedBy(foreign), { action, ...ours }), false, action);
        }
    });
});

describe("the data channel of a session", () => {
    const session = (account: string) => ({
        action: "ssmmessages:OpenDataChannel",
        resource: `arn:aws:ssm:us-east-1:${account}:session/app-0123456789abcdef0`,
    });

    it("opens for sessions of the own account, signed by the caller or with the session's token", () => {
        const ours = { ...session(own), context: keysOf("Resource", own) };
        assert.equal(passes("ssmmessages", signedBy(own), ours), true);
        assert.equal(passes("ssmmessages", byNobody, session(own)), true);
        assert.equal(passes("ssmmessages", signedBy(foreign), ours), false);
    });

    it("does not open for those of other accounts", () => {
        const theirs = { ...session(foreign), context: keysOf("Resource", foreign) };
        assert.equal(passes("ssmmessages", signedBy(own), theirs), false);
        assert.equal(passes("ssmmessages", byNobody, session(foreign)), false);
    });
});

describe("requests to AWS-owned resources", () => {
    const plan = planOf({
        services: [...new Set(Object.values(ownedResources).map(({ endpoint }) => endpoint))],
        perimeter: { awsOwnedResources: Object.keys(ownedResources) },
    });
    const owned = Object.entries(ownedResources).flatMap(([id, { endpoint, signedBy, statements }]) =>
        statements.map(({ condition, actions, writes, resources, regional }) => {
            const { policy } = plan.endpoints.find(({ service }) => service === endpoint)!;
            const resource = (regional?.["us-east-1"] ?? resources)[0]!.replaceAll("*", "x")
                .replaceAll("<partition>", "aws").replaceAll("<region>", "us-east-1").replaceAll(
                    "<regionNoDashes>",
                    "useast1",
                );
            const request = {
                action: actions[0]!.replace("*", "X"),
                resource: resource.replaceAll("<accountId>", own),
            };
            const document = JSON.parse(policy.document!.replaceAll("<accountId>", own)) as { Statement: unknown };
            return { id, signer: signedBy, writes, document, request, context: condition?.StringEquals };
        })
    );

    it("are allowed for trusted principals, and for others only if other or unsigned callers are expected [pol.presigned]", () => {
        for (const { id, signer, writes, document, request, context } of owned) {
            const passesFor = (by: By) => {
                const asked = { ...request, principal: by.principal, context: { ...by.context, ...context } };
                return evaluate(document, asked).decision === "Allowed";
            };
            assert.equal(passesFor(signedBy(own)), true, id);
            // Neither has a principal's ARN.
            for (const by of [byNobody, byService]) assert.equal(passesFor(by), signer !== "caller", id);
            assert.equal(passesFor(signedBy(foreign)), signer !== "caller" && !writes, id);
        }
    });

    it("are allowed only in Regions where AWS owns the names, because other accounts could own them elsewhere", () => {
        const inZone = (zone: string, ids: string[]) =>
            planOf({
                services: ["s3"],
                availabilityZones: [zone],
                perimeter: { awsOwnedResources: ids },
            }).endpoints[0]!.policy;
        const ids = ["codeartifact", "drs", "emr"];
        assert.deepEqual(inZone("us-east-1a", ids).ownedResources, ids);
        const { ownedResources: left, document } = inZone("cn-north-1a", ids);
        assert.deepEqual(left, ["emr"]);
        assert.ok(document!.includes("prod.cn-north-1.appinfo.src"));
        assert.ok(!/assets-|aws-drs/.test(document!));
        const without = inZone("ap-east-2a", ids).document!;
        assert.ok(without.includes("aws157-logs-prod-ap-east-2") && !without.includes("appinfo.src"));
    });

    it("are limited to the Regions that AWS's pages list for Amazon Linux 1, CodeDeploy and EC2 Image Builder", () => {
        const of = (region: string) => {
            const ids = ["amazon-linux-1", "codedeploy", "image-builder", "ssm-agent"];
            return ids.filter((id) => statementsFor([id], region).length > 0);
        };
        assert.deepEqual(of("us-east-1"), ["amazon-linux-1", "codedeploy", "image-builder", "ssm-agent"]);
        assert.deepEqual(of("cn-north-1"), ["amazon-linux-1", "codedeploy", "image-builder", "ssm-agent"]);
        assert.deepEqual(of("ca-west-1"), ["image-builder", "ssm-agent"]);
        assert.deepEqual(of("us-iso-east-1"), ["codedeploy", "ssm-agent"]);
    });

    it("are no buckets of a Region that AWS has not opened, where anyone could own them", () => {
        assert.ok(announcedRegions.every((region) => Object.hasOwn(regions, region)));
        for (const region of announcedRegions) {
            const named = Object.keys(ownedResources).flatMap((id) => statementsFor([id], region))
                .flatMap(({ Resource }) => Resource);
            assert.ok(named.includes("arn:<partition>:s3:::amazoncloudwatch-agent/*"));
            assert.ok(named.includes("arn:<partition>:ssm:<region>::document/*"));
            assert.deepEqual(named.filter((name) => /s3:::.*<region/.test(name)), []);
        }
    });

    it("are reported if AWS has none in the Region", () => {
        const warnings = (perimeter: PerimeterRequest, workloads: string[] = [], zone = "ca-west-1a") =>
            planOf({ services: ["s3"], workloads, perimeter, availabilityZones: [zone] }).warnings
                .filter(({ code }) => code === "perimeter.resources-not-in-region")
                .map(({ path, message, hint }) => [path, message, hint]);
        const awsOwnedResources = ["ssm-agent", "codedeploy"];
        assert.deepEqual(warnings({ awsOwnedResources }, []), [[
            "perimeter.awsOwnedResources[1]",
            "AWS documents no resources of AWS CodeDeploy in ca-west-1, so no policy allows codedeploy",
            "remove codedeploy, or use a Region that has them",
        ]]);
        assert.deepEqual(warnings({}, ["ecs-fargate", "codedeploy-ec2"]), [[
            "workloads[1]",
            "AWS documents no resources of AWS CodeDeploy in ca-west-1, so no policy allows codedeploy",
            "allow what codedeploy-ec2 uses instead in perimeter.exceptions, if anything",
        ]]);
        assert.deepEqual(warnings({ awsOwnedResources }, ["codedeploy-ec2"], "us-east-1a"), []);
    });

    it("write EMR logs only for trusted principals and unsigned requests", () => {
        const { document } =
            planOf({ services: ["s3"], perimeter: { awsOwnedResources: ["emr"] } }).endpoints[0]!.policy;
        const { Statement } = JSON.parse(document!) as { Statement: Statement[] };
        const writing = Statement.filter(({ Action }) => JSON.stringify(Action).includes("s3:Put*"));
        assert.deepEqual(
            writing.map(({ Sid, Condition }) => [Sid, Condition]),
            ["AwsEmr2", "AwsEmr3"].flatMap((sid) => [
                [sid, { StringEquals: { "aws:PrincipalAccount": "<accountId>" } }],
                [`${sid}Unsigned`, { Null: { "aws:PrincipalArn": "true" } }],
            ]),
        );
    });

    it("invoke foundation models, whose ARNs have no account, and no other accounts' models", () => {
        const invoke = (by: By, resource: string, account?: string) =>
            passes("bedrock-runtime", by, {
                action: "bedrock:InvokeModel",
                resource,
                context: account === undefined ? {} : keysOf("Resource", account),
            });
        const model = "arn:aws:bedrock:us-west-2::foundation-model/amazon.nova-lite-v1:0";
        assert.equal(invoke(signedBy(own), model), true);
        assert.equal(invoke(signedBy(foreign), model), false);
        assert.equal(invoke(byNobody, model), false);
        const imported = `arn:aws:bedrock:us-east-1:${foreign}:imported-model/a`;
        assert.equal(invoke(signedBy(own), imported, foreign), false);
    });

    it("pull the images of AWS Fargate's agents through both ECR endpoints", () => {
        const images = (services: string[], awsOwnedResources: string[] = []) =>
            ["ecr.api", "ecr.dkr"].map((service) =>
                endpointOf(`${service}-interface`, {
                    services: ["ecr.api", "ecr.dkr", ...services],
                    perimeter: { awsOwnedResources },
                }).policy.ownedResources
            );
        const agent = ["guardduty-fargate-agent"];
        assert.deepEqual(images(["guardduty-data"]), [agent, agent]);
        const others = ["app-mesh-envoy", "aws-for-fluent-bit"];
        assert.deepEqual(images([]), [[], []]);
        assert.deepEqual(images([], others), [others, others]);
    });

    it("are denied if their own conditions are not met", () => {
        const images = owned.find(({ id }) => id === "ec2-amazon-images")!;
        const { principal, context } = signedBy(own);
        const asked = { ...images.request, principal, context: { ...context, "ec2:Owner": foreign } };
        assert.equal(evaluate(images.document, asked).decision, "ImplicitDeny");
    });
});
