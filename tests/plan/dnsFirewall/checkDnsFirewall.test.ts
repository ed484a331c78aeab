import * as assert from "node:assert/strict";

import { codesOf } from "../../codesOf";
import { planOf, problemsOf } from "../fixtures";

const wrong = (dnsFirewall: object) => codesOf(problemsOf({ dnsFirewall }));
const domains = (...allowedDomains: string[]) => wrong({ allowedDomains });

describe("the options of a DNS firewall", () => {
    it("refuse allowed domains that DNS Firewall does not accept", () => {
        for (
            const domain of [
                ...[
                    "",
                    "a..b",
                    "exa mple.com",
                    "_ldap.example.com",
                    "a.*.com",
                    "*example.com",
                    "example.com.",
                    "-a.com",
                ],
                ...["https://example.com", "bücher.example", `${"a".repeat(64)}.com`, `${"a.".repeat(130)}com`],
            ]
        ) {
            assert.deepEqual(
                domains(domain),
                ["dns-firewall.invalid-domain dnsFirewall.allowedDomains[0]"],
                domain,
            );
        }
    });

    it("refuse a domain that allows every name", () => {
        for (const domain of ["*", "*."]) {
            assert.deepEqual(domains(domain), ["dns-firewall.every-domain dnsFirewall.allowedDomains[0]"], domain);
        }
    });

    it("refuse wildcards of which a public suffix remains", () => {
        for (
            const domain of [
                ...["*.com", "*.de", "*.co.uk", "*.com.au", "*.or.jp", "*.COM", "*.github.io", "*.cloudfront.net"],
                ...["*.amazonaws.com", "*.us-east-1.amazonaws.com", "*.api.aws", "*.amazonaws.com.cn", "*.duckdns.org"],
            ]
        ) {
            assert.deepEqual(
                domains(domain),
                ["dns-firewall.public-suffix dnsFirewall.allowedDomains[0]"],
                domain,
            );
        }
    });

    it("accept domains that have one owner, and zones that are never public", () => {
        const allowedDomains = [
            ...[
                "example.com",
                "*.example.com",
                "*.example.co.uk",
                "*.corp.example.com",
                "intranet",
                "xn--bcher-kva.example",
            ],
            ...["*.internal", "*.cluster.local", "*.home.arpa", "*.abcdef.us-east-1.rds.amazonaws.com"],
        ];
        assert.equal(
            planOf({ dnsFirewall: { allowedDomains } }).dnsFirewall!.allowed.length,
            2 + allowedDomains.length,
        );
    });

    it("refuse another action, a priority that AWS does not allow, and wrong query logs", () => {
        assert.deepEqual(wrong({ action: "deny" }), ["dns-firewall.unknown-action dnsFirewall.action"]);
        for (const priority of [99, 9901, 100.5, NaN]) {
            assert.deepEqual(wrong({ priority }), ["dns-firewall.invalid-priority dnsFirewall.priority"]);
        }
        const path = "dnsFirewall.queryLogs";
        assert.deepEqual(wrong({ queryLogs: { destinationArn: "my-logs" } }), [
            `dns-firewall.invalid-destination ${path}.destinationArn`,
        ]);
        assert.deepEqual(wrong({ queryLogs: { retentionInDays: 31 } }), [
            `dns-firewall.invalid-retention ${path}.retentionInDays`,
        ]);
        assert.deepEqual(wrong({ queryLogs: { destinationArn: "arn:aws:s3:::logs", retentionInDays: 30 } }), [
            `dns-firewall.retention-unused ${path}.retentionInDays`,
        ]);
    });

    it("refuse more names than AWS accepts in one request, or than the account may have", () => {
        const many = Array.from({ length: 1000 }, (_, index) => `db${index}.example.com`);
        assert.deepEqual(wrong({ allowedDomains: many }), ["quota.firewall-list dnsFirewall.allowedDomains"]);
        const quotas = { "quota.firewall-domains": 20 };
        assert.deepEqual(codesOf(problemsOf({ dnsFirewall: { allowedDomains: many.slice(0, 19) }, quotas })), [
            "quota.firewall-domains dnsFirewall.allowedDomains",
        ]);
    });
});
