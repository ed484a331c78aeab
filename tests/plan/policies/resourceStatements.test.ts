import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { globalKey } from "../../../components/plan/policies/iam/lint/globalKeys";
import { search } from "../../../components/plan/policies/iam/prove/searchRequests";
import { fillPlaceholders, type PolicyDocument } from "../../../components/plan/policies/policyDocument";
import { templates } from "../fixtures";

const page = fs.readFileSync(path.join(__dirname, "..", "..", "..", "docs", "perimeter.md"), "utf8");
const statements = [...page.matchAll(/```json\n(.*?)```/gs)].map(([, text]) => JSON.parse(text!) as { Sid: string });

const allowing = (...conditions: object[]): PolicyDocument => ({
    Version: "2012-10-17",
    Statement: conditions.map((Condition) => ({
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition,
    })),
});
const bucket = "arn:aws:s3:::amzn-s3-demo-bucket";
/** A bucket policy that makes the bucket public, with the statement of the page that limits it. */
const limited = (sid: string): PolicyDocument => ({
    Version: "2012-10-17",
    Statement: [
        { Effect: "Allow", Principal: "*", Action: "s3:*", Resource: [bucket, `${bucket}/*`] },
        statements.find(({ Sid }) => Sid === sid)!,
    ],
});
const byServices = { Bool: { "aws:PrincipalIsAWSService": "true" } };

describe("the statements for resources in docs/perimeter.md", () => {
    it("allow only requests through the VPC, and those of AWS services", () => {
        const fromVpc = { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } };
        const onBehalf = { Bool: { "aws:ViaAWSService": "true" } };
        const allowedBy = [limited("OnlyThroughTheVpc")];
        assert.equal(search({ allowedBy, notBy: [allowing(fromVpc, byServices, onBehalf)] }).found, "none");
        assert.equal(search({ allowedBy, notBy: [allowing(byServices, onBehalf)] }).found, "some");
    });

    it("leave only requests through the endpoints, or through endpoints of the account or organization", () => {
        const onBehalf = { Bool: { "aws:ViaAWSService": "true" } };
        for (
            const [sid, StringEquals] of [
                ["OnlyThroughTheEndpoints", { "aws:SourceVpce": "vpce-0123456789abcdef0" }],
                ["OnlyThroughTheAccountsEndpoints", { "aws:VpceAccount": "123456789012" }],
                ["OnlyThroughTheOrganizationsEndpoints", { "aws:VpceOrgID": "o-exampleorgid" }],
            ] as const
        ) {
            const allowedBy = [limited(sid)];
            assert.equal(
                search({ allowedBy, notBy: [allowing({ StringEquals }, byServices, onBehalf)] }).found,
                "none",
            );
            assert.equal(search({ allowedBy, notBy: [allowing(byServices, onBehalf)] }).found, "some");
        }
    });

    it("leave, together with the endpoint's policy, only trusted principals and AWS services", () => {
        const endpoint = fillPlaceholders(templates.s3!, {
            accountId: "123456789012",
            partition: "aws",
            region: "us-east-1",
        });
        const trusted = {
            StringEquals: { "aws:PrincipalAccount": "123456789012", "aws:ResourceAccount": "123456789012" },
        };
        const allowedBy = [limited("OnlyThroughTheVpc"), endpoint];
        assert.equal(search({ allowedBy, notBy: [allowing(trusted, byServices)] }).found, "none");
        assert.equal(search({ allowedBy, notBy: [allowing(byServices)] }).found, "some");
        assert.equal(
            search({ allowedBy: [limited("OnlyThroughTheVpc")], notBy: [allowing(trusted, byServices)] }).found,
            "some",
        );
    });

    it("allow only requests of the organization, and those of AWS services", () => {
        const ofOrganization = { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } };
        const allowedBy = [limited("OnlyTheOrganization")];
        assert.equal(search({ allowedBy, notBy: [allowing(ofOrganization, byServices)] }).found, "none");
        assert.equal(search({ allowedBy, notBy: [allowing(byServices)] }).found, "some");
    });

    it("name the services whose requests have the keys on the owner of the endpoint", () => {
        const prefixes: { [service: string]: string } = {
            ...{ "S3": "s3", "KMS": "kms", "DynamoDB": "dynamodb", "Lambda": "lambda", "ECR": "ecr", "SQS": "sqs" },
            ...{ "Kinesis Data Streams": "kinesis", "Secrets Manager": "secretsmanager", "STS": "sts", "SNS": "sns" },
        };
        const rows = [...page.matchAll(/^\| `(aws:Vpce\w+)` \| (.+) \|$/gm)].map(([, key, services]) => [
            key!,
            services!.split(", "),
        ]);
        assert.deepEqual(rows.map(([key]) => key), ["aws:VpceAccount", "aws:VpceOrgPaths", "aws:VpceOrgID"]);
        for (const [key, services] of rows as [string, string[]][]) {
            const { onlyOf = [] } = globalKey(key)!;
            const expected = Object.keys(prefixes).filter((service) => onlyOf.includes(prefixes[service]!));
            assert.deepEqual(services.sort(), expected.sort(), key);
        }
    });
});
