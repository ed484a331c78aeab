import * as assert from "node:assert/strict";

import { terminalReport } from "../../cli/report/terminal";
import type { Plan } from "../../components";
import { changeRows, compare, costChange, interruptions } from "../../components/report/changes";
import { costLines } from "../../components/report/costLines";
import { planOf } from "../cli/report/plans";

describe("the changes since an earlier plan", () => {
    let earlier: Plan;
    before(async () => {
        earlier = await planOf("dev");
    });

    it("are none for the same plan", async () => {
        const changes = compare(earlier, await planOf("dev"));
        assert.deepEqual(changeRows(changes), []);
        assert.equal(costChange(changes), "The cost stays at USD 43.80 a month.");
        assert.match(
            terminalReport(earlier, { colour: false }, { changes }),
            /Changes\n {2}No changes to the network or the endpoints\./,
        );
    });

    it("are added and removed endpoints, zones, policies and cost", async () => {
        const after = await planOf("dev", {
            "private-vpc:services": `["logs","sns","sqs"]`,
            "private-vpc:endpoints": `{"sqs":{"zones":["us-east-1a","us-east-1b"]},"logs":{"policy":"full-access"}}`,
        });
        const changes = compare(earlier, after);
        const [, , , , policyText, ...rest] = changeRows(changes);
        assert.deepEqual(changeRows(changes).slice(0, 4), [
            ["+ sns-interface", "added", "", "USD 7.30 a month"],
            ["- dynamodb-gateway", "removed", "USD 0.00 a month", ""],
            ["~ logs-interface", "policy", "default", "full-access"],
            [
                "~ logs-interface",
                "policy document",
                "",
                "allows more",
            ],
        ]);
        assert.deepEqual([policyText, ...rest], [
            ["~ sqs-interface", "zones", "us-east-1a", "us-east-1a us-east-1b"],
            ["~ sqs-interface", "USD/month", "7.30", "14.60"],
        ]);
        assert.equal(costChange(changes), "USD 43.80 a month becomes 58.40 (+14.60).");
    });

    it("warn of connections that a gateway drops when it is added or removed [gw.tcp-reset]", async () => {
        const after = await planOf("dev", { "private-vpc:services": `["logs","s3express","sqs"]` });
        const changes = compare(earlier, after);
        assert.deepEqual(interruptions(changes), [
            "Open connections to s3express and dynamodb are dropped when their gateway endpoints are created or deleted.",
        ]);
        assert.match(
            terminalReport(after, { colour: false }, { changes }),
            /Open connections to s3express and dynamodb/,
        );
        assert.deepEqual(
            interruptions(compare(earlier, await planOf("dev", { "private-vpc:services": `["dynamodb"]` }))),
            [],
        );
    });

    it("show who may connect, and private DNS for inbound Resolvers only", async () => {
        const after = await planOf("dev", {
            "private-vpc:endpoints": `{"sqs":{"allowedCidrBlocks":["10.20.0.0/24"]}}`,
        });
        assert.deepEqual(changeRows(compare(earlier, after)), [[
            "~ sqs-interface",
            "who may connect",
            "vpc",
            "10.20.0.0/24",
        ]]);
        const outside = await planOf("dev", { "private-vpc:endpoints": `{"s3":{"reachableFrom":["10.8.0.0/16"]}}` });
        assert.deepEqual(changeRows(compare(earlier, outside)), [[
            "+ s3-interface",
            "added",
            "",
            "USD 7.30 a month",
        ]]);
    });

    it("show which ports are open", async () => {
        const after = await planOf("dev", { "private-vpc:endpoints": `{"sqs":{"ports":[443,8443]}}` });
        assert.deepEqual(changeRows(compare(earlier, after)), [["~ sqs-interface", "ports", "443", "443 8443"]]);
    });

    it("have the same costs as the report's section on cost, with the expected data", async () => {
        const busy = (gigabytes: number) =>
            planOf("dev", { "private-vpc:endpoints": `{"sqs":{"expectedGigabytes":${gigabytes}}}` });
        const [before, after] = [await busy(1000), await busy(1200)];
        assert.equal(costChange(compare(before, before)), "The cost stays at USD 53.80 a month.");
        assert.match(costLines(before)[0]!, /^USD 53\.80 a month:/);
        assert.equal(costChange(compare(before, after)), "USD 53.80 a month becomes 55.80 (+2.00).");
        assert.match(costLines(after)[0]!, /^USD 55\.80 a month:/);
        const { endpointsUsd } = compare(before, after);
        assert.deepEqual(endpointsUsd, { before: 43.8, after: 43.8 });
    });

    it("are emphasized if the VPC or a subnet is replaced", async () => {
        const moved = await planOf("dev", { "private-vpc:cidrBlock": "10.99.0.0/16" });
        const all = "replaced, with everything in it";
        assert.deepEqual(changeRows(compare(earlier, moved)), [
            ["~ VPC", all, "10.20.0.0/16", "10.99.0.0/16"],
            ["~ subnet of us-east-1a", all, "10.20.0.0/19", "10.99.0.0/19"],
            ["~ subnet of us-east-1b", all, "10.20.32.0/19", "10.99.32.0/19"],
        ]);
        const zones = await planOf("dev", { "private-vpc:availabilityZones": `["us-east-1a","us-east-1c"]` });
        assert.deepEqual(changeRows(compare(earlier, zones)), [
            ["- subnet of us-east-1b", "removed", "10.20.32.0/19", ""],
            ["+ subnet of us-east-1c", "added", "", "10.20.64.0/19"],
        ]);
    });
});
