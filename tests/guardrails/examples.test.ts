import * as assert from "node:assert/strict";
import * as path from "node:path";

import { runUntraced } from "../../emulator/runProgram";
import { root } from "../run";
import { analyzed } from "./analyzed";

interface Expected {
    /** The config of the example's project. */
    config?: { [key: string]: string };
    secretKeys?: string[];
    finds: string[];
    /** The beginning of what is reported as not decided. */
    undecided?: string[];
}

/** The examples in TypeScript whose packages this checkout has. */
const examples: { [name: string]: Expected } = {
    "ecs-fargate": {
        config: {
            "private-vpc-example-ecs-fargate:databaseUrl": "postgres://example",
            "private-vpc-example-ecs-fargate:imageTag": "1",
        },
        finds: ["flow-logs app"],
        undecided: [
            "workload-reachability: containerDefinitions of task definition app, which depend on repository app, "
            + "secret app-database-url, log group app",
        ],
    },
    "eks": {
        finds: ["flow-logs app"],
        undecided: [
            "workload-reachability: the security groups of app: its cluster security group, which Amazon EKS creates",
        ],
    },
    "endpoint-service": { finds: ["flow-logs orders", "flow-logs web"] },
    "lambda-dynamodb": {
        config: { "private-vpc-example-lambda-dynamodb:paymentKey": "example" },
        finds: ["flow-logs app"],
        // They are derived from the ARNs of a table and a secret.
        undecided: [
            "endpoint-policy-proven: policy of app-dynamodb-gateway",
            "endpoint-policy-proven: policy of app-secretsmanager-interface",
            "endpoint-policy-valid: policy of app-dynamodb-gateway",
            "endpoint-policy-valid: policy of app-secretsmanager-interface",
            "workload-reachability: policy of orders",
        ],
    },
    "two-regions": { finds: ["flow-logs app-eu-west-1", "flow-logs app-us-east-1"] },
    "unit-tests": { finds: ["flow-logs app"] },
    "vpc-by-id": { finds: [] },
};

describe("the guardrails on the examples", () => {
    // An example imports the package by its name, which only an installation has.
    const resolver = require("node:module") as { _resolveFilename(request: string, ...rest: unknown[]): string };
    const { _resolveFilename: original } = resolver;
    before(() => {
        const own = path.join(root, "components", "index.ts");
        resolver._resolveFilename = (request, ...rest) =>
            request === "private-vpc" ? own : original.call(resolver, request, ...rest);
    });
    after(() => {
        resolver._resolveFilename = original;
    });

    for (const [name, { config, finds, undecided = [] }] of Object.entries(examples)) {
        it(`find what is wrong, and nothing else, in ${name}`, async () => {
            const { resources } = await runUntraced(() => fresh(path.join(root, "examples", name, "index.ts")), {
                project: `private-vpc-example-${name}`,
                config: { "aws:region": "us-east-1", ...config },
                preview: true,
            });
            const violations = await analyzed(resources, { accountId: "123456789012" });
            const found = violations.filter(({ policy }) => policy !== "undecided");
            assert.deepEqual(
                found.map(({ policy, resource }) => `${policy} ${resource}`).sort(),
                finds,
                JSON.stringify(violations, undefined, 1),
            );
            const open = violations.filter(({ policy }) => policy === "undecided").map(({ message }) =>
                message.replace(" is not decided. Not known", "").split(" [")[0]!
            );
            assert.deepEqual(open.sort(), undecided);
        });
    }
});

function fresh(program: string): unknown {
    delete require.cache[program];
    return require(program);
}
