import * as assert from "node:assert/strict";

import { allows, type RoleStatement, statementsFor } from "../rolePolicies";
import { endpointEscalations } from "./endpointEscalations";
import { firewallEscalations } from "./firewallEscalations";
import { identityEscalations } from "./identityEscalations";
import { neededByNoStack } from "./neededByNoStack";
import { networkEscalations } from "./networkEscalations";
import { tagEscalations } from "./tagEscalations";

const ofEveryStack = ["up.json", "up.flow-logs.json", "endpoint-service.json"];
const withVpc = statementsFor(undefined, ...ofEveryStack, "up.vpc.json");
const inExistingVpc = statementsFor(undefined, ...ofEveryStack, "up.vpc.json", "up.existing-vpc.json");
const beforeVpc = statementsFor(undefined, ...ofEveryStack, "up.new-vpc.json");
const firewall = statementsFor(undefined, "up.dns-firewall.json");
const everything: RoleStatement = { Sid: "All", Effect: "Allow", Action: "*", Resource: "*" };

const groups = {
    tags: tagEscalations,
    networks: networkEscalations,
    endpoints: endpointEscalations,
    roles: identityEscalations,
    "requests that no stack needs": neededByNoStack,
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

    it(`is denied ${firewallEscalations.length} escalations about a DNS firewall`, () => {
        const statements = [...withVpc, ...firewall];
        const open = firewallEscalations.filter(({ action, targets }) => allows(statements, action, ...targets));
        assert.deepEqual(open.map(({ title }) => title), []);
        for (const { title, action, targets } of firewallEscalations) {
            assert.ok(allows([everything], action, ...targets), title);
        }
    });

    it("is denied the same with a DNS firewall, except for the resource policy that its query logs need", () => {
        const allowed = Object.values(groups).flat().filter(({ action, targets }) =>
            allows([...withVpc, ...firewall], action, ...targets)
        );
        assert.deepEqual(allowed.map(({ title }) => title), ["PutResourcePolicy on its own log group"]);
    });

    it("is denied at least one escalation about a DNS firewall by each condition of its policy", () => {
        const superfluous = firewall.flatMap((statement) =>
            weakened(statement).filter(([, weaker]) => {
                const rest = firewall.filter((one) => one !== statement);
                return !firewallEscalations.some(({ action, targets }) =>
                    !allows(firewall, action, ...targets) && allows([...rest, weaker], action, ...targets)
                );
            }).map(([name]) => `${statement.Sid}: ${name}`)
        );
        assert.deepEqual(superfluous, []);
    });

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
        const all = [...Object.values(groups).flat(), ...firewallEscalations];
        assert.equal(new Set(all.map(({ title }) => title)).size, all.length);
        assert.ok(all.length > 200, `${all.length}`);
        assert.deepEqual(all.filter(({ gain }) => gain === ""), []);
    });
});
