import * as assert from "node:assert/strict";

import type { EndpointOverride } from "../../../components/plan/endpoints/endpointOverrides";
import { services } from "../../../components/plan/facts/services";
import { type AccessRequest, checkAccess } from "../../../components/plan/policies/access";
import { codesOf } from "../../codesOf";
import { endpointOf, problemsOf } from "../fixtures";

interface Statement {
    Sid: string;
    Action: string | string[];
    Resource: string | string[];
    Condition: { [operator: string]: { [key: string]: unknown } };
}

const policyWith = (service: string, override: EndpointOverride) =>
    endpointOf(`${service}-${service === "s3" ? "gateway" : "interface"}`, {
        services: [service],
        endpoints: { [service]: override },
    }).policy;
const statementsWith = (service: string, override: EndpointOverride) =>
    (JSON.parse(policyWith(service, override).document!) as { Statement: Statement[] }).Statement;
const ofServices = (service: string) =>
    statementsWith(service, { access: [{ actions: ["*"], resources: ["*"] }] })
        .filter(({ Sid }) => Sid.startsWith("AwsServices"));
const codes = (service: string, override: EndpointOverride) =>
    codesOf(problemsOf({ services: [service], endpoints: { [service]: override } }));

const read: AccessRequest = { actions: ["s3:GetObject"], resources: ["arn:aws:s3:::app-data/*"] };
const ownToOwn = { "aws:PrincipalAccount": "<accountId>", "aws:ResourceAccount": "<accountId>" };

