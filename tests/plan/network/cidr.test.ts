import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { blockAt, contains, overlap, parseBlock, sizeOf } from "../../../components/plan/network/cidr";
import { block } from "../arbitraries";

describe("CIDR blocks:", () => {
    it("a block is parsed into its first and last address and its prefix length", () => {
        assert.deepEqual(parseBlock("10.1.0.0/16"), {
            block: { text: "10.1.0.0/16", first: 0x0a010000n, last: 0x0a01ffffn, prefix: 16 },
        });
        assert.deepEqual(parseBlock("255.255.255.255/32"), {
            block: { text: "255.255.255.255/32", first: 0xffffffffn, last: 0xffffffffn, prefix: 32 },
        });
    });

    for (
        const text of [
            ...["", "10.0.0.0", "10.0.0.0/", "/16", "10.0/16", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/16/24"],
            ...["256.0.0.0/16", "010.0.0.0/16", "10.0.0.0/016", " 10.0.0.0/16", "10.0.0.0/16\n", "10.0.0.0-10.0.0.9"],
            ...["::1/64", "ten", "${vpc}/16"],
        ]
    ) {
        it(`${JSON.stringify(text)} is rejected`, () => {
            const parsed = parseBlock(text);
            assert.equal("code" in parsed && parsed.code, "network.invalid-cidr");
        });
    }

    it("host bits are rejected with the corrected block as the fix", () => {
        const parsed = parseBlock("10.0.7.9/16");
        assert.ok("code" in parsed);
        assert.deepEqual([parsed.code, parsed.hint], ["network.host-bits", "use 10.0.0.0/16"]);
    });

    it("for any address with any prefix length, the fix for host bits is a valid block", () => {
        fc.assert(fc.property(block(32, 32), fc.integer({ min: 0, max: 31 }), ({ text: address }, prefix) => {
            const parsed = parseBlock(address.replace("/32", `/${prefix}`));
            if ("block" in parsed) return;
            const fix = parseBlock(parsed.hint.replace("use ", ""));
            assert.ok("block" in fix, parsed.hint);
            assert.equal(fix.block.prefix, prefix);
            assert.equal(parsed.hint, `use ${fix.block.text}`);
        }));
    });

    it("every block is formatted as it was written", () => {
        fc.assert(fc.property(block(0, 32), (written) => {
            assert.deepEqual(parseBlock(written.text), { block: written });
        }));
    });

    it("a block has 2 to the power of its host bits addresses", () => {
        assert.deepEqual([0, 16, 28, 32].map(sizeOf), [4294967296n, 65536n, 16n, 1n]);
        assert.deepEqual(blockAt(0x0a000010n, 28), {
            text: "10.0.0.16/28",
            first: 167772176n,
            last: 167772191n,
            prefix: 28,
        });
    });

    it("a block is in another if both its ends are, including the other's ends", () => {
        const at = (first: number, last: number) => ({ text: "", first: BigInt(first), last: BigInt(last), prefix: 0 });
        assert.ok(contains(at(4, 7), at(4, 7)));
        assert.ok(contains(at(0, 7), at(4, 7)));
        assert.ok(!contains(at(4, 7), at(3, 7)));
        assert.ok(!contains(at(4, 7), at(4, 8)));
    });

    it("two blocks overlap if they share an address, and not if they are adjacent", () => {
        const at = (first: number, last: number) => ({ text: "", first: BigInt(first), last: BigInt(last), prefix: 0 });
        assert.ok(overlap(at(0, 4), at(4, 7)));
        assert.ok(overlap(at(4, 7), at(0, 4)));
        assert.ok(!overlap(at(0, 3), at(4, 7)));
        assert.ok(!overlap(at(4, 7), at(0, 3)));
    });

    it("two blocks overlap if and only if one contains the other", () => {
        fc.assert(fc.property(block(0, 4), block(0, 4), (a, b) => {
            assert.equal(overlap(a, b), contains(a, b) || contains(b, a));
        }));
    });
});
