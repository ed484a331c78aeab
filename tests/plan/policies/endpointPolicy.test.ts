import * as assert from "node:assert/strict";

import { confirm } from "../../../components/plan/endpoints/confirm";
import type { Service } from "../../../components/plan/facts/services";
import { checkPolicyOverrides } from "../../../components/plan/policies/checkPolicy";
import { planPolicy, type PolicyRequest } from "../../../components/plan/policies/endpointPolicy";
import type { PolicyPlace } from "../../../components/plan/policies/lintPlanned";
import { codesOf } from "../../codesOf";
import { interfacesOf, ownPolicy, planOf, problemsOf } from "../fixtures";

const statement = (Sid: string) => ({ Sid, Resource: "<partition>/<region>/<accountId>" });
const templates = {
    default: { Statement: [statement("Default")] },
    "full-access": { Statement: [statement("Full")] },
    s3: { Statement: [statement("OwnBuckets"), { Resource: "*" }] },
};
const values = { partition: "aws", region: "eu-west-1" };
const request = { service: "sqs", overrides: {}, madeServices: [], asksAws: true, templates };
const planned = ({ override, ...changed }: Partial<PolicyRequest> & { override?: unknown }) =>
    planPolicy({ ...request, ...changed, overrides: { policy: override } }, values);
const checkPolicyOverride = ({ service, override, ...place }: { service: string; override: unknown } & PolicyPlace) =>
    checkPolicyOverrides(service, { policy: override }, place);
const plain = {
    ...{ onlyIfSupported: false, narrowed: false },
    ...{ ownedResources: [], exceptions: [], droppedConditions: [] },
};
const filled = (...sids: string[]) =>
    JSON.stringify({ Statement: sids.map((Sid) => ({ Sid, Resource: "aws/eu-west-1/<accountId>" })) });

describe("the policy of an endpoint", () => {
    it("is the default one for a service without its own, with a placeholder for the account until the deployment [pol.default]", () => {
        assert.deepEqual(planned({}), { from: "default", document: filled("Default"), ...plain });
    });

    it("has the account's ID if the account is known", () => {
        const known = { ...values, accountId: "123456789012" };
        const { document } = planPolicy(request, known);
        assert.equal(document, filled("Default").replace("<accountId>", "123456789012"));
    });

    it("is the built-in one of the service if there is one", () => {
        assert.equal(planned({ service: "s3" }).from, "s3");
        const sqs = { Statement: [statement("OwnQueues")] };
        assert.deepEqual(planned({ templates: { ...templates, sqs } }), {
            from: "sqs",
            document: filled("OwnQueues"),
            ...plain,
        });
    });

    it("is sent only if AWS reports policy support, if the catalogue does not know [pol.unsupported]", () => {
        for (const service of ["eks-auth", "email-smtp"] as const) {
            assert.deepEqual(planned({ service }), { ...planned({}), onlyIfSupported: true });
        }
    });

    it("is full access if policy support is unknown and AWS is not asked [pol.unsupported]", () => {
        const document = filled("Full");
        assert.deepEqual(planned({ service: "eks-auth", asksAws: false }), { from: "full-access", document, ...plain });
        assert.equal(planned({ asksAws: false }).from, "default");
    });

    it("is that of the service for a FIPS endpoint", () => {
        assert.equal(
            planned({ service: "ecr-fips.api", templates: { ...templates, "ecr.api": templates.s3 } }).from,
            "ecr.api",
        );
    });

    it("is omitted if AWS supports none, and full-access is the only accepted option [pol.unsupported]", () => {
        for (const service of ["iot.data", "iot.credentials"]) {
            assert.deepEqual(planned({ service }), { from: "none", document: null, ...plain });
            const problem = `pol.unsupported endpoints.${service}.policy`;
            for (const override of [ownPolicy, Promise.resolve("")]) {
                assert.deepEqual(codesOf(checkPolicyOverride({ service, override })), [problem]);
            }
            assert.deepEqual(checkPolicyOverride({ service, override: "full-access" }), []);
            assert.deepEqual(checkPolicyOverride({ service, override: undefined }), []);
        }
    });

    it("allows everything with full-access", () => {
        assert.deepEqual(planned({ override: "full-access" }), {
            from: "full-access",
            document: filled("Full"),
            ...plain,
        });
        assert.deepEqual(planned({ service: "s3", override: "full-access" }).from, "full-access");
    });

    it("is the caller's own policy, with placeholders filled, minified", () => {
        const override = JSON.stringify({ Statement: { Resource: ["<region>"], Action: "*" } }, undefined, 4);
        assert.deepEqual(planned({ service: "s3", override }), {
            from: "custom",
            document: `{"Statement":[{"Action":"*","Resource":"eu-west-1"}]}`,
            ...plain,
        });
    });

    it("is an output if the caller's own policy is one", () => {
        assert.deepEqual(planned({ override: Promise.resolve("{}") }), { from: "custom", document: null, ...plain });
    });
});

