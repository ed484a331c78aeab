import * as assert from "node:assert/strict";

import { answer, detail } from "./answers";
import { learnt, outcome, sqs, virginia } from "./learnt";

describe("a service that is missing from a Region's answer", () => {
    it("is recorded as missing in that Region, until an answer contains it", () => {
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

    it("is not recorded as missing if the answer at least names it", () => {
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

    it("is not recorded if onlyInRegions excludes the Region, and answers add and remove Regions in onlyInRegions", () => {
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

    it("is recorded as missing even in the last Region of onlyInRegions, which is never emptied", () => {
        const { services } = learnt({ iam: { onlyInRegions: ["us-east-1"] } }, answer("us-east-1", [sqs()]));
        assert.deepEqual([services.iam!.onlyInRegions, services.iam!.notInRegions], [["us-east-1"], ["us-east-1"]]);
    });

    it("is recorded for every answer, also those before the one that adds the service", () => {
        const { services } = learnt(
            { sqs: {} },
            answer("us-east-1", [sqs()]),
            answer("eu-central-1", [sqs({}, "eu-central-1"), detail("com.amazonaws.eu-central-1.new")]),
        );
        assert.deepEqual(services.new!.notInRegions, ["us-east-1"]);
    });
});

describe("the Availability Zones in a Region's answer", () => {
    const inZones = (...AvailabilityZoneIds: string[]) => ({ AvailabilityZoneIds });

    it("are those of any interface endpoint, and a service absent from one of them is recorded as missing there [if.az-support]", () => {
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

    it("do not change records of other Regions or of zones without any endpoint, and correct the others", () => {
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

    it("are compared by zone ID only, without zone names, gateway endpoints and Local Zones", () => {
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
