import * as assert from "node:assert/strict";

import { refresh } from "../../catalogue/refresh";
import type { RegionFacts } from "../../components/plan/facts/regions";
import { interfaceHour, offer, product, refreshed, small } from "./answers";

const natPrices = (region: string, hour = "0.052", gigabyte = "0.048") => [
    product("NAT Gateway", region, "EUC1-NatGateway-Hours", hour),
    product("NAT Gateway", region, "EUC1-NatGateway-Bytes", gigabyte),
];
const frankfurt = (facts: Partial<RegionFacts> = {}) =>
    small({}, { "eu-central-1": { partition: "aws", at: [50, 9], ...facts } });

/** What is wrong with price lists. */
function wrong(...prices: ReturnType<typeof offer>[]) {
    const { refreshed: result, problems } = refresh({
        catalogue: frankfurt(),
        services: [],
        prices,
        fewerIsRight: false,
    });
    assert.equal(result, undefined);
    return problems.map(({ path, message }) => `${path}: ${message}`);
}

describe("a price list", () => {
    it("has no price of a product whose Region or usage type is not text", () => {
        const odd = ["usagetype", "regionCode", "fromRegionCode"].map((name, index) =>
            product("VpcEndpoint", "eu-central-1", `EUC1-VpcEndpoint-GWLBE-Hours-${index}`, "0.5", {
                attributes: { [name]: Object.create(null) as string },
            })
        );
        const prices = [offer("AmazonVPC", [...odd, interfaceHour("eu-central-1", "0.0120000000")])];
        const { catalogue } = refreshed(frankfurt(), { prices });
        assert.equal(catalogue.regions.regions["eu-central-1"]!.others, undefined);
    });

    it("gives the hourly price of an interface endpoint, with source and date, and ignores other prices in it", () => {
        const other = (usagetype: string, attributes = {}) =>
            product("VpcEndpoint", "eu-central-1", usagetype, "0.5", { attributes });
        const { catalogue, difference, read } = refreshed(frankfurt(), {
            prices: [offer(
                "AmazonVPC",
                [
                    other("EUC1-VpcEndpoint-GWLBE-Hours"),
                    other("EUC1-GWLBE-VpcEndpoint-Hours"),
                    other("EUC1-VpcEndpoint-Hours", { endpointType: "GatewayLoadBalancer" }),
                    other("EUC1-VpcEndpoint-Hours", { group: "VPCE:VpcResourceConsumer" }),
                    other("EUC1-VpcEndpoint-Hours", {
                        locationType: "AWS Local Zone",
                        regionCode: "eu-central-1-ham-1",
                    }),
                    other("EUC1-VpcEndpoint-Bytes"),
                    product("NAT Gateway", "eu-central-1", "EUC1-RegionalNatGateway-Hours", "0.5"),
                ].map((one, index) => ({ ...one, sku: `${index}` })).concat(
                    interfaceHour("eu-central-1", "0.0120000000"),
                ),
            )],
        });
        assert.deepEqual(catalogue.regions.regions["eu-central-1"], {
            partition: "aws",
            at: [50, 9],
            interface: { hourUsd: 0.012, source: "vpc-offer-2026-11-20" },
            others: {
                gatewayLoadBalancerEndpointHour: { usd: 0.5, source: "vpc-offer-2026-11-20" },
                regionalNatHour: { usd: 0.5, source: "vpc-offer-2026-11-20" },
            },
        });
        assert.deepEqual(catalogue.regions.sources["vpc-offer-2026-11-20"], {
            what: "price list of AmazonVPC published 2026-11-20",
            url: "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/AmazonVPC/current/index.json",
            asOf: "2026-11-20",
        });
        assert.deepEqual(difference.changed.map(({ fact }) => fact), [
            ...["interface", "gatewayLoadBalancerEndpointHour", "regionalNatHour"],
        ]);
        assert.deepEqual(difference.changed.slice(0, 1), [{
            of: "eu-central-1",
            fact: "interface",
            was: "unknown",
            wasFrom: [],
            is: "USD 0.012 an hour",
            isFrom: ["vpc-offer-2026-11-20"],
        }]);
        assert.deepEqual(read, ["AmazonVPC, 2026-11-20: prices of 1 Region"]);
    });

    it("gives other prices if they are a single amount, and rejects no list because of them", () => {
        const others = (day: string, attachment: string) => {
            const list = offer("AmazonVPC", [
                interfaceHour("eu-central-1", "0.012"),
                product("VpcEndpoint", "eu-central-1", "EUC1-VpcEndpoint-GWLBE-Hours", "0.012"),
                product("Group", "eu-central-1", "EUC1-TransitGateway-Hours", attachment),
                product("Group", "eu-central-1", "EUC1-PublicIPv4:InUseAddress", "0"),
                product("Group", "eu-central-1", "EUC1-TransitGateway-Bytes", "0.02"),
                { ...product("Group", "eu-central-1", "EUC1-TransitGateway-Bytes", "0.03"), sku: "second" },
                product("Group", "xx-nowhere-1", "XX1-TransitGateway-Bytes", "0.02"),
            ], `${day}T18:23:45Z`);
            return list;
        };
        const first = refreshed(frankfurt(), { prices: [others("2026-11-20", "0.06")] });
        const source = "vpc-offer-2026-11-20";
        assert.deepEqual(first.catalogue.regions.regions["eu-central-1"]!.others, {
            gatewayLoadBalancerEndpointHour: { usd: 0.012, source },
            transitGatewayAttachmentHour: { usd: 0.06, source },
        });
        assert.deepEqual(first.difference.changed.map(({ fact, was, is }) => `${fact}: ${was} -> ${is}`), [
            "interface: unknown -> USD 0.012 an hour",
            "gatewayLoadBalancerEndpointHour: unknown -> USD 0.012",
            "transitGatewayAttachmentHour: unknown -> USD 0.06",
        ]);
        const older = refreshed(first.catalogue, { prices: [others("2026-11-19", "0.05")] });
        assert.deepEqual(
            older.catalogue.regions.regions["eu-central-1"]!.others!.transitGatewayAttachmentHour,
            { usd: 0.06, source },
        );
    });

    it("gives a transit gateway's prices for VPCs, and the first tier of resource endpoints", () => {
        const attachment = (operation: string, usd: string) => ({
            ...product("Group", "eu-central-1", "EUC1-TransitGateway-Hours", usd, { attributes: { operation } }),
            sku: operation,
        });
        const { catalogue } = refreshed(frankfurt(), {
            prices: [offer("AmazonVPC", [
                interfaceHour("eu-central-1", "0.012"),
                attachment("TransitGatewayVPC", "0.06"),
                attachment("TransitGatewayConnect", "0.07"),
                product("VpcEndpoint", "eu-central-1", "EUC1-VpcEndpoint-Resource-Hours", "0.024"),
                product("Group", "eu-central-1", "EUC1-VpcResource-Consumer-Bytes", "0.01", {
                    unit: "GB",
                    tiers: [{ from: "1048576", usd: "0.006" }, { from: "5242880", usd: "0.004" }],
                }),
            ])],
        });
        const source = "vpc-offer-2026-11-20";
        assert.deepEqual(catalogue.regions.regions["eu-central-1"]!.others, {
            transitGatewayAttachmentHour: { usd: 0.06, source },
            resourceEndpointHour: { usd: 0.024, source },
            resourceEndpointGigabyte: { usd: 0.01, source },
        });
    });

    it("gives Route 53's prices of Resolver endpoints and DNS Firewall, for a million queries", () => {
        const queries = { unit: "Queries", tiers: [{ from: "1000000000", usd: "0.0000004000" }] };
        const list = (domainUnit: string, day: string) =>
            offer("AmazonRoute53", [
                product("DNS Query", "eu-central-1", "EUC1-ResolverNetworkInterface", "0.125", { unit: "hours" }),
                product("DNS Domain Names", "eu-central-1", "EUC1-DNS-FirewallDomainName", "0.0005", {
                    unit: domainUnit,
                }),
                product("DNS Query", "eu-central-1", "EUC1-DNS-FirewallQueries", "0.0000006000", queries),
                product("DNS Zone", "", "HostedZone", "0.5", { unit: "HostedZone" }),
            ], `${day}T00:00:00Z`);
        const { catalogue, read } = refreshed(frankfurt(), { prices: [list("Mo", "2026-11-20")] });
        const source = "route53-offer-2026-11-20";
        const known = {
            resolverAddressHour: { usd: 0.125, source },
            dnsFirewallDomainMonth: { usd: 0.0005, source },
            dnsFirewallMillionQueries: { usd: 0.6, source },
        };
        assert.deepEqual(catalogue.regions.regions["eu-central-1"]!.others, known);
        assert.deepEqual(read, ["AmazonRoute53, 2026-11-20: prices of 1 Region"]);
        // A price per hour is not one per month.
        const hourly = refreshed(frankfurt(), { prices: [list("Hrs", "2026-11-20")] }).catalogue.regions.regions;
        assert.deepEqual(Object.keys(hourly["eu-central-1"]!.others!), [
            "resolverAddressHour",
            "dnsFirewallMillionQueries",
        ]);
    });

    it("gives the price of data between zones, and the highest price of data to another Region", () => {
        const transfer = (usagetype: string, usd: string, more = {}) => {
            const from = { fromRegionCode: "eu-central-1", fromLocationType: "AWS Region", ...more };
            return {
                ...product("Data Transfer", "", usagetype, usd, { unit: "GB", attributes: from }),
                sku: usagetype,
            };
        };
        const { catalogue } = refreshed(frankfurt(), {
            prices: [offer("AWSDataTransfer", [
                transfer("EUC1-DataTransfer-Regional-Bytes", "0.01"),
                transfer("EUC1-DataTransfer-xAZ-Out-Bytes", "0"),
                transfer("EUC1-DataTransfer-Out-Bytes", "0.09"),
                transfer("EUC1-EU-AWS-Out-Bytes", "0.02"),
                transfer("EUC1-USE1-AWS-Out-Bytes", "0.03"),
                transfer("EUC1-USE1-AWS-In-Bytes", "0"),
                transfer("EUC1-HAM1-AWS-Out-Bytes", "0.2", { toLocationType: "AWS Local Zone" }),
            ])],
        });
        const source = "awsdatatransfer-offer-2026-11-20";
        assert.deepEqual(catalogue.regions.regions["eu-central-1"]!.others, {
            crossZoneGigabyte: { usd: 0.01, source },
            crossRegionGigabyte: { usd: 0.03, source },
        });
    });

    it("gives the NAT gateway's prices per hour and gigabyte, for every Region in it", () => {
        const { catalogue } = refreshed(frankfurt(), {
            prices: [offer("AmazonEC2", [
                ...natPrices("eu-central-1"),
                product("NAT Gateway", "us-east-1", "NatGateway-Hours", "0.045"),
                product("NAT Gateway", "us-east-1", "NatGateway-Bytes", "0.045"),
                product("NAT Gateway", "us-east-1", "RegionalNatGateway-Hours", "0.9"),
                product("NAT Gateway", "us-east-1", "NatGateway-Prvd-Bytes", "0"),
            ])],
        });
        const source = "ec2-offer-2026-11-20";
        const { regions } = catalogue.regions;
        assert.deepEqual(regions["eu-central-1"]!.nat, { hourUsd: 0.052, gigabyteUsd: 0.048, source });
        assert.deepEqual(regions["us-east-1"]!.nat, { hourUsd: 0.045, gigabyteUsd: 0.045, source });
        assert.equal(regions["us-east-1"]!.interface, undefined);
    });

    it("confirms a price, or replaces another and shows both with their sources", () => {
        const known = frankfurt({
            interface: { hourUsd: 0.012, source: "bill" },
            nat: { hourUsd: 0.05, source: "bill" },
        });
        const { catalogue, difference } = refreshed(known, {
            prices: [
                offer("AmazonVPC", [interfaceHour("eu-central-1", "0.012")]),
                offer("AmazonEC2", natPrices("eu-central-1")),
            ],
        });
        assert.equal(catalogue.regions.regions["eu-central-1"]!.interface!.source, "vpc-offer-2026-11-20");
        assert.deepEqual([difference.confirmed, difference.changed], [1, [{
            of: "eu-central-1",
            fact: "nat",
            was: "USD 0.05 an hour",
            wasFrom: ["bill"],
            is: "USD 0.052 an hour and USD 0.048 a gigabyte",
            isFrom: ["ec2-offer-2026-11-20"],
        }]]);
    });

    it("does not replace a newer price, and replaces the older list among the sources", () => {
        const list = (usd: string, day: string) => ({
            prices: [offer("AmazonVPC", [interfaceHour("eu-central-1", usd)], `${day}T00:00:00Z`)],
        });
        const now = refreshed(frankfurt(), list("0.012", "2026-11-20")).catalogue;
        const older = refreshed(now, list("0.011", "2026-10-01"));
        assert.deepEqual(older.catalogue.regions, now.regions);
        assert.deepEqual(older.kept, [{
            of: "eu-central-1",
            why: "interface USD 0.012 an hour (vpc-offer-2026-11-20) is kept; the older price list of 2026-10-01 has USD 0.011 an hour",
        }]);
        const newer = refreshed(now, list("0.011", "2027-01-05")).catalogue.regions;
        assert.deepEqual(Object.keys(newer.sources), ["bill", "vpc-offer-2027-01-05"]);
    });

    it("is rejected if it has no price for the product it is used for", () => {
        assert.deepEqual(wrong(offer("AmazonVPC", []), offer("AmazonEC2", natPrices("eu-central-1").slice(0, 1))), [
            "--prices AmazonVPC.json: it has no price for an interface endpoint per hour in any Region",
            "--prices AmazonEC2.json: it has no price for a NAT gateway per gigabyte in eu-central-1",
        ]);
        assert.deepEqual(wrong(offer("AmazonRoute53", [product("DNS Zone", "", "HostedZone", "0.5")])), [
            "--prices AmazonRoute53.json: it has no price that is used",
        ]);
    });

    it("is rejected if it is the list of another service, or not a price list", () => {
        for (const code of ["AmazonS3", "constructor"]) {
            assert.deepEqual(wrong(offer(code, [])), [`--prices ${code}.json: it is the price list of ${code}`]);
        }
        for (
            const value of [[], null, {}, { offerCode: "AmazonVPC" }, {
                offerCode: "AmazonVPC",
                publicationDate: "soon",
            }]
        ) {
            const [message, ...more] = wrong({ path: "a", savedOn: "2026-11-21", value });
            assert.match(message!, /^a: it is not a price list: /);
            assert.deepEqual(more, []);
        }
    });

    it("is rejected if a price is not in USD, zero, missing or not a number", () => {
        const list = (usd: string, more = {}) =>
            offer("AmazonVPC", [product("VpcEndpoint", "cn-north-1", "CNN1-VpcEndpoint-Hours", usd, more)]);
        const place = "--prices AmazonVPC.json, products.CN-NORTH-1/CNN1-VPCENDPOINT-HOURS";
        assert.deepEqual(wrong(list("0.08", { currency: "CNY" })), [`${place}: its price is in CNY`]);
        assert.deepEqual(wrong(list("0.0000000000")), [`${place}: its price is 0`]);
        assert.deepEqual(wrong(list("free")), [`${place}: its price is NaN`]);
        const bare = list("1");
        (bare.value as { terms: object }).terms = { OnDemand: {} };
        assert.deepEqual(wrong(bare), [`${place}: it has no on-demand price`]);
        const second = interfaceHour("eu-central-1", "0.013");
        assert.deepEqual(
            wrong(offer("AmazonVPC", [interfaceHour("eu-central-1", "0.012"), { ...second, sku: "SECOND" }])),
            [
                "--prices AmazonVPC.json, products.SECOND: "
                + "it costs USD 0.013, but an equivalent product of eu-central-1 costs USD 0.012",
            ],
        );
    });

    it("is rejected if it has an unknown Region", () => {
        assert.deepEqual(wrong(offer("AmazonVPC", [interfaceHour("xx-north-9", "0.01")])), [
            "--prices AmazonVPC.json, products.XX-NORTH-9/EUC1-VPCENDPOINT-HOURS: "
            + "its price is for xx-north-9, which is not in regions.json",
        ]);
        // A price under such a name would be one of every object's.
        const price = interfaceHour("__proto__", "0.01");
        assert.deepEqual(wrong(offer("AmazonVPC", [price])), [
            `--prices AmazonVPC.json, products.${price.sku}: `
            + "its price is for __proto__, which is not in regions.json",
        ]);
        assert.deepEqual(({} as { interfaceHour?: number }).interfaceHour, undefined);
    });
});
