import * as assert from "node:assert/strict";

import { dnsFirewallExamples } from "../../problems/dnsFirewallExamples";

describe("the rule groups that an existing VPC has", () => {
    for (const { code, given = "", run } of dnsFirewallExamples.filter(({ given }) => /rule group/.test(given ?? ""))) {
        it(`are reported as ${code}. ${given}`, async () => {
            const caused = await run();
            assert.ok(caused.length > 0);
            assert.deepEqual(
                [...new Set(caused.map((one) => one.code))].filter((one) => !one.startsWith("dns-firewall.")),
                [
                    ...(code.startsWith("quota") ? [code] : []),
                ],
            );
            assert.ok(caused.some((one) => one.code === code));
        });
    }
});
