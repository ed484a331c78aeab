import * as assert from "node:assert/strict";

import { refresh, type RefreshInput } from "../../catalogue/refresh";
import { answer, detail, interfaceHour, offer, product, small } from "./answers";

/** Everything of the input that `JSON.parse` gives, with a part replaced at a path. */
function replaced<T>(file: { value: unknown } & T, path: string, part: unknown) {
    const value = structuredClone(file.value) as object;
    const keys = path.split(" ");
    const last = keys.pop()!;
    const parent = keys.reduce((inner, key) => (inner as { [key: string]: object })[key]!, value);
    Object.defineProperty(parent, last, { value: part, enumerable: true, configurable: true, writable: true });
    return { ...file, value };
}

function codes(files: Partial<RefreshInput>): string[] {
    const { refreshed, problems } = refresh({
        catalogue: small({}, { "eu-central-1": { partition: "aws", at: [50, 9] } }),
        services: [],
        prices: [],
        fewerIsRight: true,
        ...files,
    });
    assert.equal(refreshed === undefined, problems.length > 0);
    return [...new Set(problems.map(({ code }) => code))];
}

describe("a hostile input file for a refresh", () => {
    after(() => assert.deepEqual(Object.keys(Object.getPrototypeOf({})), []));

    const list = () => offer("AmazonVPC", [{ ...interfaceHour("eu-central-1", "0.012"), sku: "A" }]);

    it("is rejected if a price is not a decimal number in the expected unit", () => {
        const terms = list().value as { terms: { OnDemand: { A: { [term: string]: { priceDimensions: object } } } } };
        const [term] = Object.keys(terms.terms.OnDemand.A);
        const [rate] = Object.keys(terms.terms.OnDemand.A[term!]!.priceDimensions);
        const at = `terms OnDemand A ${term} priceDimensions ${rate}`;
        for (
            const usd of [
                "0x10",
                "1e400",
                "1e-9",
                " 0.01",
                "Infinity",
                "NaN",
                "-1",
                "0",
                "",
                "9".repeat(400),
                null,
                {},
                [],
            ]
        ) {
            assert.deepEqual(codes({ prices: [replaced(list(), `${at} pricePerUnit USD`, usd)] }), [
                "facts.invalid-price",
            ], `${usd}`);
        }
        for (const unit of ["Month", "GB", "", null, 1]) {
            assert.deepEqual(
                codes({ prices: [replaced(list(), `${at} unit`, unit)] }),
                ["facts.invalid-price"],
                `${unit}`,
            );
        }
        for (const unit of ["Hrs", "hour", "Hours"]) {
            assert.deepEqual(codes({ prices: [replaced(list(), `${at} unit`, unit)] }), []);
        }
        for (
            const path of [
                at,
                `${at} pricePerUnit`,
                `terms OnDemand A ${term}`,
                `terms OnDemand A ${term} priceDimensions`,
                "terms OnDemand A",
            ]
        ) {
            assert.deepEqual(codes({ prices: [replaced(list(), path, null)] }), ["facts.invalid-price"], path);
        }
    });

    it("is rejected if its publication date is after the date it was saved", () => {
        for (const day of ["9999-12-31", "2026-11-22"]) {
            const prices = [{
                ...offer("AmazonVPC", [interfaceHour("eu-central-1", "0.012")], `${day}T00:00:00Z`),
                savedOn: "2026-11-21",
            }];
            assert.deepEqual(codes({ prices }), ["facts.not-an-offer"]);
        }
    });

    it("is rejected if a product is null, or its Region is a property name that every object inherits", () => {
        assert.deepEqual(codes({ prices: [replaced(list(), "products A", null)] }), ["facts.price-missing"]);
        assert.deepEqual(codes({ prices: [replaced(list(), "products A attributes", null)] }), ["facts.price-missing"]);
        for (const region of ["__proto__", "constructor", "toString"]) {
            assert.deepEqual(codes({ prices: [offer("AmazonVPC", [interfaceHour(region, "0.012")])] }), [
                "facts.unknown-region",
            ]);
        }
        for (const code of ["__proto__", "constructor"]) {
            assert.deepEqual(codes({ prices: [offer(code, [])] }), ["facts.not-an-offer"]);
        }
    });

    it("may name a service anything but __proto__, which is rejected", () => {
        const named = (name: string) => answer("us-east-1", [detail(`com.amazonaws.us-east-1.${name}`)]);
        for (const name of ["constructor", "prototype", "toString", "hasOwnProperty"]) {
            assert.deepEqual(codes({ services: [named(name)] }), []);
        }
        for (const name of ["__proto__", "a.__proto__", "a b", "a\nb", "a\u001bb", ""]) {
            assert.deepEqual(codes({ services: [named(name)] }), ["facts.not-an-answer"], name);
        }
    });

    it("is rejected if a page's service is not a key, and never changes Object.prototype", () => {
        const page = (services: unknown) => ({
            path: "--pages p.json",
            savedOn: "2026-11-21",
            value: [{ page: "a/b", asOf: "2026-09", services }],
        });
        const proto = JSON.parse(`{"__proto__": {"policySupport": true}}`) as unknown;
        assert.deepEqual(codes({ pages: [page(proto)] }), ["facts.not-a-reading"]);
        assert.deepEqual(codes({ pages: [page({ "constructor toString": { policySupport: true } })] }), []);
        assert.deepEqual(codes({ pages: [page({ a: { policySupport: true, fips: "constructor" } })] }), []);
        for (const wrong of [null, [], { a: null }, { a: 1 }, { "a\nb": {} }]) {
            assert.deepEqual(codes({ pages: [page(wrong)] }), ["facts.not-a-reading"], JSON.stringify(wrong));
        }
        for (const wrong of [null, 1, { page: 1 }, { page: "a", asOf: {} }]) {
            assert.deepEqual(codes({ pages: [{ path: "--pages p.json", savedOn: "2026-11-21", value: [wrong] }] }), [
                "facts.not-a-reading",
            ]);
        }
        for (const name of ["policySupport", "page", "sources", "product"]) assert.equal(name in Object, false);
    });

    it("is rejected if it would make the catalogue invalid", () => {
        const wrong = { a: { policySupport: "yes" }, b: { ports: "443" }, c: { kinds: [] }, d: { ipv6: "maybe" } };
        for (const [key, facts] of Object.entries(wrong)) {
            const value = [{ page: "a/b", asOf: "2026-09", services: { [key]: facts } }];
            assert.deepEqual(codes({ pages: [{ path: "--pages p.json", savedOn: "2026-11-21", value }] }), [
                "facts.not-a-catalogue",
            ], key);
        }
    });
});

