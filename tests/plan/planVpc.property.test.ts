import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import type { EndpointOverride } from "../../components/plan/endpoints/endpointOverrides";
import { planVpc, type VpcRequest } from "../../components/plan/planVpc";
import { knownServices } from "../../components/plan/services/serviceNames";
import { knownWorkloads, validRequest } from "./arbitraries";
import { templates } from "./fixtures";

/** Text of every sort: what a field takes, what another field takes, and what breaks programs. */
const text = fc.oneof(
    fc.constantFrom("10.0.0.0/16", "10.0.0.1/16", "us-east-1a", "us-east-1b", "us-west-2-lax-1a", "Interface", "s3"),
    fc.constantFrom("", "__proto__", "constructor", "toString", "<accountId>", "$&", "full-access", "cloud-watch-logs"),
    fc.constantFrom(...knownServices, ...knownWorkloads),
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.json().map((json) => `{"Statement": ${json}}`),
);
const texts = fc.array(text, { maxLength: 4 });
const number = fc.oneof(fc.integer(), fc.double());

const override: fc.Arbitrary<EndpointOverride> = fc.record({
    kind: text,
    reachableFrom: texts,
    zones: texts,
    privateDns: fc.boolean(),
    policy: text,
    allowedCidrBlocks: texts,
    securityGroupIds: texts,
}, { requiredKeys: [] });

const request: fc.Arbitrary<VpcRequest> = fc.record({
    cidrBlock: text,
    availabilityZones: texts,
    services: texts,
    workloads: texts,
    endpointZones: texts,
    endpoints: fc.dictionary(text, override),
    subnetCidrBlocks: fc.dictionary(text, text),
    flowLogs: fc.record({ destination: text, retentionInDays: number, bucketArn: text, permissionsBoundary: text }, {
        requiredKeys: ["destination"],
    }),
}, { requiredKeys: ["cidrBlock", "availabilityZones"] });

describe("a request with arbitrary strings in any field", () => {
    it("returns a plan, or problems with a code, path, message and fix each, and never throws", () => {
        fc.assert(
            fc.property(request, (any) => {
                const { plan, problems } = planVpc(any, templates);
                assert.equal(plan === undefined, problems.length > 0);
                for (const { code, path, message, hint } of problems) assert.ok(code && path && message && hint, path);
            }),
            { numRuns: 500 },
        );
    });

    it("returns a plan or problems, and never throws, for any endpoint options in a valid network", () => {
        const sound = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a", "us-east-1b"] };
        const known = fc.subarray(knownServices, { maxLength: 12 });
        const overrides = known.chain((services) =>
            fc.record({
                services: fc.constant<string[]>(services),
                endpoints: fc.record(Object.fromEntries(services.map((service) => [service, override])), {
                    requiredKeys: [],
                }),
            })
        );
        fc.assert(
            fc.property(overrides, ({ services, endpoints }) => {
                const { plan, problems } = planVpc({ ...sound, services, endpoints: endpoints as never }, templates);
                assert.equal(plan === undefined, problems.length > 0);
            }),
            { numRuns: 300 },
        );
    });

    it("returns a plan or problems, and never throws, for any mistakes in everything except the network", () => {
        const perimeter = fc.record({
            organizationId: text,
            organizationPaths: texts,
            accountIds: texts,
            awsOwnedResources: texts,
            exceptions: fc.array(fc.record({ service: text, actions: texts, resources: texts, reason: text })),
        }, { requiredKeys: [] });
        const connection = fc.record({ serviceName: text, zones: texts, ports: fc.array(number) }, {
            requiredKeys: ["serviceName"],
        });
        const others = fc.record({
            perimeter,
            endpointServices: fc.dictionary(text, connection),
            quotas: fc.dictionary(text, number),
            options: fc.record({ maxMonthlyUsd: number, fips: fc.boolean(), lookUp: fc.boolean() }),
        }, { requiredKeys: [] });
        fc.assert(fc.property(request, others, (any, more) => {
            const sound = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a", "nowhere"] };
            const { plan, problems } = planVpc({ ...any, ...more, ...sound }, templates);
            assert.equal(plan, undefined);
            assert.ok(problems.length > 0);
        }));
    });

    it("is not modified", () => {
        fc.assert(fc.property(request, (any) => {
            const before = structuredClone(any);
            planVpc(any, templates);
            assert.deepEqual(structuredClone(any), before);
        }));
    });
});

describe("the plan of every valid request", () => {
    it("is unchanged after conversion to JSON and back", () => {
        fc.assert(fc.property(validRequest, (request) => {
            const { plan } = planVpc(request, templates);
            assert.ok(plan);
            assert.deepEqual(JSON.parse(JSON.stringify(plan)), plan);
        }));
    });
});
