import * as assert from "node:assert/strict";

import { checkPerimeter } from "../../../components/plan/policies/checkPerimeter";
import { type PerimeterRequest, withPerimeter } from "../../../components/plan/policies/perimeter";
import { codesOf } from "../../codesOf";
import { endpointOf, planOf, problemsOf, statementsOf } from "../fixtures";

const condition = (service: string, perimeter: PerimeterRequest, sid: string) => {
    const { policy } = endpointOf(`${service}-${service === "s3" ? "gateway" : "interface"}`, {
        services: [service],
        perimeter,
    });
    const { Statement } = JSON.parse(policy.document!) as {
        Statement: { Sid: string; Resource: unknown; Condition: object }[];
    };
    const { Resource, Condition } = Statement.find(({ Sid }) => Sid === sid)!;
    return { Resource, Condition };
};
const ownToOwn = "OwnPrincipalsToOwnResources";
const path = "o-exampleorgid/r-ab12/ou-ab12-11111111/*";

describe("the perimeter of a stack", () => {
    it("is its own account by default", () => {
        assert.deepEqual(condition("sqs", {}, ownToOwn).Condition, {
            StringEquals: { "aws:PrincipalAccount": "<accountId>", "aws:ResourceAccount": "<accountId>" },
        });
    });

    it("is accounts, including the stack's own", () => {
        const accounts = ["111122223333", "<accountId>"];
        assert.deepEqual(condition("sqs", { accountIds: ["111122223333"] }, ownToOwn).Condition, {
            StringEquals: { "aws:PrincipalAccount": accounts, "aws:ResourceAccount": accounts },
        });
    });

    it("is an organization", () => {
        assert.deepEqual(condition("sqs", { organizationId: "o-exampleorgid" }, ownToOwn).Condition, {
            StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid", "aws:ResourceOrgID": "o-exampleorgid" },
        });
    });

    it("is organizational units, by their paths", () => {
        assert.deepEqual(condition("sqs", { organizationPaths: [path] }, ownToOwn).Condition, {
            "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": path, "aws:ResourceOrgPaths": path },
        });
    });

    it("applies to requests of AWS services on behalf of the stack", () => {
        assert.deepEqual(condition("s3", { organizationPaths: [path] }, "AwsServicesToOwnBuckets").Condition, {
            "Bool": { "aws:PrincipalIsAWSService": "true" },
            "ForAnyValue:StringLike": { "aws:ResourceOrgPaths": path },
        });
    });

    it("applies to federated sign-in requests, which are unsigned [pol.federated]", () => {
        const signIn = (perimeter: PerimeterRequest) => condition("sts", perimeter, "UnsignedToOwnResources").Condition;
        const unsigned = { Null: { "aws:PrincipalArn": "true" } };
        assert.deepEqual(signIn({}), { ...unsigned, StringEquals: { "aws:ResourceAccount": "<accountId>" } });
        assert.deepEqual(signIn({ organizationId: "o-exampleorgid" }), {
            ...unsigned,
            StringEquals: { "aws:ResourceOrgID": "o-exampleorgid" },
        });
    });

    it("applies to hybrid nodes, by the account that owns them [pol.ssm-hybrid]", () => {
        const node = (perimeter: PerimeterRequest) =>
            (condition("ssm", perimeter, "UnsignedToOwnResources").Condition as { StringEquals: object }).StringEquals;
        assert.deepEqual(node({}), { "ssm:NodeAccountId": "<accountId>" });
        assert.deepEqual(node({ organizationId: "o-exampleorgid" }), { "ssm:NodeOrgId": "o-exampleorgid" });
        assert.deepEqual(node({ organizationPaths: [path] }), { "ssm:NodeOrgId": "o-exampleorgid" });
    });

    it("applies to user pools by ARN, and in an organization by the resource's organization [pol.cognito]", () => {
        const pools = (perimeter: PerimeterRequest) => condition("cognito-idp", perimeter, "UnsignedToOwnResources");
        assert.equal(pools({}).Resource, "arn:aws:cognito-idp:us-east-1:<accountId>:userpool/*");
        assert.deepEqual(pools({ accountIds: ["111122223333"] }).Resource, [
            "arn:aws:cognito-idp:us-east-1:111122223333:userpool/*",
            "arn:aws:cognito-idp:us-east-1:<accountId>:userpool/*",
        ]);
        assert.deepEqual(pools({ organizationId: "o-exampleorgid" }), {
            Resource: "arn:aws:cognito-idp:us-east-1:*:userpool/*",
            Condition: {
                Null: { "aws:PrincipalArn": "true" },
                StringEquals: { "aws:ResourceOrgID": "o-exampleorgid" },
            },
        });
    });

    it("applies to the own account's user pools and trust anchors by ARN alone, too [pol.cognito]", () => {
        const organization = { organizationId: "o-exampleorgid" };
        for (
            const [service, Resource] of [
                ["cognito-idp", "arn:aws:cognito-idp:us-east-1:<accountId>:userpool/*"],
                ["rolesanywhere", "arn:aws:rolesanywhere:us-east-1:<accountId>:trust-anchor/*"],
            ] as const
        ) {
            for (const perimeter of [organization, { organizationPaths: [path] }]) {
                assert.deepEqual(condition(service, perimeter, "UnsignedToOwnResourcesByName"), {
                    Resource,
                    Condition: { Null: { "aws:PrincipalArn": "true" } },
                });
            }
        }
        const sids = (perimeter: PerimeterRequest) =>
            endpointOf("cognito-idp-interface", { services: ["cognito-idp"], perimeter }).policy.document!;
        assert.ok(!sids({ accountIds: ["111122223333"] }).includes("ByName"));
    });

    it("applies to identity pools by account only, because Cognito has no condition key for the organization [pol.cognito]", () => {
        const pool = (perimeter: PerimeterRequest) =>
            condition("cognito-identity", perimeter, "UnsignedToOwnResources1").Condition as { StringEquals: object };
        const key = "cognito-identity-auth:AccountId";
        assert.deepEqual(pool({ organizationId: "o-exampleorgid" }).StringEquals, { [key]: "<accountId>" });
        assert.deepEqual(pool({ organizationPaths: [path] }).StringEquals, { [key]: "<accountId>" });
        assert.deepEqual(pool({ accountIds: ["111122223333"] }).StringEquals, {
            [key]: ["111122223333", "<accountId>"],
        });
    });

    it("keeps conditions on an explicit account, and ARNs of other accounts", () => {
        const own = "arn:aws:sqs:us-east-1:<accountId>:orders";
        const other = "arn:aws:sqs:us-east-1:123456789012:orders";
        const StringEquals = { "aws:PrincipalAccount": "123456789012", "ec2:Owner": "<accountId>" };
        const document = { Statement: [{ Resource: [own, other], Condition: { StringEquals } }] };
        const [statement] = withPerimeter(document, { accountIds: ["111122223333"] }).Statement as object[];
        assert.deepEqual(statement, {
            Resource: [own, own.replace("<accountId>", "111122223333"), other],
            Condition: { StringEquals },
        });
    });

    it("keeps the resources given in access", () => {
        const queue = "arn:aws:sqs:us-east-1:<accountId>:orders";
        const access = [{ actions: ["sqs:SendMessage"], resources: [queue] }];
        const resourcesOf = (perimeter: PerimeterRequest) => {
            const endpoint = endpointOf("sqs-interface", {
                services: ["sqs"],
                perimeter,
                endpoints: { sqs: { access } },
            });
            return statementsOf(endpoint).find(({ Sid }) => Sid === "Access")!.Resource;
        };
        for (
            const perimeter of [
                {},
                { accountIds: ["111122223333"] },
                { organizationId: "o-exampleorgid" },
                { organizationPaths: [path] },
            ]
        ) {
            assert.deepEqual(resourcesOf(perimeter), queue, JSON.stringify(perimeter));
        }
    });

    it("limits interface endpoints to the trusted accounts' services, but not to an organization's", () => {
        const owners = (perimeter: PerimeterRequest) =>
            (condition("ec2", perimeter, "OwnPrincipalsToUnowned1").Condition as { StringEqualsIfExists: object })
                .StringEqualsIfExists;
        assert.deepEqual(owners({ accountIds: ["111122223333"] }), {
            "ec2:VpceServiceOwner": ["111122223333", "<accountId>", "amazon"],
        });
        assert.deepEqual(owners({ organizationId: "o-exampleorgid" }), {
            "ec2:VpceServiceOwner": ["<accountId>", "amazon"],
        });
    });

    it("keeps other conditions, and does not change the template", () => {
        const Condition = {
            StringEquals: { "aws:PrincipalAccount": "<accountId>", "ec2:Owner": "amazon" },
            Bool: { b: "true" },
        };
        const document = { Statement: [{ Condition }, { Resource: "*" }] };
        const before = structuredClone(document);
        const changed = withPerimeter(document, { organizationId: "o-exampleorgid" });
        assert.deepEqual(changed.Statement, [
            {
                Condition: {
                    Bool: { b: "true" },
                    StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid", "ec2:Owner": "amazon" },
                },
            },
            { Resource: "*" },
        ]);
        assert.deepEqual(document, before);
    });
});

