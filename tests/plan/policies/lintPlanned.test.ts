import * as assert from "node:assert/strict";

import type { EndpointOverride } from "../../../components/plan/endpoints/endpointOverrides";
import type { PerimeterRequest } from "../../../components/plan/policies/perimeter";
import { planOf, problemsOf } from "../fixtures";

const allow = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: "*" };
const policyWith = (...statements: object[]) =>
    JSON.stringify({ Version: "2012-10-17", Statement: statements.map((one) => ({ ...allow, ...one })) });
const reachableFrom = ["10.8.0.0/16"];
const inChina = "arn:aws-cn:s3:::bucket/*";
const wrongPartition = "the endpoint is in partition aws, not aws-cn";

function found(list: { path: string; message: string }[]): string[] {
    return list.map(({ path, message }) => `${path}: ${message}`);
}
const wrong = (s3: EndpointOverride) => found(problemsOf({ services: ["s3"], endpoints: { s3 } }));
const warned = (s3: EndpointOverride, perimeter?: PerimeterRequest) =>
    found(planOf({ services: ["s3"], endpoints: { s3 }, perimeter }).warnings);

describe("the linter's findings in the policy of a planned endpoint", () => {
    it("name the caller's own document, and the statement's index there, not in the merged policy", () => {
        const additionalPolicy = policyWith({}, { Resource: ["arn:aws:s3:::bucket/*", "arn:aws:s3:::b", inChina] });
        assert.deepEqual(wrong({ additionalPolicy }), [
            `endpoints.s3.additionalPolicy: Statement[1].Resource[2]: ${wrongPartition}`,
        ]);
        assert.deepEqual(wrong({ policy: policyWith({}, { Resource: ["arn:aws:s3:::bucket/*", inChina] }) }), [
            `endpoints.s3.policy: Statement[1].Resource[1]: ${wrongPartition}`,
        ]);
    });

    it("are reported once if a gateway and an interface have the same policy", () => {
        assert.deepEqual(wrong({ additionalPolicy: policyWith({ Resource: inChina }), reachableFrom }), [
            `endpoints.s3.additionalPolicy: Statement[0].Resource: ${wrongPartition}`,
        ]);
        const additionalPolicy = policyWith({ Action: "s3:GetObjekt" });
        assert.deepEqual(warned({ additionalPolicy, reachableFrom }), [
            "endpoints.s3.additionalPolicy: Statement[0].Action: s3:GetObjekt is not an IAM action",
        ]);
    });

    it("are those of the merged policy, for an additionalPolicy", () => {
        const deny = { Sid: "NoDelete", Effect: "Deny", Action: "s3:DeleteObject" };
        assert.deepEqual(warned({ additionalPolicy: policyWith(deny) }), []);
        const Condition = { StringEquals: { "aws:RequestTag/team": "${aws:RequestTag/team}" } };
        assert.deepEqual(warned({ additionalPolicy: JSON.stringify({ Statement: { ...allow, Condition } }) }), []);
        assert.deepEqual(warned({ additionalPolicy: policyWith({ Sid: "OwnPrincipalsToOwnBuckets" }) }), [
            `endpoints.s3.additionalPolicy: Statement[0].Sid: another statement also has the Sid "OwnPrincipalsToOwnBuckets"`,
        ]);
    });

    it("name the argument that a statement is created from", () => {
        const read = { actions: ["s3:GetObject"], resources: ["*"] };
        const typo = { actions: ["s3:GetObjekt"], resources: ["arn:aws:s3:::bucket/*"] };
        const unknown = "s3:GetObjekt is not an IAM action";
        assert.deepEqual(warned({ access: [read, typo] }), [`endpoints.s3.access[1]: Action: ${unknown}`]);
        assert.deepEqual(warned({ access: [typo] }), [`endpoints.s3.access[0]: Action: ${unknown}`]);
        const Statement = [{ Effect: "Allow", Action: typo.actions, Resource: typo.resources }];
        assert.deepEqual(warned({ fromPolicies: [JSON.stringify({ Statement })] }), [
            `endpoints.s3.fromPolicies: Action: ${unknown}`,
        ]);
        const exceptions = [{ service: "s3", ...typo, reason: "prices" }];
        assert.deepEqual(warned({ reachableFrom }, { exceptions }), [
            `perimeter.exceptions[0]: Action: ${unknown}`,
        ]);
    });
});
