import * as assert from "node:assert/strict";

import { costPlot } from "../../components/report/costPlot";
import { vpcPlan } from "../cli/report/pictures";
import { planOf } from "../cli/report/plans";

describe("the plot of the costs", () => {
    /*
     * By hand, with the prices of us-east-1: an interface endpoint's hour USD 0.01, its gigabyte 0.01; a NAT gateway's hour
     * 0.045, its public IPv4 address 0.005, its gigabyte 0.045; 730 hours.
     * 8 endpoints in 3 zones: 8 * 3 * 0.01 * 730 = 175.20. In one zone: 8 * 0.01 * 730 = 58.40.
     * 3 NAT gateways: 3 * (0.045 + 0.005) * 730 = 109.50.
     * Break-even: (175.20 - 109.50) / (0.045 - 0.01) = 65.70 / 0.035 = 1,877.14 GB.
     */
    const services = ["ecr.api", "ecr.dkr", "kms", "logs", "s3", "sns", "sqs", "sts", "xray"] as const;
    const hand = { services: [...services] };

    it("has the same costs and break-even points as a calculation by hand", () => {
        const { ways } = costPlot(vpcPlan(3, hand))!;
        assert.deepEqual(ways.map(({ id, fixedUsd, cheaperThanNatFrom }) => [id, fixedUsd, cheaperThanNatFrom]), [
            ["every-zone", 175.2, 1878],
            ["one-zone", 58.4, 0],
            ["nat", 109.5, null],
        ]);
        const at = (gigabytes: number) => ways.map((way) => Number(way.usd(gigabytes).toFixed(2)));
        assert.deepEqual(at(0), [175.2, 58.4, 109.5]);
        assert.deepEqual(at(1000), [185.2, 68.4, 154.5]);
        assert.deepEqual(at(1878), [193.98, 77.18, 194.01]);
        // Above a petabyte a gigabyte through endpoints costs USD 0.006: 10,485.76 + (2,000,000 - 1,048,576) * 0.006 = 16,194.30.
        assert.deepEqual(at(2_000_000), [16369.5, 16252.7, 90109.5]);
    });

    it("agrees with the report's section on cost if the plan has its endpoints in every zone", async () => {
        for (const plan of [vpcPlan(3, hand), await planOf("prod")]) {
            const [every] = costPlot(plan)!.ways;
            assert.equal(every!.fixedUsd, plan.cost.endpointsUsd);
        }
        const plan = vpcPlan(3, hand);
        assert.equal(costPlot(plan)!.ways[0]!.cheaperThanNatFrom, plan.cost.cheaperThanNatFromGigabytes);
    });

    it("marks the stack's expected traffic, and says if none is expected", () => {
        const expecting = vpcPlan(3, { ...hand, endpoints: { sqs: { expectedGigabytes: 2000 } } });
        assert.deepEqual(costPlot(expecting)!.expected, { gigabytes: 2000, usd: 195.2 });
        assert.ok(
            costPlot(expecting)!.lines.includes(
                "This stack expects 2,000 GB a month through 8 interface endpoints, for USD 195.20 in total.",
            ),
        );
        const silent = costPlot(vpcPlan(3, hand))!;
        assert.equal(silent.expected, undefined);
        assert.deepEqual(silent.lines, [
            "Endpoints in every zone: USD 175.20 a month plus USD 0.01 a gigabyte; cheaper than NAT gateways from 1,878 GB "
            + "a month.",
            "Endpoints in one zone: USD 58.40 a month plus USD 0.01 a gigabyte; always cheaper than NAT gateways.",
            "NAT gateways: USD 109.50 a month plus USD 0.045 a gigabyte.",
            "Charges for data transfer between Availability Zones are not included.",
            "The stack does not set expectedGigabytes for any interface endpoint, so its own traffic is not marked.",
        ]);
    });

    it("has one line for endpoints if there is one zone, and no plot without interface endpoints", () => {
        assert.deepEqual(costPlot(vpcPlan(1, hand))!.ways.map(({ title }) => title), ["endpoints", "a NAT gateway"]);
        assert.equal(costPlot(vpcPlan(3, { services: ["s3"] })), undefined);
    });

    it("plots no line that depends on another Region's price, and says so", () => {
        const { cost, ...plan } = vpcPlan(3, { ...hand, endpoints: { sqs: { expectedGigabytes: 2000 } } });
        const elsewhere = { usd: 0.05, region: "eu-west-2", asOf: "2026-09" };
        const noNat = costPlot({ ...plan, cost: { ...cost, prices: { ...cost.prices, natGigabyte: elsewhere } } })!;
        assert.deepEqual(noNat.ways.map(({ id, cheaperThanNatFrom }) => [id, cheaperThanNatFrom]), [
            ["every-zone", null],
            ["one-zone", null],
        ]);
        assert.ok(
            noNat.lines.includes(
                "The price of a gigabyte through a NAT gateway in us-east-1 is unknown, so the chart has no line that depends on it.",
            ),
            noNat.lines.join("\n"),
        );
        assert.ok(!noNat.lines.join().includes("cheaper"));
        const prices = { ...cost.prices, interfaceHour: elsewhere };
        const natOnly = costPlot({ ...plan, cost: { ...cost, prices } })!;
        assert.deepEqual(natOnly.ways.map(({ id }) => id), ["nat"]);
        assert.equal(natOnly.expected, undefined);
        assert.match(natOnly.lines.at(-1)!, /is not marked, because it depends on an unknown price\.$/);
    });
});
