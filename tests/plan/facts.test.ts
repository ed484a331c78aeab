import * as assert from "node:assert/strict";

import { otherPrice } from "../../components/plan/costs/priceIn";
import { ownedResources } from "../../components/plan/facts/ownedResources";
import { partitions } from "../../components/plan/facts/partitions";
import { hoursPerMonth, interfaceDataTiers } from "../../components/plan/facts/prices";
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
    it("is sorted, so that a service is easy to find", () => {
        assert.deepEqual(knownServices, [...knownServices].sort());
    });

    it("has gateways for s3, dynamodb and s3express only [gw.services] [gw.express]", () => {
        const gateways = knownServices.filter((service) => factsOf(service).kinds.includes("Gateway"));
        assert.deepEqual(gateways, ["dynamodb", "s3", "s3express"]);
    });

    it("knows which services have no private DNS, and that only S3 has the inbound Resolver option [s3.inbound-only-scope] [sel.iot-dns]", () => {
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

    it("has private DNS names for every registry's image pulls [sel.ecr]", () => {
        assert.deepEqual(factsOf("ecr.api").privateDnsNames, ["api.ecr.<region>.amazonaws.com"]);
        assert.deepEqual(factsOf("ecr.dkr").privateDnsNames, ["*.dkr.ecr.<region>.amazonaws.com"]);
    });

    it("knows where global services have endpoints: IAM in the Region of its control plane [sel.iam-region]", () => {
        assert.deepEqual(factsOf("iam").onlyInRegions, ["us-east-1", "cn-north-1", "us-gov-west-1"]);
        assert.equal(serviceNameIn("us-east-1", "iam", "Interface"), "com.amazonaws.iam");
    });

    it("knows that IoT Core's data endpoint supports no policy [sel.iot-dns]", () => {
        assert.equal(factsOf("iot.data").policySupport, false);
        assert.equal(factsOf("iot.credentials").policySupport, false);
    });

    it("knows DataSync's ports, and that AWS recommends private DNS off [sel.datasync-dns]", () => {
        const { ports, privateDnsByDefault } = factsOf("datasync");
        assert.deepEqual({ ports, privateDnsByDefault }, { ports: [443, "1024-1064"], privateDnsByDefault: false });
    });
});

describe("the table of workloads", () => {
    it("has 118 entries", () => {
        assert.equal(tables.length, 118);
    });

    it("refers to services of the catalogue, each once, with a reason and an AWS page", () => {
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

    it("has for each workload a Region that offers all its required services", () => {
        for (const [workload, { required }] of tables) {
            const possible = Object.keys(regions).filter((region) =>
                required.every((service) => !missingIn(region, service))
            );
            assert.notDeepEqual(possible, [], workload);
        }
    });

    it("refers to AWS-owned resources in their table", () => {
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

    it("has no name in common with a service, except for AgentCore", () => {
        assert.deepEqual(tables.map(([name]) => name).filter(isService), ["bedrock-agentcore"]);
    });

    it("requests both ECR endpoints and S3 for every workload that pulls images [sel.ecr]", () => {
        for (const [workload, { required }] of tables.filter(([, facts]) => facts.required.includes("ecr.dkr"))) {
            assert.ok(required.includes("ecr.api") && required.includes("s3"), workload);
        }
    });

    it("requests all three endpoints of ECS or none, except for Service Connect [sel.ecs-three]", () => {
        assert.deepEqual(workloads["ecs-service-connect"].required, ["ecs-agent"]);
        for (const [workload, { required }] of tables.filter(([name]) => name !== "ecs-service-connect")) {
            const asked = ["ecs", "ecs-agent", "ecs-telemetry"].filter((service) => required.includes(service));
            assert.ok(asked.length === 0 || asked.length === 3, workload);
        }
    });

    it("requests the endpoint that EMR 8 would create itself, and DynamoDB Streams by its own key [sel.emr8] [ddb.streams]", () => {
        assert.ok(workloads["emr8-private-subnet"].required.includes("emr-service-cell01"));
        assert.ok(workloads["dynamodb-streams-consumer"].required.includes("dynamodb-streams"));
    });
});

describe("the table of AWS-owned resources", () => {
    it("refers to services of the catalogue, and a page", () => {
        for (const [id, { endpoint, neededBy = [], source, owner, neededFor }] of Object.entries(ownedResources)) {
            assert.ok(isService(endpoint) && neededBy.every(isService), id);
            assert.match(source, /^https:\/\/(docs\.aws\.amazon\.com|github\.com\/aws-samples)\//);
            assert.ok(owner.length > 0 && neededFor.length > 0, id);
        }
    });

    it("allows only reads where a wildcard may match another account's resource", () => {
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

describe("the built-in policies", () => {
    it("have no unknown placeholder, and fit AWS's size limit [quota.policy-size]", () => {
        for (const [name, text] of Object.entries(templateTexts)) {
            assert.deepEqual(parsePolicy(name, text).problems, []);
        }
    });

    it("exist under every name that a plan refers to", () => {
        for (const name of ["default", "full-access"]) {
            assert.ok(Object.hasOwn(templates, name), name);
        }
    });
});

describe("the table of Regions", () => {
    it("has Regions whose zones can be named, of every partition, with positive prices", () => {
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

    it("assigns each partition its Regions", () => {
        const of = (wanted: string) => Object.keys(regions).filter((name) => regions[name]!.partition === wanted);
        assert.deepEqual(of("aws-cn"), ["cn-north-1", "cn-northwest-1"]);
        assert.deepEqual(of("aws-us-gov"), ["us-gov-east-1", "us-gov-west-1"]);
        assert.deepEqual(of("aws-eusc"), ["eusc-de-east-1"]);
        assert.deepEqual(of("aws-iso-b"), ["us-isob-east-1", "us-isob-west-1"]);
    });

    it("counts hours, gigabytes and addresses as AWS bills them", () => {
        assert.deepEqual([hoursPerMonth, otherPrice("us-east-1", "publicIpv4Hour").usd], [730, 0.005]);
        assert.deepEqual(interfaceDataTiers.map(({ gigabyteUsd }) => gigabyteUsd), [0.01, 0.006, 0.004]);
    });
});
