import * as assert from "node:assert/strict";

import fc from "fast-check";

import { type Action, actionsOf } from "../../../../../components/plan/policies/iam/lint/actionTable";
import { lintEndpointPolicy } from "../../../../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { isUnsigned } from "../../../../../components/plan/policies/unusualRequests";
import { policy } from "./cases/case";

const prefixes = ["dynamodb", "ec2", "iam", "kms", "lambda", "logs", "s3", "sns", "sqs", "ssm"];

/** An action with one of its types. */
const typed = fc.constantFrom(...prefixes).chain((prefix) =>
    fc.constantFrom(...actionsOf(prefix)!.filter(({ arns }) => arns.length > 0)).chain((action: Action) =>
        fc.constantFrom(...action.arns).map((type) => ({ entry: `${prefix}:${action.name}`, type }))
    )
);

/** An ARN of a type, in which some characters of its last part are wildcards. */
const patternOf = (type: string) =>
    fc.tuple(fc.stringMatching(/^[a-z0-9-]{1,8}$/), fc.nat(), fc.nat({ max: 9 }), fc.constantFrom("*", "?", "")).map(
        ([word, start, length, wildcard]) => {
            const arn = `arn:aws:${type.replaceAll(/[*?]/g, word)}`;
            const nameAt = arn.split(":", 5).join(":").length + 1;
            const at = nameAt + start % (arn.length - nameAt);
            if (wildcard === "") return arn;
            return arn.slice(0, at) + wildcard + arn.slice(wildcard === "?" ? at + 1 : at + length);
        },
    );

describe("the rule pol.action-resource", () => {
    it("never reports an action for a resource of its own types, with any wildcards in the resource's name", () => {
        const cases = typed.chain(({ entry, type }) => patternOf(type).map((resource) => ({ entry, resource })));
        fc.assert(fc.property(cases, ({ entry, resource }) => {
            const found = lintEndpointPolicy(policy({ Action: entry, Resource: resource }));
            assert.ok(!found.some(({ code }) => code === "pol.action-resource"), `${entry} ${resource}`);
        }));
    });

    it("reports every action for a resource of another service, except those that may be unsigned", () => {
        fc.assert(fc.property(typed.filter(({ entry }) => !isUnsigned(entry)), ({ entry }) => {
            const found = lintEndpointPolicy(
                policy({ Action: entry, Resource: "arn:aws:glacier:us-east-1:123456789012:vaults/a" }),
            );
            assert.ok(found.some(({ code }) => code === "pol.action-resource"), entry);
        }));
    });
});
