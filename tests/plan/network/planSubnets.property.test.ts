import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { type Block, contains, overlap, parseBlock } from "../../../components/plan/network/cidr";
import { planSubnets } from "../../../components/plan/network/planSubnets";
import { shuffled, vpcBlock, zonesOf } from "../arbitraries";
import { zonesNamed } from "../fixtures";

const vpc = vpcBlock(25);
const names = zonesOf("us-east-1");

function subnetsOf(cidrBlock: string, zones: string[]): { [zone: string]: string } {
    const { subnets, problems } = planSubnets({ cidrBlock }, zonesNamed(...zones));
    assert.deepEqual(problems, []);
    return Object.fromEntries(subnets.map((subnet) => [subnet.zone, subnet.cidrBlock!]));
}

function blockOf(text: string): Block {
    const parsed = parseBlock(text);
    assert.ok("block" in parsed, text);
    return parsed.block;
}

describe("the planned subnets of every VPC from /16 to /25", () => {
    it("are one for each zone, are in the VPC's CIDR block and never overlap", () => {
        fc.assert(fc.property(vpc, names, (cidrBlock, zones) => {
            const planned = subnetsOf(cidrBlock, zones);
            assert.deepEqual(Object.keys(planned).sort(), zones);
            const blocks = Object.values(planned).map(blockOf);
            for (const [index, one] of blocks.entries()) {
                assert.ok(contains(blockOf(cidrBlock), one), one.text);
                assert.ok(!blocks.slice(0, index).some((other) => overlap(one, other)), one.text);
            }
        }));
    });

    it("are an eighth of the VPC each, and no smaller than AWS allows", () => {
        fc.assert(fc.property(vpc, names, (cidrBlock, zones) => {
            for (const text of Object.values(subnetsOf(cidrBlock, zones))) {
                assert.equal(blockOf(text).prefix, blockOf(cidrBlock).prefix + 3);
                assert.ok(blockOf(text).prefix <= 28);
            }
        }));
    });

    it("do not change if zones are added, removed or reordered", () => {
        const some = names.chain((zones) => shuffled(zones));
        fc.assert(fc.property(vpc, some, some, (cidrBlock, before, after) => {
            const [one, other] = [subnetsOf(cidrBlock, before), subnetsOf(cidrBlock, after)];
            for (const zone of before.filter((name) => after.includes(name))) assert.equal(one[zone], other[zone]);
        }));
    });
});
