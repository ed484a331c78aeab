import { monthlyUsd } from "../components/plan/costs/interfaceCost";
import { interfaceHour, type Price } from "../components/plan/costs/priceIn";
import { EndpointKind } from "../components/plan/facts/endpointKind";
import { type Service, services, sources } from "../components/plan/facts/services";
import { workloads } from "../components/plan/facts/workloads";
import {
    factsOf,
    type FilledServiceFacts,
    hostIn,
    missingIn,
    serviceNameIn,
} from "../components/plan/services/serviceNames";

/** What the catalogue says of a service in one Region, for people and machines alike; `null` is not known. */
export interface ServiceEntry
    extends Omit<FilledServiceFacts, "serviceName" | "sources" | "exactNames" | "ownPrefixIn">
{
    service: Service;
    region: string;
    /** Whether nothing known speaks against the Region. */
    offered: boolean;
    /** The endpoint's name in the Region, for each kind. */
    serviceNames: { [kind: string]: string };
    /** Whether its private DNS names follow from what the SDK calls, not from a page. */
    privateDnsInferred: boolean;
    /** USD a month for an interface endpoint in one zone, without data; `null` where AWS offers gateways only. */
    monthlyUsd: number | null;
    /** The price of its hour, and the Region it is of. */
    interfaceHour: Price;
    /** The service whose FIPS endpoint it is. */
    fipsOf?: Service;
    /** The workloads that ask for it, or offer it. */
    workloads: { required: string[]; optional: string[] };
    /** Where each fact is from. */
    sources: { [fact: string]: string[] };
}

/** Gathers what is known of a service in a Region. */
export function serviceEntry(region: string, service: Service): ServiceEntry {
    const { serviceName: _, exactNames, ownPrefixIn, sources: from, privateDnsNames, ...facts } = factsOf(service);
    const interfaces = facts.kinds.includes(EndpointKind.Interface);
    return {
        service,
        region,
        ...facts,
        offered: missingIn(region, service) === undefined,
        serviceNames: Object.fromEntries(facts.kinds.map((kind) => [kind, serviceNameIn(region, service, kind)])),
        privateDnsNames: privateDnsNames?.map((name) => hostIn(region, name)) ?? null,
        privateDnsInferred: [from.privateDns ?? []].flat().some((id) => sources[id]?.inferred),
        monthlyUsd: interfaces ? monthlyUsd(region, 1) : null,
        interfaceHour: interfaceHour(region),
        fipsOf: Object.keys(services).find((plain) => services[plain]!.fips === service),
        workloads: { required: callers(service, "required"), optional: callers(service, "optional") },
        sources: Object.fromEntries(Object.entries(from).map(([fact, ids]) => [fact, [ids].flat().map(sourceInWords)])),
    };
}

function callers(service: Service, how: "required" | "optional"): string[] {
    return Object.entries(workloads).filter(([, facts]) => facts[how].some((one) => one === service)).map(([name]) =>
        name
    );
}

function sourceInWords(id: string): string {
    return sources[id]?.what ?? id;
}
