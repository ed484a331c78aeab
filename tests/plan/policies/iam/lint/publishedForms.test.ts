import * as assert from "node:assert/strict";

import {
    contextOf,
    lintEndpointPolicy,
    Severity,
} from "../../../../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { codesOf } from "../../../../codesOf";

const role = "arn:aws:iam::1234567890:role/role_name";
const all = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" };
const orgs = { "aws:PrincipalOrgID": "my-org-id", "aws:ResourceOrgID": "<my-org-id>" };

/** Policies in the forms that AWS's pages have, by what is unusual in them, and the warnings that they get. */
const forms: { [form: string]: { service?: string; statements: object[]; warnings: string[] } } = {
    // https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
    "a statement next to one that allows everything": {
        service: "ecr.api",
        statements: [
            { Sid: "AllowAll", ...all },
            { Sid: "Pull", Effect: "Allow", Principal: { AWS: role }, Action: "ecr:BatchGetImage", Resource: "*" },
            {
                ...all,
                Effect: "Deny",
                Action: "ecr:DeleteRepository",
                Resource: "arn:aws:ecr:region:1234567890:repository/a",
            },
        ],
        warnings: [
            "pol.statement-without-effect Statement[1]",
            "pol.placeholder Statement[1].Principal.AWS",
            "pol.placeholder Statement[2].Resource",
            "pol.placeholder Statement[2].Resource",
        ],
    },
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
    "pseudo parameters of CloudFormation": {
        service: "sqs",
        statements: [{
            ...all,
            Principal: { AWS: "arn:${AWS::Partition}:iam::${AWS::AccountId}:role/app" },
            Action: "sqs:SendMessage",
            Resource: "arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:orders",
        }],
        warnings: [],
    },
    // https://docs.aws.amazon.com/athena/latest/ug/interface-vpc-endpoint.html
    "placeholders without brackets": {
        statements: [{ ...all, Condition: { StringEquals: orgs } }],
        warnings: ["pol.placeholder Statement[0].Condition.StringEquals.aws:PrincipalOrgID"],
    },
    "placeholders in double brackets": {
        statements: [{ ...all, Action: "s3:GetObject", Resource: "arn:aws:s3:::{{bucket}}/*" }],
        warnings: [],
    },
    // https://docs.aws.amazon.com/iot-sitewise/latest/userguide/vpc-endpoint-policy.html
    "a principal without the start of its ARN": {
        statements: [{ ...all, Principal: { AWS: ["123456789012:user/admin"] }, Action: "iotsitewise:ListGateways" }],
        warnings: ["pol.principal Statement[0].Principal.AWS[0]"],
    },
    // https://github.com/aws-samples/data-perimeter-policy-examples/tree/main/vpc_endpoint_policies
    "a tag in addition to the organization": {
        statements: [{
            ...all,
            Condition: {
                StringEquals: { "aws:PrincipalOrgID": "<my-org-id>", "aws:PrincipalTag/dp:exclude:resource": "true" },
            },
        }],
        warnings: [],
    },
};

describe("the linter, for policies in the forms that AWS publishes,", () => {
    for (const [form, { service, statements: Statement, warnings }] of Object.entries(forms)) {
        it(`finds no error in ${form}`, () => {
            const found = lintEndpointPolicy({ Version: "2012-10-17", Statement }, service ? contextOf(service) : {});
            assert.deepEqual(found.filter(({ severity }) => severity === Severity.error), []);
            assert.deepEqual(codesOf(found), warnings);
        });
    }
});

describe("the linter, for text that is not JSON,", () => {
    const at = (text: string) => lintEndpointPolicy(text).map(({ code, line, column }) => [code, line, column]);

    it("reports the line and column of each kind of mistake", () => {
        const mistakes: [string, number, number][] = [
            [`{\n  "Statement": [],\n}`, 3, 1],
            [`{\n  "Statement": [{}\n   {}]\n}`, 3, 4],
            [`{\n  'Statement': []\n}`, 2, 3],
            [`{\n  // all\n  "Statement": []\n}`, 2, 3],
            [`{\r\n  "Statement": [True]\r\n}`, 2, 17],
            [`{"Statement": [}`, 1, 16],
            [`{"Statement": []} {}`, 1, 19],
            ["Statement: []", 1, 1],
        ];
        for (const [text, line, column] of mistakes) assert.deepEqual(at(text), [["pol.not-json", line, column]], text);
    });
});
