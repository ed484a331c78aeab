import * as assert from "node:assert/strict";

import { ownedResources } from "../../components/plan/facts/ownedResources";
import { partitions } from "../../components/plan/facts/partitions";
import { hoursPerMonth, interfaceDataTiers, publicIpv4HourUsd } from "../../components/plan/facts/prices";
import { priceSources, regions } from "../../components/plan/facts/regions";
import type { WorkloadFacts } from "../../components/plan/facts/workloadFacts";
import { workloads } from "../../components/plan/facts/workloads";
import { parseZone } from "../../components/plan/network/zones";
import { isOpenName } from "../../components/plan/policies/checkPerimeter";
import { isReadOnly } from "../../components/plan/policies/iam/lint/readOnly";
import { parsePolicy } from "../../components/plan/policies/policyDocument";
import {
    factsOf,
    isService,
    knownServices,
    missingIn,
    serviceNameIn,
} from "../../components/plan/services/serviceNames";
import { templates, templateTexts } from "./fixtures";

const awsPage = /^https:\/\/docs\.aws\.amazon\.com\/[\w./-]+\.html$/;
const tables: [string, WorkloadFacts][] = Object.entries(workloads);

describe("the catalogue of services", () => {
    it("is sorted, so that a service is found where it stands", () => {
        assert.deepEqual(knownServices, [...knownServices].sort());
    });

    it("knows gateways of s3, dynamodb and s3express, and of no other [gw.services] [gw.express]", () => {
        const gateways = knownServices.filter((service) => factsOf(service).kinds.includes("Gateway"));
        assert.deepEqual(gateways, ["dynamodb", "s3", "s3express"]);
    });

    it("knows what has no private DNS, and S3 as the one choice of inbound names [s3.inbound-only-scope] [sel.iot-dns]", () => {
        const without = knownServices.filter((service) => factsOf(service).privateDnsNames?.length === 0);
        assert.deepEqual(without, [
            ...["dynamodb", "dynamodb-fips", "dynamodb-streams", "iot.credentials", "iot.data"],
            ...["s3-outposts", "s3express"],
        ]);
        const choice = knownServices.filter((service) =>
            factsOf(service).kinds.length > 1 && factsOf(service).privateDnsNames?.length !== 0
        );
        assert.deepEqual(choice, ["s3"]);
    });

    it("gives image pulls the names of every registry [sel.ecr]", () => {
        assert.deepEqual(factsOf("ecr.api").privateDnsNames, ["api.ecr.<region>.amazonaws.com"]);
        assert.deepEqual(factsOf("ecr.dkr").privateDnsNames, ["*.dkr.ecr.<region>.amazonaws.com"]);
    });

    it("knows where global services can be made: IAM where its control plane is [sel.iam-region]", () => {
        assert.deepEqual(factsOf("iam").onlyInRegions, ["us-east-1", "cn-north-1", "us-gov-west-1"]);
        assert.equal(serviceNameIn("us-east-1", "iam", "Interface"), "com.amazonaws.iam");
    });

    it("knows no policy of IoT Core's data [sel.iot-dns]", () => {
        assert.equal(factsOf("iot.data").policySupport, false);
        assert.equal(factsOf("iot.credentials").policySupport, false);
    });

    it("knows DataSync's ports, and AWS's advice against its private DNS [sel.datasync-dns]", () => {
        const { ports, privateDnsByDefault } = factsOf("datasync");
        assert.deepEqual({ ports, privateDnsByDefault }, { ports: [443, "1024-1064"], privateDnsByDefault: false });
    });
});

describe("the table of workloads", () => {
    it("has a hundred and two", () => {
        assert.equal(tables.length, 102);
    });

    it("names services of the catalogue, each once, with a reason and an AWS page", () => {
        for (const [workload, { required, optional, source, why, needs = [] }] of tables) {
            const all: string[] = [...required, ...optional];
            assert.deepEqual(all.filter((service) => !isService(service)), [], workload);
            assert.deepEqual(all, [...new Set(all)], workload);
            assert.match(source, awsPage);
            assert.ok(why.length > 0, workload);
            // The report makes a sentence of each: "<workload> also needs <need>."
            assert.ok(needs.every((need) => need.length > 0 && need.length < 120 && !need.endsWith(".")), workload);
        }
    });

    it("needs only services that a Region has, all of them in one", () => {
        for (const [workload, { required }] of tables) {
            const possible = Object.keys(regions).filter((region) =>
                required.every((service) => !missingIn(region, service))
            );
            assert.notDeepEqual(possible, [], workload);
        }
    });

    it("names resources of AWS's own that the table of them has", () => {
        for (const [workload, { ownedResources: owned = [] }] of tables) {
            for (const id of owned) {
                assert.ok(Object.hasOwn(ownedResources, id), `${workload}: ${id}`);
            }
        }
        assert.deepEqual(workloads["ssm-patching"].ownedResources, [
            "ssm-patching",
            "amazon-linux-2",
            "amazon-linux-2023",
        ]);
    });

    it("names nothing that is a service's name too, but for AgentCore", () => {
        assert.deepEqual(tables.map(([name]) => name).filter(isService), ["bedrock-agentcore"]);
    });

    it("asks for both ECR endpoints and S3 wherever it asks for one of them to pull images [sel.ecr]", () => {
        for (const [workload, { required }] of tables.filter(([, facts]) => facts.required.includes("ecr.dkr"))) {
            assert.ok(required.includes("ecr.api") && required.includes("s3"), workload);
        }
    });

    it("asks for all three endpoints of ECS or for none, but for Service Connect alone [sel.ecs-three]", () => {
        assert.deepEqual(workloads["ecs-service-connect"].required, ["ecs-agent"]);
        for (const [workload, { required }] of tables.filter(([name]) => name !== "ecs-service-connect")) {
            const asked = ["ecs", "ecs-agent", "ecs-telemetry"].filter((service) => required.includes(service));
            assert.ok(asked.length === 0 || asked.length === 3, workload);
        }
    });

    it("asks for the endpoint EMR 8 would make itself, and for DynamoDB's streams by themselves [sel.emr8] [ddb.streams]", () => {
        assert.ok(workloads["emr8-private-subnet"].required.includes("emr-service-cell01"));
        assert.ok(workloads["dynamodb-streams-consumer"].required.includes("dynamodb-streams"));
    });
});

