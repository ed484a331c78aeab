import * as fc from "fast-check";

import type { Attributes } from "../../../emulator/aws/emulatedAws";

/** What a stack's user wants, as far as the lifecycle varies it. */
export interface Desired {
    services: string[];
    /** Services that get an interface endpoint although AWS offers a gateway. */
    interfaces: string[];
    /** The letters of the zones with a subnet. */
    zones: string[];
    /** How many of them have interface endpoints, the first ones. */
    endpointZones: number;
    /** The second number of the VPC's CIDR block, 10.x.0.0/16. */
    range: number;
    /** The value of a tag on every resource. */
    team: string;
    /** Another account that the endpoint policies trust. */
    trusted: string;
    protect: boolean;
    flowLogs: boolean;
    /** The second numbers of secondary CIDR blocks, 100.x.0.0/16. */
    secondary: number[];
    /** Whether IPAM allocates the VPC's CIDR block, of a pool for each `range`. */
    ipam: boolean;
    /** What a DNS firewall does with other names; `none` without a firewall. */
    firewall: "none" | "alert" | "block";
    queryLogs: boolean;
}

const gateways = ["s3", "dynamodb"];
const others = ["sqs", "sns", "logs", "kms"];

/** Every service that may be wanted. */
export const services = [...gateways, ...others];

/** Anything that may be wanted. */
export const desired: fc.Arbitrary<Desired> = fc.record({
    services: fc.subarray(services, { minLength: 1, maxLength: 4 }),
    interfaces: fc.subarray(gateways, { maxLength: 1 }),
    zones: fc.subarray(["a", "b", "c"], { minLength: 1 }),
    endpointZones: fc.integer({ min: 1, max: 2 }),
    range: fc.constantFrom(20, 30),
    team: fc.constantFrom("payments", "search"),
    trusted: fc.constantFrom("111122223333", "123456789012"),
    protect: fc.boolean(),
    flowLogs: fc.boolean(),
    secondary: fc.subarray([64, 65], { maxLength: 2 }),
    ipam: fc.boolean(),
    firewall: fc.constantFrom("none", "alert", "block"),
    queryLogs: fc.boolean(),
});

/** The kind of the endpoint that a service gets. */
export function kindOf(service: string, { interfaces }: Desired): "gateway" | "interface" {
    return gateways.includes(service) && !interfaces.includes(service) ? "gateway" : "interface";
}

/** The services that are reached under their own names: an interface endpoint of DynamoDB has no private DNS. */
export function namedServices(wanted: Desired): string[] {
    return wanted.services.filter((service) => service !== "dynamodb" || kindOf(service, wanted) === "gateway");
}

/** The letters of the zones that interface endpoints are in. */
export function endpointZonesOf({ zones, endpointZones }: Desired): string[] {
    return zones.slice(0, endpointZones);
}

/** The stack's config. */
export function configOf(wanted: Desired): Attributes {
    const zone = (letter: string) => `us-east-1${letter}`;
    const interfaces = wanted.interfaces.filter((service) => wanted.services.includes(service));
    return {
        "aws:region": "us-east-1",
        ...(wanted.ipam
            ? { "private-vpc:ipam": { poolId: `ipam-pool-0123456789abcde${wanted.range}`, netmaskLength: 16 } }
            : { "private-vpc:cidrBlock": `10.${wanted.range}.0.0/16` }),
        "private-vpc:availabilityZones": wanted.zones.map(zone),
        "private-vpc:endpointZones": endpointZonesOf(wanted).map(zone),
        "private-vpc:services": wanted.services,
        "private-vpc:endpoints": Object.fromEntries(interfaces.map((service) => [service, { kind: "Interface" }])),
        "private-vpc:tags": { team: wanted.team },
        "private-vpc:perimeter": {
            accountIds: ["123456789012", wanted.trusted].filter((id, at, all) => all.indexOf(id) === at),
        },
        "private-vpc:options": { protect: wanted.protect },
        ...(wanted.secondary.length > 0 && {
            "private-vpc:secondaryCidrBlocks": wanted.secondary.map((second) => ({
                cidrBlock: `100.${second}.0.0/16`,
            })),
        }),
        ...(wanted.firewall !== "none" && {
            "private-vpc:dnsFirewall": { action: wanted.firewall, ...(wanted.queryLogs && { queryLogs: {} }) },
        }),
        ...(wanted.flowLogs && { "private-vpc:flowLogs": { destination: "cloud-watch-logs" } }),
    };
}