describe("an invalid perimeter", () => {
    const codes = (perimeter: PerimeterRequest, asked: string[] = ["s3"]) => codesOf(checkPerimeter(perimeter, asked));

    it("has an empty list", () => {
        assert.deepEqual(codes({ accountIds: [] }), ["list.empty perimeter.accountIds"]);
        assert.deepEqual(codes({ organizationPaths: [] }), ["list.empty perimeter.organizationPaths"]);
    });

    it("has two settings for who is trusted", () => {
        assert.deepEqual(codes({ accountIds: ["123456789012"], organizationId: "o-exampleorgid" }), [
            "perimeter.several-kinds perimeter",
        ]);
    });

    it("has malformed IDs or paths", () => {
        assert.deepEqual(codes({ accountIds: ["123456789012", "12345678901", "*"] }), [
            "perimeter.invalid-id perimeter.accountIds[1]",
            "perimeter.invalid-id perimeter.accountIds[2]",
        ]);
        for (const organizationId of ["", "exampleorgid", "o-short", "o-ExampleOrgId", "o-*"]) {
            assert.deepEqual(codes({ organizationId }), [
                "perimeter.invalid-id perimeter.organizationId",
            ]);
        }
        const right = [
            path,
            "o-exampleorgid/r-ab12/",
            "o-exampleorgid/r-ab12/*",
            "o-exampleorgid/r-ab12/ou-ab12-11111111/",
        ];
        assert.deepEqual(codes({ organizationPaths: right }), []);
        for (
            const wrong of [
                "o-exampleorgid",
                "o-exampleorgid/*",
                "r-ab12/ou-ab12-11111111/",
                "o-exampleorgid/r-ab12/ou-ab12-11111111",
            ]
        ) {
            assert.equal(codes({ organizationPaths: [wrong] }).length, 1, wrong);
        }
    });

    it("has exceptions without service, actions, resources or reason", () => {
        const exception = {
            service: "s3",
            actions: ["s3:GetObject"],
            resources: ["arn:aws:s3:::partner/*"],
            reason: "prices",
        };
        assert.deepEqual(codes({ exceptions: [exception] }), []);
        assert.deepEqual(codes({ exceptions: [{ ...exception, reason: " " }] }), [
            "perimeter.no-reason perimeter.exceptions[0].reason",
        ]);
        assert.deepEqual(codes({ exceptions: [exception, { ...exception, actions: [], resources: [] }] }), [
            "list.empty perimeter.exceptions[1].actions",
            "list.empty perimeter.exceptions[1].resources",
        ]);
        assert.deepEqual(
            codes({ exceptions: [{ ...exception, service: "s33" }, { ...exception, service: "sqs" }] }),
            [
                "services.unknown perimeter.exceptions[0].service",
                "services.not-requested perimeter.exceptions[1].service",
            ],
        );
    });

    it("has an exception that allows writing to resources of unknown owners", () => {
        const exception = (action: string, resource: string) => ({
            ...{ service: "s3", actions: ["s3:ListBucket", action], resources: [resource], reason: "Deliveries." },
        });
        const written = exception("s3:PutObject", "arn:aws:s3:::amzn-s3-demo-*/*");
        const parameters = { cidrBlock: "10.0.0.0/16", services: ["s3"], perimeter: { exceptions: [written] } };
        assert.deepEqual(codesOf(problemsOf(parameters)), ["perimeter.open-write perimeter.exceptions[0].actions[1]"]);
        const variable = "arn:aws:s3:::${aws:UserAgent}/*";
        for (
            const open of ["*", "arn:aws:sqs:us-east-1:*:queue", "arn:aws:sqs:us-east-1:11112222333?:queue", variable]
        ) {
            assert.equal(codes({ exceptions: [exception("s3:*", open)] }).length, 1, open);
        }
        for (const open of ["arn:aws:dynamodb:us-east-1:111122223333:table/*", "arn:aws:ec2:us-east-1::snapshot/*"]) {
            assert.equal(codes({ exceptions: [exception("s3:*", open)] }).length, 1, open);
        }
        const point = "arn:aws:s3:us-east-1:111122223333:accesspoint/deliveries";
        for (
            const full of [
                `${point}/object/*`,
                `${point}/object/in/?`,
                "arn:aws:s3::111122223333:accesspoint/m.mrap/object/*",
            ]
        ) {
            assert.deepEqual(codes({ exceptions: [exception("s3:PutObject", full)] }), [], full);
        }
        for (
            const open of [
                ...[`${point}*`, `${point}*/object/x`, point.replace("111122223333", "*"), `${point}/obj*`],
                "arn:aws:s3:us-east-1:111122223333:*/deliveries/object/x",
            ]
        ) {
            assert.equal(codes({ exceptions: [exception("s3:PutObject", open)] }).length, 1, open);
        }
        const full = "arn:aws:s3:::amzn-s3-demo-bucket/*";
        assert.deepEqual(codes({ exceptions: [exception("s3:PutObject", full)] }), []);
        const ownFolder = "arn:aws:s3:::amzn-s3-demo-bucket/${aws:username}/*";
        assert.deepEqual(codes({ exceptions: [exception("s3:PutObject", ownFolder)] }), []);
        assert.deepEqual(codes({ exceptions: [exception("s3:GetObject", "*")] }), []);
    });

    it("has AWS-owned resources that are unknown, or that no endpoint reaches", () => {
        assert.deepEqual(codes({ awsOwnedResources: ["amazon-linux-2023", "amazon-linux-2022"] }), [
            "perimeter.unknown-resources perimeter.awsOwnedResources[1]",
        ]);
        assert.deepEqual(codes({ awsOwnedResources: ["amazon-linux-2023"] }, ["sqs"]), [
            "services.not-requested perimeter.awsOwnedResources[0]",
        ]);
        assert.deepEqual(codes({ awsOwnedResources: ["ssm-public-documents"] }, ["ssm-fips"]), []);
    });

    it("is a problem with a fix", () => {
        const fixes = (perimeter: PerimeterRequest) => checkPerimeter(perimeter, ["s3"]).map(({ hint }) => hint);
        const path = "o-exampleorgid/r-ab12/ou-ab12-11111111/*";
        const alone = (
            example: string,
        ) => [`list at least one, e.g. ${example}, or remove it to trust only the stack's own account`];
        assert.deepEqual(fixes({ accountIds: [] }), alone("123456789012"));
        assert.deepEqual(fixes({ organizationPaths: [] }), alone(path));
        assert.deepEqual(fixes({ accountIds: ["1234567890123"] }), ["write it like 123456789012"]);
        for (const organizationId of ["o-exampleorgid/", "xo-exampleorgid", "o-exampleorgid "]) {
            assert.deepEqual(fixes({ organizationId }), ["write it like o-exampleorgid"]);
        }
        assert.deepEqual(codesOf(checkPerimeter({ organizationPaths: [`x${path}`] }, [])), [
            "perimeter.invalid-id perimeter.organizationPaths[0]",
        ]);
        assert.deepEqual(fixes({ accountIds: ["123456789012"], organizationId: "o-exampleorgid" }), [
            "keep one; an organization already includes its accounts",
        ]);
        assert.deepEqual(fixes({ awsOwnedResources: ["amazon-linux-2022"] }), [`did you mean "amazon-linux-2023"?`]);
        assert.deepEqual(fixes({ awsOwnedResources: ["cloudformation-transforms"] }), [
            "add cloudformation to services, or remove this entry",
        ]);
        const exception = { service: "s3", actions: [], resources: ["arn:aws:s3:::partner/*"], reason: "" };
        assert.deepEqual(fixes({ exceptions: [exception] }), [
            "write the reason, which the plan shows",
            "list at least one of the actions",
        ]);
    });

    it("is reported with all other problems", () => {
        const found = problemsOf({ services: ["s33"], perimeter: { accountIds: ["1"] } }).map((problem) =>
            problem.path
        );
        assert.deepEqual(found, ["services[0]", "perimeter.accountIds[0]"]);
    });
});

