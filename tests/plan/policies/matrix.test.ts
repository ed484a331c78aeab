import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { evaluate } from "../../../components/plan/policies/iam/evaluate";
import { endpointOf } from "../fixtures";
import { matrix } from "./matrix";

const expected = [
    ["own principal, own resource", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes"],
    ["own principal, resource elsewhere", "no", "yes", "no", "no", "no", "no", "no", "no"],
    ["principal from elsewhere, own resource", "no", "yes", "no", "no", "no", "no", "no", "no"],
    ["principal from elsewhere, resource elsewhere", "no", "yes", "no", "no", "no", "no", "no", "no"],
    ["AWS service, own resource", "yes", "yes", "yes", "yes", "yes", "yes", "yes", "yes"],
    ["AWS service, resource elsewhere", "no", "yes", "no", "no", "no", "no", "no", "no"],
    ["unsigned request, own resource", "no", "yes", "no", "no", "no", "no", "no", "no"],
    ["federated sign-in, own role", "-", "-", "-", "-", "-", "-", "-", "yes"],
    ["federated sign-in, role elsewhere", "-", "-", "-", "-", "-", "-", "-", "no"],
    ["AWS-owned resource, read", "-", "-", "-", "-", "-", "yes", "yes", "-"],
    ["AWS-owned resource, write", "-", "-", "-", "-", "-", "no", "no", "-"],
];

describe("the requests that the built-in policies allow", () => {
    it("are those of trusted principals to trusted resources, of AWS on their behalf, and to AWS-owned resources [pol.presigned] [pol.federated]", () => {
        assert.deepEqual(matrix(), {
            titles: ["", "default", "full-access", "dynamodb", "ecr.api", "ecr.dkr", "s3", "ssm", "sts"],
            rows: expected,
        });
    });

    it("are the same for trusted accounts, organizations and organization paths", () => {
        const paths = ["o-exampleorgid/r-ab12/ou-ab12-11111111/*"];
        for (
            const perimeter of [
                { accountIds: ["123456789012"] },
                { organizationId: "o-exampleorgid" },
                { organizationPaths: paths },
            ]
        ) {
            assert.deepEqual(matrix(perimeter).rows, expected, JSON.stringify(perimeter));
        }
    });

    it("are listed in policies/endpoints/README.md", () => {
        const { titles, rows } = matrix();
        const line = (cells: string[]) => `| ${cells.join(" | ")} |`.replace("|  |", "| |");
        const table = [line(titles), line(titles.map(() => "---")), ...rows.map(line)].join("\n");
        const file = path.join(__dirname, "..", "..", "..", "policies", "endpoints", "README.md");
        assert.ok(fs.readFileSync(file, "utf8").includes(table), `copy into policies/endpoints/README.md:\n${table}`);
    });
});

describe("unsigned requests to AWS-owned resources", () => {
    const decide = (action: string, bucket: string, key = "key") => {
        const { policy } = endpointOf("s3-gateway", { workloads: ["ssm-patching", "cloudformation-signals"] });
        const request = {
            action,
            resource: `arn:aws:s3:::${bucket}/${key}`,
            context: { "aws:ResourceAccount": "111122223333" },
        };
        const document = JSON.parse(policy.document!.replaceAll("<accountId>", "123456789012"));
        return evaluate(document, { ...request, principal: { type: "Anonymous" } }).decision;
    };

    it("are allowed for package repositories, and only to read [pol.unauthenticated]", () => {
        assert.equal(decide("s3:GetObject", "al2023-repos-us-east-1-de612dc2"), "Allowed");
        assert.equal(decide("s3:PutObject", "al2023-repos-us-east-1-de612dc2"), "ImplicitDeny");
        assert.equal(decide("s3:GetObject", "somebody-elses"), "ImplicitDeny");
    });

    it("are allowed to send CloudFormation signals for stacks of the own account only [pol.presigned]", () => {
        const bucket = "cloudformation-waitcondition-us-east-1";
        const stackOf = (account: string) => `arn:aws:cloudformation:us-east-1:${account}:stack/app/id/id/handle`;
        assert.equal(decide("s3:PutObject", bucket, stackOf("123456789012")), "Allowed");
        assert.equal(decide("s3:PutObject", bucket, stackOf("111122223333")), "ImplicitDeny");
        assert.equal(decide("s3:PutObject", bucket), "ImplicitDeny");
        assert.equal(decide("s3:PutObject", `${bucket}-mine`, stackOf("123456789012")), "ImplicitDeny");
    });
});
