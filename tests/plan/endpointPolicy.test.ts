import * as assert from "node:assert/strict";

import { checkPolicyWish, planPolicy, type PolicyRequest } from "../../components/plan/endpointPolicy";
import { type Service, type ServiceFacts, services } from "../../components/plan/facts/services";
import { ownPolicy } from "./fixtures";

const statement = (Sid: string) => ({ Sid, Resource: "<partition>/<region>/<accountId>" });
const templates = {
    default: { Statement: [statement("Default")] },
    "full-access": { Statement: [statement("Full")] },
    "principals-only": { Statement: [statement("Principals")] },
    s3: { Statement: [statement("OwnBuckets"), statement("EcrImageLayers"), { Resource: "*" }] },
};
const values = { partition: "aws", region: "eu-west-1" };
const planned = (request: Partial<PolicyRequest>) =>
    planPolicy({ service: "sqs", wish: undefined, madeServices: [], templates, ...request }, values);
const filled = (...sids: string[]) =>
    JSON.stringify({ Statement: sids.map((Sid) => ({ Sid, Resource: "aws/eu-west-1/<accountId>" })) });

/** Runs with one more service in the table: no service in it is known to take no policy. */
function withService(facts: ServiceFacts, run: (service: Service) => void): void {
    const table: { [service: string]: ServiceFacts } = services;
    table.extra = facts;
    try {
        run("extra" as Service);
    } finally {
        delete table.extra;
    }
}

describe("the policy of an endpoint", () => {
    it("is the default one for a service without its own, the account left to the deployment [pol.default]", () => {
        assert.deepEqual(planned({}), { from: "default", document: filled("Default") });
    });

    it("is the account's where the account is known", () => {
        const known = { ...values, accountId: "123456789012" };
        const { document } = planPolicy({ service: "sqs", wish: undefined, madeServices: [], templates }, known);
        assert.equal(document, filled("Default").replace("<accountId>", "123456789012"));
    });

    it("is the one named after the service where there is one", () => {
        assert.equal(planned({ service: "s3" }).from, "s3");
        const sqs = { Statement: [statement("OwnQueues")] };
        assert.deepEqual(planned({ templates: { ...templates, sqs } }), { from: "sqs", document: filled("OwnQueues") });
    });

    it("is the one the table of services names, before one named after the service", () => {
        const ec2 = { Statement: [statement("OwnInstances")] };
        for (const service of ["ec2", "lambda", "cloudformation", "iam"] as const) {
            assert.deepEqual(planned({ service, templates: { ...templates, ec2 } }), {
                from: "principals-only",
                document: filled("Principals"),
            });
        }
    });

    it("is full access where nothing says whether AWS takes another [pol.unsupported]", () => {
        for (const service of ["eks-auth", "email-smtp"] as const) {
            assert.deepEqual(planned({ service }), { from: "full-access", document: filled("Full") });
        }
    });

    it("is none where AWS takes none, and full access is the only wish it grants [pol.unsupported]", () => {
        withService({ product: "", source: "", policySupport: false }, (service) => {
            assert.deepEqual(planned({ service }), { from: "none", document: null });
            const problem = {
                path: "endpoints.extra.policy",
                message: "AWS takes no policy on the endpoint of extra",
                hint: "leave it out",
            };
            assert.deepEqual(checkPolicyWish({ service, wish: ownPolicy }), [problem]);
            assert.deepEqual(checkPolicyWish({ service, wish: Promise.resolve("") }), [problem]);
            assert.deepEqual(checkPolicyWish({ service, wish: "full-access" }), []);
            assert.deepEqual(checkPolicyWish({ service, wish: undefined }), []);
        });
    });

    it("lets through what is asked for with full-access", () => {
        assert.deepEqual(planned({ wish: "full-access" }), { from: "full-access", document: filled("Full") });
        assert.deepEqual(planned({ service: "s3", wish: "full-access" }).from, "full-access");
    });

    it("is the caller's own, filled and minified", () => {
        const wish = JSON.stringify({ Statement: { Resource: ["<region>"], Action: "*" } }, undefined, 4);
        assert.deepEqual(planned({ service: "s3", wish }), {
            from: "custom",
            document: `{"Statement":[{"Action":"*","Resource":"eu-west-1"}]}`,
        });
    });

    it("is not known before the deployment where the caller's own is not", () => {
        assert.deepEqual(planned({ wish: Promise.resolve("{}") }), { from: "custom", document: null });
    });
});