describe("requests across the perimeter", () => {
    const s3With = (perimeter: PerimeterRequest) => endpointOf("s3-gateway", { services: ["s3"], perimeter }).policy;

    it("are allowed by exceptions, for trusted principals only, listed in the plan with their reason", () => {
        const exceptions = [
            {
                service: "s3",
                actions: ["s3:GetObject"],
                resources: ["arn:aws:s3:::partner-prices/*"],
                reason: "prices",
            },
        ];
        const policy = s3With({ organizationId: "o-exampleorgid", exceptions });
        assert.deepEqual(policy.exceptions, exceptions);
        const { Statement } = JSON.parse(policy.document!) as { Statement: object[] };
        assert.deepEqual(Statement.at(-1), {
            Sid: "Exception1",
            Effect: "Allow",
            Principal: "*",
            Action: "s3:GetObject",
            Resource: "arn:aws:s3:::partner-prices/*",
            Condition: { StringEquals: { "aws:PrincipalOrgID": "o-exampleorgid" } },
        });
        const other = endpointOf("sqs-interface", { services: ["s3", "sqs"], perimeter: { exceptions } });
        assert.deepEqual(other.policy.exceptions, []);
    });

    it("are linted in exceptions like every policy of the caller", () => {
        const exception = { service: "s3", actions: ["s3:GetObjekt"], resources: ["arn:aws:s3:::partner-prices/*"] };
        const perimeter = { exceptions: [{ ...exception, reason: "prices" }] };
        assert.deepEqual(planOf({ services: ["s3"], perimeter }).warnings.map(({ path, hint }) => [path, hint]), [
            ["perimeter.exceptions[0]", "did you mean s3:GetObject?"],
        ]);
    });

    it("are allowed to the requested AWS-owned resources, and to no others", () => {
        assert.deepEqual(s3With({ awsOwnedResources: ["amazon-linux-2023"] }).ownedResources, ["amazon-linux-2023"]);
        assert.deepEqual(s3With({}).ownedResources, []);
    });
});