describe("a policy narrowed by access", () => {
    it("allows only the given actions and resources, within the perimeter", () => {
        const policy = policyWith("s3", { access: [read] });
        assert.deepEqual([policy.from, policy.narrowed], ["s3", true]);
        assert.deepEqual(statementsWith("s3", { access: [read] }), [{
            Sid: "Access",
            Effect: "Allow",
            Principal: "*",
            Action: "s3:GetObject",
            Resource: "arn:aws:s3:::app-data/*",
            Condition: { StringEquals: ownToOwn },
        }, ...ofServices("s3")]);
    });

    it("has a statement for each entry, for the given principals", () => {
        const principals = ["arn:aws:iam::123456789012:role/app"];
        const write = { actions: ["s3:PutObject"], resources: ["arn:aws:s3:::app-data/*"], principals };
        const statements = statementsWith("s3", { access: [read, write] });
        assert.deepEqual(statements.map(({ Sid }) => Sid), ["Access1", "Access2", "AwsServicesToOwnBuckets"]);
        assert.deepEqual(statements[1]!.Condition, {
            StringEquals: ownToOwn,
            ArnLike: { "aws:PrincipalArn": principals[0] },
        });
    });

    it("has no condition on the resource owner for actions without one", () => {
        const access = [{ actions: ["ec2:CreateVpcEndpoint", "ec2:DescribeVpcs"], resources: ["*"] }];
        const [owned, unowned] = statementsWith("ec2", { access });
        assert.deepEqual([owned!.Action, owned!.Condition], ["ec2:DescribeVpcs", { StringEquals: ownToOwn }]);
        assert.deepEqual([unowned!.Sid, unowned!.Action, unowned!.Condition], [
            "AccessUnowned",
            "ec2:CreateVpcEndpoint",
            {
                StringEquals: { "aws:PrincipalAccount": "<accountId>" },
                StringEqualsIfExists: { "ec2:VpceServiceOwner": ["<accountId>", "amazon"] },
            },
        ]);
    });

    it("handles actions without a resource owner also if a pattern matches them, and no others", () => {
        const actions = (service: string, action: string) =>
            statementsWith(service, { access: [{ actions: [action], resources: ["*"] }] })
                .filter(({ Sid }) => Sid.startsWith("Access")).map(({ Sid, Action }) => [Sid, Action]);
        assert.deepEqual(actions("ec2", "ec2:accept*"), [
            ["Access", "ec2:accept*"],
            ["AccessUnowned", "ec2:AcceptVpcPeeringConnection"],
        ]);
        assert.deepEqual(actions("ec2", "ec2:CreateVpcEndpoint"), [["AccessUnowned", "ec2:CreateVpcEndpoint"]]);
        assert.deepEqual(actions("ec2", "ec2:Describe*"), [["Access", "ec2:Describe*"]]);
        assert.deepEqual(actions("ebs", "EBS:GetSnapshotBlock"), [["AccessUnowned", "EBS:GetSnapshotBlock"]]);
    });

    it("limits each action without a resource owner by the other side's account if a condition key has it", () => {
        const access = [{ actions: ["ec2:Create*", "ebs:*"], resources: ["*"] }];
        const unowned = statementsWith("ec2", { access: [{ ...access[0]!, actions: ["ec2:Create*"] }] })
            .filter(({ Sid }) => Sid.startsWith("AccessUnowned"));
        assert.deepEqual(
            unowned.map(({ Sid, Action, Condition }) => [Sid, Action, Object.keys(Condition)]),
            [
                ["AccessUnowned1", "ec2:CreateVpcEndpoint", ["StringEquals", "StringEqualsIfExists"]],
                ["AccessUnowned2", "ec2:CreateVpcPeeringConnection", ["ArnLikeIfExists", "StringEquals"]],
            ],
        );
    });

    it("allows connecting networks of other accounts only if an entry names the action", () => {
        const peering = "ec2:CreateTransitGatewayPeeringAttachment";
        const named = statementsWith("ec2", { access: [{ actions: [peering], resources: ["*"] }] })[0]!;
        assert.deepEqual([named.Sid, named.Action, named.Condition], [
            "AccessUnowned",
            peering,
            { StringEquals: { "aws:PrincipalAccount": "<accountId>" } },
        ]);
    });

    it("keeps what AWS services may do with trusted resources, as for the whole service", () => {
        const whole = statementsWith("s3", {}).filter(({ Sid }) => Sid.startsWith("AwsServices"));
        assert.deepEqual(ofServices("s3"), whole);
        const document = JSON.stringify({ Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "*" }] });
        assert.deepEqual(statementsWith("s3", { fromPolicies: [document] }).slice(1), whole);
        assert.deepEqual(statementsWith("sqs", { access: [{ actions: ["sqs:*"], resources: ["*"] }] }).slice(1), [
            ...statementsWith("sqs", {}).filter(({ Sid }) => Sid.startsWith("AwsServices")),
        ]);
    });

    it("allows unsigned requests to the resources it names, and never to other accounts' resources", () => {
        const unsigned = (service: string, action: string, ...resources: string[]) =>
            statementsWith(service, { access: [{ actions: [action], resources }] })
                .find(({ Sid }) => Sid === "AccessUnsigned")!;
        const signIn = unsigned("sts", "sts:AssumeRoleWithWebIdentity", "arn:aws:iam::111122223333:role/app");
        assert.equal(signIn.Resource, "arn:aws:iam::111122223333:role/app");
        assert.deepEqual(signIn.Condition.StringEquals, { "aws:ResourceAccount": "<accountId>" });
        const pool = (account: string) => `arn:aws:cognito-idp:us-east-1:${account}:userpool/us-east-1_abc`;
        const all = "arn:aws:cognito-idp:us-east-1:<accountId>:userpool/*";
        assert.equal(unsigned("cognito-idp", "cognito-idp:SignUp", pool("<accountId>")).Resource, pool("<accountId>"));
        for (const others of [["*"], [pool("111122223333")], [pool("<accountId>"), pool("111122223333")]]) {
            assert.equal(unsigned("cognito-idp", "cognito-idp:SignUp", ...others).Resource, all);
        }
        assert.equal(unsigned("syslog-logs", "logs:PutLogEvents", "*").Action, "logs:PutLogEvents");
        assert.equal(unsigned("logs", "logs:PutLogEvents", "*"), undefined);
    });

    it("allows unsigned requests only if it names their actions [pol.federated]", () => {
        const signIn = [{ actions: ["sts:AssumeRoleWithWebIdentity"], resources: ["*"] }];
        assert.deepEqual(statementsWith("sts", { access: signIn }).map(({ Sid, Action }) => [Sid, Action]), [
            ["Access", "sts:AssumeRoleWithWebIdentity"],
            ["AccessUnsigned", "sts:AssumeRoleWithWebIdentity"],
            ["AwsServicesToOwnRoles", "sts:*"],
        ]);
        const assume = [{ actions: ["sts:AssumeRole"], resources: ["*"] }];
        assert.deepEqual(statementsWith("sts", { access: assume }).map(({ Sid }) => Sid), [
            "Access",
            "AwsServicesToOwnRoles",
        ]);
    });

    it("keeps the AWS-owned resources that workloads need", () => {
        const { policy } = endpointOf("s3-gateway", {
            workloads: ["ecs-fargate"],
            endpoints: { s3: { access: [read] } },
        });
        assert.deepEqual(policy.ownedResources, ["ecr"]);
    });

    it("is a problem if it is empty, so that the endpoint would allow nothing, or nothing of the service", () => {
        assert.deepEqual(codes("s3", { access: [] }), ["list.empty endpoints.s3.access"]);
        assert.deepEqual(codes("s3", { access: [{ actions: [], resources: [], principals: [] }] }), [
            "list.empty endpoints.s3.access[0].actions",
            "list.empty endpoints.s3.access[0].resources",
            "list.empty endpoints.s3.access[0].principals",
        ]);
        const wrong = { ...read, actions: ["sqs:SendMessage"], principals: ["app"] };
        assert.deepEqual(codes("s3", { access: [wrong] }), [
            "access.invalid-principal endpoints.s3.access[0].principals[0]",
            "pol.foreign-action endpoints.s3.access[0].actions[0]",
        ]);
    });

    it("is a problem with a fix", () => {
        const fixes = (service: string, access: AccessRequest[]) =>
            problemsOf({ services: [service], endpoints: { [service]: { access } } }).map(({ hint }) => hint);
        assert.deepEqual(fixes("s3", []), ["list what is needed, or remove it"]);
        assert.deepEqual(fixes("s3", [{ actions: [], resources: [], principals: [] }]), [
            "list at least one of the actions",
            "list at least one of the resources",
            "list at least one, or remove it to allow all trusted principals",
        ]);
        for (const principal of ["app", "x arn:aws:iam::123456789012:role/app", "arn:aws:iam::123456789012:role/a b"]) {
            assert.deepEqual(fixes("s3", [{ ...read, principals: [principal] }]), [
                "list ARNs of users and roles, e.g. arn:aws:iam::123456789012:role/app",
            ]);
        }
        assert.deepEqual(fixes("s3", [{ ...read, actions: ["sqs:SendMessage"] }]), [
            "its actions begin with s3: or s3-object-lambda:",
        ]);
        const unknown = Object.keys(services).find((service) => services[service]!.iamPrefixes?.length === 0)!;
        const action = (name: string) => checkAccess(unknown, [{ actions: [name], resources: ["*"] }]);
        assert.deepEqual(action("x:Do").map(({ hint }) => hint), ["it has no IAM actions: use *"]);
        assert.deepEqual(action("*"), []);
        assert.deepEqual(checkAccess("emr-dashboard", [{ actions: ["x:Do"], resources: ["*"] }]), []);
    });

    it("is a problem with a policy that replaces it, and if AWS supports no policy", () => {
        assert.deepEqual(codes("s3", { access: [read], policy: "full-access" }), [
            "pol.replaced endpoints.s3.policy",
        ]);
        const both = { access: [read], additionalPolicy: "{}", policy: "full-access" };
        assert.deepEqual(codesOf(problemsOf({ services: ["s3"], endpoints: { s3: both } })), [
            "pol.replaced endpoints.s3.policy",
        ]);
        const iot = { access: [{ actions: ["iot:Connect"], resources: ["*"] }] };
        assert.deepEqual(codes("iot.data", iot), [
            "pol.unsupported endpoints.iot.data.access",
        ]);
    });

    it("is a problem if it exceeds AWS's size limit, with a suggestion of what to merge [quota.policy-size]", () => {
        const resources = Array.from({ length: 700 }, (_, index) => `arn:aws:s3:::bucket-number-${index}/*`);
        const [problem] = problemsOf({ services: ["s3"], endpoints: { s3: { access: [{ ...read, resources }] } } });
        assert.match(problem!.message, /^the policy has \d+ characters when minified; the limit is 20480$/);
        assert.match(
            problem!.hint,
            /^merge similar statements: the longest statement is Access, .* Resource lists 700/,
        );
    });
});

describe("a policy extended by additionalPolicy", () => {
    const more = `{"Statement":{"Sid":"More","Effect":"Deny","Principal":"*","Action":"s3:Delete*","Resource":"*"}}`;

    it("ends with the caller's statements", () => {
        const statements = statementsWith("s3", { additionalPolicy: more });
        assert.deepEqual(statements.map(({ Sid }) => Sid), [
            "OwnPrincipalsToOwnBuckets",
            "AwsServicesToOwnBuckets",
            "More",
        ]);
    });

    it("is an output if the caller's policy is one", () => {
        assert.equal(policyWith("s3", { additionalPolicy: Promise.resolve(more) }).document, null);
    });

    it("is a problem if the caller's policy is invalid [pol.grammar]", () => {
        assert.deepEqual(codes("s3", { additionalPolicy: "{}" }), [
            "pol.grammar endpoints.s3.additionalPolicy",
        ]);
    });
});
