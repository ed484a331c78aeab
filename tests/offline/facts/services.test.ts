import * as assert from "node:assert/strict";

import type { ServiceFacts } from "../../../components/plan/facts/services";
import type { Catalogue } from "../../../offline/facts/catalogue";
import { answer, type Detail, detail, refreshed, small } from "./answers";

const day = "2026-11-21";
const virginia = `describe-us-east-1-${day}`;

/** What becomes of some services with answers of Regions, and what is kept against them. */
function learnt(services: { [key: string]: Partial<ServiceFacts> }, ...answers: ReturnType<typeof answer>[]) {
    return outcome(small(services), ...answers);
}

function outcome(catalogue: Catalogue, ...answers: ReturnType<typeof answer>[]) {
    const { catalogue: after, kept, difference } = refreshed(catalogue, { services: answers, fewerIsRight: true });
    const { services, sources } = JSON.parse(JSON.stringify(after.services)) as Catalogue["services"];
    return { services, sources, kept: kept.filter(({ of }) => of !== "s3"), difference, after };
}

const sqs = (fields: Detail = {}, region = "us-east-1") => detail(`com.amazonaws.${region}.sqs`, fields);

describe("what a Region answers of a service", () => {
    it("confirms a fact that it says too, beside its sources", () => {
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
            asOf: day,
            services: 2,
        });
    });

    it("fills what was not known, the Region's name left open in host names", () => {
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
            { of: "sqs", fact: "policySupport", was: "not known", wasFrom: [], is: "false", isFrom: [virginia] },
        ]);
    });

    it("takes the place of what documents say, and both are shown with their sources", () => {
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

    it("never overwrites a fact with nothing: a field that is missing, null or empty", () => {
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
                { of: "sqs", why: "privateDnsNames sqs.<region>.amazonaws.com stay, and us-east-1 names none" },
            ]);
        }
    });

    it("does not overturn what another Region answered, and a newer answer of that Region does", () => {
        const first = learnt({ sqs: {} }, answer("us-east-1", [sqs({ VpcEndpointPolicySupported: true })]));
        const other = outcome(
            first.after,
            answer("eu-central-1", [sqs({ VpcEndpointPolicySupported: false }, "eu-central-1")]),
        );
        assert.equal(other.services.sqs!.policySupport, true);
        assert.deepEqual(other.services.sqs!.sources.policy, virginia);
        assert.deepEqual(other.kept, [
            { of: "sqs", why: `policySupport true (${virginia}) stays, and eu-central-1 says false` },
        ]);
        const newer = outcome(
            other.after,
            answer("us-east-1", [sqs({ VpcEndpointPolicySupported: false })], "2027-01-05"),
        );
        assert.equal(newer.services.sqs!.policySupport, false);
        assert.deepEqual(newer.services.sqs!.sources.policy, "describe-us-east-1-2027-01-05");
    });

    it("makes IPv6 partial where Regions differ", () => {
        const { services } = learnt(
            { sqs: {} },
            answer("us-east-1", [sqs({ SupportedIpAddressTypes: ["ipv4", "ipv6"] })]),
            answer("eu-central-1", [sqs({ SupportedIpAddressTypes: ["ipv4"] }, "eu-central-1")]),
        );
        assert.equal(services.sqs!.ipv6, "partial");
        assert.deepEqual(services.sqs!.sources.ipv6, [virginia, `describe-eu-central-1-${day}`]);
    });

    it("weighs less than documents where the partition is another, and fills what they leave open", () => {
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
            "policySupport true (page) stays, and cn-north-1 says false",
            "privateDnsNames stays not known, and cn-north-1 says notebook.<region>.sagemaker.com.cn",
        ]);
    });

    it("adds a kind, and takes none away", () => {
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
            why: "kinds Gateway, Interface stay, and us-east-1 has no Interface",
        }]);
    });

    it("is that of the interface endpoint where a gateway has the same name", () => {
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

    it("is left out where the service is not AWS's own, and how many are is told", () => {
        const file = answer("us-east-1", [
            sqs(),
            detail("com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0", { Owner: "123456789012" }),
            detail("com.amazonaws.us-east-1.partner", { Owner: "aws-marketplace" }),
            detail("com.amazonaws.us-east-1.nobodys", { Owner: undefined }),
        ]);
        const { read, catalogue } = refreshed(small({ sqs: {} }), { services: [file] });
        assert.deepEqual(Object.keys(catalogue.services.services), ["s3", "sqs"]);
        assert.deepEqual(read, [`us-east-1, ${day}: 2 services of AWS's own; 3 services of others left out`]);
    });

    it("leaves the newest answer of each Region among the sources, and those a fact still names", () => {
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

describe("the name that a Region gives", () => {
    it("makes a new service, whose key follows the usual rule and is its product until a person names it", () => {
        const names: [string, string, string | undefined][] = [
            ["com.amazonaws.us-east-1.new.api", "new.api", undefined],
            ["aws.api.us-east-1.newer", "newer", "aws.api.<region>.newer"],
            ["com.amazonaws.newest", "newest", "com.amazonaws.newest"],
            ["aws.api.global.newcomer", "newcomer", "aws.api.global.newcomer"],
        ];
        const known = {
            global: { serviceName: "aws.api.global.global" },
            regional: { serviceName: "aws.api.<region>.regional" },
        };
        const { services, difference } = learnt(known, answer("us-east-1", names.map(([name]) => detail(name))));
        for (const [, key, serviceName] of names) {
            assert.deepEqual(services[key], {
                product: key,
                ...(serviceName && { serviceName }),
                sources: { name: virginia },
            });
        }
        assert.deepEqual(difference.added[0], {
            service: "new.api",
            name: "com.amazonaws.<region>.new.api",
            kinds: ["Interface"],
        });
    });

    it("adds the Region to those with the partition's own prefix, for the interface endpoint alone [name.china]", () => {
        const { services } = learnt(
            { s3: { kinds: ["Gateway", "Interface"] }, sqs: {} },
            answer("cn-north-1", [detail("cn.com.amazonaws.cn-north-1.s3"), detail("cn.com.amazonaws.cn-north-1.sqs")]),
        );
        assert.deepEqual(services.sqs, {
            product: "sqs",
            ownPrefixIn: ["cn-north-1"],
            sources: { name: "table", regions: "answers" },
        });
        assert.deepEqual(services.s3!.ownPrefixIn, ["cn-north-1"]);
        assert.deepEqual(Object.keys(services), ["s3", "sqs"]);
    });

    it("takes the Region from those with the own prefix where the name has the usual one", () => {
        const { services, difference } = learnt(
            { sqs: { ownPrefixIn: ["cn-north-1", "cn-northwest-1"] } },
            answer("cn-north-1", [sqs({}, "cn-north-1")]),
        );
        assert.deepEqual(services.sqs!.ownPrefixIn, ["cn-northwest-1"]);
        assert.deepEqual(difference.changed.map(({ fact, was, is }) => [fact, was, is]), [
            ["ownPrefixIn", "cn-north-1, cn-northwest-1", "cn-northwest-1"],
        ]);
    });

    it("knows an exact name of the Region", () => {
        const exactNames = { "cn-north-1": "cn.com.amazonaws.cn-north-1.transcribe.cn" };
        const { services } = learnt(
            { transcribe: { exactNames } },
            answer("cn-north-1", [detail(exactNames["cn-north-1"])]),
        );
        assert.deepEqual(Object.keys(services), ["s3", "transcribe"]);
        assert.deepEqual(services.transcribe!.exactNames, exactNames);
    });

    it("becomes the rule where only documents gave another, and the Region's exception where a Region confirmed that", () => {
        const other = (region: string) => answer(region, [detail(`aws.api.${region}.freetier`)]);
        const documents = learnt({ freetier: {} }, other("us-east-1"));
        assert.deepEqual(documents.services.freetier, {
            product: "freetier",
            serviceName: "aws.api.<region>.freetier",
            sources: { name: virginia },
        });
        const confirmed = learnt(
            { freetier: {} },
            answer("us-east-1", [detail("com.amazonaws.us-east-1.freetier")]),
            other("eu-central-1"),
        );
        assert.deepEqual(confirmed.services.freetier, {
            product: "freetier",
            exactNames: { "eu-central-1": "aws.api.eu-central-1.freetier" },
            sources: { name: ["table", virginia], regions: "answers" },
        });
    });

    it("is told and not taken over where the known one is there too", () => {
        const both = ["com.amazonaws.us-east-1.freetier", "aws.api.us-east-1.freetier"].map((name) => detail(name));
        for (const services of [{ freetier: {} }, {} as { freetier?: object }]) {
            const { services: after, kept } = learnt(services as { [key: string]: object }, answer("us-east-1", both));
            assert.equal(after.freetier!.serviceName, undefined);
            assert.deepEqual(kept, [
                { of: "freetier", why: "us-east-1 also has aws.api.us-east-1.freetier, and one key names one" },
            ]);
        }
    });

    it("stands for a service of one account each where a cell is in it, of which no absence is learnt", () => {
        const pattern = { "timestream.query-<cell>": {} };
        const there = learnt(pattern, answer("us-east-1", [detail("com.amazonaws.us-east-1.timestream.query-cell7")]));
        assert.deepEqual(Object.keys(there.services), ["s3", "timestream.query-<cell>"]);
        assert.deepEqual(there.services["timestream.query-<cell>"]!.sources.name, ["table", virginia]);
        const absent = learnt(pattern, answer("us-east-1", [sqs()]));
        assert.equal(absent.services["timestream.query-<cell>"]!.notInRegions, undefined);
    });
});

describe("what a Region's answer lacks", () => {
    it("is what the Region lacks, and no longer where an answer has it", () => {
        const lacking = learnt({ sqs: {}, sns: {} }, answer("us-east-1", [sqs()]));
        assert.deepEqual(lacking.services.sns, {
            product: "sns",
            notInRegions: ["us-east-1"],
            sources: { name: "table", regions: "answers" },
        });
        assert.deepEqual(lacking.difference.lacking, [{ place: "us-east-1", services: ["sns"] }]);
        assert.ok(lacking.sources.answers);
        const back = outcome(
            lacking.after,
            answer("us-east-1", [sqs(), detail("com.amazonaws.us-east-1.sns")], "2027-01-05"),
        );
        assert.equal(back.services.sns!.notInRegions, undefined);
        assert.deepEqual(back.difference.found, [{ place: "us-east-1", services: ["sns"] }]);
        assert.deepEqual(back.difference.lacking, []);
    });

    it("is not lacked where the answer at least names it", () => {
        const file = answer("us-east-1", [sqs()]);
        (file.value as { ServiceNames: string[] }).ServiceNames.push("com.amazonaws.us-east-1.sns");
        const { services, sources } = learnt({ sqs: {}, sns: {} }, file);
        assert.equal(services.sns!.notInRegions, undefined);
        assert.equal(sources[virginia]!.services, 2);
        const partners = answer("us-east-1", [
            sqs(),
            detail("com.amazonaws.us-east-1.sns", { Owner: "aws-marketplace" }),
        ]);
        assert.deepEqual(learnt({ sqs: {}, sns: {} }, partners).services.sns!.notInRegions, ["us-east-1"]);
    });

    it("is known already where the catalogue says the only Regions; an answer can add one and take one away", () => {
        const only = { iam: { serviceName: "com.amazonaws.iam", onlyInRegions: ["us-east-1", "cn-north-1"] } };
        const known = learnt(only, answer("eu-central-1", [sqs({}, "eu-central-1")]));
        assert.deepEqual(known.services.iam, { product: "iam", ...only.iam, sources: { name: "table" } });
        const more = learnt(only, answer("eu-central-1", [sqs({}, "eu-central-1"), detail("com.amazonaws.iam")]));
        assert.deepEqual(more.services.iam!.onlyInRegions, ["us-east-1", "cn-north-1", "eu-central-1"]);
        const fewer = learnt(only, answer("us-east-1", [sqs()]));
        assert.deepEqual(fewer.services.iam!.onlyInRegions, ["cn-north-1"]);
        assert.deepEqual(fewer.difference.changed.map(({ fact, was, is }) => [fact, was, is]), [
            ["onlyInRegions", "us-east-1, cn-north-1", "cn-north-1"],
        ]);
    });

    it("empties no list of the only Regions: the last one lacks the service", () => {
        const { services } = learnt({ iam: { onlyInRegions: ["us-east-1"] } }, answer("us-east-1", [sqs()]));
        assert.deepEqual([services.iam!.onlyInRegions, services.iam!.notInRegions], [["us-east-1"], ["us-east-1"]]);
    });

    it("is held against every answer, also those before the one that brings a new service", () => {
        const { services } = learnt(
            { sqs: {} },
            answer("us-east-1", [sqs()]),
            answer("eu-central-1", [sqs({}, "eu-central-1"), detail("com.amazonaws.eu-central-1.new")]),
        );
        assert.deepEqual(services.new!.notInRegions, ["us-east-1"]);
    });
});

describe("the zones that a Region's answer names", () => {
    const inZones = (...AvailabilityZoneIds: string[]) => ({ AvailabilityZoneIds });

    it("are all that some interface endpoint is in; a service that is not in one lacks it [if.az-support]", () => {
        const { services, difference } = learnt(
            { sqs: {}, sns: {} },
            answer("us-east-1", [
                sqs(inZones("use1-az1", "use1-az2", "use1-az3")),
                detail("com.amazonaws.us-east-1.sns", inZones("use1-az1", "use1-az3")),
            ]),
        );
        assert.deepEqual(services.sns!.notInZones, ["use1-az2"]);
        assert.equal(services.sns!.sources.zones, "answers");
        assert.equal(services.sqs!.notInZones, undefined);
        assert.deepEqual(difference.lacking, [{ place: "use1-az2", services: ["sns"] }]);
    });

    it("leave known ones of other Regions, and of zones where nothing is offered, and correct the others", () => {
        const known = { sns: { notInZones: ["use1-az1", "use1-az9", "usw2-az4"] }, sqs: {} };
        const { services, difference } = learnt(
            known,
            answer("us-east-1", [
                sqs(inZones("use1-az1", "use1-az2")),
                detail("com.amazonaws.us-east-1.sns", inZones("use1-az1")),
            ]),
        );
        assert.deepEqual(services.sns!.notInZones, ["use1-az9", "usw2-az4", "use1-az2"]);
        assert.deepEqual(difference.found, [{ place: "use1-az1", services: ["sns"] }]);
    });

    it("are told by their ids alone: names differ by account, gateways are in none, Local Zones are no choice", () => {
        const { services } = learnt(
            { sqs: {}, sns: {}, sts: {} },
            answer("us-east-1", [
                sqs({ AvailabilityZones: ["us-east-1a", "us-east-1b"] }),
                detail("com.amazonaws.us-east-1.sns", inZones("use1-az1", "use1-bos1-az1")),
                detail("com.amazonaws.us-east-1.sts", inZones("use1-az1")),
                detail("com.amazonaws.us-east-1.dynamodb", inZones("use1-az7"), "Gateway"),
            ]),
        );
        for (const key of ["sqs", "sns", "sts", "dynamodb"]) assert.equal(services[key]!.notInZones, undefined, key);
    });
});
