import * as assert from "node:assert/strict";

import { ownedResources } from "../../../components/plan/facts/ownedResources";
import { evaluate } from "../../../components/plan/policies/iam/evaluate";
import type { Request } from "../../../components/plan/policies/iam/request";
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

describe("actions for which AWS sets no owner of the resource", () => {
    it("have a statement of their own on the service's endpoint", () => {
        assert.deepEqual(documentOf("ebs").Statement.at(-1), {
            Sid: "OwnPrincipalsToUnowned",
            Effect: "Allow",
            Principal: "*",
            Action: "ebs:*",
            Resource: "*",
            Condition: { StringEquals: { "aws:PrincipalAccount": own } },
        });
        assert.deepEqual(documentOf("ec2").Statement.find(({ Sid }) => Sid === "OwnPrincipalsToUnowned")!.Action, [
            "ec2:AcceptTransitGatewayPeeringAttachment",
            "ec2:AcceptVpcEndpointConnections",
            "ec2:CreateTransitGatewayPeeringAttachment",
        ]);
        assert.ok(!documentOf("sqs").Statement.some(({ Sid }) => Sid === "OwnPrincipalsToUnowned"));
    });

    it("pass for endpoints to services of AWS and of the own account only", () => {
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

    it("pass for peering between VPCs of the own account only", () => {
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

    it("pass for trusted principals, and for nobody else", () => {
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

    it("are known however they are capitalized, and by their service where that has no owners at all", () => {
        for (const action of ["EC2:createvpcendpoint", "ebs:PutSnapshotBlock", "EBS:*", "ebs:Get*"]) {
            assert.ok(isUnowned(action), action);
        }
        for (const action of ["ec2:CreateVpc", "ebsx:PutSnapshotBlock", "ec2:*", "e:CreateVpc", "*"]) {
            assert.ok(!isUnowned(action), action);
        }
    });
});

describe("requests that nobody signs", () => {
    it("are known however they are capitalized", () => {
        assert.ok(isUnsigned("STS:assumerolewithsaml"));
        assert.ok(!isUnsigned("sts:AssumeRole"));
    });

    it("have a statement for each key that can tell whose they are [pol.cognito]", () => {
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

    it("pass to what is trusted, and not with credentials from elsewhere [pol.federated] [pol.ssm-hybrid]", () => {
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

describe("requests to AWS's own resources", () => {
    const plan = planOf({
        services: [...new Set(Object.values(ownedResources).map(({ endpoint }) => endpoint))],
        perimeter: { awsOwnedResources: Object.keys(ownedResources) },
    });
    const owned = Object.entries(ownedResources).flatMap(([id, { endpoint, signedBy, statements }]) =>
        statements.map(({ condition, actions, resources, regional }) => {
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
            return { id, signer: signedBy, document, request, context: condition?.StringEquals };
        })
    );

    it("pass for trusted principals, and for others only where others or nobody sign them [pol.presigned]", () => {
        for (const { id, signer, document, request, context } of owned) {
            const passesFor = (by: By) => {
                const asked = { ...request, principal: by.principal, context: { ...by.context, ...context } };
                return evaluate(document, asked).decision === "Allowed";
            };
            assert.equal(passesFor(signedBy(own)), true, id);
            for (const by of [signedBy(foreign), byNobody, byService]) {
                assert.equal(passesFor(by), signer !== "caller", id);
            }
        }
    });

    it("pass with the conditions that are said of them", () => {
        const images = owned.find(({ id }) => id === "ec2-amazon-images")!;
        const { principal, context } = signedBy(own);
        const asked = { ...images.request, principal, context: { ...context, "ec2:Owner": foreign } };
        assert.equal(evaluate(images.document, asked).decision, "ImplicitDeny");
    });
});
