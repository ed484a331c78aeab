import type { EndpointKind } from "./facts/kinds";
import { type Service, type ServiceFacts, services } from "./facts/services";

const table: { [service: string]: ServiceFacts } = services;

/** Every service the table knows, in its order. */
export const knownServices = Object.keys(services) as Service[];

/** Whether the table has a service. */
export function isService(name: string): name is Service {
    return Object.hasOwn(table, name);
}

/** The facts of a service with every default filled in. */
export interface FilledServiceFacts {
    product: string;
    source: string;
    kinds: EndpointKind[];
    serviceName: string;
    privateDnsNames: string[] | null;
    privateDnsRequired?: boolean;
    ports: number[];
    policySupport: boolean | null;
    policyTemplate?: string;
    onlyInRegions?: string[];
}

/** What the table says of a service, `<region>` still standing where a Region goes. */
export function factsOf(service: Service): FilledServiceFacts {
    return {
        kinds: ["Interface"],
        serviceName: `com.amazonaws.<region>.${service}`,
        privateDnsNames: [`${service}.<region>.amazonaws.com`],
        ports: [443],
        policySupport: true,
        ...table[service]!,
    };
}

/** A name of the table in one Region. */
export function inRegion(template: string, region: string): string {
    return template.replaceAll("<region>", region);
}