describe("statements that only some services need", () => {
    const sids = (madeServices: Service[]) => {
        const { Statement } = JSON.parse(planned({ service: "s3", madeServices }).document!) as {
            Statement: { Sid?: string }[];
        };
        return Statement.map(({ Sid }) => Sid);
    };

    it("stand where one of these services is made: image layers with either endpoint of ECR [sel.ecr]", () => {
        for (const ecr of ["ecr.api", "ecr.dkr"] as const) {
            assert.deepEqual(sids(["s3", ecr]), ["OwnBuckets", "EcrImageLayers", undefined]);
        }
    });

    it("are left out where none of them is, and others stay", () => {
        assert.deepEqual(sids(["s3", "sqs"]), ["OwnBuckets", undefined]);
    });

    it("are all that a template may lose", () => {
        const s3 = { Version: "2012-10-17", Id: "i", Statement: [statement("EcrImageLayers"), { Effect: "Deny" }] };
        assert.equal(
            planned({ service: "s3", templates: { ...templates, s3 } }).document,
            `{"Version":"2012-10-17","Id":"i","Statement":[{"Effect":"Deny"}]}`,
        );
    });

    it("are told by template, so that another's of the same name stays", () => {
        const other = { Statement: [statement("EcrImageLayers")] };
        assert.equal(planned({ templates: { ...templates, default: other } }).document, filled("EcrImageLayers"));
    });

    it("are left out without a change to the template", () => {
        sids(["s3"]);
        assert.equal(templates.s3.Statement.length, 3);
    });
});

describe("the policy that a caller wishes", () => {
    it("is right where it is left out, full-access, a policy, or known only in a deployment", () => {
        for (const wish of [undefined, "full-access", ownPolicy, Promise.resolve("nonsense"), 7]) {
            assert.deepEqual(checkPolicyWish({ service: "sqs", wish }), []);
        }
    });

    it("is a problem where AWS would refuse it, or it could let nothing through, and not where it might be meant so", () => {
        const wish = (statement: object) =>
            JSON.stringify({
                Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...statement }],
            });
        const path = "endpoints.s3.policy";
        assert.deepEqual(checkPolicyWish({ service: "s3", wish: wish({ Effect: "Deny", Action: "s3:PutObject" }) }), [{
            path,
            message: "Statement: no statement allows anything, so the endpoint lets nothing through",
            hint: `add a statement that allows what is to pass, e.g. {"Effect": "Allow", "Principal": "*", …}`,
        }]);
        assert.deepEqual(
            checkPolicyWish({ service: "s3", wish: wish({ Resource: `arn:aws:s3:::${"x".repeat(20_480)}` }) }),
            [{
                path,
                message: "the policy has 20570 characters when minified; AWS takes 20480",
                hint: "merge statements, or use wildcards in place of long lists",
            }],
        );
        assert.deepEqual(checkPolicyWish({ service: "s3", wish: wish({ Action: "kms:Decrypt" }) }), []);
    });

    it("is judged by the kind of the endpoint, and its partition where that is known [gw.policy-principal]", () => {
        const Resource = "arn:aws:s3:::amzn-s3-demo-bucket/*";
        const Principal = { AWS: "arn:aws:iam::123456789012:role/app" };
        const wish = JSON.stringify({ Statement: [{ Effect: "Allow", Principal, Action: "s3:GetObject", Resource }] });
        const messages = (endpoint: { kind: string; partition?: string }) =>
            checkPolicyWish({ service: "s3", wish, ...endpoint }).map(({ message }) => message);
        assert.deepEqual(messages({ kind: "Interface" }), []);
        assert.deepEqual(messages({ kind: "Gateway" }), [
            "Statement[0].Principal.AWS: a gateway endpoint takes no principal but *",
        ]);
        assert.deepEqual(messages({ kind: "Interface", partition: "aws-cn" }), [
            "Statement[0].Resource: the endpoint is in the partition aws-cn, not aws",
        ]);
    });

    it("is a problem at its own place where it is none", () => {
        assert.deepEqual(checkPolicyWish({ service: "ecr.api", wish: `{"Version": "2012-10-17"}` }), [{
            path: "endpoints.ecr.api.policy",
            message: "the policy has no Statement",
            hint: `a policy is {"Version": "2012-10-17", "Statement": [{ … }]}`,
        }]);
    });
});
