import { list, map, number, object, type Rows, type Schema, type Shape, text } from "../components/args/contract";
import { type PerimeterArgs, perimeterRows } from "../components/args/perimeterArgs";

/** What the guardrails compare a stack with. Each policy has those that concern it in its configuration, too. */
export interface GuardrailOptions {
    /**
     * VPCs that must be private, by the name of their resource, their `Name` tag or their ID. `*` matches any
     * characters, so `["*"]` means every VPC. Those of a `PrivateVpc` always are.
     *
     * @default []
     */
    privateVpcs?: string[];
    /** VPCs with one of these tags must be private, e.g. `{ network: private }`. @default {} */
    privateVpcTags?: { [key: string]: string };
    /**
     * Ports on which security groups may accept connections from anywhere, e.g. `[443]` for a public load balancer.
     *
     * @default []
     */
    allowedPorts?: number[];
    /** The account that the stack is deployed to, for a first preview, which does not show it. @default - the account in the stack's ARNs */
    accountId?: string;
    /** Who and what endpoint policies may trust in addition to the stack's own account. @default - nothing else */
    perimeter?: PerimeterArgs;
    /**
     * Services that workloads call, in addition to those that their resources show: service keys by the workload's name,
     * in which `*` matches any characters, e.g. `{ "ecs:*": [ecr.api, ecr.dkr, s3], "lambda:worker": [sqs] }`.
     *
     * @default {}
     */
    needs?: { [workload: string]: string[] };
    /** The most that the stack's VPC endpoints may cost in all Regions together, in USD a month without data. @default - no limit */
    maxMonthlyUsd?: number;
}

/** The name of an option. */
export type OptionName = keyof GuardrailOptions;

/** The options with their defaults. */
export type Settings =
    & Required<Pick<GuardrailOptions, "privateVpcs" | "privateVpcTags" | "allowedPorts" | "needs">>
    & GuardrailOptions;

/** The rows of `GuardrailOptions`. */
export const guardrailOptionRows: Rows<GuardrailOptions> = {
    privateVpcs: { is: list(text, "[\"*\"]") },
    privateVpcTags: { is: map(text) },
    allowedPorts: { is: list(number, "[443]") },
    accountId: { is: text },
    perimeter: { is: object("PerimeterArgs", perimeterRows) },
    needs: { is: map(list(text, "[sqs]")) },
    maxMonthlyUsd: { is: number },
};

/** The shape of `GuardrailOptions`. */
export const guardrailOptions: Schema<GuardrailOptions> = object("GuardrailOptions", guardrailOptionRows);

/** Options with the defaults of those that are not set. */
export function settingsOf(options: GuardrailOptions): Settings {
    return { privateVpcs: [], privateVpcTags: {}, allowedPorts: [], needs: {}, ...options };
}

/** The JSON schema of a shape, as the configuration of a policy has it. */
export function jsonSchemaOf(shape: Shape): JsonSchema {
    switch (shape.type) {
        case "text":
            return { type: "string" };
        case "list":
            return { type: "array", items: jsonSchemaOf(shape.of) };
        case "map":
            return { type: "object", additionalProperties: jsonSchemaOf(shape.of) };
        case "object": {
            const rows = Object.entries(shape.rows);
            const required = rows.flatMap(([key, row]) => (row.required === undefined ? [] : [key]));
            return {
                type: "object",
                properties: Object.fromEntries(rows.map(([key, { is }]) => [key, jsonSchemaOf(is)])),
                additionalProperties: false,
                ...(required.length > 0 && { required }),
            };
        }
        default:
            return { type: shape.type };
    }
}

/** The part of JSON Schema that configurations of policies are described with. */
export interface JsonSchema {
    type: "string" | "number" | "integer" | "boolean" | "object" | "array";
    items?: JsonSchema;
    properties?: { [key: string]: JsonSchema };
    additionalProperties?: JsonSchema | boolean;
    required?: string[];
}
