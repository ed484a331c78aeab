import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";

import { services } from "../../../../../components/plan/facts/services";
import {
    actionsMatching,
    actionsOf,
    conditionKeysOf,
    isWildcardOnly,
    knownArnServices,
    knownPrefixes,
} from "../../../../../components/plan/policies/iam/lint/actionTable";
import { isReadOnly } from "../../../../../components/plan/policies/iam/lint/readOnly";
import { root } from "../../../../run";

describe("the table of actions", () => {
    it("has each prefix of the catalogue, except for two that AWS removed from its reference", () => {
        const prefixes = [...new Set(Object.values(services).flatMap(({ iamPrefixes }) => iamPrefixes ?? []))].sort();
        assert.deepEqual(prefixes.filter((prefix) => actionsOf(prefix) === undefined), [
            "elastic-inference",
            "iotroborunner",
        ]);
    });

    it("has the prefixes of other services too, but not their actions", () => {
        assert.ok(knownPrefixes().has("budgets"));
        assert.equal(actionsOf("budgets"), undefined);
        assert.equal(actionsOf("toString"), undefined);
    });

    it("has for each action whether it reads, and whether it supports a resource", () => {
        const known = (name: string) => {
            const { arns: _, ...action } = actionsOf("s3")!.find((one) => one.name === name)!;
            return action;
        };
        assert.deepEqual(known("GetObject"), { name: "GetObject", reads: true, wildcardOnly: false });
        assert.deepEqual(known("ListAllMyBuckets"), { name: "ListAllMyBuckets", reads: true, wildcardOnly: true });
        assert.deepEqual(known("PutObject"), { name: "PutObject", reads: false, wildcardOnly: false });
        assert.deepEqual(known("PutAccountPublicAccessBlock"), {
            name: "PutAccountPublicAccessBlock",
            reads: false,
            wildcardOnly: true,
        });
    });

    it("has the ARNs of each action's resource types", () => {
        const arns = (prefix: string, name: string) => actionsOf(prefix)!.find((action) => action.name === name)!.arns;
        assert.deepEqual(arns("s3", "GetObject"), ["s3:*:*:accesspoint/*/object/*", "s3:::?/*"]);
        assert.deepEqual(arns("sqs", "SendMessage"), ["sqs:*:*:*"]);
        assert.deepEqual(arns("s3", "ListAllMyBuckets"), []);
        assert.ok(knownArnServices().has("elasticloadbalancing") && knownArnServices().has("budgets"));
        assert.ok(!knownArnServices().has("sqz"));
    });

    it("matches patterns in any case", () => {
        assert.deepEqual(actionsMatching("S3:getobject?cl")!.map(({ name }) => name), ["GetObjectAcl"]);
        assert.deepEqual(actionsMatching("s3:GetObjectAcls"), []);
        assert.equal(actionsMatching("*"), undefined);
    });

    it("matches in linear time", () => {
        assert.deepEqual(actionsMatching(`s3:${"*e".repeat(2000)}`), []);
    });

    it("does not count actions as reading if they send the caller's data, whatever their access level", () => {
        const senders = [
            "sagemaker:InvokeEndpoint",
            "bedrock:InvokeModel",
            "bedrock:InvokeAgent",
            "qbusiness:ChatSync",
            "comprehend:ClassifyDocument",
            "kendra-ranking:Rescore",
            "iot:TestInvokeAuthorizer",
            "transfer:TestIdentityProvider",
        ];
        assert.deepEqual(senders.map(isReadOnly), senders.map(() => false));
        assert.equal(isReadOnly("bedrock:ListAgents"), true);
    });

    it("counts a pattern as reading only if all its actions are", () => {
        assert.deepEqual(
            ["s3:GetObject", "s3:Get*", "s3:*", "s3:PutObject", "s3:None", "none:Get", "*"].map(isReadOnly),
            [true, true, false, false, undefined, undefined, undefined],
        );
    });

    it("counts a pattern as limited to Resource * only if all its actions are", () => {
        assert.deepEqual(
            ["ecr:GetAuthorizationToken", "ecr:Get*", "ecr:BatchGetImage", "ecr:None", "*"].map(isWildcardOnly),
            [true, false, false, undefined, undefined],
        );
    });

    it("has a service's condition keys, including other services' and tag patterns, with multivalued keys marked", () => {
        const key = (prefix: string, name: string) => conditionKeysOf(prefix)!.find((one) => one.name === name);
        assert.deepEqual(key("s3", "s3:x-amz-acl"), { name: "s3:x-amz-acl", many: false });
        assert.deepEqual(key("s3", "s3:ExistingObjectTag/*"), { name: "s3:ExistingObjectTag/*", many: false });
        assert.deepEqual(key("s3", "s3:RequestObjectTagKeys"), { name: "s3:RequestObjectTagKeys", many: true });
        assert.deepEqual(key("sts", "saml:aud"), { name: "saml:aud", many: false });
        assert.equal(conditionKeysOf("nonsense"), undefined);
    });

    it("is part of the published package", () => {
        const args = [require.resolve("typescript/bin/tsc"), "-p", "tsconfig.build.json", "--listFilesOnly"];
        const { stdout } = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
        assert.match(stdout, /components\/plan\/policies\/iam\/lint\/iamActions\.json$/m);
    });

    it("is not read before a policy is linted", () => {
        const program = `require("ts-node/register"); require("./components/plan/policies/iam/lint/lintEndpointPolicy");
            console.log(Object.keys(require.cache).some((file) => file.endsWith("iamActions.json")));`;
        const { stdout } = spawnSync(process.execPath, ["-e", program], { cwd: root, encoding: "utf8" });
        assert.equal(stdout.trim(), "false");
    });
});
