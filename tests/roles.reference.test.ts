import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { conditionKeysOf, isKnownAction, isWildcardOnly } from "../components/plan/policies/iam/lint/actionTable";
import { type RoleStatement, statementsOf } from "./rolePolicies";
import { root } from "./run";

// The table is made of https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
// It has no prefix `vpce`, whose only action is of https://docs.aws.amazon.com/service-authorization/latest/reference/list_vpce.html
const untold = ["vpce:AllowMultiRegion"];

const folder = path.join(root, "policies", "roles");
const files = fs.readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith(".trust.json"));
const listed = (action: RoleStatement["Action"] = []) => [action].flat().filter((one) => !untold.includes(one));

describe("the policies of the roles", () => {
    it("are those that docs/pull-requests.md names, with the trust policies of two roles", () => {
        assert.deepEqual(files.sort(), [
            "endpoint-service.json",
            "flow-logs.boundary.json",
            "preview.json",
            "up.flow-logs.json",
            "up.json",
        ]);
        const page = fs.readFileSync(path.join(root, "docs", "pull-requests.md"), "utf8");
        for (const file of files) assert.ok(page.includes(`](../policies/roles/${file})`), file);
    });

    for (const file of files) {
        it(`list in ${file} IAM actions that exist, with a resource if the action supports one`, () => {
            for (const { Sid, Effect, Action, Resource, Condition } of statementsOf(file)) {
                for (const action of listed(Action)) {
                    assert.equal(isKnownAction(action), true, `${Sid}: ${action}`);
                    assert.ok(!action.includes("*"), `${Sid}: ${action}`);
                    if (Effect === "Deny") continue;
                    assert.equal(Resource === "*", isWildcardOnly(action), `${Sid}: ${action} on ${Resource}`);
                }
                const keys = Object.values(Condition ?? {}).flatMap((key) => Object.keys(key));
                for (const key of keys.filter((one) => !/^aws:(Request|Resource)Tag\/Name$/.test(one))) {
                    const known = conditionKeysOf(key.split(":")[0]!)?.map(({ name }) => name);
                    assert.ok(known?.includes(key), `${Sid}: ${key}`);
                }
            }
        });

        // Of the 6,144 that a managed policy may have, without white space, some are for names longer than these.
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
        it(`are in ${file} short enough for a managed policy`, () => {
            const text = fs.readFileSync(path.join(folder, file), "utf8");
            assert.ok(text.replaceAll(/\s/g, "").length < 5000);
        });
    }
});
