import * as assert from "node:assert/strict";

import type { VpcRequest } from "../../../components/plan/planVpc";
import { nonFipsOf } from "../../../components/plan/services/serviceNames";
import { fipsLines } from "../../../components/report/fipsLines";
import type { ReportedPlan } from "../../../components/report/reportedPlan";
import { codesOf } from "../../codesOf";
import { interfacesOf, planOf, problemsOf } from "../fixtures";

const options = { fips: true };

describe("FIPS endpoints", () => {
    it("are created only if requested", () => {
        assert.deepEqual(planOf({ services: ["kms"] }).endpoints.map(({ service }) => service), ["kms"]);
        assert.deepEqual(planOf({ services: ["kms"], options }).endpoints.map(({ service }) => service), ["kms-fips"]);
        assert.deepEqual(planOf({ services: ["kms-fips"] }).endpoints.map(({ service }) => service), ["kms-fips"]);
    });

    it("have their own names and the options and policy of the service", () => {
        const endpoints = { "ecr.api": { zones: ["us-east-1b"], expectedGigabytes: 7 } };
        const [api] = interfacesOf({ services: ["ecr.api"], endpoints, options });
        const { service, askedAs, serviceName, privateDnsNames, zones, expectedGigabytes, policy } = api!;
        assert.deepEqual({ service, askedAs, serviceName, zones, expectedGigabytes }, {
            service: "ecr-fips.api",
            askedAs: "ecr.api",
            serviceName: "com.amazonaws.us-east-1.ecr-fips.api",
            zones: ["us-east-1b"],
            expectedGigabytes: 7,
        });
        assert.equal(policy.from, "ecr.api");
        assert.notDeepEqual(privateDnsNames, ["api.ecr.us-east-1.amazonaws.com"]);
    });

    it("allow the same AWS-owned resources and exceptions as the service's own endpoints [sel.ecr]", () => {
        const exception = { service: "kms", actions: ["kms:Decrypt"], reason: "A partner's key." };
        const resources = ["arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"];
        const perimeter = { exceptions: [{ ...exception, resources }] };
        const made = (fips: boolean) =>
            planOf({ services: ["ecr.api", "s3", "ssm", "kms"], perimeter, options: { fips } }).endpoints
                .map(({ askedAs, policy }) => [askedAs, policy.ownedResources, policy.exceptions.length]);
        assert.deepEqual(made(true), [
            ["ecr.api", [], 0],
            ["kms", [], 1],
            ["s3", ["ecr"], 0],
            ["ssm", ["ssm-public-documents"], 0],
        ]);
        assert.deepEqual(made(false), made(true));
    });

    it("have the service's policy, also if the two keys are spelt differently", () => {
        assert.equal(nonFipsOf("memorydb-fips"), "memory-db");
        assert.equal(nonFipsOf("memory-db"), "memory-db");
    });

    it("are created once if both the service and its FIPS endpoint are requested", () => {
        const { endpoints } = planOf({ services: ["kms-fips", "kms"], workloads: ["ssm-session-manager"], options });
        const kms = endpoints.filter(({ service }) => service.startsWith("kms"));
        assert.deepEqual(kms.map(({ service, requestedBy }) => [service, requestedBy]), [["kms-fips", ["services"]]]);
    });

    it("take their options from the service's key if both are requested", () => {
        const both = { services: ["kms-fips", "kms"], options };
        assert.deepEqual(codesOf(problemsOf({ ...both, endpoints: { "kms-fips": { zones: ["us-east-1a"] } } })), [
            "endpoints.fips-twin endpoints.kms-fips",
        ]);
        const alone = { services: ["kms-fips"], endpoints: { "kms-fips": { zones: ["us-east-1a"] } }, options };
        assert.deepEqual(interfacesOf(alone).map(({ zones }) => zones), [["us-east-1a"]]);
    });

    it("are sorted by their own keys, each with the requesters of either", () => {
        const { endpoints } = planOf({
            services: ["bedrock", "bedrock-agent", "ssm-fips"],
            workloads: ["ssm-managed-instance"],
            options,
        });
        assert.deepEqual(endpoints.map(({ service, requestedBy }) => [service, ...requestedBy]), [
            ["bedrock-agent", "services"],
            ["bedrock-fips", "services"],
            ["s3", "ssm-managed-instance"],
            ["ssm-fips", "services", "ssm-managed-instance"],
            ["ssmmessages", "ssm-managed-instance"],
        ]);
    });

    it("are added to a gateway for clients outside the VPC, with the service's options", () => {
        const endpoints = { dynamodb: { reachableFrom: ["10.200.0.0/16"] }, s3: { reachableFrom: ["10.200.0.0/16"] } };
        const { endpoints: made, leftOut, securityGroups } = planOf({
            services: ["dynamodb", "s3"],
            endpoints,
            options,
        });
        assert.deepEqual(made.map(({ name, askedAs, reason }) => [name, askedAs, reason.key]), [
            ["dynamodb-gateway", "dynamodb", "gateway-is-free"],
            ["dynamodb-fips-interface", "dynamodb", "reachable-from-outside"],
            ["s3-gateway", "s3", "gateway-is-free"],
            ["s3-fips-interface", "s3", "reachable-from-outside"],
        ]);
        assert.deepEqual(leftOut, []);
        const [group] = securityGroups.filter(({ name }) => name === "dynamodb-fips-interface");
        assert.deepEqual(group!.ingress.map(({ source }) => source), ["10.200.0.0/16", "vpc"]);
    });

    it("are created once if the FIPS endpoint that is added to a gateway is requested too", () => {
        const endpoints = { dynamodb: { reachableFrom: ["10.200.0.0/16"] } };
        const made = planOf({ services: ["dynamodb", "dynamodb-fips"], endpoints, options }).endpoints;
        assert.deepEqual(made.map(({ name }) => name), ["dynamodb-gateway", "dynamodb-fips-interface"]);
        assert.equal(made[1]!.reason.key, "reachable-from-outside");
    });

    it("can be reached from outside the VPC without options.fips", () => {
        const endpoints = { "dynamodb-fips": { reachableFrom: ["10.200.0.0/16"] } };
        const [made] = interfacesOf({ services: ["dynamodb-fips"], endpoints });
        assert.deepEqual([made!.name, made!.privateDns, made!.reason.reachableFrom], [
            "dynamodb-fips-interface",
            false,
            ["10.200.0.0/16"],
        ]);
    });

    it("leave the service's other names without an endpoint, which the report mentions", () => {
        const lines = (changed: Partial<VpcRequest>) => fipsLines(planOf(changed) as unknown as ReportedPlan);
        assert.deepEqual(lines({ services: ["kms", "xray"], options }), [
            "kms-fips: only FIPS names resolve to this endpoint, and kms.us-east-1.amazonaws.com has no "
            + "endpoint: clients must use FIPS names, e.g. with AWS_USE_FIPS_ENDPOINT=true.",
        ]);
        assert.deepEqual(lines({ services: ["kms", "kms-fips"] }), []);
        assert.deepEqual(lines({ services: ["dynamodb"], options }), []);
        assert.match(lines({ services: ["dynamodb-fips"] })[0]!, /and the services' other names have no endpoint/);
    });

    it("do not replace a gateway, but do replace an interface requested with kind", () => {
        const kind = "Interface";
        const made = (endpoints = {}) =>
            planOf({ services: ["dynamodb"], endpoints, options }).endpoints.map(({ name }) => name);
        assert.deepEqual(made(), ["dynamodb-gateway"]);
        assert.deepEqual(made({ dynamodb: { kind } }), ["dynamodb-fips-interface"]);
    });

    it("are a problem if AWS does not offer them and they are requested by name", () => {
        assert.deepEqual(problemsOf({ services: ["xray-fips"] }).map(({ message, hint }) => [message, hint]), [
            ["there is no known endpoint xray-fips", "use xray"],
        ]);
        assert.deepEqual(problemsOf({ services: ["memory-db-fips"] })[0]!.hint, `did you mean "memorydb-fips"?`);
    });
});