describe("statements for AWS-owned resources", () => {
    const sids = (madeServices: Service[], workloads: string[] = []) => {
        const { document, ownedResources } = planned({ service: "s3", madeServices, workloads });
        const { Statement } = JSON.parse(document!) as { Statement: { Sid?: string }[] };
        return { sids: Statement.slice(2).map(({ Sid }) => Sid), ownedResources };
    };

    it("are added if a planned service needs them: image layers for either ECR endpoint [sel.ecr]", () => {
        for (const ecr of ["ecr.api", "ecr.dkr"] as const) {
            assert.deepEqual(sids(["s3", ecr]), { sids: ["AwsEcr"], ownedResources: ["ecr"] });
        }
    });

    it("are added if a workload needs them, each with its own Sid", () => {
        const { sids: named, ownedResources } = sids(["s3"], ["emr-private-subnet"]);
        assert.deepEqual(ownedResources, ["amazon-linux-2", "amazon-linux-2023", "emr"]);
        assert.deepEqual(named, [
            ...["AwsAmazonLinux2", "AwsAmazonLinux2023", "AwsEmr1"],
            ...["AwsEmr2", "AwsEmr2Unsigned", "AwsEmr3", "AwsEmr3Unsigned"],
        ]);
    });

    it("are omitted if nothing needs them", () => {
        assert.deepEqual(sids(["s3", "sqs"], ["ses-smtp"]), { sids: [], ownedResources: [] });
    });

    it("do not change the template, and are not in a caller's own policy", () => {
        sids(["s3", "ecr.api"]);
        assert.equal(templates.s3.Statement.length, 2);
        const own = planned({ service: "s3", override: ownPolicy, madeServices: ["ecr.api"] });
        assert.deepEqual([own.document, own.ownedResources], [ownPolicy, []]);
    });

    it("have the resources' names of the Region", () => {
        const inRegion = (region: string, workload: string) => {
            const inS3 = { ...request, service: "s3", workloads: [workload] };
            const { document } = planPolicy(inS3, { ...values, region });
            return (JSON.parse(document!) as { Statement: { Resource: string | string[] }[] }).Statement.at(-1)!
                .Resource;
        };
        assert.deepEqual(inRegion("us-west-2", "cloudformation-signals"), [
            "arn:aws:s3:::cloudformation-custom-resource-response-uswest2/arn:aws:cloudformation:us-west-2:<accountId>:stack/*",
            "arn:aws:s3:::cloudformation-waitcondition-us-west-2/arn:aws:cloudformation:us-west-2:<accountId>:stack/*",
        ]);
        assert.equal(inRegion("eu-west-1", "codeartifact-client"), "arn:aws:s3:::assets-438097961670-eu-west-1/*");
        // AWS has none there.
        assert.equal(inRegion("ca-west-1", "codeartifact-client"), "*");
    });

    it("are in the policies of both ECR endpoints if nodes pull EKS's own images [sel.ecr]", () => {
        const read = (service: string, region: string) => {
            const { document } = planPolicy({ ...request, service, workloads: ["eks-private-nodes"] }, {
                ...values,
                region,
            });
            const { Statement } = JSON.parse(document!) as { Statement: { Sid: string; Resource: string }[] };
            return Statement.slice(1).map(({ Sid, Resource }) => [Sid, Resource]);
        };
        for (const service of ["ecr.api", "ecr.dkr"]) {
            assert.deepEqual(read(service, "eu-west-1"), [
                ["AwsEksImages", "arn:aws:ecr:eu-west-1:602401143452:repository/*"],
            ]);
        }
        assert.deepEqual(read("ecr.dkr", "eu-south-1"), [
            ["AwsEksImages", "arn:aws:ecr:eu-south-1:590381155156:repository/*"],
        ]);
    });
});

