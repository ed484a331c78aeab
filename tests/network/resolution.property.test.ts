import * as assert from "node:assert/strict";

import * as fc from "fast-check";

import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Network } from "../../network/model/network";
import { NetworkIndex } from "../../network/model/networkIndex";
import { resolve } from "../../network/reach/resolution";
import { type Outcome, type PlainDns, resolved } from "./questionWalk";
import { network, sqs, vpc } from "./smallNetwork";

const hosts = [
    "example.com",
    "web.example.com",
    "a.web.example.com",
    "b.a.web.example.com",
    "example.net",
    "sqs.us-east-1.amazonaws.com",
];
const domains = [...hosts, "com", "us-east-1.amazonaws.com", "amazonaws.com", "eb.example.com"];
const wildcards = ["*.example.com", "*.web.example.com", "*.com", "*.us-east-1.amazonaws.com"];
const [host, domain, pattern] = [
    fc.constantFrom(...hosts),
    fc.constantFrom(...domains),
    fc.constantFrom(...hosts, ...wildcards),
];
const address = fc.integer({ min: 1, max: 200 }).map((last) => `10.0.2.${last}`);

/** Overlapping zones, rules, firewalls and endpoints: of each domain and each priority at most one, as AWS allows. */
const arbitraryDns: fc.Arbitrary<PlainDns> = fc.record({
    zones: fc.uniqueArray(
        fc.record({
            domain,
            records: fc.uniqueArray(fc.record({ host: pattern, resolves: fc.oneof(address, address, host) }), {
                maxLength: 4,
                // Of several wildcards that have a name, which one answers is not modelled.
                selector: ({ host: name }) => (name.startsWith("*") ? "*" : name),
            }),
        }),
        { maxLength: 3, selector: ({ domain: name }) => name },
    ),
    rules: fc.uniqueArray(
        fc.record({ domain: fc.oneof(domain, fc.constant("")), server: fc.constantFrom("10.8.0.2", undefined) }),
        { maxLength: 2, selector: ({ domain: name }) => name },
    ),
    firewalls: fc.uniqueArray(
        fc.record({
            priority: fc.integer({ min: 1, max: 9 }),
            rules: fc.array(fc.record({ domain: fc.oneof(pattern, pattern, fc.constant("*")), blocks: fc.boolean() }), {
                maxLength: 2,
            }),
        }),
        { maxLength: 2, selector: ({ priority }) => priority },
    ),
    endpoints: fc.uniqueArray(
        fc.record({
            address,
            privateDns: fc.boolean(),
            names: fc.subarray(["sqs.us-east-1.amazonaws.com", "*.web.example.com", "example.net"], {
                minLength: 1,
                maxLength: 1,
            }),
        }),
        { maxLength: 2, selector: ({ names }) => names[0] },
    ),
}).filter(({ zones, endpoints }) =>
    // AWS allows no private DNS name that is also the name of an associated zone.
    endpoints.every(({ names }) => names.every((name) => zones.every((zone) => zone.domain !== name.replace("*.", ""))))
);

function modelled({ zones, rules, firewalls, endpoints }: PlainDns): Network {
    return network({
        privateZones: zones.map(({ domain: name, records }, at) => ({
            id: `zone${at}`,
            domain: name,
            vpcs: ["a"],
            records: records.map(({ host: of, resolves }) => ({
                host: of,
                type: /^\d/.test(resolves) ? "A" : "CNAME",
                values: [resolves],
            })),
        })),
        resolverRules: rules.map(({ domain: name, server }, at) => ({
            id: `rule${at}`,
            domain: name,
            forwards: server !== undefined,
            vpcs: ["a"],
            servers: server === undefined ? [] : [server],
        })),
        dnsFirewalls: firewalls.map(({ priority, rules: its }) => ({
            id: `firewall${priority}`,
            vpc: "a",
            priority,
            rules: its.map(({ domain: name, blocks }) => ({ domains: [name], blocks })),
        })),
        endpoints: endpoints.map(({ address: one, privateDns, names }, at) =>
            sqs({
                id: `endpoint${at}`,
                privateDns,
                privateDnsNames: names,
                interfaces: [{ subnet: "a2", address: one }],
            })
        ),
    });
}

const codes: { [code: string]: Outcome } = {
    "dns.blocked": "blocked",
    "dns.no-record": "no record",
    "dns.loop": "loop",
};

/** The outcome that the model has: that of its code, the address of its target, or who answers. */
function modelOutcome(dns: PlainDns, name: string): Outcome {
    const { hop: { passes, failure, says }, targets } = resolve(
        new NetworkIndex(modelled(dns)),
        vpc("a", "10.0.0.0/16"),
        name,
    );
    if (failure) return codes[failure.code] ?? failure.code;
    if (isUnknown(passes)) return / forwards /.test(says) ? "forwarded" : "public";
    const label = targets[0]!.addresses.label;
    return label.startsWith("public") ? "public" : /10\.0\.2\.\d+$/.exec(label)![0];
}

describe("name resolution, compared with a naive Resolver in random VPCs", () => {
    it("has the same outcome for every name", () => {
        fc.assert(
            fc.property(arbitraryDns, (dns) => {
                for (const name of hosts) {
                    const expected = resolved(dns, name);
                    assert.equal(modelOutcome(dns, name), expected, name);
                }
            }),
            { numRuns: Number(process.env.REACH_RUNS ?? 200) },
        );
    });

    it("has outcomes of every kind", () => {
        // Always the same VPCs, since some kinds are rare.
        const outcomes = fc.sample(arbitraryDns, { seed: 1, numRuns: 200 }).flatMap((dns) =>
            hosts.map((name) => resolved(dns, name))
        );
        const kinds = new Set(outcomes.map((one) => /^\d/.test(one) ? "address" : one));
        assert.deepEqual([...kinds].sort(), ["address", "blocked", "forwarded", "loop", "no record", "public"]);
    });
});
