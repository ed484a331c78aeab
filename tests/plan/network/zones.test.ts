import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { regions } from "../../../components/plan/facts/regions";
import { checkZones, parseZone, type ZonesArgument } from "../../../components/plan/network/zones";
import { codesOf } from "../../codesOf";
import { shuffled, zonesOf } from "../arbitraries";

function problemsOf(names: string[], path: ZonesArgument = "availabilityZones") {
    const { zones, problems } = checkZones(names, path);
    assert.deepEqual(zones, [], "zones were given all the same");
    return problems;
}

describe("Availability Zones:", () => {
    it("a zone's name is its Region and a letter, in every Region", () => {
        assert.deepEqual(parseZone("us-gov-west-1b"), { name: "us-gov-west-1b", region: "us-gov-west-1", letter: "b" });
        for (const region of Object.keys(regions)) {
            assert.deepEqual(parseZone(`${region}c`), { name: `${region}c`, region, letter: "c" });
        }
    });

    it("are sorted by name, in whatever order they are given", () => {
        assert.deepEqual(checkZones(["eu-west-1c", "eu-west-1a"], "availabilityZones"), {
            zones: [
                { name: "eu-west-1a", region: "eu-west-1", letter: "a" },
                { name: "eu-west-1c", region: "eu-west-1", letter: "c" },
            ],
            problems: [],
        });
        fc.assert(fc.property(zonesOf("eu-west-1").chain((names) => fc.tuple(fc.constant(names), shuffled(names))), (
            [sorted, given],
        ) => {
            const { zones, problems } = checkZones(given, "availabilityZones");
            assert.deepEqual([zones.map(({ name }) => name), problems], [sorted, []]);
        }));
    });

    it("an empty list is a problem", () => {
        assert.deepEqual(codesOf(problemsOf([])), ["list.empty availabilityZones"]);
        assert.deepEqual(codesOf(problemsOf([], "subnetIds")), ["list.empty subnetIds"]);
    });

    it("a repeated zone is a problem at each repetition [if.subnet-per-az]", () => {
        assert.deepEqual(codesOf(problemsOf(["us-east-1a", "us-east-1b", "us-east-1a", "us-east-1a"])), [
            "if.subnet-per-az availabilityZones[2]",
            "if.subnet-per-az availabilityZones[3]",
        ]);
    });

    it("zones of two Regions are a problem that names both", () => {
        assert.deepEqual(codesOf(problemsOf(["us-east-1a", "eu-west-1a", "us-east-1b"])), [
            "zones.several-regions availabilityZones",
        ]);
    });

    for (
        const [name, instead] of [
            ["us-west-2-lax-1a", "us-west-2a"],
            ["us-east-1-bos-1a", "us-east-1a"],
            ["us-east-1-wl1-bos-wlz-1", "us-east-1a"],
            ["ap-northeast-1-wl1-nrt-wlz-1", "ap-northeast-1a"],
        ]
    ) {
        it(`${name} is a problem with a zone of the Region itself as the fix`, () => {
            assert.equal(parseZone(name!), undefined);
            const problems = problemsOf(["us-east-1a", name!]);
            assert.deepEqual(codesOf(problems), ["zones.local availabilityZones[1]"]);
            assert.ok(problems[0]!.hint.endsWith(` ${instead}`), problems[0]!.hint);
        });
    }

    for (const name of ["use1-az3", "US-EAST-1A", "us-east-1ab", "us-east-a", "us-east-1a ", "xus-east-1a1", "a", ""]) {
        it(`${JSON.stringify(name)} is a problem with the form of a zone's name as the fix`, () => {
            assert.deepEqual(codesOf(problemsOf([name])), ["zones.invalid availabilityZones[0]"]);
        });
    }

    it("a Region instead of a zone is a problem with one of its zones as the fix", () => {
        assert.deepEqual(codesOf(problemsOf(["eu-west-1"])), ["zones.invalid availabilityZones[0]"]);
    });

    it("an unknown Region is a problem with the nearest one, or all of them, as the fix", () => {
        assert.deepEqual(codesOf(problemsOf(["us-east-9a", "us-east-9b"])), ["regions.unknown availabilityZones"]);
        assert.deepEqual(codesOf(problemsOf(["xx-nowhere-1a"])), ["regions.unknown availabilityZones"]);
    });

    it("Regions of every partition are known [name.china] [name.eusc-iso]", () => {
        for (const region of ["cn-north-1", "eusc-de-east-1", "us-iso-east-1", "us-isob-east-1", "eu-isoe-west-1"]) {
            assert.deepEqual(checkZones([`${region}a`], "availabilityZones").zones.map((zone) => zone.region), [
                region,
            ]);
        }
    });

    it("an invalid zone that is a map's key is reported with that key as the path", () => {
        assert.deepEqual(codesOf(problemsOf(["us-east-1a", "here"], "subnetIds")), ["zones.invalid subnetIds.here"]);
    });

    it("every problem is reported at once", () => {
        const paths = problemsOf(["us-east-1a", "us-east-1a", "here", "eu-west-1a"]).map(({ path }) => path);
        assert.deepEqual(paths, ["availabilityZones[1]", "availabilityZones[2]", "availabilityZones"]);
    });
});
