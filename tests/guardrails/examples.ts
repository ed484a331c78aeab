import * as path from "node:path";

import { root } from "../run";

/** What the guardrails must find in an example. */
export interface GuardedExample {
    /** The config of the example's project. */
    config?: { [key: string]: string };
    /** The secrets in its config. */
    secrets?: { [key: string]: string };
    finds: string[];
    /** The beginning of what is reported as not decided. */
    undecided?: string[];
}

/** The examples in TypeScript. */
export const examples: { [name: string]: GuardedExample } = {
    "awsx": { finds: ["flow-logs app"] },
    "ecs-fargate": {
        config: { "private-vpc-example-ecs-fargate:imageTag": "1" },
        secrets: { "private-vpc-example-ecs-fargate:databaseUrl": "postgres://example" },
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
        secrets: { "private-vpc-example-lambda-dynamodb:paymentKey": "example" },
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
};

const packages: { [name: string]: string } = {
    "private-vpc": path.join(root, "components", "index.ts"),
    "@pulumi/awsx": path.join(__dirname, "awsxModule.ts"),
};

/** Runs the program of an example. It imports packages by names that only an installation has. */
export function runExample(name: string): unknown {
    const resolver = require("node:module") as { _resolveFilename(request: string, ...rest: unknown[]): string };
    const { _resolveFilename: original } = resolver;
    resolver._resolveFilename = (request, ...rest) => packages[request] ?? original.call(resolver, request, ...rest);
    try {
        const program = path.join(root, "examples", name, "index.ts");
        delete require.cache[program];
        const exported: unknown = require(program);
        return typeof exported === "function" ? exported() as unknown : exported;
    } finally {
        resolver._resolveFilename = original;
    }
}
