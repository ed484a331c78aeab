import * as assert from "node:assert/strict";

import { planCost } from "../../../components/plan/costs/cost";
import { interfaceData, monthlyUsd, paysOffFromGigabytes } from "../../../components/plan/costs/interfaceCost";
import { interfaceHour, natGigabyte, natHour, otherPrice } from "../../../components/plan/costs/priceIn";
import { planOf } from "../fixtures";

const interfaceIn = (...zones: string[]) => ({
    kind: "Interface" as const,
    monthlyUsd: monthlyUsd("us-east-1", zones.length),
    expectedGigabytes: null,
});
const gateway = { kind: "Gateway" as const, monthlyUsd: 0, expectedGigabytes: null };

describe("the monthly cost", () => {
    it("of an interface endpoint is its hours in each zone", () => {
        assert.equal(monthlyUsd("us-east-1", 1), 7.3);
        assert.equal(monthlyUsd("us-east-1", 3), 21.9);
        assert.equal(monthlyUsd("eu-central-1", 2), 17.52);
    });

    it("is rounded to cents", () => {
        assert.equal(monthlyUsd("ap-southeast-5", 1), 8.54);
    });

    it("of a gateway is zero, also if the price of an interface is unknown", () => {
        for (const zone of ["us-east-1a", "af-south-1a"]) {
            const { cost, endpoints } = planOf({ availabilityZones: [zone], services: ["s3"] });
            assert.deepEqual([cost.endpointsUsd, endpoints[0]!.monthlyUsd], [0, 0]);
        }
    });

    it("of all endpoints is their sum, and of NAT gateways the hours and public IP address in each zone", () => {
        const cost = planCost("us-east-1", 2, [gateway, interfaceIn("a"), interfaceIn("a", "b")]);
        assert.deepEqual(cost, {
            hoursPerMonth: 730,
            endpointsUsd: 21.9,
            dataUsd: null,
            natUsd: 73,
            natDataUsd: null,
            cheaperThanNatFromGigabytes: 0,
            prices: {
                interfaceHour: { usd: 0.01, region: "us-east-1", asOf: "2026-09-17" },
                interfaceGigabyteUsd: 0.01,
                natHour: { usd: 0.045, region: "us-east-1", asOf: "2026-09-04" },
                natGigabyte: { usd: 0.045, region: "us-east-1", asOf: "2026-09-04" },
            },
        });
        assert.equal(planCost("us-east-1", 3, []).natUsd, 109.5);
        assert.equal(planCost("us-east-1", 3, []).endpointsUsd, 0);
    });

    it("of a plan counts each endpoint's own zones, and a NAT gateway in each of the VPC's zones", () => {
        const endpointZones = ["us-east-1a"];
        const { cost } = planOf({ services: ["s3", "kms", "sqs"], endpointZones });
        assert.deepEqual([cost.endpointsUsd, cost.natUsd], [14.6, 73]);
    });
});

describe("the cost of data", () => {
    it("is a cent per gigabyte through an interface, more through NAT, and nothing through a gateway", () => {
        const endpoints = { kms: { expectedGigabytes: 100 }, s3: { expectedGigabytes: 1000 } };
        const { cost } = planOf({ services: ["kms", "s3"], endpoints });
        assert.deepEqual([cost.dataUsd, cost.natDataUsd], [1, 49.5]);
    });

    it("is lower above a petabyte, and lower still above five", () => {
        assert.equal(interfaceData(1_048_576), 10_485.76);
        assert.equal(Math.round((interfaceData(1_148_576) - interfaceData(1_048_576)) * 100) / 100, 600);
        assert.equal(Math.round((interfaceData(6_000_000) - interfaceData(5_900_000)) * 100) / 100, 400);
    });

    it("is billed to the interface only, if S3 has a gateway and an interface", () => {
        const { cost, endpoints } = planOf({
            services: ["s3"],
            endpoints: { s3: { reachableFrom: ["10.0.0.0/8"], expectedGigabytes: 500 } },
        });
        assert.deepEqual(endpoints.map(({ expectedGigabytes }) => expectedGigabytes), [null, 500]);
        assert.equal(cost.dataUsd, 5);
    });
});

describe("the break-even point", () => {
    it("of an interface is the traffic that costs more through NAT gateways than the interface does", () => {
        // 7.30 / (0.045 - 0.01) = 208.57…
        assert.equal(paysOffFromGigabytes("us-east-1", 1), 209);
        assert.equal(paysOffFromGigabytes("us-east-1", 2), 418);
        assert.equal(paysOffFromGigabytes("us-east-1", 0), 0);
    });

    it("of all endpoints is the traffic that makes up for their hours", () => {
        const services = ["kms", "sqs", "sns", "ecs", "ecr.api", "ecr.dkr", "logs", "sts"];
        const { cost } = planOf({ services });
        // (8 × 14.60 - 73) / 0.035 = 1251.4…
        assert.equal(cost.endpointsUsd - cost.natUsd, 43.8);
        assert.equal(cost.cheaperThanNatFromGigabytes, 1252);
    });
});

describe("an unknown price", () => {
    it("is that of the nearest Region with a known one, which is named", () => {
        assert.deepEqual(interfaceHour("eu-west-3"), { usd: 0.011, region: "eu-west-2", asOf: "2026" });
        assert.equal(interfaceHour("us-gov-west-1").region, "us-west-2");
        assert.equal(interfaceHour("ap-northeast-3").region, "ap-northeast-1");
        assert.equal(interfaceHour("cn-north-1").region, "ap-northeast-2");
        assert.equal(natHour("eu-south-1").region, "eu-central-1");
        assert.equal(natGigabyte("us-east-2").region, "us-east-1");
        assert.deepEqual(otherPrice("us-east-2", "crossZoneGigabyte"), {
            usd: 0.01,
            region: "us-east-1",
            asOf: "2026-07-20",
        });
        assert.equal(otherPrice("ap-south-2", "transitGatewayAttachmentHour").region, "ap-south-1");
    });

    it("is AWS's price for every Region of the partition aws, if AWS publishes only one", () => {
        const price = { usd: 0.6, asOf: "2026-09-20" };
        for (const region of ["us-east-1", "eu-central-1", "ap-east-2"]) {
            assert.deepEqual(otherPrice(region, "dnsFirewallMillionQueries"), { ...price, region });
        }
        assert.deepEqual(otherPrice("us-gov-east-1", "dnsFirewallMillionQueries"), { ...price, region: "us-east-2" });
        assert.equal(otherPrice("eu-central-1", "dnsFirewallDomainMonth").usd, 0.0005);
        assert.equal(otherPrice("eu-central-1", "resolverAddressHour").usd, 0.125);
    });

    it("does not replace the Region's own known price", () => {
        assert.equal(interfaceHour("us-east-1").region, "us-east-1");
        assert.deepEqual(natHour("sa-east-1"), { usd: 0.093, region: "sa-east-1", asOf: "2022-08-20" });
    });
});
