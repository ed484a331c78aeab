import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import * as fc from "fast-check";

import { type Catalogue, regionsText, type ServicesFile, servicesText } from "../../catalogue/catalogue";
import { answerOfCatalogue, catalogueFolder, type Detail, output, refreshed, shipped } from "./answers";

const catalogue = shipped();
const anyRegion = fc.constantFrom(...Object.keys(catalogue.regions.regions));

/** What may be otherwise in the answer about one service. */
const changes: { [change: string]: (one: Detail) => Detail[] } = {
    missing: () => [],
    silent: (one) => [{
        ...one,
        PrivateDnsName: "",
        PrivateDnsNames: [],
        VpcEndpointPolicySupported: null,
        SupportedIpAddressTypes: [],
        AvailabilityZoneIds: null,
    }],
    otherPolicy: (one) => [{ ...one, VpcEndpointPolicySupported: !one.VpcEndpointPolicySupported }],
    otherHost: (one) => [{ ...one, PrivateDnsName: "other.example", PrivateDnsNames: undefined }],
    otherAddresses: (one) => [{ ...one, SupportedIpAddressTypes: ["ipv4"] }],
    otherZones: (one) => [{ ...one, AvailabilityZoneIds: ["use1-az1", "use1-az2"] }],
    otherName: (one) => [{ ...one, ServiceName: `${one.ServiceName}-two` }],
    otherPrefix: (one) => [{ ...one, ServiceName: `${one.ServiceName}`.replace(/^com\.amazonaws/, "aws.api") }],
    otherOwner: (one) => [{ ...one, Owner: "111122223333" }],
    otherKind: (one) => [{ ...one, ServiceType: [{ ServiceType: "Gateway" }] }],
};
const anyChanges = fc.array(fc.tuple(fc.nat(550), fc.constantFrom(...Object.keys(changes))), { maxLength: 60 });

/** The answer a Region would give if the catalogue were right but for these changes. */
function changed(region: string, where: [number, string][], savedOn?: string) {
    const file = answerOfCatalogue(catalogue, region, savedOn);
    const { ServiceDetails: details } = file.value as ReturnType<typeof output>;
    // The gateway of S3 stays: without a gateway it would be no full answer.
    const isS3 = (one: Detail) => `${one.ServiceName}`.endsWith(".s3");
    const changesOf = new Map(where);
    const value: unknown = output(
        details.flatMap((one, index) =>
            changesOf.has(index) && !isS3(one) ? changes[changesOf.get(index)!]!(one) : [one]
        ),
    );
    return { ...file, value };
}

/** Files as they stand on disk, read again. */
function written({ services, regions }: Catalogue): Catalogue {
    return JSON.parse(`{"services": ${servicesText(services)}, "regions": ${regionsText(regions)}}`) as Catalogue;
}

function withoutSources({ services }: ServicesFile) {
    return Object.fromEntries(Object.entries(services).map(([key, { sources, ...facts }]) => [key, facts]));
}

describe("a refresh of the built-in catalogue", function() {
    this.timeout(60_000);

    it("leaves both files unchanged, byte for byte, if nothing is new", () => {
        const text = (name: string) => fs.readFileSync(path.join(catalogueFolder, name), "utf8");
        const { catalogue: same } = refreshed(shipped(), {});
        assert.equal(servicesText(same.services), text("services.json"));
        assert.equal(regionsText(same.regions), text("regions.json"));
    });

    it("changes only sources for an answer that confirms everything, in any Region", () => {
        fc.assert(
            fc.property(anyRegion, (region) => {
                const { catalogue: after, difference, kept } = refreshed(shipped(), {
                    services: [answerOfCatalogue(catalogue, region)],
                });
                assert.deepEqual(withoutSources(written(after).services), withoutSources(catalogue.services));
                const { confirmed, ...changes } = difference;
                assert.deepEqual(changes, { added: [], changed: [], lacking: [], found: [] });
                assert.deepEqual(kept, []);
                assert.ok(confirmed > 1000, `${confirmed}`);
            }),
            { numRuns: 12 },
        );
    });

    it("changes nothing the second time, for any answers of two Regions", () => {
        fc.assert(
            fc.property(
                fc.uniqueArray(anyRegion, { minLength: 1, maxLength: 2 }),
                anyChanges,
                anyChanges,
                (regions, ...both) => {
                    const services = regions.map((region, index) => changed(region, both[index]!));
                    const once = refreshed(shipped(), { services, fewerIsRight: true }).catalogue;
                    const { catalogue: twice, difference } = refreshed(written(once), { services });
                    assert.equal(servicesText(twice.services), servicesText(once.services));
                    assert.deepEqual(difference, { added: [], changed: [], lacking: [], found: [], confirmed: 0 });
                },
            ),
            { numRuns: 12 },
        );
    });

    it("never removes a service, an endpoint type or a known fact, for any answer", () => {
        const lasting = [
            "product",
            "page",
            "ports",
            "fips",
            "iamPrefixes",
            "also",
            "note",
            "policySupport",
            "ipv6",
        ] as const;
        fc.assert(
            fc.property(anyRegion, anyChanges, (region, where) => {
                const services = [changed(region, where)];
                const after =
                    written(refreshed(shipped(), { services, fewerIsRight: true }).catalogue).services.services;
                for (const [key, before] of Object.entries(catalogue.services.services)) {
                    for (const fact of lasting) {
                        if (before[fact] !== undefined) assert.notEqual(after[key]![fact], undefined, `${key} ${fact}`);
                    }
                    for (const kind of before.kinds ?? []) assert.ok(after[key]!.kinds!.includes(kind), key);
                    if (before.privateDnsNames?.length) assert.ok(after[key]!.privateDnsNames!.length > 0, key);
                    for (const fact of Object.keys(before.sources)) assert.ok(after[key]!.sources[fact]?.length, key);
                }
            }),
            { numRuns: 12 },
        );
    });
});
