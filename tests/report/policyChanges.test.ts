import * as assert from "node:assert/strict";

import { terminalReport } from "../../cli/report/terminal";
import type { Plan } from "../../components";
import { changeRows, compare } from "../../components/report/changes";
import { policyChanges } from "../../components/report/policyChanges";
import { devPlan } from "./devPlan";

const withPolicy = (statement: object) => {
    const Statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...statement };
    return devPlan({ endpoints: { sqs: { additionalPolicy: JSON.stringify({ Version: "2012-10-17", Statement }) } } });
};
const orders = "arn:aws:sqs:us-east-1:111122223333:orders";
const partner = { Sid: "Partner", Action: "sqs:SendMessage", Resource: orders };

describe("the requests affected by a policy change", () => {
    const base = devPlan();
    const sqsOf = (plan: Plan) => plan.endpoints.find(({ service }) => service === "sqs")!;
    const withSqs = (plan: Plan, policy: object): Plan => ({
        ...plan,
        endpoints: plan.endpoints.map((
            one,
        ) => (one.service === "sqs" ? { ...one, policy: { ...one.policy, ...policy } } : one)),
    });

    it("are none without another policy", () => {
        assert.deepEqual(policyChanges(base, devPlan()), []);
    });

    it("are listed as newly allowed or no longer allowed", () => {
        const after = withPolicy(partner);
        const [opened] = policyChanges(base, after);
        assert.deepEqual([opened!.name, opened!.closed, opened!.undecided], ["sqs-interface", [], []]);
        assert.equal(opened!.opened.length, 1);
        assert.match(
            opened!.opened[0]!,
            /^Partner allows an unsigned request to call sqs:SendMessage on arn:aws:sqs:us-east-1:111122223333:orders/,
        );
        const [closed] = policyChanges(after, base);
        assert.deepEqual([closed!.opened, closed!.closed], [[], opened!.opened]);
        const text = terminalReport(after, { colour: false }, { before: base });
        assert.ok(text.includes(`Newly allowed through sqs-interface: ${opened!.opened[0]!}`), text);
        assert.ok(
            terminalReport(base, { colour: false }, { before: after }).includes(
                `No longer allowed through sqs-interface: ${opened!.opened[0]!}`,
            ),
        );
    });

    it("are none if the two policies are equivalent", () => {
        const document = JSON.parse(sqsOf(base).policy.document!) as { Statement: object[] };
        const other = { ...document, Statement: [...document.Statement, ...document.Statement].reverse() };
        const after = withSqs(base, { document: JSON.stringify(other) });
        assert.deepEqual(policyChanges(base, after), [{
            name: "sqs-interface",
            opened: [],
            closed: [],
            undecided: [],
        }]);
        assert.deepEqual(changeRows(compare(base, after)), [[
            "~ sqs-interface",
            "policy document",
            "",
            "allows the same",
        ]]);
    });

    it("are compared with the service's earlier endpoint, of either type", () => {
        const [gateway, direct] = [{ kind: "Gateway", name: "sqs-gateway" }, withPolicy(partner)];
        const earlier = {
            ...base,
            endpoints: base.endpoints.map((
                one,
            ) => (one.service === "sqs" ? { ...one, ...gateway } as typeof one : one)),
        };
        assert.deepEqual(policyChanges(earlier, base), []);
        assert.equal(policyChanges(earlier, direct)[0]!.opened.length, 1);
        assert.deepEqual(policyChanges({ ...base, endpoints: [] }, base), []);
    });

    it("are all that a policy denies, if there was none", () => {
        const [change] = policyChanges(withSqs(base, { from: "none", document: null }), base);
        assert.deepEqual([change!.opened, change!.undecided], [[], []]);
        assert.match(change!.closed[0]!, /^NoPolicy allows an unsigned request to call sqs:SendMessage/);
    });

    it("are not decided if a policy is not known, and the report says why", () => {
        const late = policyChanges(base, withSqs(base, { from: "custom", document: null }));
        assert.deepEqual(late[0]!.undecided, ["The policy is known only during a deployment."]);
        for (const document of [undefined, "{", "[]", 5]) {
            const [change] = policyChanges(withSqs(base, { document }), base);
            assert.deepEqual(change, {
                name: "sqs-interface",
                opened: [],
                closed: [],
                undecided: [
                    "The earlier policy is not in the earlier plan in a form that can be read: write that plan again.",
                ],
            });
        }
        const [row] = changeRows(compare(base, withSqs(base, { from: "custom", document: null })));
        assert.deepEqual(row, ["~ sqs-interface", "policy", "default", "custom"]);
    });

    it("are shown for a plan of an older release, too, with the assumptions", () => {
        const { perimeter: _, ...older } = base;
        const text = terminalReport(withPolicy(partner), { colour: false }, { before: older as Plan });
        assert.match(text, /An older release wrote the earlier plan, without its perimeter/);
        assert.match(text, /Newly allowed through sqs-interface: Partner/);
        const same = terminalReport(base, { colour: false }, { before: older as Plan });
        assert.match(same, /Unchanged\n.* Endpoints \(2\), .*Perimeter/);
    });
});
