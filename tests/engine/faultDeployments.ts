import type { Attributes } from "../../emulator/aws/emulatedAws";
import type { Deployment } from "./faults";

/** A small stack with a resource of every type that a `PrivateVpc` creates. */
const vpc: Attributes = {
    "aws:region": "us-east-1",
    "private-vpc:cidrBlock": "10.20.0.0/16",
    "private-vpc:availabilityZones": ["us-east-1a"],
    "private-vpc:services": ["s3", "sqs"],
    "private-vpc:endpoints": { s3: { reachableFrom: ["10.200.0.0/16"] } },
    "private-vpc:flowLogs": { destination: "cloud-watch-logs" },
};

export const firstUp: Deployment = {
    title: "a first up",
    command: "up",
    config: vpc,
    from: "nothing",
    changed: {},
    count: 21,
    every: 2,
};

export const largeUpdate: Deployment = {
    title: "a large update",
    command: "up",
    config: vpc,
    from: "the first up",
    // A new CIDR range replaces everything in the VPC, and new tags update the rest.
    changed: { cidrBlock: "10.30.0.0/16", tags: { team: "payments" } },
    count: 38,
    every: 3,
};

export const destruction: Deployment = {
    title: "a destroy",
    command: "destroy",
    config: vpc,
    from: "the first up",
    changed: {},
    count: 21,
    every: 2,
};

/** A stack with a DNS firewall, a secondary range and a range from IPAM. */
const ranges: Attributes = {
    "aws:region": "us-east-1",
    "private-vpc:ipam": { poolId: "ipam-pool-0123456789abcdef0", netmaskLength: 20 },
    "private-vpc:availabilityZones": ["us-east-1a"],
    "private-vpc:services": ["s3", "sqs"],
    "private-vpc:dnsFirewall": { queryLogs: {} },
    "private-vpc:secondaryCidrBlocks": [{ cidrBlock: "100.64.0.0/16" }],
};

export const addedFirewall: Deployment = {
    title: "the up that adds a DNS firewall and a secondary range",
    command: "up",
    config: { ...ranges, "private-vpc:dnsFirewall": undefined, "private-vpc:secondaryCidrBlocks": undefined },
    from: "the first up",
    changed: { dnsFirewall: { queryLogs: {} }, secondaryCidrBlocks: [{ cidrBlock: "100.64.0.0/16" }] },
    neverBlocked: ["s3", "sqs"],
    count: 16,
    every: 0,
};

export const movedFirewall: Deployment = {
    title: "an update of a DNS firewall and its VPC's ranges",
    command: "up",
    config: ranges,
    from: "the first up",
    // Another pool replaces everything in the VPC; the names of kms follow those of sqs.
    changed: {
        ipam: { poolId: "ipam-pool-0123456789abcdef1", netmaskLength: 20 },
        services: ["s3", "kms"],
        secondaryCidrBlocks: [{ cidrBlock: "100.65.0.0/16" }],
    },
    neverBlocked: ["s3"],
    count: 40,
    every: 14,
};

export const destroyedFirewall: Deployment = {
    title: "the destroy of a VPC with a DNS firewall and ranges",
    command: "destroy",
    config: ranges,
    from: "the first up",
    changed: {},
    neverBlocked: ["s3", "sqs"],
    count: 28,
    every: 0,
};

const offering = { connectedFrom: "web", hostedZoneId: "Z0123456789ABCDEFGHIJ", principal: "111122223333" };
const offered = (more: Attributes) => ({ "aws:region": "us-east-1", "private-vpc:offering": more });

export const firstOffer: Deployment = {
    title: "the up that offers an endpoint service and connects to it",
    command: "up",
    config: offered({}),
    from: "the first up",
    changed: { offering },
    count: 10,
};

export const largeOfferUpdate: Deployment = {
    title: "a large update of an endpoint service and a connection",
    command: "up",
    config: offered(offering),
    from: "the first up",
    // The endpoint, its acceptance and the DNS record are replaced.
    changed: {
        offering: { connectedFrom: "orders", hostedZoneId: "Z0987654321ABCDEFGHIJ", principal: "123456789012" },
    },
    count: 15,
    every: 2,
};

export const withdrawal: Deployment = {
    title: "the destroy of an endpoint service and a connection",
    command: "destroy",
    config: offered(offering),
    from: "the first up",
    changed: {},
    count: 25,
    every: 2,
};
