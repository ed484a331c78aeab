import * as assert from "node:assert/strict";

import type { Plan } from "../../../components";
import { compare, costChange, endpointChanges } from "../../../offline/report/changes";
import { terminalReport } from "../../../offline/report/terminal";
import { planOf } from "./plans";

describe("the changes against an earlier plan", () => {
    let earlier: Plan;
    before(async () => {
        earlier = await planOf("dev");
    });

    it("are none against itself", async () => {
        const changes = compare(earlier, await planOf("dev"));
        assert.deepEqual(endpointChanges(changes), []);
        assert.equal(costChange(changes), "The cost stays at USD 43.80 a month.");
        assert.match(terminalReport(earlier, { colour: false }, { changes }), /Changes\n {2}No endpoint changes\./);
    });

    it("are endpoints that come and go, zones, policies and cost", async () => {
        const after = await planOf("dev", {
            "private-vpc:services": `["logs","sns","sqs"]`,
            "private-vpc:endpoints": `{"sqs":{"zones":["us-east-1a","us-east-1b"]},"logs":{"policy":"full-access"}}`,
        });
        const changes = compare(earlier, after);
        const [, , , , policyText, ...rest] = endpointChanges(changes);
        assert.deepEqual(endpointChanges(changes).slice(0, 4), [
            ["+ sns-interface", "added", "", "USD 7.30 a month"],
            ["- dynamodb-gateway", "removed", "USD 0.00 a month", ""],
            ["~ logs-interface", "policy", "default", "full-access"],
            [
                "~ logs-interface",
                "policy text",
                `…Statement":[{"Sid":"OwnPrincipalsToOwnResources","Effect":"Allow","Principal":"*…`,
                `…Statement":[{"Sid":"FullAccess","Effect":"Allow","Principal":"*","Action":"*","R…`,
            ],
        ]);
        assert.deepEqual([policyText, ...rest], [
            ["~ sqs-interface", "zones", "us-east-1a", "us-east-1a us-east-1b"],
            ["~ sqs-interface", "USD/month", "7.30", "14.60"],
        ]);
        assert.equal(costChange(changes), "USD 43.80 a month becomes 58.40 (+14.60).");
    });

    it("show who may connect, and private DNS for those outside only", async () => {
        const after = await planOf("dev", {
            "private-vpc:endpoints": `{"sqs":{"allowedCidrBlocks":["10.20.0.0/24"]}}`,
        });
        assert.deepEqual(endpointChanges(compare(earlier, after)), [[
            "~ sqs-interface",
            "who may connect",
            "vpc",
            "10.20.0.0/24",
        ]]);
        const outside = await planOf("dev", { "private-vpc:endpoints": `{"s3":{"reachableFrom":["10.8.0.0/16"]}}` });
        assert.deepEqual(endpointChanges(compare(earlier, outside)), [[
            "+ s3-interface",
            "added",
            "",
            "USD 7.30 a month",
        ]]);
    });
});
