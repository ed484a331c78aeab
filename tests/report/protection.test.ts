import * as assert from "node:assert/strict";

import { PrivateVpc } from "../../components";
import { compare } from "../../components/report/changes";
import { protectionLines } from "../../components/report/protection";
import { type ReportContext, sections } from "../../components/report/sections";
import { runOffline } from "../../emulator/runProgram";

const network = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a", "us-east-1b"] };

async function planOf(args: object, protect?: boolean) {
    const program = () => new PrivateVpc("app", { ...network, ...args }, { protect });
    const { plans: [plan] } = await runOffline(program, { config: { "aws:region": "us-east-1" } });
    return plan!;
}

describe("a protected stack", () => {
    it("names the resources that a change would delete, which the engine rejects", async () => {
        const before = await planOf({ services: ["sqs", "kms"] }, true);
        const fewer = await planOf({ services: ["kms"] }, true);
        assert.deepEqual(compare(before, fewer).refused, ["VpcEndpoint app-sqs-interface"]);
        const unprotected = await planOf({ services: ["kms"] }, false);
        assert.deepEqual(compare(before, unprotected).refused, ["VpcEndpoint app-sqs-interface"]);
        assert.deepEqual(compare(before, await planOf({ services: ["sqs", "kms", "sns"] }, true)).refused, []);
    });

    it("names the resources that another CIDR block replaces", async () => {
        const before = await planOf({}, true);
        const moved = await planOf({ subnetCidrBlocks: { "us-east-1a": "10.0.128.0/20" } }, true);
        assert.deepEqual(compare(before, moved).refused, ["Subnet app-us-east-1a"]);
        const all = compare(before, await planOf({ cidrBlock: "10.1.0.0/16" }, true)).refused;
        assert.ok(all.includes("Vpc app") && all.includes("Subnet app-us-east-1b"));
    });

    it("is recognized by the earlier plan, or by the later one if an older release wrote the earlier one", async () => {
        const [some, none] = [await planOf({ services: ["sqs"] }), await planOf({}, true)];
        assert.deepEqual(compare(some, none).refused, []);
        assert.ok(compare({ ...some, protect: undefined }, none).refused.includes("VpcEndpoint app-sqs-interface"));
    });

    it("explains in the report how to make the change", async () => {
        const [before, after] = [await planOf({ services: ["sqs"] }, true), await planOf({}, true)];
        const context: ReportContext = { changes: compare(before, after) };
        const [changes] = sections(after, context);
        assert.ok(
            changes?.lines?.some((line) => /^The stack is protected: .* VpcEndpoint app-sqs-interface/.test(line)),
        );
        assert.deepEqual(protectionLines([]), []);
    });
});
