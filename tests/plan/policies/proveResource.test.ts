import * as assert from "node:assert/strict";

import type { PolicyDocument } from "../../../components/plan/policies/policyDocument";
import { proveResource } from "../../../components/plan/policies/proveResource";
import type { ProofContext } from "../../../components/plan/policies/trust";
import { templates } from "../fixtures";

const context: ProofContext = { service: "s3", region: "us-east-1", partition: "aws", accountId: "123456789012" };
const vpcs = ["vpc-0123456789abcdef0"];
const bucket = ["arn:aws:s3:::amzn-s3-demo-bucket", "arn:aws:s3:::amzn-s3-demo-bucket/*"];
const policy = (...statements: object[]): PolicyDocument => ({
    Version: "2012-10-17",
    Statement: statements.map((one) => ({
        ...{ Sid: "Public", Effect: "Allow", Principal: "*", Action: "s3:*", Resource: bucket },
        ...one,
    })),
});
const byServices = { "aws:PrincipalIsAWSService": "false", "aws:ViaAWSService": "false" };
const denyUnless = (StringNotEqualsIfExists: object, change: object = {}) => ({
    ...{ Sid: "Network", Effect: "Deny", Condition: { StringNotEqualsIfExists, BoolIfExists: byServices } },
    ...change,
});
const throughVpc = denyUnless({ "aws:SourceVpc": vpcs[0] });

/** Whether requests from elsewhere, and untrusted ones through the endpoint, are found, and by which statement. */
function found(resource: PolicyDocument, endpoint = templates.s3!, networks = { vpcs } as object, change: object = {}) {
    const proof = proveResource(resource, endpoint, networks, { ...context, ...change });
    return [proof.elsewhere, proof.untrusted].map((answer) =>
        answer.found === "some" ? answer.requests.map(({ statement }) => statement).join() : answer.found
    );
}

describe("the policy of a resource, together with the endpoint's,", () => {
    it("limits a public bucket to the VPC, and the endpoint to trusted principals", () => {
        assert.deepEqual(found(policy({}, throughVpc)), ["none", "none"]);
        assert.deepEqual(found(policy({})), ["Public,An identity policy", "none"]);
        assert.deepEqual(found(policy({}, throughVpc), templates["full-access"]), ["none", "Public"]);
    });

    it("limits a resource to endpoints, and to the endpoints of accounts, an organization or its units", () => {
        const endpoints = ["vpce-0123456789abcdef0", "vpce-0123456789abcdef1"];
        const toEndpoints = policy({}, denyUnless({ "aws:SourceVpce": endpoints }));
        assert.deepEqual(found(toEndpoints, undefined, { endpoints }), ["none", "none"]);
        assert.deepEqual(found(toEndpoints, undefined, { endpoints: endpoints.slice(1) }), [
            "Public,An identity policy",
            "none",
        ]);
        const limited = (key: string, value: unknown) => policy({}, denyUnless({ [key]: value }));
        const none = ["none", "none"];
        const foreign = ["Public,An identity policy", "none"];
        const accountIds = ["111122223333"];
        const of = (document: PolicyDocument, perimeter: object) => found(document, undefined, {}, { perimeter });
        assert.deepEqual(of(limited("aws:VpceAccount", "123456789012"), {}), none);
        assert.deepEqual(of(limited("aws:VpceAccount", accountIds), {}), foreign);
        assert.deepEqual(of(limited("aws:VpceAccount", accountIds), { accountIds }), none);
        const organization = { organizationId: "o-exampleorgid" };
        assert.deepEqual(of(limited("aws:VpceOrgID", "o-exampleorgid"), organization), none);
        assert.deepEqual(of(limited("aws:VpceOrgID", "o-exampleorgid"), {}), foreign);
        const organizationPaths = ["o-exampleorgid/r-ab12/ou-ab12-11111111/*"];
        const Condition = {
            "ForAllValues:StringNotLike": { "aws:VpceOrgPaths": organizationPaths },
            "BoolIfExists": byServices,
        };
        const toUnits = policy({}, { Sid: "Network", Effect: "Deny", Condition });
        assert.deepEqual(of(toUnits, { organizationPaths }), none);
    });

    it("includes what identity policies may allow, for every action of the service", () => {
        const own = { Principal: { AWS: "123456789012" }, Action: "s3:GetObject" };
        const reads = { ...throughVpc, Action: "s3:GetObject" };
        assert.deepEqual(found(policy(own, reads)), ["An identity policy", "none"]);
        assert.deepEqual(found(policy(own, throughVpc)), ["none", "none"]);
        // An organization's principals are not foreign, and AWS services have no account.
        const service = { Principal: { Service: "logs.amazonaws.com" }, Action: "s3:PutObject" };
        assert.deepEqual(found(policy(service, throughVpc)), ["none", "none"]);
    });

    it("may be a resource control policy or a key's, which another policy adds to", () => {
        const control = policy({ ...throughVpc, Resource: "*" });
        assert.deepEqual(found(control), ["none", "none"]);
        assert.deepEqual(found(control, templates["full-access"]), ["none", "Another policy"]);
        const wider = policy({ ...throughVpc, Action: undefined, NotAction: "s3:GetObject" });
        assert.deepEqual(found(wider), ["Another policy", "none"]);
        const key = {
            Version: "2012-10-17",
            Statement: [
                { Effect: "Allow", Principal: { AWS: "123456789012" }, Action: "kms:*", Resource: "*" },
                { ...throughVpc, Principal: "*", Action: "kms:*", Resource: "*" },
            ],
        };
        assert.deepEqual(found(key, templates.default, { vpcs }, { service: "kms" }), ["none", "none"]);
    });

    it("shows the request, with the placeholder if the account is not known", () => {
        const account = { accountId: undefined };
        const { elsewhere, untrusted } = proveResource(policy({}), templates["full-access"]!, {}, {
            ...context,
            ...account,
        });
        assert.ok(elsewhere.found === "some" && untrusted.found === "some");
        assert.equal(elsewhere.requests[0]!.request.principal.type, "Anonymous");
        assert.equal(elsewhere.requests[1]!.request.context["aws:PrincipalAccount"], "<accountId>");
        assert.deepEqual(untrusted.requests[0]!.request.principal, { type: "Anonymous" });
    });

    it("does not prove what depends on a variable", () => {
        const byTag = {
            ...{ Sid: "Network", Effect: "Deny" },
            Condition: { StringNotEquals: { "aws:SourceVpc": "${aws:PrincipalTag/vpc}" } },
        };
        assert.deepEqual(found(policy({}, byTag))[0], "unknown");
    });
});