describe("the table of AWS's own resources", () => {
    it("names services of the catalogue, and a page", () => {
        for (const [id, { endpoint, neededBy = [], source, owner, neededFor }] of Object.entries(ownedResources)) {
            assert.ok(isService(endpoint) && neededBy.every(isService), id);
            assert.match(source, /^https:\/\/(docs\.aws\.amazon\.com|github\.com\/aws-samples)\//);
            assert.ok(owner.length > 0 && neededFor.length > 0, id);
        }
    });

    it("only reads what a name with a wildcard may match, since that may be anybody's", () => {
        const reads = /^[a-z0-9-]+:(Get|List|Describe|BatchGet)[A-Za-z]*\*?$/;
        for (const [id, { statements }] of Object.entries(ownedResources)) {
            for (const { actions, resources, regional = {} } of statements) {
                // AWS names the kind first, and nobody else has resources of no account.
                const open = [...resources, ...Object.values(regional).flat()].some((arn) =>
                    isOpenName(arn.split("/")[0]!)
                );
                const writes = actions.filter((action) => !reads.test(action));
                assert.ok(!open || writes.length === 0, `${id}: ${writes.join(", ")}`);
            }
        }
        const forPublic = Object.entries(ownedResources).filter(([, { signedBy, statements }]) =>
            signedBy !== "caller" && statements.some(({ actions }) => !actions.every(isReadOnly))
        );
        assert.deepEqual(forPublic.map(([id]) => id), ["cloudformation", "emr"]);
        for (const [id, { signedBy, statements }] of Object.entries(ownedResources)) {
            for (const { actions, writes = false } of statements) {
                assert.equal(writes, signedBy === "nobody" && !actions.every(isReadOnly), id);
            }
        }
        assert.ok(isOpenName("arn:aws:s3:::aws-patch-manager-us-east-1-*/*"));
        assert.ok(!isOpenName("arn:aws:s3:::cloudformation-waitcondition-us-east-1/*"));
    });
});

describe("the policies that ship", () => {
    it("are policies without unknown placeholders, that fit AWS's size [quota.policy-size]", () => {
        for (const [name, text] of Object.entries(templateTexts)) {
            assert.deepEqual(parsePolicy(name, text).problems, []);
        }
    });

    it("are there under every name that the plan may ask for", () => {
        for (const name of ["default", "full-access"]) {
            assert.ok(Object.hasOwn(templates, name), name);
        }
    });
});

describe("the table of Regions", () => {
    it("names Regions whose zones can be named, of every partition, at positive prices", () => {
        for (const [region, { partition, interface: endpoint, nat }] of Object.entries(regions)) {
            assert.equal(parseZone(`${region}a`)?.region, region);
            assert.ok(Object.hasOwn(partitions, partition), region);
            for (const price of [endpoint, nat]) {
                assert.ok(
                    !price || (price.hourUsd > 0 && price.hourUsd < 1 && priceSources[price.source]?.asOf),
                    region,
                );
            }
        }
        const named = new Set(Object.values(regions).map(({ partition }) => partition));
        assert.deepEqual([...named].sort(), Object.keys(partitions).sort());
    });

    it("gives each partition its Regions", () => {
        const of = (wanted: string) => Object.keys(regions).filter((name) => regions[name]!.partition === wanted);
        assert.deepEqual(of("aws-cn"), ["cn-north-1", "cn-northwest-1"]);
        assert.deepEqual(of("aws-us-gov"), ["us-gov-east-1", "us-gov-west-1"]);
        assert.deepEqual(of("aws-eusc"), ["eusc-de-east-1"]);
        assert.deepEqual(of("aws-iso-b"), ["us-isob-east-1", "us-isob-west-1"]);
    });

    it("counts a month, a gigabyte and an address as AWS does", () => {
        assert.deepEqual([hoursPerMonth, publicIpv4HourUsd], [730, 0.005]);
        assert.deepEqual(interfaceDataTiers.map(({ gigabyteUsd }) => gigabyteUsd), [0.01, 0.006, 0.004]);
    });
});
