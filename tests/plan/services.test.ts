import * as assert from "node:assert/strict";

import { factsOf, inRegion, isService, knownServices } from "../../components/plan/services";

describe("the facts of a service", () => {
    it("have every default filled in", () => {
        const { product, source, ...facts } = factsOf("kms");
        assert.equal(product, "AWS Key Management Service");
        assert.match(source, /^https:/);
        assert.deepEqual(facts, {
            kinds: ["Interface"],
            serviceName: "com.amazonaws.<region>.kms",
            privateDnsNames: ["kms.<region>.amazonaws.com"],
            ports: [443],
            policySupport: true,
        });
    });

    it("are the table's where it says something else", () => {
        const { kinds, serviceName, privateDnsNames, ports, policySupport, policyTemplate, onlyInRegions } = factsOf(
            "iam",
        );
        assert.deepEqual({ kinds, serviceName, privateDnsNames, ports, policySupport, policyTemplate, onlyInRegions }, {
            kinds: ["Interface"],
            serviceName: "com.amazonaws.iam",
            privateDnsNames: null,
            ports: [443],
            policySupport: true,
            policyTemplate: "principals-only",
            onlyInRegions: ["us-east-1", "us-gov-west-1"],
        });
    });

    it("stand under the names that are services, and under no other", () => {
        assert.ok(knownServices.every(isService));
        for (const name of ["", "S3", "ecs-fargate", "toString", "__proto__"]) assert.ok(!isService(name), name);
    });

    it("name the Region wherever it goes", () => {
        assert.equal(inRegion("<region>.s3.<region>", "eu-west-1"), "eu-west-1.s3.eu-west-1");
        assert.equal(inRegion("com.amazonaws.iam", "eu-west-1"), "com.amazonaws.iam");
    });
});
