import { directoryBucketZones, gatewayNames } from "../facts/gatewayNames";
import type { Service } from "../facts/services";
import { workloadDomains } from "../facts/workloadDomains";
import type { Workload } from "../facts/workloads";
import { hasPrivateDns, type PlannedEndpoint } from "../kinds/endpointKinds";
import { parseBlock } from "../network/cidr";
import { hostIn } from "../services/endpointNames";
import { factsOf } from "../services/serviceNames";
import type { AllowedName } from "./plannedDnsFirewall";

/** What the allowed names depend on. */
export interface NamedParts {
    region: string;
    endpoints: PlannedEndpoint[];
    /** Services whose endpoints exist already. */
    existing: Service[];
    workloads: string[];
    /** The VPC's IPv4 CIDR blocks that are known. */
    cidrBlocks: string[];
    /** Other accounts whose principals use the endpoints. */
    accountIds: string[];
    allowedDomains: string[];
}

/** The names that the VPC's workloads resolve, sorted, each with what needs it. */
export function allowedNames(parts: NamedParts): AllowedName[] {
    const { region, endpoints, existing, workloads, cidrBlocks, allowedDomains } = parts;
    const users = new Map<string, Set<string>>();
    const add = (usedBy: string, names: string[]) => {
        for (const name of names) users.set(name, (users.get(name) ?? new Set()).add(usedBy));
    };
    for (const endpoint of endpoints) add(endpoint.name, namesOf(endpoint, parts));
    for (const service of existing) {
        add(`${service}-existing`, [...publicNames(service, parts), ...privateNames(service, region)]);
    }
    for (const name of workloads) {
        const { domains = [] } = workloadDomains[name as Workload] ?? {};
        add(name, domains.flatMap((one) => filled(one, parts)));
    }
    add("vpc", [internalNames(region), ...cidrBlocks.flatMap(reverseNames)]);
    add("allowedDomains", allowedDomains.map((domain) => domain.toLowerCase()));
    return [...users].map(([name, usedBy]) => ({ name, usedBy: [...usedBy].sort() }))
        .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The names of an endpoint's service that its clients resolve: public ones for a gateway, otherwise private ones. */
function namesOf(endpoint: PlannedEndpoint, parts: NamedParts): string[] {
    if (!hasPrivateDns(endpoint)) return publicNames(endpoint.service, parts);
    return endpoint.privateDns ? endpoint.privateDnsNames ?? [] : [];
}

function publicNames(service: Service, parts: NamedParts): string[] {
    return (gatewayNames[service] ?? [])
        .filter(({ regions }) => regions?.some((start) => parts.region.startsWith(start)) ?? true)
        .flatMap(({ name }) => filled(name, parts));
}

function privateNames(service: Service, region: string): string[] {
    return (factsOf(service).privateDnsNames ?? []).map((name) => hostIn(region, name));
}

/** A name of the catalogue for each account and zone that it depends on. */
function filled(template: string, { region, accountIds }: NamedParts): string[] {
    const accounts = template.includes("<accountId>") ? ["<accountId>", ...accountIds] : [""];
    const zones = template.includes("<zoneId>") ? directoryBucketZones[region] ?? [] : [""];
    return accounts.flatMap((account) =>
        zones.map((zone) => hostIn(region, template).replace("<accountId>", account).replace("<zoneId>", zone))
    );
}

/**
 * The names of the VPC's instances.
 *
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-naming.html
 */
function internalNames(region: string): string {
    return region === "us-east-1" ? "*.ec2.internal" : `*.${region}.compute.internal`;
}

/**
 * The names with which a host of a CIDR block looks up the name of an address: for a /24 or smaller those of its /24, for a
 * larger block those of its /16, because a wildcard covers whole labels.
 */
export function reverseNames(cidrBlock: string): string[] {
    const parsed = parseBlock(cidrBlock);
    if (!("block" in parsed)) return [];
    const octets = parsed.block.text.split("/")[0]!.split(".").slice(0, parsed.block.prefix >= 24 ? 3 : 2);
    return [`*.${octets.reverse().join(".")}.in-addr.arpa`];
}
