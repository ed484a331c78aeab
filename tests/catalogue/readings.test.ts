import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import { servicesText } from "../../catalogue/catalogue";
import { answerOf, listOf } from "../../catalogue/provenance";
import { type ReadFacts, type Reading, readReadings, sourceOfFact } from "../../catalogue/readings";
import { refresh } from "../../catalogue/refresh";
import type { ServiceFacts } from "../../components/plan/facts/services";
import { codesOf } from "../codesOf";
import { root } from "../run";
import { refreshed, shipped, small } from "./answers";
import { virginia } from "./learnt";

const file = path.join(root, "catalogue/pages.json");
const pages = JSON.parse(fs.readFileSync(file, "utf8")) as Reading[];
const page = "AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-internetwork-traffic-privacy";

/** The services after reading one page about them. */
function afterReading(before: { [key: string]: Partial<ServiceFacts> }, services: { [keys: string]: ReadFacts }) {
    const given = [{ path: "--pages pages.json", savedOn: "2026-11-21", value: [{ page, asOf: "2026-09", services }] }];
    const { catalogue, kept, difference } = refreshed(small(before), { pages: given });
    return { services: catalogue.services.services, sources: catalogue.services.sources, kept, difference };
}

/** The problems in some readings, with the places. */
function problemsOf(...value: unknown[]) {
    const { problems } = readReadings("pages.json", value);
    for (const code of codesOf(problems)) assert.match(code, /^facts\.not-a-reading /);
    return problems.map(({ path: place, message }) => `${place}: ${message}`);
}

describe("the facts read from documentation pages", () => {
    it("each have a page, a date and one value", () => {
        assert.deepEqual(readReadings("pages.json", pages).problems, []);
        assert.deepEqual(pages.map((one) => one.page), pages.map((one) => one.page).sort());
        assert.ok(pages.length >= 180, `${pages.length} pages`);
    });

    it("are all in the catalogue: applying them again changes nothing", () => {
        const given = [{ path: "--pages pages.json", savedOn: "2026-11-21", value: pages }];
        const { catalogue, kept } = refreshed(shipped(), { pages: given });
        assert.deepEqual(kept, []);
        assert.equal(servicesText(catalogue.services), servicesText(shipped().services));
    });

    it("are about the service's own page, also if the page was a different one before", () => {
        const other = "https://docs.aws.amazon.com/sqs/other.html";
        const own = `https://docs.aws.amazon.com/${page}.html`;
        const { services } = afterReading({ sqs: { page: other } }, { sqs: { policySupport: true, page: own } });
        assert.deepEqual(services.sqs!.sources, { name: "table", policy: "page-2026-09" });
    });

    it("can be inferred from a page, which then is not the service's own", () => {
        const services = { "sqs-fips": { privateDnsNames: ["sqs-fips.<region>.amazonaws.com"] } };
        const value = [{ page: "general/latest/gr/sqs-service", asOf: "2026-09", inferred: true, services }];
        const given = [{ path: "--pages pages.json", savedOn: "2026-11-21", value }];
        const { catalogue: { services: after } } = refreshed(small({ "sqs-fips": {} }), { pages: given });
        assert.equal(after.services["sqs-fips"]!.page, undefined);
        assert.equal(after.services["sqs-fips"]!.sources.privateDns, "general/latest/gr/sqs-service");
        assert.deepEqual(after.sources["general/latest/gr/sqs-service"], {
            what: "inferred from AWS's documentation, in a copy of 2026-09 or later",
            url: "https://docs.aws.amazon.com/general/latest/gr/sqs-service.html",
            asOf: "2026-09",
            inferred: true,
        });
    });

    it("are the only source of the catalogue's dated pages", () => {
        const { services } = shipped().services;
        const read = new Map(
            readReadings("pages.json", pages).read.flatMap(({ key, facts }) =>
                Object.keys(facts).map((fact) => [`${key} ${sourceOfFact[fact as keyof ReadFacts]}`, true])
            ),
        );
        const unread = Object.entries(services).flatMap(([key, { sources }]) =>
            Object.entries(sources)
                .filter(([fact, ids]) =>
                    fact !== "name" && listOf(ids).some((id) => /^page-\d/.test(id)) && !listOf(ids).includes("twin")
                    && !read.has(`${key} ${fact}`)
                )
                .map(([fact]) => `${key} ${fact}`)
        );
        assert.deepEqual(unread, []);
    });
});

