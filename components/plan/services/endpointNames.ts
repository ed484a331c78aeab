import { type EndpointKind, kindFacts, usualKinds } from "../facts/endpointKind";
import { type PartitionFacts, partitions } from "../facts/partitions";
import { regions } from "../facts/regions";
import type { Port, Service, ServiceFacts } from "../facts/services";

/** The facts about a service with defaults applied, and `null` for unknown facts that matter for decisions. */
export interface FilledServiceFacts extends Omit<ServiceFacts, "privateDnsNames" | "policySupport"> {
    kinds: EndpointKind[];
    serviceName: string;
    privateDnsNames: string[] | null;
    policySupport: boolean | null;
    ports: Port[] | null;
}

/** A service's catalogue record with defaults applied. */
export function filled(service: Service, record: ServiceFacts): FilledServiceFacts {
    return {
        kinds: usualKinds,
        serviceName: `com.amazonaws.<region>.${service}`,
        ports: [443],
        policySupport: null,
        privateDnsNames: null,
        ...record,
    };
}

/** The endpoint service name in a Region, with the partition's prefix where it has one. */
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

/** A host name of the catalogue in a Region, with the DNS suffix of its partition. */
export function hostIn(region: string, template: string): string {
    const { dnsSuffix, dualStackDnsSuffix } = partitionOf(region);
    return template.replaceAll("<region>", region)
        .replace(/amazonaws\.com$/, dnsSuffix)
        .replace(/api\.aws$/, dualStackDnsSuffix);
}

/** The facts about the partition of a Region. */
export function partitionOf(region: string): PartitionFacts {
    return partitions[regions[region]!.partition];
}
