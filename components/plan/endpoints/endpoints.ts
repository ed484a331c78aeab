import { monthlyUsd, paysOffFromGigabytes } from "../costs/cost";
import { EndpointKind } from "../facts/kinds";
import type { Port, Service } from "../facts/services";
import { type PlannedPolicy, planPolicy, type PolicyTemplates } from "../policies/endpointPolicy";
import type { PerimeterRequest } from "../policies/perimeter";
import type { PlaceholderValues } from "../policies/policy";
import { factsOf, hostIn, serviceNameIn } from "../services/services";
import { admission, type VpcRanges } from "./admission";
import { chooseKinds, type ChosenKind, type KindReason } from "./kinds";
import type { ServiceRequest } from "./requests";
import type { EndpointWish, EndpointWishes } from "./wishes";

/** One endpoint to make. */
export interface PlannedEndpoint {
    /** AWS's own key, or the caller's name for somebody's endpoint service. */
    service: string;
    /** The key it was asked for by: the same, or that of the service whose FIPS endpoint it is. */
    askedAs: string;
    /** Its name behind the component's, e.g. `s3-gateway`. */
    name: string;
    /** `Gateway` or `Interface`. */
    kind: EndpointKind;
    /** The name AWS knows the service by, e.g. `com.amazonaws.us-east-1.s3`; `null` where only a deployment tells it. */
    serviceName: string | null;
    /** Zones it has a network interface in; none for a gateway, which stands in route tables. */
    zones: string[];
    /** Whether the service's own names lead to the endpoint. */
    privateDns: boolean;
    /** The names that do, `null` where AWS's pages do not list them. */
    privateDnsNames: string[] | null;
    /** Whether only an inbound Resolver endpoint is given them; `null` where AWS has no such choice. */
    privateDnsOnlyForInboundResolver: boolean | null;
    /** TCP ports it listens on, ranges as `1024-1064`. */
    ports: Port[];
    /** `endpoints` for the shared group, its own name for a group of its own, `given` for the caller's, `null` for none. */
    securityGroup: string | null;
    /** Who may connect to it: `vpc` or IPv4 blocks. */
    sources: string[];
    /** Its endpoint policy, and where that comes from. */
    policy: PlannedPolicy;
    /** USD a month for being there, without data, at the price of the Region or of the nearest one that is known. */
    monthlyUsd: number;
    /** Gigabytes a month, in both directions, that the caller expects through it; `null` where nothing was said. */
    expectedGigabytes: number | null;
    /**
     * Gigabytes a month above which it costs less than sending them through NAT gateways that are there anyway: 0 for a
     * gateway endpoint; `null` where it never does.
     */
    paysOffFromGigabytes: number | null;
    /** Why it is of its kind, and for an interface that outsiders reach, who they are. */
    reason: { key: KindReason; reachableFrom?: string[] };
    /** Names of workloads, and `services` where it was asked for by itself. */
    requestedBy: string[];
}

/** Where a caller says more of an endpoint, e.g. `endpoints.sqs`. */
export function placeOf({ askedAs, reason }: PlannedEndpoint): string {
    return `${reason.key === "endpoint-service" ? "endpointServices" : "endpoints"}.${askedAs}`;
}

/** What every endpoint of a plan shares. */
export interface EndpointSurroundings extends VpcRanges {
    values: PlaceholderValues;
    /** The VPC's zones, in order of their names. */
    zones: string[];
    /** Zones of interface endpoints that say nothing else. @default every zone of the VPC */
    endpointZones?: string[];
    perimeter?: PerimeterRequest;
    /** The workloads asked for. */
    workloads?: string[];
    /** Whether AWS is asked in the deployment what it supports. */
    asksAws: boolean;
    templates: PolicyTemplates;
}

/** The endpoints to make, for requests and wishes that nothing is wrong with. */
export function planEndpoints(
    requests: ServiceRequest[],
    wishes: EndpointWishes,
    surroundings: EndpointSurroundings,
): PlannedEndpoint[] {
    const madeServices = requests.map((request) => request.service);
    return requests.flatMap((request) => {
        const wish = wishes[request.askedAs] ?? {};
        const { chosen } = chooseKinds(request.service, wish);
        return chosen.map((choice) => planEndpoint(request, wish, choice, chosen, { ...surroundings, madeServices }));
    });
}

function planEndpoint(
    { service, askedAs, requestedBy }: ServiceRequest,
    wish: EndpointWish,
    { kind, reason }: ChosenKind,
    chosen: ChosenKind[],
    around: EndpointSurroundings & { madeServices: Service[] },
): PlannedEndpoint {
    const facts = factsOf(service);
    const { region } = around.values;
    const name = `${service}-${kind.toLowerCase()}`;
    const isInterface = kind === EndpointKind.Interface;
    const zones = isInterface ? [...wish.zones ?? around.endpointZones ?? around.zones].sort() : [];
    const privateDns = isInterface
        && (wish.privateDns ?? (facts.privateDnsByDefault !== false && facts.privateDnsNames?.length !== 0));
    return {
        service,
        askedAs,
        name,
        kind,
        serviceName: serviceNameIn(region, service, kind),
        zones,
        privateDns,
        privateDnsNames: facts.privateDnsNames?.map((name) => hostIn(region, name)) ?? null,
        privateDnsOnlyForInboundResolver: privateDns && facts.kinds.length > 1 ? chosen.length > 1 : null,
        ports: wish.ports ?? facts.ports!,
        ...(isInterface ? admission(name, wish, around) : { securityGroup: null, sources: [] }),
        policy: planPolicy({ ...around, service, wishes: wish }, around.values),
        monthlyUsd: monthlyUsd(region, zones.length),
        // Beside a gateway the interface carries what comes from outside, and the gateway nothing that is billed.
        expectedGigabytes: chosen.length > 1 && !isInterface ? null : wish.expectedGigabytes ?? null,
        paysOffFromGigabytes: paysOffFromGigabytes(region, zones.length),
        reason: isInterface && wish.reachableFrom?.length
            ? { key: reason, reachableFrom: wish.reachableFrom }
            : { key: reason },
        requestedBy,
    };
}
