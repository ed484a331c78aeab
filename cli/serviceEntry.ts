import { monthlyUsd } from "../components/plan/costs/interfaceCost";
import { interfaceHour, type Price } from "../components/plan/costs/priceIn";
import { haveInterfaces } from "../components/plan/facts/endpointKind";
import { type Service, services, sources } from "../components/plan/facts/services";
import { workloads } from "../components/plan/facts/workloads";
import { type FilledServiceFacts, hostIn } from "../components/plan/services/endpointNames";
import { factsOf, missingIn, serviceNameIn } from "../components/plan/services/serviceNames";

/** Everything the catalogue knows about a service in one Region; `null` means unknown. */
export interface ServiceEntry
    extends Omit<FilledServiceFacts, "serviceName" | "sources" | "exactNames" | "ownPrefixIn">
{
    service: Service;
    region: string;
    /** Whether the service is available in the Region: true unless the catalogue says otherwise. */
    offered: boolean;
    /** The endpoint service name in the Region, for each kind. */
    serviceNames: { [kind: string]: string };
    /** Whether its private DNS names are inferred from the SDK's hostnames, not documented. */
    privateDnsInferred: boolean;
    /** USD a month for an interface endpoint in one zone, without data; `null` if AWS offers only a gateway endpoint. */
    monthlyUsd: number | null;
    /** Price of an interface endpoint hour, and the Region that the price is for. */
    interfaceHour: Price;
    /** The service that this is the FIPS endpoint of. */
    fipsOf?: Service;
    /** The workloads that require it, and those that may call it. */
    workloads: { required: string[]; optional: string[] };
    /** The sources of each fact. */
    sources: { [fact: string]: string[] };
}

/** Collects everything known about a service in a Region. */
export function serviceEntry(region: string, service: Service): ServiceEntry {
    const { serviceName: _, exactNames, ownPrefixIn, sources: from, privateDnsNames, ...facts } = factsOf(service);
    const interfaces = haveInterfaces(facts.kinds);
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
