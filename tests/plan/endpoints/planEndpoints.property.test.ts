import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { planVpc, type VpcPlan, type VpcRequest } from "../../../components/plan/planVpc";
import { factsOf, knownServices } from "../../../components/plan/services/serviceNames";
import { possibleIn, requested, shuffled, validRequest } from "../arbitraries";
import { templates } from "../fixtures";

function plan(request: VpcRequest): VpcPlan {
    const { plan, problems } = planVpc(request, templates);
    assert.deepEqual(problems, []);
    return plan!;
}

/** Two lists of names that mean the same whatever their order are made equal. */
function unordered(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value), (key, item) => {
        if (["requestedBy", "workloads"].includes(key)) return [...item as string[]].sort();
        // A warning names the place of what it is about.
        if (key === "path") return (item as string).replace(/\[\d+\]/, "[]");
        // Warnings are in the order of the request. Two can have the same message, and another hint.
        return key === "warnings" ? [...item as object[]].sort(byText) : item as unknown;
    });
}

function byText(one: object, other: object): number {
    return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}

/** The same request with everything it lists in another order. */
const reordered = validRequest.chain((request) =>
    fc.record({
        services: shuffled(request.services!),
        workloads: shuffled(request.workloads!),
        availabilityZones: shuffled(request.availabilityZones),
    }).map((lists): [VpcRequest, VpcRequest] => [request, { ...request, ...lists }])
);

describe("the endpoints of every valid request", () => {
    it("serve exactly the requested services", () => {
        fc.assert(fc.property(validRequest, (request) => {
            const served = new Set(plan(request).endpoints.map(({ service }) => service));
            assert.deepEqual([...served], requested(request).sort());
        }));
    });

    it("are gateways only for s3, dynamodb and s3express, with route tables only [gw.services] [gw.no-sg-subnet]", () => {
        fc.assert(fc.property(validRequest, (request) => {
            for (const one of plan(request).endpoints.filter(({ kind }) => kind === "Gateway")) {
                assert.deepEqual(Object.keys(one).sort(), [
                    ...["askedAs", "expectedGigabytes", "kind", "monthlyUsd", "name", "paysOffFromGigabytes", "policy"],
                    ...["ports", "reason", "requestedBy", "routeTables", "service", "serviceName"],
                ]);
                assert.equal(one.monthlyUsd, 0);
                assert.ok(["s3", "dynamodb", "s3express"].includes(one.service), one.service);
            }
        }));
    });

    it("are interfaces in zones of the VPC, with a security group and an explicit private DNS setting [if.sg-default]", () => {
        fc.assert(fc.property(validRequest, (request) => {
            for (const one of plan(request).endpoints.filter((endpoint) => endpoint.kind !== "Gateway")) {
                assert.equal(one.kind, "Interface");
                assert.ok(one.zones.length > 0, one.name);
                assert.deepEqual(one.zones, [...new Set(one.zones)].sort());
                assert.ok(one.zones.every((zone) => request.availabilityZones.includes(zone)), one.name);
                assert.ok(["endpoints", "given", one.name].includes(one.securityGroup), one.name);
                assert.equal(one.sources.length === 0, one.securityGroup === "given", one.name);
                assert.equal(typeof one.privateDns, "boolean");
            }
        }));
    });

    it("have unique names, and at most one per service has private DNS [if.private-dns-conflict]", () => {
        fc.assert(fc.property(validRequest, (request) => {
            const { endpoints } = plan(request);
            const names = endpoints.map(({ name }) => name);
            assert.deepEqual(names, [...new Set(names)]);
            const withNames = endpoints.filter((one) => "privateDns" in one && one.privateDns).map(({ service }) =>
                service
            );
            assert.deepEqual(withNames, [...new Set(withNames)]);
        }));
    });

    it("have private DNS for inbound Resolvers only exactly if there is a gateway too [s3.inbound-only-default]", () => {
        fc.assert(fc.property(validRequest, (request) => {
            const { endpoints } = plan(request);
            for (const one of endpoints.filter((endpoint) => endpoint.kind === "Interface")) {
                const beside = endpoints.some(({ name }) => name === `${one.service}-gateway` && name !== one.name);
                const flag = one.service === "s3" && one.privateDns ? beside : undefined;
                assert.equal(one.privateDnsOnlyForInboundResolver, flag, one.name);
            }
        }));
    });

    it("each have an explicit policy [pol.default]", () => {
        fc.assert(fc.property(validRequest, (request) => {
            for (const { policy, name, service } of plan(request).endpoints) {
                assert.ok(["custom", "none", ...Object.keys(templates)].includes(policy.from), name);
                assert.equal(policy.from === "none", policy.document === null, name);
                assert.ok(policy.document === null || "Statement" in JSON.parse(policy.document), name);
                assert.ok(policy.from !== "none" || factsOf(service).policySupport === false, name);
            }
        }));
    });

    it("are the same each time, in any order of services, workloads and zones", () => {
        fc.assert(fc.property(reordered, ([request, other]) => {
            assert.deepEqual(plan(structuredClone(request)), plan(request));
            assert.deepEqual(unordered(plan(other)), unordered(plan(request)));
        }));
    });

    it("do not change if a service is added, except for policies that allow more AWS-owned resources [sel.ecr]", () => {
        const more = ["ecr.api", "ecr.dkr", "codeartifact.repositories", "mgn"];
        fc.assert(fc.property(validRequest, fc.constantFrom(...more, ...knownServices), (request, added) => {
            fc.pre(!requested(request).includes(added) && possibleIn(plan(request).region, added));
            fc.pre(factsOf(added).ports !== null);
            const after = plan({ ...request, services: [added, ...request.services!] });
            const others = after.endpoints.filter(({ service }) => service !== added);
            assert.equal(after.endpoints.length, others.length + 1);
            for (const [index, before] of plan(request).endpoints.entries()) {
                const { policy, ...rest } = others[index]!;
                const owned = before.policy.ownedResources;
                const same = policy.ownedResources.length === owned.length;
                if (same) assert.deepEqual(policy, before.policy);
                else assert.deepEqual(policy.ownedResources.filter((id) => owned.includes(id)), owned);
                assert.deepEqual({ ...rest, policy: before.policy }, before);
            }
        }));
    });
});
