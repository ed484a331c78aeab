import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import {
    actionsMatching,
    conditionKeysOf,
    isKnownAction,
    isWildcardOnly,
} from "../../../components/plan/policies/iam/lint/actionTable";
import { root } from "../../run";
import { type RoleStatement, statementsOf } from "./rolePolicies";
import { serviceAuthorization } from "./serviceAuthorization";

// The table is made of https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
// It has no prefix `vpce`, whose only action is of https://docs.aws.amazon.com/service-authorization/latest/reference/list_vpce.html
// Nor does it have the actions of Route 53 Resolver, which no endpoint policy names; roles.dnsFirewall.test.ts lists them.
const untold = ["vpce:AllowMultiRegion"];

const folder = path.join(root, "policies", "roles");
const files = fs.readdirSync(folder).filter((file) => file.endsWith(".json") && !file.endsWith(".trust.json"));
const listed = (action: RoleStatement["Action"] = []) =>
    [action].flat().filter((one) => !untold.includes(one) && !one.startsWith("route53resolver:"));

describe("the policies of the roles", () => {
    it("are those that docs/deploy-role.md and docs/pull-requests.md name, with the trust policies of two roles", () => {
        assert.deepEqual(files.sort(), [
            "endpoint-service.json",
            "flow-logs.boundary.json",
            "preview.existing-vpc.json",
            "preview.json",
            "up.dns-firewall.json",
            "up.existing-vpc.json",
            "up.flow-logs.json",
            "up.json",
            "up.new-vpc.json",
            "up.transition.json",
            "up.vpc.json",
        ]);
        const page = ["deploy-role.md", "pull-requests.md"].map((name) =>
            fs.readFileSync(path.join(root, "docs", name), "utf8")
        ).join();
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
                for (
                    const key of keys.filter((one) =>
                        !/^aws:((Request|Resource)Tag\/(Name|private-vpc:owner)|TagKeys|RequestedRegion)$/.test(one)
                    )
                ) {
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

describe("the table of the condition keys that AWS sets", () => {
    it("has each action of the policies, with resource types and keys of the linter's table", () => {
        const named = files.flatMap((file) => statementsOf(file).flatMap(({ Action = [] }) => Action));
        assert.deepEqual(Object.keys(serviceAuthorization).sort(), [...new Set(named)].sort());
        for (const [action, rows] of Object.entries(serviceAuthorization)) {
            const [prefix = ""] = action.split(":");
            // The linter's table has no action of these prefixes.
            if (prefix === "vpce" || prefix === "route53resolver") continue;
            const [{ arns, wildcardOnly } = assert.fail(action)] = actionsMatching(action)!;
            const known = conditionKeysOf(prefix)!.map(({ name }) => name);
            for (const [types, keys] of Object.entries(rows)) {
                for (const type of types.split(" ")) {
                    const isListed = arns.some((arn) => arn.split(/[:/]/).includes(type));
                    assert.ok(type === "*" ? wildcardOnly : isListed, `${action} ${type} ${arns}`);
                }
                const own = keys.split(" ").filter((key) => key.startsWith(`${prefix}:`));
                for (const key of own) assert.ok(known.includes(key), `${action} ${key}`);
            }
        }
    });
});
