import * as assert from "node:assert/strict";

import { addressSamples, dateSamples, numberSamples } from "../../../../../components/plan/policies/iam/prove/scales";

describe("the samples of intervals", () => {
    it("are each number, one between each two, one on either side, and no number", () => {
        assert.deepEqual(numberSamples(["10", "9", "9", "x"]), ["9", "10", "9.5", "8", "11", "x"]);
        assert.deepEqual(numberSamples(["-5", "2", "1"]), ["-5", "1", "2", "-2", "1.5", "-6", "3", "x"]);
        assert.deepEqual(numberSamples([]), ["0", "x"]);
    });

    it("are numbers that can be read, with few decimals between large ones", () => {
        assert.deepEqual(numberSamples(["0.0000001"]), ["0.0000001", "-0.9999999", "1.0000001", "x"]);
        assert.deepEqual(numberSamples(["0.1", "12345678901234"]), [
            ...["0.1", "12345678901234", "6172839450617", "-0.9", "12345678901235", "x"],
        ]);
        assert.deepEqual(numberSamples(["999999999999999", "100"]), [
            ...["100", "999999999999999", "500000000000050", "99", "x"],
        ]);
    });

    it("are dates in the same way, with years of four digits", () => {
        assert.deepEqual(dateSamples(["2026-01-01", "2026-01-02T00:00:00.001Z"]), [
            "2026-01-01T00:00:00.000Z",
            "2026-01-02T00:00:00.001Z",
            "2026-01-01T12:00:00.000Z",
            "2025-12-31T23:59:59.999Z",
            "2026-01-02T00:00:00.002Z",
            "x",
        ]);
        assert.deepEqual(dateSamples([]), ["1970-01-01T00:00:00.000Z", "x"]);
        assert.deepEqual(dateSamples(["9999-12-31T23:59:59.999Z"]), [
            "9999-12-31T23:59:59.999Z",
            "9999-12-31T23:59:59.998Z",
            "x",
        ]);
        assert.deepEqual(dateSamples(["0000-01-01T00:00:00Z"]), [
            "0000-01-01T00:00:00.000Z",
            "0000-01-01T00:00:00.001Z",
            "x",
        ]);
    });

    it("are the ends of address ranges and their neighbors, in both versions of IP, and no address", () => {
        const others = ["192.0.2.1", "2001:db8::1", "x"];
        assert.deepEqual(addressSamples(["10.0.0.0/8", "x"]), [
            ...["10.0.0.0", "10.255.255.255", "9.255.255.255", "11.0.0.0"],
            ...others,
        ]);
        assert.deepEqual(addressSamples(["0.0.0.0/0", "::/0"]), [
            ...["0.0.0.0", "255.255.255.255", "::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"],
            ...others,
        ]);
        assert.deepEqual(addressSamples(["0.0.0.0/8", "255.0.0.0/8"]), [
            ...["0.0.0.0", "0.255.255.255", "1.0.0.0", "255.0.0.0", "255.255.255.255", "254.255.255.255"],
            ...others,
        ]);
        assert.deepEqual(addressSamples(["2001:db8:1::/48"]), [
            ...["2001:db8:1::", "2001:db8:1:ffff:ffff:ffff:ffff:ffff"],
            ...["2001:db8:0:ffff:ffff:ffff:ffff:ffff", "2001:db8:2::"],
            ...others,
        ]);
    });
});
