import * as assert from "node:assert/strict";

import { refresh } from "../../catalogue/refresh";
import { planPrivateVpc } from "../../components";
import { lintEndpointPolicy } from "../../components/plan/policies/iam/lint/lintEndpointPolicy";
import { interfaceHour, offer, small } from "../catalogue/answers";
import { RecordedStack } from "../cli/recover/recordedStack";
import { recover, StackAccount } from "../cli/recover/stackAccount";

/** The smallest inputs that a fuzzer found, each of which once ended with an exception. */
describe("an input that a fuzzer found", () => {
    const unprintable = { toString: "" };
    const refreshed = (files: object) =>
        refresh({ catalogue: small({ sqs: {} }, {}), services: [], prices: [], fewerIsRight: true, ...files }).problems;

    it("is a policy's element, or a condition's value, that cannot become a string", () => {
        for (
            const statement of [
                { Effect: unprintable },
                {
                    Condition: {
                        StringEquals: { "aws:PrincipalAccount": unprintable },
                        NumericLessThan: { "aws:PrincipalAccount": [] },
                    },
                },
            ]
        ) {
            const findings = lintEndpointPolicy(JSON.stringify({ Statement: statement }));
            assert.ok(findings.some(({ code }) => code === "pol.grammar"));
        }
    });

    it("is a price, a Region or a FIPS endpoint that cannot become a string", () => {
        const list = offer("AmazonVPC", [interfaceHour("us-east-1", "0.01")]);
        const text = JSON.stringify(list.value);
        const changed = (from: string) => ({
            ...list,
            value: JSON.parse(text.replace(from, `{"toString":""}`)) as unknown,
        });
        assert.equal(refreshed({ prices: [changed(`"0.01"`)] })[0]?.code, "facts.invalid-price");
        assert.equal(refreshed({ prices: [changed(`"us-east-1"`)] })[0]?.code, "facts.unknown-region");
        const value = [{ page: "a/b", asOf: "2026-09", services: { sqs: { policySupport: true, fips: unprintable } } }];
        assert.equal(
            refreshed({ pages: [{ path: "--pages p.json", savedOn: "2026-11-21", value }] })[0]?.code,
            "facts.not-a-catalogue",
        );
    });

    it("is an argument without a name, whose problem had no path", () => {
        const { problems } = planPrivateVpc({ "": [] } as never);
        assert.deepEqual(problems.filter(({ path }) => path === ""), []);
    });

    it("is a state with a resource of the type __proto__", async () => {
        const account = new StackAccount();
        const stack = new RecordedStack([account.vpc, account.table, { ...account.vpc, type: "__proto__" }]);
        assert.deepEqual((await recover(account, stack)).findings, []);
    });

    it("is an answer with an endpoint whose state is an empty string", async () => {
        const account = new StackAccount();
        const endpoint = account.sqs({ "private-vpc:owner": "other" });
        endpoint.attributes.state = "";
        const { findings } = await recover(account, new RecordedStack([account.vpc, account.table]));
        assert.deepEqual(findings, []);
    });
});
