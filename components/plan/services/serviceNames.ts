import { EndpointKind, kindFacts } from "../facts/endpointKind";
import { type PartitionFacts, partitions } from "../facts/partitions";
import { regions } from "../facts/regions";
import { type Port, type Service, type ServiceFacts, services } from "../facts/services";

/** Every service the catalogue knows, in order of the keys; those with a cell stand for one in each account. */
export const knownServices: Service[] = Object.keys(services).filter((service) => !service.includes("<"));

/** Whether the catalogue has a service. */
export function isService(name: string): boolean {
    return recordOf(name) !== undefined && !name.includes("<");
}

const ofFips = new Map(Object.entries(services).flatMap(([service, { fips }]) => (fips ? [[fips, service]] : [])));

/** The service whose FIPS endpoint this is, or the service itself where it is not one. */
export function nonFipsOf(service: Service): Service {
    return ofFips.get(service) ?? service;
}

/** The facts of a service, each usual value filled in, and `null` for what decides and is not known. */
export interface FilledServiceFacts extends Omit<ServiceFacts, "privateDnsNames" | "policySupport"> {
    kinds: EndpointKind[];
    serviceName: string;
    privateDnsNames: string[] | null;
    policySupport: boolean | null;
    ports: Port[] | null;
}

/** What the catalogue says of a service, `<region>` still standing where a Region goes. */
export function factsOf(service: Service): FilledServiceFacts {
    return filled(service, recordOf(service)!);
}

/** What a record of the catalogue says of the service it is of. */
export function filled(service: Service, record: ServiceFacts): FilledServiceFacts {
    return {
        kinds: [EndpointKind.Interface],
        serviceName: `com.amazonaws.<region>.${service}`,
        ports: [443],
        policySupport: null,
        privateDnsNames: null,
        ...record,
    };
}

// An account's own cell is part of its Timestream services' keys: timestream.query-cell1.
const cell = /-cell\d+$/;

function recordOf(name: string): ServiceFacts | undefined {
    if (Object.hasOwn(services, name)) return services[name];
    const pattern = name.replace(cell, "-<cell>");
    return pattern !== name && Object.hasOwn(services, pattern) ? services[pattern] : undefined;
}

/** The free kind of endpoint that AWS offers for a service, if any. */
export function freeKindOf(service: Service): EndpointKind | undefined {
    return factsOf(service).kinds.find((kind) => kindFacts[kind].free);
}

/** The kind of endpoint that is made for a service where nothing else is asked for: a free one where AWS offers it. */
export function usualKindOf(service: Service): EndpointKind {
    return freeKindOf(service) ?? factsOf(service).kinds[0]!;
}

/** Every name that AWS may know a service by in a Region: that of each kind, the usual one first. */
export function serviceNamesIn(region: string, service: Service): string[] {
    return Object.values(EndpointKind).map((kind) => serviceNameIn(region, service, kind));
}

/** The name AWS knows a service by in a Region, e.g. `cn.com.amazonaws.cn-north-1.ecr.api`. */
export function serviceNameIn(region: string, service: Service, kind: EndpointKind): string {
    return nameFrom(factsOf(service), region, kind, partitionOf(region).servicePrefix);
}

/** The name that facts give in a Region, whose partition has a prefix of its own or not. */
export function nameFrom(
    { serviceName, exactNames, ownPrefixIn }: FilledServiceFacts,
    region: string,
    kind: EndpointKind,
    prefix: string | undefined,
): string {
    const name = exactNames?.[region] ?? serviceName.replaceAll("<region>", region);
    const own = kindFacts[kind].ownPrefix && ownPrefixIn?.includes(region) && prefix !== undefined;
    return own ? name.replace(/^com\.amazonaws/, prefix) : name;
}

/** A host name of the catalogue in one Region, with the domain of its partition. */
export function hostIn(region: string, template: string): string {
    const { dnsSuffix, dualStackDnsSuffix } = partitionOf(region);
    return template.replaceAll("<region>", region)
        .replace(/amazonaws\.com$/, dnsSuffix)
        .replace(/api\.aws$/, dualStackDnsSuffix);
}

function partitionOf(region: string): PartitionFacts {
    return partitions[regions[region]!.partition];
}

/** Ids of the Region's zones that are known to lack a service, e.g. `use1-az3`; a zone's name tells no id. */
export function zonesWithout(service: Service, region: string): string[] {
    // AWS shortens the Region: us-east-1 to use1, ap-northeast-2 to apne2.
    const [area, part = "", number] = region.split("-");
    const short = part.replace(/north|south|east|west|central/g, (word) => word[0]!);
    const { notInZones = [] } = factsOf(service);
    return notInZones.filter((zone) => zone.startsWith(`${area}${short}${number}-`));
}

/** Where a service can be made: `undefined` where nothing speaks against the Region, else what does. */
export function missingIn(region: string, service: Service): { onlyInRegions?: string[] } | undefined {
    const { onlyInRegions, notInRegions } = factsOf(service);
    if (onlyInRegions && !onlyInRegions.includes(region)) return { onlyInRegions };
    return notInRegions?.includes(region) ? {} : undefined;
}
