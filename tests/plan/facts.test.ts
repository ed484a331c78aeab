import * as assert from "node:assert/strict";

import {
    hoursPerMonth,
    interfaceGigabyteUsd,
    pricesAsOf,
    publicIpv4HourUsd,
    regions,
} from "../../components/plan/facts/regions";
import { statementsOnlyWith } from "../../components/plan/facts/statements";
import { type WorkloadFacts, workloads } from "../../components/plan/facts/workloads";
import { parsePolicy } from "../../components/plan/policy";
import { factsOf, isService, knownServices } from "../../components/plan/services";
import { parseZone } from "../../components/plan/zones";
import { templates, templateTexts } from "./fixtures";

const awsPage = /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/;
const tables: [string, WorkloadFacts][] = Object.entries(workloads);

describe("the table of services", () => {
    it("names a product and the AWS page of each", () => {
        for (const service of knownServices) {
            assert.match(factsOf(service).source, awsPage);
            assert.ok(factsOf(service).product.length > 0, service);
        }
    });

    it("is sorted, so that a service is found where it stands", () => {
        assert.deepEqual(knownServices, [...knownServices].sort());
    });

    it("knows gateways of s3, dynamodb and s3express, and of no other [gw.services] [gw.express]", () => {
        const gateways = knownServices.filter((service) => factsOf(service).kinds.includes("Gateway"));
        assert.deepEqual(gateways, ["dynamodb", "s3", "s3express"]);
    });

    it("knows no private DNS of DynamoDB and its streams, and S3 as the one choice of inbound names [s3.inbound-only-scope]", () => {
        const without = knownServices.filter((service) => factsOf(service).privateDnsNames?.length === 0);
        assert.deepEqual(without, ["dynamodb", "dynamodb-streams", "s3express"]);
        const choice = knownServices.filter((service) =>
            factsOf(service).kinds.length > 1 && factsOf(service).privateDnsNames?.length !== 0
        );
        assert.deepEqual(choice, ["s3"]);
    });

    it("names each service by its own key behind the Region, but for IAM [name.region-prefix]", () => {
        const irregular = knownServices.filter((service) =>
            factsOf(service).serviceName !== `com.amazonaws.<region>.${service}`
        );
        assert.deepEqual(irregular, ["iam"]);
    });

    it("names no port, and no name that leads to two services' endpoints, twice", () => {
        const names = knownServices.flatMap((service) => factsOf(service).privateDnsNames ?? []);
        assert.deepEqual(names, [...new Set(names)]);
        for (const service of knownServices) {
            const { ports } = factsOf(service);
            assert.deepEqual(ports, [...new Set(ports)]);
            assert.ok(ports.length > 0 && ports.every((port) => Number.isInteger(port) && port > 0 && port < 65536));
        }
    });

    it("points names of the Region at endpoints, for image pulls those of every registry [sel.ecr]", () => {
        for (const service of knownServices) {
            const odd = (factsOf(service).privateDnsNames ?? []).filter((name) =>
                !/^(\*\.)?[a-z0-9.-]+\.<region>\.(amazonaws\.com|api\.aws)$/.test(name)
            );
            assert.deepEqual(odd, []);
        }
        assert.deepEqual(factsOf("ecr.api").privateDnsNames, ["api.ecr.<region>.amazonaws.com"]);
        assert.deepEqual(factsOf("ecr.dkr").privateDnsNames, ["*.dkr.ecr.<region>.amazonaws.com"]);
    });

    it("knows Regions it limits a service to: IAM to us-east-1 and us-gov-west-1 [sel.iam-region]", () => {
        const limited = knownServices.filter((service) => factsOf(service).onlyInRegions);
        assert.deepEqual(limited, ["iam"]);
        assert.deepEqual(factsOf("iam").onlyInRegions, ["us-east-1", "us-gov-west-1"]);
        assert.ok(factsOf("iam").onlyInRegions!.every((region) => region in regions));
    });
});

describe("the table of workloads", () => {
    it("names services of the table, each once, with a reason and an AWS page", () => {
        for (const [workload, { required, optional, source, why }] of tables) {
            const all: string[] = [...required, ...optional];
            assert.deepEqual(all.filter((service) => !isService(service)), []);
            assert.deepEqual(all, [...new Set(all)], workload);
            assert.match(source, awsPage);
            assert.ok(why.length > 0, workload);
        }
    });

    it("names nothing that is a service's name too", () => {
        assert.deepEqual(tables.filter(([workload]) => isService(workload)), []);
    });

    it("asks for both ECR endpoints and S3 wherever it asks for one of them to pull images [sel.ecr]", () => {
        for (const [workload, { required }] of tables.filter(([, facts]) => facts.required.includes("ecr.dkr"))) {
            assert.ok(required.includes("ecr.api") && required.includes("s3"), workload);
        }
    });
});

describe("the policies that ship", () => {
    it("are policies without unknown placeholders, that fit AWS's size [quota.policy-size]", () => {
        for (const [name, text] of Object.entries(templateTexts)) {
            assert.deepEqual(parsePolicy(name, text).problems, []);
        }
    });

    it("are there under every name that the plan may ask for", () => {
        const asked = knownServices.flatMap((service) => factsOf(service).policyTemplate ?? []);
        for (const name of [...asked, "default", "full-access"]) assert.ok(Object.hasOwn(templates, name), name);
    });

    it("have every statement that stands only with other services, which the table knows", () => {
        const conditional = Object.entries(statementsOnlyWith).flatMap(([template, statements]) =>
            Object.entries(statements).map(([sid, services]) => ({ template, sid, services }))
        );
        assert.deepEqual(conditional.map(({ template, sid }) => `${template}/${sid}`), ["s3/EcrImageLayers"]);
        for (const { template, sid, services } of conditional) {
            const statements = templates[template]!.Statement as { Sid?: string }[];
            assert.equal(statements.filter(({ Sid }) => Sid === sid).length, 1);
            assert.ok(services.length > 0 && services.every(isService));
        }
    });
});

describe("the table of Regions", () => {
    it("names Regions whose zones can be named, of two partitions, at positive prices", () => {
        for (const [region, { partition }] of Object.entries(regions)) {
            assert.equal(parseZone(`${region}a`)?.region, region);
            assert.equal(partition, region.startsWith("us-gov-") ? "aws-us-gov" : "aws");
        }
        const prices = Object.values(regions).flatMap((
            { interfaceHourUsd, natHourUsd },
        ) => [interfaceHourUsd, natHourUsd]);
        const known = prices.filter((price) => price !== undefined);
        assert.ok(known.length > 0 && known.every((price) => price > 0 && price < 1), `${known}`);
    });

    it("counts a month and a gigabyte as AWS does, and says of when the prices are", () => {
        assert.deepEqual([hoursPerMonth, interfaceGigabyteUsd, publicIpv4HourUsd], [730, 0.01, 0.005]);
        assert.ok(!Number.isNaN(Date.parse(pricesAsOf)), pricesAsOf);
    });
});
