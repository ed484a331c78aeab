import * as v from "valibot";

import type { Plan } from "../components";
import { describeInvalidJson } from "../components/plan/invalidJson";
import type { Problem, ProblemCode } from "../components/plan/problem";
import { readNamed } from "./namedFile";

/** Reads a plan written by `private-vpc plan --json`, or reports why the file is not a plan. */
export function readPlan(file: string | undefined, folder: string): { plan?: Plan; problems: Problem[] } {
    if (file === undefined) return { problems: [] };
    const problem = (code: ProblemCode, message: string, hint: string) => ({
        problems: [{ code, path: `--against ${file}`, message, hint }],
    });
    const fix = "write one with: npx private-vpc plan --json > plan.json";
    const read = readNamed({ file, as: `--against ${file}`, megabytes: 50, missing: fix }, { folder });
    if ("problem" in read) return { problems: [read.problem] };
    let plan: unknown;
    try {
        plan = JSON.parse(read.text);
    } catch {
        return problem("file.not-json", `the file is not JSON: ${describeInvalidJson(read.text)}`, fix);
    }
    const current = isObject(plan) && plan.version === 1 ? fromVersion1(plan) : plan;
    if (!isPlan(current)) return problem("stack.not-a-plan", "the file is not a plan of version 1 or 2", fix);
    return { plan: current, problems: [] };
}

/** A JSON object whose fields are unchecked. */
interface Fields {
    [key: string]: unknown;
}

function isObject(value: unknown): value is Fields {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** In version 1 every endpoint had every field: those that did not apply to its kind were null, false or empty. */
function fromVersion1(plan: Fields): Fields {
    const endpoints = Array.isArray(plan.endpoints) ? plan.endpoints.map(endpointFromVersion1) : plan.endpoints;
    return { ...plan, version: 2, endpoints };
}

function endpointFromVersion1(endpoint: unknown): unknown {
    if (!isObject(endpoint)) return endpoint;
    const { privateDnsOnlyForInboundResolver: flag, ...rest } = endpoint;
    if (rest.kind !== "Gateway") {
        return { ...rest, ...(flag !== null && { privateDnsOnlyForInboundResolver: flag }) };
    }
    const {
        zones: _zones,
        privateDns: _dns,
        privateDnsNames: _names,
        securityGroup: _group,
        sources: _sources,
        ...own
    } = rest;
    return { ...own, routeTables: "all" };
}

const endpoint = v.looseObject({
    name: v.string(),
    service: v.string(),
    serviceName: v.nullable(v.string()),
    ports: v.array(v.number()),
    policy: v.looseObject({ from: v.string(), document: v.nullable(v.string()) }),
    monthlyUsd: v.number(),
});

/** The fields that are compared. An earlier release wrote fewer of the others. */
const comparedPlan = v.looseObject({
    version: v.literal(2),
    endpoints: v.array(v.union([
        v.looseObject({ ...endpoint.entries, routeTables: v.string() }),
        v.looseObject({ ...endpoint.entries, zones: v.array(v.string()), sources: v.array(v.string()) }),
    ])),
    network: v.looseObject({
        cidrBlock: v.string(),
        subnets: v.array(v.looseObject({ zone: v.string(), cidrBlock: v.string() })),
    }),
    cost: v.looseObject({ endpointsUsd: v.number(), dataUsd: v.nullish(v.number()) }),
    resources: v.optional(
        v.array(v.looseObject({ type: v.string(), name: v.string(), parent: v.nullable(v.string()) })),
    ),
});

function isPlan(plan: unknown): plan is Plan {
    return v.is(comparedPlan, plan);
}
