import * as assert from "node:assert/strict";

import { endpointOf, ownPolicy, planOf, statementsOf } from "../fixtures";

describe("the policies of planned endpoints", () => {
    it("are the service's built-in policy if there is one, else the default one [pol.default]", () => {
        const own = ["dynamodb", "ecr.api", "ecr.dkr", "s3", "ssm", "sts"];
        const { endpoints } = planOf({ services: [...own, "kms", "s3express"] });
        assert.deepEqual(endpoints.map(({ service, policy }) => [service, policy.from]), [
            ...[["dynamodb", "dynamodb"], ["ecr.api", "ecr.api"], ["ecr.dkr", "ecr.dkr"], ["kms", "default"]],
            ...[["s3", "s3"], ["s3express", "default"], ["ssm", "ssm"], ["sts", "sts"]],
        ]);
    });

    it("allow ECR's image layers only if ECR is requested [sel.ecr]", () => {
        const letsLayers = (services: string[]) =>
            statementsOf(endpointOf("s3-gateway", { services })).some(({ Sid }) => Sid === "AwsEcr");
        assert.ok(letsLayers(["s3", "ecr.api"]));
        assert.ok(letsLayers(["s3", "ecr.dkr"]));
        assert.ok(!letsLayers(["s3", "kms"]));
    });

    it("are those given in the options, each endpoint its own", () => {
        const endpoints = { s3: { policy: ownPolicy }, sqs: { policy: "full-access" }, dynamodb: {} };
        const planned = planOf({ services: Object.keys(endpoints), endpoints }).endpoints;
        assert.deepEqual(planned.map(({ name, policy }) => [name, policy.from]), [
            ["dynamodb-gateway", "dynamodb"],
            ["s3-gateway", "custom"],
            ["sqs-interface", "full-access"],
        ]);
        assert.equal(planned[1]!.policy.document, ownPolicy);
    });

    it("are filled with Region and partition, and the account ID in the deployment [sel.ecr]", () => {
        const availabilityZones = ["us-gov-west-1a"];
        const s3 = endpointOf("s3-gateway", { availabilityZones, workloads: ["ecs-fargate"] });
        const layers = statementsOf(s3).find(({ Sid }) => Sid === "AwsEcr");
        assert.equal(layers?.Resource, "arn:aws-us-gov:s3:::prod-us-gov-west-1-starport-layer-bucket/*");
        assert.match(s3.policy.document!, /"<accountId>"/);
        assert.doesNotMatch(s3.policy.document!, /<region>|<partition>/);
    });
});