describe("a changed price", () => {
    const regions = {
        "eu-central-1": { partition: "aws", at: [50, 9], interface: { hourUsd: 0.012, source: "bill" } },
        "eu-west-1": { partition: "aws", at: [53, -6], interface: { hourUsd: 0.011, source: "bill" } },
        "us-east-1": { partition: "aws", at: [39, -77], nat: { hourUsd: 0.045, source: "bill" } },
    } as const;
    const problemsOf = (usd: string, pricesAreRight = false) =>
        refresh({
            catalogue: small({}, structuredClone(regions) as never),
            services: [],
            prices: [offer("AmazonVPC", [interfaceHour("eu-central-1", usd)])],
            fewerIsRight: false,
            pricesAreRight,
        }).problems;

    it("may differ by at most a factor of 4 from the nearest Regions, unless it is confirmed", () => {
        for (const usd of ["0.0441", "0.0027", "730", "0.000001"]) {
            const [problem, ...more] = problemsOf(usd);
            assert.deepEqual([problem?.code, problem?.path, more], ["facts.invalid-price", "eu-central-1", []], usd);
            assert.match(problem!.message, /more than 4 times different from USD 0\.011 in eu-west-1$/);
            assert.deepEqual(problemsOf(usd, true), []);
        }
        for (const usd of ["0.0439", "0.0029", "0.012"]) assert.deepEqual(problemsOf(usd), [], usd);
    });

    it("is checked for every other price, also against the one of every Region", () => {
        const known = { ...regions["eu-west-1"], others: { transitGatewayGigabyte: { usd: 0.02, source: "bill" } } };
        const problemsWith = (others: object) => {
            const catalogue = small({}, structuredClone({ ...regions, "eu-west-1": known }) as never);
            const everywhere = { publicIpv4Hour: { usd: 0.005, source: "bill" } };
            const products = Object.entries(others).map(([usagetype, usd]) =>
                product("Group", "eu-central-1", `EUC1-${usagetype}`, usd)
            );
            return refresh({
                catalogue: { ...catalogue, regions: { ...catalogue.regions, everywhere } },
                services: [],
                prices: [offer("AmazonVPC", [interfaceHour("eu-central-1", "0.012"), ...products])],
                fewerIsRight: false,
            }).problems.map(({ code, path, message }) => [code, path, message]);
        };
        assert.deepEqual(problemsWith({ "TransitGateway-Bytes": "0.079" }), []);
        assert.deepEqual(problemsWith({ "TransitGateway-Bytes": "0.081", "PublicIPv4:InUseAddress": "3.65" }), [
            [
                "facts.invalid-price",
                "eu-central-1",
                "the price of transitGatewayGigabyte would be USD 0.081, more than 4 times different from USD 0.02 in eu-west-1",
            ],
            [
                "facts.invalid-price",
                "eu-central-1",
                "the price of publicIpv4Hour would be USD 3.65, more than 4 times different from USD 0.005 elsewhere",
            ],
        ]);
    });

    it("may differ by a factor of 10 for data to other Regions", () => {
        const problemsWith = (usd: string) => {
            const others = { crossRegionGigabyte: { usd: 0.02, source: "bill" } };
            const from = { fromRegionCode: "eu-central-1", fromLocationType: "AWS Region" };
            return refresh({
                catalogue: small({}, { ...regions, "eu-west-1": { ...regions["eu-west-1"], others } } as never),
                services: [],
                prices: [offer("AWSDataTransfer", [
                    product("Data Transfer", "", "EUC1-USE1-AWS-Out-Bytes", usd, { unit: "GB", attributes: from }),
                ])],
                fewerIsRight: false,
            }).problems.map(({ code }) => code);
        };
        assert.deepEqual(problemsWith("0.147"), []);
        assert.deepEqual(problemsWith("0.201"), ["facts.invalid-price"]);
    });

    it("is checked for NAT gateways, too", () => {
        const nat = (hour: string, gigabyte: string) => [
            product("NAT Gateway", "eu-west-1", "EU-NatGateway-Hours", hour),
            product("NAT Gateway", "eu-west-1", "EU-NatGateway-Bytes", gigabyte),
        ];
        const { problems } = refresh({
            catalogue: small({}, structuredClone(regions) as never),
            services: [],
            prices: [offer("AmazonEC2", nat("32.85", "0.05"))],
            fewerIsRight: false,
        });
        assert.match(
            problems.map(({ message }) => message).join(),
            /^the price of NAT gateway per hour would be USD 32\.85/,
        );
    });
});