describe("the policy option", () => {
    it("is valid if it is not set, full-access, a policy, or an output", () => {
        for (const override of [undefined, "full-access", ownPolicy, Promise.resolve("nonsense"), 7]) {
            assert.deepEqual(checkPolicyOverride({ service: "sqs", override }), []);
        }
    });

    it("is a problem if AWS would reject it or it can allow nothing, and not if it may be intended", () => {
        const override = (statement: object) =>
            JSON.stringify({
                Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...statement }],
            });
        const path = "endpoints.s3.policy";
        assert.deepEqual(
            codesOf(
                checkPolicyOverride({ service: "s3", override: override({ Effect: "Deny", Action: "s3:PutObject" }) }),
            ),
            [`pol.no-allow ${path}`],
        );
        assert.deepEqual(
            codesOf(
                checkPolicyOverride({
                    service: "s3",
                    override: override({ Resource: `arn:aws:s3:::${"x".repeat(20_480)}` }),
                }),
            ),
            [`quota.policy-size ${path}`],
        );
        assert.deepEqual(checkPolicyOverride({ service: "s3", override: override({ Action: "kms:Decrypt" }) }), []);
    });

    it("is checked for the type of the endpoint, and its partition if that is known [gw.policy-principal]", () => {
        const Resource = "arn:aws:s3:::amzn-s3-demo-bucket/*";
        const Principal = { AWS: "arn:aws:iam::123456789012:role/app" };
        const override = JSON.stringify({
            Statement: [{ Effect: "Allow", Principal, Action: "s3:GetObject", Resource }],
        });
        const messages = (endpoint: PolicyPlace) =>
            checkPolicyOverride({ service: "s3", override, ...endpoint }).map(({ message }) => message);
        assert.deepEqual(messages({ kind: "Interface" }), []);
        assert.deepEqual(messages({ kind: "Gateway" }), [
            "Statement[0].Principal.AWS: gateway endpoints support no principal except *",
        ]);
        assert.deepEqual(messages({ kind: "Interface", partition: "aws-cn" }), [
            "Statement[0].Resource: the endpoint is in partition aws-cn, not aws",
        ]);
    });

    it("has a warning if AWS would accept it but it allows less than it seems to", () => {
        const Statement = [{ Effect: "Allow", Principal: "*", Action: "sqs:SentMessage", Resource: "*" }];
        const policy = JSON.stringify({ Version: "2012-10-17", Statement });
        const own = planOf({ services: ["sqs"], endpoints: { sqs: { policy } } });
        assert.deepEqual(codesOf(own.warnings), ["pol.unknown-action endpoints.sqs.policy"]);
        assert.match(own.warnings[0]!.message, /^Statement\[0\]\.Action: /);
        const merged = planOf({ services: ["sqs"], endpoints: { sqs: { additionalPolicy: policy } } });
        assert.deepEqual(codesOf(merged.warnings), ["pol.unknown-action endpoints.sqs.additionalPolicy"]);
        assert.deepEqual(planOf({ services: ["sqs"] }).warnings, []);
    });

    it("is checked for the endpoint's partition, also as additionalPolicy", () => {
        const Statement = [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: "arn:aws-cn:s3:::bucket/*" }];
        const additionalPolicy = JSON.stringify({ Version: "2012-10-17", Statement });
        const problems = problemsOf({ services: ["s3"], endpoints: { s3: { additionalPolicy } } });
        assert.deepEqual(problems.map(({ path }) => path), ["endpoints.s3.additionalPolicy"]);
        assert.match(problems[0]!.message, /Resource: the endpoint is in partition aws, not aws-cn$/);
    });

    it("is a problem if policy support is unknown, so that the policy would not be sent [pol.unsupported]", () => {
        const access = [{ actions: ["tag:GetResources"], resources: ["*"] }];
        const request = { services: ["tagging"], endpoints: { tagging: { access } } };
        assert.deepEqual(codesOf(problemsOf({ ...request, options: { lookUp: false } })), [
            "pol.support-unknown endpoints.tagging.access",
        ]);
        const sqs = { services: ["sqs"], endpoints: { sqs: { access: [{ actions: ["sqs:*"], resources: ["*"] }] } } };
        assert.ok(planOf({ ...sqs, options: { lookUp: false } }).endpoints[0]!.policy.narrowed);
        const [planned] = interfacesOf(request);
        assert.deepEqual([planned!.policy.onlyIfSupported, planned!.policy.narrowed], [true, true]);
        const answer = { availabilityZones: planned!.zones, vpcEndpointPolicySupported: false, privateDnsName: "x" };
        assert.deepEqual(codesOf(confirm(planned!, { access }, answer).problems), [
            "pol.unsupported endpoints.tagging.access",
        ]);
        assert.deepEqual(confirm(planned!, {}, answer).problems, []);
    });

    it("is a problem with its own path if it is not a policy", () => {
        assert.deepEqual(codesOf(checkPolicyOverride({ service: "ecr.api", override: `{"Version": "2012-10-17"}` })), [
            "pol.grammar endpoints.ecr.api.policy",
        ]);
    });
});