describe("reading a page", () => {
    it("reports each fact it changes, including the end of a product and a doubt", () => {
        const { difference } = afterReading({ sqs: { doubt: "old" } }, {
            "sqs": { ports: [443, "4195/udp"], closed: true, closedSince: "2026-10-29", doubt: null },
        });
        assert.deepEqual(difference.changed.map(({ fact, was, is }) => `${fact}: ${was} -> ${is}`), [
            `page: unknown -> https://docs.aws.amazon.com/${page}.html`,
            "ports: unknown -> 443, 4195/udp",
            "closed: unknown -> true",
            "closedSince: unknown -> 2026-10-29",
            "doubt: old -> unknown",
        ]);
    });

    it("adds facts, with the page and its month as the source", () => {
        const { services, sources } = afterReading({ sqs: { product: "Amazon SQS" } }, {
            "sqs sqs-fips": { policySupport: true },
            "sqs": { ports: [443, "4195/udp"], closed: true, closedSince: "2026-10-29" },
        });
        assert.deepEqual(services.sqs!.policySupport, true);
        assert.deepEqual(services.sqs!.page, `https://docs.aws.amazon.com/${page}.html`);
        assert.deepEqual(services.sqs!.sources, {
            ...services.sqs!.sources,
            policy: "page-2026-09",
            ports: "page-2026-09",
            closed: "page-2026-09",
        });
        assert.equal(sources["page-2026-09"]!.asOf, "2026-09");
        assert.deepEqual(services["sqs-fips"], {
            product: "sqs-fips",
            page: `https://docs.aws.amazon.com/${page}.html`,
            policySupport: true,
            sources: { name: "page-2026-09", policy: "page-2026-09" },
        });
    });

    it("does not use the announcement of a service's end as the page about its endpoints", () => {
        const { services, sources } = afterReading({ sqs: {} }, { sqs: { closed: true, endsOn: "2027-03-31" } });
        assert.deepEqual([services.sqs!.page, services.sqs!.sources.closed], [undefined, page]);
        assert.equal(sources[page]!.url, `https://docs.aws.amazon.com/${page}.html`);
    });

    it("names the page itself if it is not the service's own", () => {
        const own = "https://docs.aws.amazon.com/sqs/own.html";
        const { services, sources } = afterReading({ sqs: { page: own } }, { sqs: { ipv6: "yes" } });
        assert.deepEqual([services.sqs!.page, services.sqs!.sources.ipv6], [own, page]);
        assert.equal(sources[page]!.url, `https://docs.aws.amazon.com/${page}.html`);
    });

    it("removes a fact that a page retracts, with its source", () => {
        const before = { sqs: { doubt: "old", ipv6: "no" as const, sources: { name: "cdk", ipv6: "ipv6-table" } } };
        const { services } = afterReading(before, { sqs: { doubt: null, ipv6: null } });
        assert.deepEqual([services.sqs!.doubt, services.sqs!.ipv6, services.sqs!.sources.ipv6], [
            undefined,
            undefined,
            undefined,
        ]);
    });

    it("keeps what AWS's API answered, and reports the contradiction", () => {
        assert.ok(answerOf(virginia));
        const before = { sqs: { policySupport: false, sources: { name: "cdk", policy: virginia } } };
        const { services, kept } = afterReading(before, { sqs: { policySupport: true } });
        assert.equal(services.sqs!.policySupport, false);
        assert.deepEqual(kept, [{
            of: "sqs",
            why: `policySupport false (${virginia}) stays, and ${page} says true`,
        }]);
    });

    it("gives a FIPS endpoint the policy support of the non-FIPS endpoint, unless it has its own", () => {
        const { services } = afterReading({ sqs: { fips: "sqs-fips" }, "sqs-fips": {} }, {
            sqs: { policySupport: true },
        });
        assert.equal(services["sqs-fips"]!.policySupport, true);
        assert.deepEqual(services["sqs-fips"]!.sources.policy, ["page-2026-09", "twin"]);
        const own = afterReading({ sqs: { fips: "sqs-fips" }, "sqs-fips": {} }, {
            "sqs": { policySupport: true },
            "sqs-fips": { policySupport: false },
        });
        assert.equal(own.services["sqs-fips"]!.policySupport, false);
    });

    it("rejects a fact without a page or a date", () => {
        assert.deepEqual(problemsOf({ asOf: "2026-09", services: {} }), ["pages.json: [0]: it has no page"]);
        assert.deepEqual(problemsOf({ page: "a/b.html", asOf: "2026-09", services: {} }), [
            "pages.json: a/b.html: it has no page",
        ]);
        assert.deepEqual(problemsOf({ page: "a/b", services: {} }), ["pages.json: a/b: it has no date"]);
        assert.deepEqual(problemsOf({ page: "a/b", asOf: "2026-13", services: {} }), [
            "pages.json: a/b: it has no date",
        ]);
    });

    it("rejects an invalid fact, a page listed twice, and two values for one fact", () => {
        const reading = (name: string, services: object) => ({ page: name, asOf: "2026-09", services });
        assert.deepEqual(problemsOf(reading("a/b", { sqs: { policies: true } })), [
            "pages.json: a/b sqs: policies is not a fact",
        ]);
        assert.deepEqual(problemsOf(reading("a/b", {}), reading("a/b", {})), [
            "pages.json: a/b: the page is listed twice",
        ]);
        assert.deepEqual(
            problemsOf(
                reading("a/b", { sqs: { policySupport: true } }),
                reading("c/d", { sqs: { policySupport: false } }),
            ),
            ["pages.json: c/d sqs: policySupport is false here and true on another page"],
        );
        assert.deepEqual(
            problemsOf(reading("a/b", { sqs: { ipv6: "yes" } }), reading("c/d", { sqs: { ipv6: "yes" } })),
            [],
        );
        assert.deepEqual(readReadings("pages.json", {}).problems.map(({ message }) => message), [
            "it is not a list of pages that were read",
        ]);
    });

    it("is rejected if it has another form than the facts", () => {
        const wrong: { [fact: string]: unknown } = {
            policySupport: "Yes",
            privateDnsNames: "sqs.<region>.amazonaws.com",
            ports: "443",
            ipv6: true,
            onlyInRegions: { "us-east-1": true },
        };
        for (const [fact, value] of Object.entries(wrong)) {
            const services = { sqs: { [fact]: value } };
            const given = [{
                path: "--pages pages.json",
                savedOn: "2026-11-21",
                value: [{ page, asOf: "2026-09", services }],
            }];
            const { refreshed: result, problems } = refresh({
                catalogue: small({ sqs: {} }),
                services: [],
                prices: [],
                pages: given,
                fewerIsRight: false,
            });
            assert.equal(result, undefined, fact);
            assert.match(problems[0]!.message, new RegExp(`would not be valid: services: sqs: ${fact}`));
        }
    });
});
