import * as assert from "node:assert/strict";

import { planPrivateVpc } from "../components";
import { contextOf, lintEndpointPolicy } from "../components/plan/policies/iam/lint/lintEndpointPolicy";
import { literally, matches, patternOf } from "../components/plan/policies/iam/pattern";
import { distinct } from "../components/plan/problem";
import { findServices } from "../components/plan/services/find";

/** Processor time that a run takes at most, in seconds: several times what benchmarks/README.md has. */
const most = 3;

function takesLittle(run: () => unknown): void {
    const started = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(started);
    assert.ok((user + system) / 1e6 < most, `${(user + system) / 1e6} s`);
}

const many = <T>(count: number, of: (index: number) => T) => Array.from({ length: count }, (_, index) => of(index));
const plan = (more: object) => () =>
    planPrivateVpc({ cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"], ...more } as never);
const lint = (more: object) => () => {
    const Statement = [{ Effect: "Allow", Principal: "*", Action: "*", Resource: "*", ...more }];
    return lintEndpointPolicy(JSON.stringify({ Version: "2012-10-17", Statement }), contextOf("s3", {}));
};
const long = (letter: string) => letter.repeat(100_000);

const inputs: { [what: string]: () => unknown } = {
    "400 files of 6 KB in fromPolicies": plan({
        services: ["s3"],
        endpoints: {
            s3: {
                fromPolicies: many(400, (file) =>
                    JSON.stringify({
                        Statement: many(20, (index) => ({
                            Effect: "Allow",
                            Action: ["s3:GetObject", "s3:PutObject"],
                            Resource: many(4, (one) => `arn:aws:s3:::bucket-${file}-${index}/folder-${one}/*`),
                        })),
                    })),
            },
        },
    }),
    "500 exceptions": plan({
        services: ["s3"],
        perimeter: {
            exceptions: many(500, (at) => ({
                service: "s3",
                actions: ["s3:GetObject"],
                resources: [`arn:aws:s3:::partner-${at}/*`],
                reason: `reason ${at}`,
            })),
        },
    }),
    "10,000 tags": plan({ tags: Object.fromEntries(many(10_000, (at) => [`key${at}`, "x"])) }),
    "200 misspelt services": plan({ services: many(200, (at) => `secretsmanagr${at}`) }),
    "200 misspelt workloads": plan({ workloads: many(200, (at) => `ecs-fargat${at}`) }),
    "names of 100,000 characters": plan({
        services: [long("s")],
        workloads: [long("w")],
        endpoints: { [long("e")]: {} },
        options: { [long("o")]: 1 },
        [long("a")]: 1,
    }),
    "100,000 characters to search for": () => findServices(long("a")),
    "1,000 wildcard actions": lint({ Action: many(1_000, (at) => `s3:Get*${at}`) }),
    "a pattern of 100,000 characters": lint({ Action: `s3:${"a*".repeat(50_000)}` }),
    "a pattern of 2,000 a* and 4,000 characters": () => matches(patternOf(`${"a*".repeat(2_000)}b`), "a".repeat(4_000)),
    "10,000 problems": () =>
        distinct(many(10_000, (at) => ({ code: "tags.too-many", path: `${at}`, message: "", hint: "" }))),
};

describe("a large input", () => {
    for (const [what, run] of Object.entries(inputs)) {
        it(`is answered soon: ${what}`, () => takesLittle(run));
    }

    it("has patterns that match as before: every place of a wildcard, none in a literal", () => {
        assert.equal(matches(patternOf("a*b*c"), "abxbc"), true);
        assert.equal(matches(patternOf("a*b*c"), "acb"), false);
        assert.equal(matches(patternOf("**"), ""), true);
        assert.equal(matches(patternOf("a?"), "a"), false);
        assert.equal(matches(literally("a*"), "ab"), false);
        assert.equal(matches(patternOf("a*c"), "a:c", () => true), false);
    });
});
