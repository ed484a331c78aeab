import * as assert from "node:assert/strict";

import { answer, detail } from "./answers";
import { learnt, sqs, virginia } from "./learnt";

describe("the service name in a Region's answer", () => {
    it("adds a new service, with a key by the usual rule, which is also its product name until someone edits it", () => {
        const names: [string, string, string | undefined][] = [
            ["com.amazonaws.us-east-1.new.api", "new.api", undefined],
            ["aws.api.us-east-1.newer", "newer", "aws.api.<region>.newer"],
            ["com.amazonaws.newest", "newest", "com.amazonaws.newest"],
            ["aws.api.global.newcomer", "newcomer", "aws.api.global.newcomer"],
            // A key that every object of JavaScript seems to have.
            ["com.amazonaws.us-east-1.constructor", "constructor", undefined],
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
        assert.deepEqual(difference.added.map(({ service }) => service).sort(), names.map(([, key]) => key).sort());
        assert.deepEqual(difference.added.find(({ service }) => service === "new.api"), {
            service: "new.api",
            name: "com.amazonaws.<region>.new.api",
            kinds: ["Interface"],
        });
    });

    it("adds the Region to those with the partition's own prefix, for the interface endpoint only [name.china]", () => {
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

    it("removes the Region from those with the partition's own prefix if the name has the usual one", () => {
        const { services, difference } = learnt(
            { sqs: { ownPrefixIn: ["cn-north-1", "cn-northwest-1"] } },
            answer("cn-north-1", [sqs({}, "cn-north-1")]),
        );
        assert.deepEqual(services.sqs!.ownPrefixIn, ["cn-northwest-1"]);
        assert.deepEqual(difference.changed.map(({ fact, was, is }) => [fact, was, is]), [
            ["ownPrefixIn", "cn-north-1, cn-northwest-1", "cn-northwest-1"],
        ]);
    });

    it("is recognized if it is one of the service's exact names for the Region", () => {
        const exactNames = { "cn-north-1": "cn.com.amazonaws.cn-north-1.transcribe.cn" };
        const { services } = learnt(
            { transcribe: { exactNames } },
            answer("cn-north-1", [detail(exactNames["cn-north-1"])]),
        );
        assert.deepEqual(Object.keys(services), ["s3", "transcribe"]);
        assert.deepEqual(services.transcribe!.exactNames, exactNames);
    });

    it("becomes the pattern if only documentation had another, or the Region's exception if a Region confirmed that", () => {
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

    it("is reported but not adopted if the answer also contains the known name", () => {
        const both = ["com.amazonaws.us-east-1.freetier", "aws.api.us-east-1.freetier"].map((name) => detail(name));
        for (const services of [{ freetier: {} }, {} as { freetier?: object }]) {
            const { services: after, kept } = learnt(services as { [key: string]: object }, answer("us-east-1", both));
            assert.equal(after.freetier!.serviceName, undefined);
            assert.deepEqual(kept, [
                { of: "freetier", why: "us-east-1 also has aws.api.us-east-1.freetier, but a key has only one name" },
            ]);
        }
    });

    it("matches a service with one name per account if it contains a cell, and its absence is never recorded", () => {
        const pattern = { "timestream.query-<cell>": {} };
        const there = learnt(pattern, answer("us-east-1", [detail("com.amazonaws.us-east-1.timestream.query-cell7")]));
        assert.deepEqual(Object.keys(there.services), ["s3", "timestream.query-<cell>"]);
        assert.deepEqual(there.services["timestream.query-<cell>"]!.sources.name, ["table", virginia]);
        const absent = learnt(pattern, answer("us-east-1", [sqs()]));
        assert.equal(absent.services["timestream.query-<cell>"]!.notInRegions, undefined);
    });
});
