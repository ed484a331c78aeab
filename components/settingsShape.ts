import * as v from "valibot";

const text = v.string();
const texts = v.array(text);
const textByKey = v.record(text, text);

/** An object with these keys and no others; unlike valibot's strictObject it reports every key that is too much. */
function exactly<Entries extends v.ObjectEntries>(entries: Entries) {
    return v.objectWithRest(entries, v.never());
}

const endpoint = exactly({
    kind: v.optional(text),
    reachableFrom: v.optional(texts),
    zones: v.optional(texts),
    privateDns: v.optional(v.boolean()),
    policy: v.optional(text),
    allowedCidrBlocks: v.optional(texts),
    securityGroupIds: v.optional(texts),
});

const flowLogs = exactly({
    destination: text,
    retentionInDays: v.optional(v.number()),
    bucketArn: v.optional(text),
});

const options = exactly({ protect: v.optional(v.boolean()) });

/** The types of a stack's keys; what the values mean is for the plan to judge. */
export const shape = {
    cidrBlock: text,
    availabilityZones: texts,
    workloads: texts,
    services: texts,
    endpointZones: texts,
    endpoints: v.record(text, endpoint),
    subnetCidrBlocks: textByKey,
    flowLogs,
    options,
    tags: textByKey,
};

/** A key of a stack's config in our namespace. */
export type Key = keyof typeof shape;

/** Every key of a stack's config in our namespace. */
export const keys = Object.keys(shape) as Key[];

/** The keys that an entry below a key may have, where they are fixed. */
export const keysBelow: { [key: string]: string[] } = {
    endpoints: Object.keys(endpoint.entries),
    flowLogs: Object.keys(flowLogs.entries),
    options: Object.keys(options.entries),
};

/** What a stack says of each key that it has. */
export type Values = { [key in Key]?: v.InferOutput<typeof shape[key]> };
