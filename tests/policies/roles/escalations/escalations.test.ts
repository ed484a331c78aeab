import * as assert from "node:assert/strict";

import { allows, type RoleStatement, statementsFor } from "../rolePolicies";
import { endpointEscalations } from "./endpointEscalations";
import { identityEscalations } from "./identityEscalations";
import { networkEscalations } from "./networkEscalations";
import { tagEscalations } from "./tagEscalations";

const ofEveryStack = ["up.json", "up.flow-logs.json", "endpoint-service.json"];
const withVpc = statementsFor(undefined, ...ofEveryStack, "up.vpc.json");
const inExistingVpc = statementsFor(undefined, ...ofEveryStack, "up.vpc.json", "up.existing-vpc.json");
const beforeVpc = statementsFor(undefined, ...ofEveryStack, "up.new-vpc.json");
const everything: RoleStatement = { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" };

const groups = {
    tags: tagEscalations,
    networks: networkEscalations,
    endpoints: endpointEscalations,
    roles: identityEscalations,
};

/** A statement without one of its conditions each, by the condition's name. */
function weakened(statement: RoleStatement): [string, RoleStatement][] {
    const { Condition = {} } = statement;
    return Object.entries(Condition).flatMap(([operator, keys]) =>
        Object.keys(keys).map((key): [string, RoleStatement] => {
            const rest = Object.fromEntries(Object.entries(keys).filter(([one]) => one !== key));
            return [`${operator} ${key}`, { ...statement, Condition: { ...Condition, [operator]: rest } }];
        })
    );
}

describe("the deploy role", () => {
    for (const [about, escalations] of Object.entries(groups)) {
        it(`is denied ${escalations.length} escalations about ${about}`, () => {
            const denied = ({ action, targets }: typeof escalations[number], statements: RoleStatement[]) =>
                !allows(statements, action, ...targets);
            const open = escalations.filter((one) => !denied(one, withVpc) || !denied(one, inExistingVpc));
            assert.deepEqual(open.map(({ title }) => title), []);
            const early = escalations.filter((one) => !denied(one, beforeVpc));
            assert.deepEqual(
                early.map(({ title }) => title),
                escalations.filter(({ withVpcOnly }) => withVpcOnly).map(({ title }) => title),
            );
            // The requests are such that a role without limits may send them.
            for (const one of escalations) assert.ok(!denied(one, [everything]), one.title);
        });
    }

    it("is denied at least one escalation by each condition and each Deny statement", function() {
        this.timeout("3m");
        const all = Object.values(groups).flat();
        const superfluous = [withVpc, beforeVpc].flatMap((statements) => {
            // A Deny statement must work whatever other policies allow, and an Allow statement must be limited without it.
            const denying = [...statements.filter(({ Effect }) => Effect === "Deny"), everything];
            const allowing = statements.filter(({ Effect }) => Effect === "Allow");
            const check = (within: RoleStatement[], statement: RoleStatement, weaker: RoleStatement[]) => {
                const rest = within.filter((one) => one !== statement);
                return all.filter(({ action }) => [statement.Action].flat().includes(action)).some((one) =>
                    !allows(within, one.action, ...one.targets)
                    && allows([...rest, ...weaker], one.action, ...one.targets)
                );
            };
            return [
                ...denying.slice(0, -1).filter((statement) => !check(denying, statement, [])).map(({ Sid }) => Sid),
                ...allowing.flatMap((statement) =>
                    weakened(statement).filter(([, weaker]) => !check(allowing, statement, [weaker]))
                        .map(([name]) => `${statement.Sid}: ${name}`)
                ),
            ];
        });
        assert.deepEqual(superfluous, []);
    });

    it("is denied each escalation under its own title, with what it would gain", () => {
        const all = Object.values(groups).flat();
        assert.equal(new Set(all.map(({ title }) => title)).size, all.length);
        assert.ok(all.length > 200, `${all.length}`);
        assert.deepEqual(all.filter(({ gain }) => gain === ""), []);
    });
});
