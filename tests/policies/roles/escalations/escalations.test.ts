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

    it("is denied each escalation under its own title, with what it would gain", () => {
        const all = Object.values(groups).flat();
        assert.equal(new Set(all.map(({ title }) => title)).size, all.length);
        assert.ok(all.length >= 100, `${all.length}`);
        assert.deepEqual(all.filter(({ gain }) => gain === ""), []);
    });
});
