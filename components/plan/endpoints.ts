import { admission } from "./admission";
import { monthlyUsd } from "./cost";
import { type PlannedPolicy, planPolicy, type PolicyTemplates } from "./endpointPolicy";
import { EndpointKind } from "./facts/kinds";
import type { Service } from "./facts/services";
import { chooseKinds, type ChosenKind, type KindReason } from "./kinds";
import type { PlaceholderValues } from "./policy";
import type { ServiceRequest } from "./requests";
import { factsOf, inRegion } from "./services";
import type { EndpointWish, EndpointWishes } from "./wishes";

/** One endpoint to make. */
export interface PlannedEndpoint {
    /** AWS's own key, or the caller's name for somebody's endpoint service. */
    service: string;
    /** Its name behind the component's, e.g. `s3-gateway`. */
    name: string;
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
    /** TCP ports it listens on. */
    ports: number[];
    /** `endpoints` for the shared group, its own name for a group of its own, `given` for the caller's, `null` for none. */
    securityGroup: string | null;
    /** Who may connect to it: `vpc` or IPv4 blocks. */
    sources: string[];
    policy: PlannedPolicy;
    /** USD a month for being there, without data; `null` where the Region's price is not known. */
    monthlyUsd: number | null;
    /** Why it is of its kind, and for an interface that outsiders reach, who they are. */
    reason: { key: KindReason; reachableFrom?: string[] };
    /** Names of workloads, and `services` where it was asked for by itself. */
    requestedBy: string[];
}

/** What every endpoint of a plan shares. */
export interface EndpointSurroundings {
    values: PlaceholderValues;
    /** The VPC's own range; anything but text is known only in a deployment. */
    vpcCidrBlock?: unknown;
    /** The VPC's zones, in order of their names. */
    zones: string[];
    /** Zones of interface endpoints that say nothing else. @default every zone of the VPC */
    endpointZones?: string[];
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
        const wish = wishes[request.service] ?? {};
        const { chosen } = chooseKinds(request.service, wish);
        return chosen.map((choice) => planEndpoint(request, wish, choice, chosen, { ...surroundings, madeServices }));
    });
}

function planEndpoint(
    { service, requestedBy }: ServiceRequest,
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
    const privateDns = isInterface && (wish.privateDns ?? facts.privateDnsNames?.length !== 0);
    return {
        service,
        name,
        kind,
        serviceName: inRegion(facts.serviceName, region),
        zones,
        privateDns,
        privateDnsNames: facts.privateDnsNames?.map((name) => inRegion(name, region)) ?? null,
        privateDnsOnlyForInboundResolver: privateDns && facts.kinds.length > 1 ? chosen.length > 1 : null,
        ports: facts.ports,
        ...(isInterface ? admission(name, wish, around.vpcCidrBlock) : { securityGroup: null, sources: [] }),
        policy: planPolicy({ ...around, service, wish: wish.policy }, around.values),
        monthlyUsd: monthlyUsd(region, zones.length),
        reason: isInterface && wish.reachableFrom?.length
            ? { key: reason, reachableFrom: wish.reachableFrom }
            : { key: reason },
        requestedBy,
    };
}
