import * as v from "valibot";

import { isMap } from "./plan/isMap";

/** What our keys in a stack's config begin with. */
export const namespace = "private-vpc:";

const text = v.string();
const texts = v.array(text);
const textByKey = mapOf(text);
/** What a person writes as a number or a switch is a text to AWS: `costCenter: 42`. */
const tags = mapOf(v.pipe(v.union([text, v.number(), v.boolean()]), v.transform(String)));

/**
 * Values of one type by any key. valibot's record would take a list, and drop the keys `__proto__`, `prototype` and
 * `constructor` in silence, which a user may name a tag or an endpoint service.
 */
function mapOf<Value extends v.GenericSchema>(value: Value) {
    return v.pipe(
        v.custom<{ [key: string]: unknown }>(isMap),
        v.transform((map) => new Map(Object.entries(map))),
        v.map(text, value),
        v.transform((map) => Object.fromEntries(map)),
    );
}

/**
 * An object with these keys and no others. valibot's strictObject would report only the first key that is too much, and
 * objectWithRest not the three above.
 */
function exactly<Entries extends v.ObjectEntries>(entries: Entries) {
    const schema = v.lazy((input) => {
        const others = Object.keys(isMap(input) ? input : {}).filter((key) => !Object.hasOwn(entries, key));
        return v.object({ ...entries, ...Object.fromEntries(others.map((key) => [key, v.never()])) } as Entries);
    });
    return Object.assign(schema, { entries });
}

const access = exactly({ principals: v.optional(texts), actions: texts, resources: texts });

const endpoint = exactly({
    kind: v.optional(text),
    reachableFrom: v.optional(texts),
    zones: v.optional(texts),
    privateDns: v.optional(v.boolean()),
    policy: v.optional(text),
    additionalPolicy: v.optional(text),
    access: v.optional(v.array(access)),
    fromPolicies: v.optional(texts),
    allowedCidrBlocks: v.optional(texts),
    securityGroupIds: v.optional(texts),
    ports: v.optional(v.array(v.number())),
    expectedGigabytes: v.optional(v.number()),
});

const connection = exactly({
    serviceName: text,
    ports: v.optional(v.array(v.number())),
    privateDns: v.optional(v.boolean()),
    zones: v.optional(texts),
    reachableFrom: v.optional(texts),
    allowedCidrBlocks: v.optional(texts),
    expectedGigabytes: v.optional(v.number()),
    securityGroupIds: v.optional(texts),
});

const flowLogs = exactly({
    destination: text,
    retentionInDays: v.optional(v.number()),
    bucketArn: v.optional(text),
    permissionsBoundary: v.optional(text),
});

const perimeter = exactly({
    organizationId: v.optional(text),
    organizationPaths: v.optional(texts),
    accountIds: v.optional(texts),
    awsOwnedResources: v.optional(texts),
    exceptions: v.optional(v.array(exactly({ service: text, actions: texts, resources: texts, reason: text }))),
});

const options = exactly({
    fips: v.optional(v.boolean()),
    lookUp: v.optional(v.boolean()),
    maxMonthlyUsd: v.optional(v.number()),
    protect: v.optional(v.boolean()),
});

/** The types of a stack's keys; what the values mean is for the plan to judge. */
export const shape = {
    cidrBlock: text,
    availabilityZones: texts,
    workloads: texts,
    services: texts,
    endpointZones: texts,
    endpoints: mapOf(endpoint),
    endpointServices: mapOf(connection),
    subnetCidrBlocks: textByKey,
    flowLogs,
    perimeter,
    options,
    quotas: mapOf(v.number()),
    tags,
};

/** A key of a stack's config in our namespace. */
export type Key = keyof typeof shape;

/** Every key of a stack's config in our namespace. */
export const keys = Object.keys(shape) as Key[];

/** The keys that an entry below a key may have, where they are fixed. */
export const keysBelow: { [key: string]: string[] } = {
    endpoints: Object.keys(endpoint.entries),
    endpointServices: Object.keys(connection.entries),
    flowLogs: Object.keys(flowLogs.entries),
    perimeter: Object.keys(perimeter.entries),
    options: Object.keys(options.entries),
};

/** What a stack says of each key that it has. */
export type Values = { [key in Key]?: v.InferOutput<typeof shape[key]> };
