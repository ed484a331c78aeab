import * as assert from "node:assert/strict";

import type { ServiceFacts } from "../../components/plan/facts/services";
import { answer, detail, refreshed, small } from "./answers";
import { learnt, outcome, sqs, virginia } from "./learnt";

describe("a Region's answer for a service", () => {
    it("confirms a matching fact and is added to its sources", () => {
        const { services, sources } = learnt(
            { sqs: { policySupport: true, ipv6: "yes", sources: { policy: ["page", "twin"], ipv6: "table" } } },
            answer("us-east-1", [sqs({ VpcEndpointPolicySupported: true, SupportedIpAddressTypes: ["ipv4", "ipv6"] })]),
        );
        assert.deepEqual(services.sqs, {
            product: "sqs",
            policySupport: true,
            ipv6: "yes",
            sources: { name: ["table", virginia], policy: ["page", "twin", virginia], ipv6: ["table", virginia] },
        });
        assert.deepEqual(sources[virginia], {
            what: "what describe-vpc-endpoint-services answered in us-east-1",
            asOf: "2026-11-21",
            services: 2,
        });
    });

    it("fills in unknown facts, with the Region in host names replaced by a placeholder", () => {
        const { services, difference } = learnt(
            { sqs: {} },
            answer("us-east-1", [sqs({
                PrivateDnsName: "sqs.us-east-1.amazonaws.com",
                PrivateDnsNames: [{ PrivateDnsName: "sqs.us-east-1.amazonaws.com" }, {
                    PrivateDnsName: "sqs.us-east-1.api.aws",
                }],
                VpcEndpointPolicySupported: false,
                SupportedIpAddressTypes: ["ipv4"],
            })]),
        );
        const { privateDnsNames, policySupport, ipv6, sources } = services.sqs!;
        assert.deepEqual(privateDnsNames, ["sqs.<region>.amazonaws.com", "sqs.<region>.api.aws"]);
        assert.deepEqual([policySupport, ipv6], [false, "no"]);
        assert.deepEqual(sources, {
            name: ["table", virginia],
            privateDns: virginia,
            policy: virginia,
            ipv6: virginia,
        });
        assert.deepEqual(difference.changed.filter(({ fact }) => fact === "policySupport"), [
            { of: "sqs", fact: "policySupport", was: "unknown", wasFrom: [], is: "false", isFrom: [virginia] },
        ]);
    });

    it("overrides documentation, and both values are shown with their sources", () => {
        const { services, difference } = learnt(
            {
                sqs: {
                    policySupport: false,
                    privateDnsNames: ["old.<region>.amazonaws.com"],
                    sources: { policy: "page", privateDns: "lza" },
                },
            },
            answer("us-east-1", [
                sqs({ VpcEndpointPolicySupported: true, PrivateDnsName: "sqs.us-east-1.amazonaws.com" }),
            ]),
        );
        assert.equal(services.sqs!.policySupport, true);
        assert.deepEqual(difference.changed, [
            {
                of: "sqs",
                fact: "privateDnsNames",
                was: "old.<region>.amazonaws.com",
                wasFrom: ["lza"],
                is: "sqs.<region>.amazonaws.com",
                isFrom: [virginia],
            },
            { of: "sqs", fact: "policySupport", was: "false", wasFrom: ["page"], is: "true", isFrom: [virginia] },
        ]);
    });

    it("never erases a fact: a field may be missing, null or empty", () => {
        const known: Partial<ServiceFacts> = {
            privateDnsNames: ["sqs.<region>.amazonaws.com"],
            policySupport: true,
            ipv6: "yes",
            notInZones: ["use1-az3"],
            sources: { privateDns: "page", policy: "page", ipv6: "page" },
        };
        for (
            const nothing of [
                {},
                { PrivateDnsName: "", PrivateDnsNames: [], SupportedIpAddressTypes: [], AvailabilityZoneIds: [] },
                {
                    PrivateDnsName: null,
                    PrivateDnsNames: null,
                    VpcEndpointPolicySupported: null,
                    SupportedIpAddressTypes: null,
                    AvailabilityZoneIds: null,
                },
            ]
        ) {
            const { services, kept } = learnt({ sqs: known }, answer("us-east-1", [sqs(nothing)]));
            assert.deepEqual(services.sqs, {
                product: "sqs",
                ...known,
                sources: { ...known.sources, name: ["table", virginia] },
            });
            assert.deepEqual(kept, [
                { of: "sqs", why: "privateDnsNames sqs.<region>.amazonaws.com are kept; us-east-1 reports none" },
            ]);
        }
    });

    it("does not override another Region's answer, but a newer answer of the same Region does", () => {
        const first = learnt({ sqs: {} }, answer("us-east-1", [sqs({ VpcEndpointPolicySupported: true })]));
        const other = outcome(
            first.after,
            answer("eu-central-1", [sqs({ VpcEndpointPolicySupported: false }, "eu-central-1")]),
        );
        assert.equal(other.services.sqs!.policySupport, true);
        assert.deepEqual(other.services.sqs!.sources.policy, virginia);
        assert.deepEqual(other.kept, [
            { of: "sqs", why: `policySupport true (${virginia}) is kept; eu-central-1 reports false` },
        ]);
        const newer = outcome(
            other.after,
            answer("us-east-1", [sqs({ VpcEndpointPolicySupported: false })], "2027-01-05"),
        );
        assert.equal(newer.services.sqs!.policySupport, false);
        assert.deepEqual(newer.services.sqs!.sources.policy, "describe-us-east-1-2027-01-05");
    });

    it("makes IPv6 support partial if Regions differ", () => {
        const { services } = learnt(
            { sqs: {} },
            answer("us-east-1", [sqs({ SupportedIpAddressTypes: ["ipv4", "ipv6"] })]),
            answer("eu-central-1", [sqs({ SupportedIpAddressTypes: ["ipv4"] }, "eu-central-1")]),
        );
        assert.equal(services.sqs!.ipv6, "partial");
        assert.deepEqual(services.sqs!.sources.ipv6, [virginia, `describe-eu-central-1-2026-11-21`]);
    });

    it("has lower precedence than documentation if it is from another partition, but fills in unknown facts", () => {
        const { services, kept } = learnt(
            { sqs: { policySupport: true, sources: { policy: "page" } }, notebook: {} },
            answer("cn-north-1", [
                sqs(
                    { VpcEndpointPolicySupported: false, PrivateDnsName: "sqs.cn-north-1.amazonaws.com.cn" },
                    "cn-north-1",
                ),
                detail("com.amazonaws.cn-north-1.notebook", { PrivateDnsName: "notebook.cn-north-1.sagemaker.com.cn" }),
            ]),
        );
        assert.equal(services.sqs!.policySupport, true);
        assert.deepEqual(services.sqs!.privateDnsNames, ["sqs.<region>.amazonaws.com"]);
        assert.equal(services.notebook!.privateDnsNames, undefined);
        assert.deepEqual(kept.map(({ why }) => why), [
            "policySupport true (page) is kept; cn-north-1 reports false",
            "privateDnsNames stays unknown; cn-north-1 reports notebook.<region>.sagemaker.com.cn",
        ]);
    });

    it("adds an endpoint type, and never removes one", () => {
        const { services, kept } = learnt(
            { sqs: {}, dynamodb: { kinds: ["Gateway", "Interface"] } },
            answer("us-east-1", [
                sqs(),
                detail("com.amazonaws.us-east-1.sqs", {}, "Gateway"),
                detail("com.amazonaws.us-east-1.dynamodb", {}, "Gateway"),
            ]),
        );
        assert.deepEqual(services.sqs!.kinds, ["Gateway", "Interface"]);
        assert.equal(services.sqs!.sources.kinds, virginia);
        assert.deepEqual(services.dynamodb!.kinds, ["Gateway", "Interface"]);
        assert.deepEqual(kept, [{
            of: "dynamodb",
            why: "kinds Gateway, Interface are kept; us-east-1 has no Interface",
        }]);
    });

    it("applies to the interface endpoint if a gateway has the same name", () => {
        const fields = { VpcEndpointPolicySupported: false, SupportedIpAddressTypes: ["ipv4"] };
        const { services } = learnt(
            { dynamodb: { kinds: ["Gateway", "Interface"] } },
            answer("us-east-1", [
                detail("com.amazonaws.us-east-1.dynamodb", {
                    VpcEndpointPolicySupported: true,
                    SupportedIpAddressTypes: ["ipv6"],
                }, "Gateway"),
                detail("com.amazonaws.us-east-1.dynamodb", fields),
            ]),
        );
        assert.deepEqual([services.dynamodb!.policySupport, services.dynamodb!.ipv6], [false, "no"]);
    });

    it("is skipped if the service is not AWS's own, and the number of skipped ones is reported", () => {
        const file = answer("us-east-1", [
            sqs(),
            detail("com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0", { Owner: "123456789012" }),
            detail("com.amazonaws.us-east-1.partner", { Owner: "aws-marketplace" }),
            detail("com.amazonaws.us-east-1.nobodys", { Owner: undefined }),
        ]);
        const { read, catalogue } = refreshed(small({ sqs: {} }), { services: [file] });
        assert.deepEqual(Object.keys(catalogue.services.services), ["s3", "sqs"]);
        assert.deepEqual(read, [`us-east-1, 2026-11-21: 2 services of AWS's own; 3 services of other owners skipped`]);
    });

    it("keeps in the sources the newest answer of each Region, and those that a fact still refers to", () => {
        const first = learnt(
            { sqs: {}, sns: {} },
            answer("us-east-1", [sqs(), detail("com.amazonaws.us-east-1.sns", { VpcEndpointPolicySupported: true })]),
        );
        const second = outcome(
            first.after,
            answer("us-east-1", [sqs(), detail("com.amazonaws.us-east-1.sns")], "2027-01-05"),
        );
        assert.deepEqual(Object.keys(second.sources), ["table", virginia, "describe-us-east-1-2027-01-05"]);
        const policy = { VpcEndpointPolicySupported: true };
        const third = outcome(
            second.after,
            answer("us-east-1", [sqs(), detail("com.amazonaws.us-east-1.sns", policy)], "2027-02-01"),
        );
        assert.deepEqual(Object.keys(third.sources), ["table", "describe-us-east-1-2027-02-01"]);
    });
});
