import { allKinds, type EndpointKind, kindFacts } from "../facts/endpointKind";
import { type PartitionFacts, partitions } from "../facts/partitions";
import { regions } from "../facts/regions";
import { type Service, type ServiceFacts, services } from "../facts/services";
import { filled, type FilledServiceFacts, nameFrom, partitionOf } from "./endpointNames";

/** Every service in the catalogue, sorted by key; keys with a cell are a placeholder for each account's own cell. */
export const knownServices: Service[] = Object.keys(services).filter((service) => !service.includes("<"));

/** Whether the catalogue has a service. */
export function isService(name: string): boolean {
    return recordOf(name) !== undefined && !name.includes("<");
}

const ofFips = new Map(Object.entries(services).flatMap(([service, { fips }]) => (fips ? [[fips, service]] : [])));

/** The service whose FIPS endpoint this is, or the service itself if it is not one. */
export function nonFipsOf(service: Service): Service {
    return ofFips.get(service) ?? service;
}

/** The catalogue's facts about a service, with the `<region>` placeholder. */
export function factsOf(service: Service): FilledServiceFacts {
    const listed = Object.hasOwn(services, service);
    return listed ? ofListed.get(service) ?? remembered(service) : filled(service, recordOf(service)!);
}

// Every plan goes through the whole catalogue.
const ofListed = new Map<Service, FilledServiceFacts>();

function remembered(service: Service): FilledServiceFacts {
    const facts = filled(service, services[service]!);
    ofListed.set(service, facts);
    return facts;
}

// The keys of Timestream services contain the account's own cell: timestream.query-cell1.
const cell = /-cell\d+$/;

function recordOf(name: string): ServiceFacts | undefined {
    if (Object.hasOwn(services, name)) return services[name];
    const pattern = name.replace(cell, "-<cell>");
    return pattern !== name && Object.hasOwn(services, pattern) ? services[pattern] : unlisted(name);
}

// How the names of AWS's own endpoint services begin; the names of other accounts' services continue with vpce.
const begins = [
    "com.amazonaws",
    "aws",
    "api.aws",
    ...Object.values(partitions).map((one: PartitionFacts) => one.servicePrefix),
];
const fullName = /^[a-z0-9-]+(\.[a-z0-9-]+){2,}$/;

/** A service that the catalogue lacks and that was requested by its full name: all that is known is the name. */
function unlisted(name: string): ServiceFacts | undefined {
    const isAws = begins.some((begin) => begin !== undefined && name.startsWith(`${begin}.`));
    if (!isAws || !fullName.test(name) || name.includes(".vpce.") || keyOf(name) !== undefined) return undefined;
    const region = regionIn(name);
    if (region !== undefined && name.endsWith(`.${region}`)) return undefined;
    return {
        product: "not in this version's catalogue",
        serviceName: name,
        ports: null,
        ...(region !== undefined && { onlyInRegions: [region] }),
        advice:
            "this version's catalogue does not have the service; AWS confirms its name, zones, private DNS and policy "
            + "support in a preview and in a deployment",
        sources: {},
    };
}

/** Whether a service was requested by its full name because the catalogue lacks it. */
export function isUnlisted(service: Service): boolean {
    return !Object.hasOwn(services, service) && unlisted(service) !== undefined;
}

/** The key of a full endpoint service name in the catalogue, e.g. `sqs` for `com.amazonaws.us-east-1.sqs`. */
export function keyOf(name: string): Service | undefined {
    if (!name.includes("amazonaws.") && !name.startsWith("aws.") && !name.startsWith("api.aws.")) return undefined;
    const region = regionIn(name) ?? "us-east-1";
    const names = (service: Service) => factsOf(service).kinds.map((kind) => serviceNameIn(region, service, kind));
    return knownServices.find((service) => names(service).includes(name));
}

function regionIn(name: string): string | undefined {
    const parts = name.split(".");
    return Object.keys(regions).find((region) => parts.includes(region));
}

/** The free kind of endpoint that AWS offers for a service, if any. */
export function freeKindOf(service: Service): EndpointKind | undefined {
    return factsOf(service).kinds.find((kind) => kindFacts[kind].free);
}

/** The kind of endpoint created for a service by default: a free one if AWS offers it. */
export function usualKindOf(service: Service): EndpointKind {
    return freeKindOf(service) ?? factsOf(service).kinds[0]!;
}

/** Every name that a service may have in a Region: one for each kind, the usual kind first. */
export function serviceNamesIn(region: string, service: Service): string[] {
    return allKinds.map((kind) => serviceNameIn(region, service, kind));
}

/** The endpoint service name in a Region, e.g. `cn.com.amazonaws.cn-north-1.ecr.api`. */
export function serviceNameIn(region: string, service: Service, kind: EndpointKind): string {
    return nameFrom(factsOf(service), region, kind, partitionOf(region).servicePrefix);
}

/** IDs of the Region's zones that are known not to offer a service, e.g. `use1-az3`; zone names do not identify them. */
export function zonesWithout(service: Service, region: string): string[] {
    // AWS abbreviates the Region in zone IDs: us-east-1 to use1, ap-northeast-2 to apne2.
    const [area, part = "", number] = region.split("-");
    const short = part.replace(/north|south|east|west|central/g, (word) => word[0]!);
    const { notInZones = [] } = factsOf(service);
    return notInZones.filter((zone) => zone.startsWith(`${area}${short}${number}-`));
}

/** Why the Region lacks the service; `undefined` if it does not. */
export function missingIn(region: string, service: Service): { onlyInRegions?: string[] } | undefined {
    const { onlyInRegions, notInRegions } = factsOf(service);
    if (onlyInRegions && !onlyInRegions.includes(region)) return { onlyInRegions };
    return notInRegions?.includes(region) ? {} : undefined;
}
