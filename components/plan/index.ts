import { checkConnections, type ConnectionWishes, planConnections } from "./connections";
import { planCost, type PlannedCost } from "./cost";
import type { PolicyTemplates } from "./endpointPolicy";
import { planEndpoints, type PlannedEndpoint } from "./endpoints";
import { checkExisting, existingEgress, type ExistingEndpoints, isLeftAlone, leftAlone } from "./existing";
import { regions } from "./facts/regions";
import { checkFlowLogs, type FlowLogsRequest } from "./flowLogs";
import { type NetworkRequest, type PlannedSubnet, planSubnets } from "./network";
import { leftOut, type NotMade, offers } from "./offers";
import type { Problem } from "./problem";
import { expandRequests, probablyAskedFor, type ServiceRequest, type Wants } from "./requests";
import { noRouteTables } from "./routeTables";
import { planClientEgress, type PlannedEgress, type PlannedSecurityGroup, planSecurityGroups } from "./securityGroups";
import { factsOf } from "./services";
import { checkWishes, checkZoneNames, type EndpointWishes } from "./wishes";
import { checkZones, type ZonesArgument } from "./zones";

/** What a caller says of the endpoints of a VPC, as far as it decides what is made. */
export interface EndpointsRequest extends Wants {
    /** The VPC's own range; anything but text is known only in a deployment. */
    vpcCidrBlock?: unknown;
    endpoints?: EndpointWishes;
    endpointServices?: ConnectionWishes;
    endpointZones?: string[];
    /** Endpoints that are there already, and are left alone. */
    existing?: ExistingEndpoints;
    /** The route tables of gateway endpoints; anything but a list is known only in a deployment. */
    routeTableIds?: unknown;
}

/** What a caller says of a private VPC, as far as it decides what is made. */
export interface VpcRequest extends EndpointsRequest, NetworkRequest {
    availabilityZones: string[];
    flowLogs?: FlowLogsRequest;
}

/** Everything that will be made inside a VPC, and why. */
export interface EndpointsPlan {
    /** The Region of the zones, e.g. `us-east-1`. */
    region: string;
    /** The partition of the Region, e.g. `aws`. */
    partition: string;
    endpoints: PlannedEndpoint[];
    securityGroups: PlannedSecurityGroup[];
    /** Where the client security group lets a workload go. */
    clientEgress: PlannedEgress[];
    /** What was given up by the caller's own choice. */
    leftOut: NotMade[];
    /** What nobody asked for and might be wanted. */
    offered: NotMade[];
    cost: PlannedCost;
}

/** Everything that will be made for a private VPC, and why. */
export interface VpcPlan extends EndpointsPlan {
    network: PlannedNetwork;
}

/** The VPC and its subnets. */
export interface PlannedNetwork {
    cidrBlock: string;
    subnets: PlannedSubnet[];
}

/** A plan, or everything that is wrong with what was asked for. */
export type Planned<T> = { plan: T; problems: [] } | { plan?: undefined; problems: Problem[] };

/** Plans a private VPC. */
export function planVpc(request: VpcRequest, templates: PolicyTemplates): Planned<VpcPlan> {
    const { zones } = checkZones(request.availabilityZones, "availabilityZones");
    const { subnets, problems: wrongAddresses } = planSubnets(request, zones);
    const { plan, problems } = planVpcEndpoints(
        { ...request, vpcCidrBlock: request.cidrBlock },
        request.availabilityZones,
        templates,
        "availabilityZones",
    );
    const all = [...wrongAddresses, ...problems, ...checkFlowLogs(request.flowLogs)];
    if (!plan || all.length > 0) return { problems: all };
    return { plan: { ...plan, network: { cidrBlock: request.cidrBlock, subnets } }, problems: [] };
}

/** Plans the endpoints of a VPC that has one private subnet in each of these zones. */
export function planVpcEndpoints(
    request: EndpointsRequest,
    zoneNames: string[],
    templates: PolicyTemplates,
    zonesArgument: ZonesArgument = "subnetIds",
): Planned<EndpointsPlan> {
    const { zones, problems: wrongZones } = checkZones(zoneNames, zonesArgument);
    const names = zones.map((zone) => zone.name);
    const region = zones[0]?.region;
    const { requests, problems: wrongRequests } = expandRequests(request);
    const { existing = {} } = request;
    const asked = probablyAskedFor(request);
    const problems = [
        ...wrongZones,
        ...wrongRequests,
        ...(region === undefined ? [] : notInRegion(requests, region)),
        ...checkZoneNames("endpointZones", request.endpointZones, names),
        ...checkWishes(request.endpoints ?? {}, asked, names),
        ...checkExisting(existing, asked, request.endpoints ?? {}),
        ...checkConnections(request.endpointServices ?? {}, names),
    ];
    if (region === undefined || problems.length > 0) return { problems };

    const { partition } = regions[region]!;
    const surroundings = {
        values: { partition, region },
        vpcCidrBlock: request.vpcCidrBlock,
        zones: names,
        endpointZones: request.endpointZones,
        templates,
    };
    const endpoints = [
        ...planEndpoints(requests, request.endpoints ?? {}, surroundings).filter(({ service }) =>
            !isLeftAlone(service, existing)
        ),
        ...planConnections(request.endpointServices ?? {}, surroundings),
    ];
    const wrongTables = noRouteTables(endpoints, request.routeTableIds);
    if (wrongTables.length > 0) return { problems: wrongTables };
    return {
        plan: {
            region,
            partition,
            endpoints,
            securityGroups: planSecurityGroups(endpoints),
            clientEgress: [...planClientEgress(endpoints), ...existingEgress(requests, existing)],
            leftOut: [...leftOut(endpoints), ...leftAlone(requests, existing)],
            offered: offers(requests.map(({ service }) => service), request.workloads ?? []),
            cost: planCost(region, names.length, endpoints.map((endpoint) => endpoint.monthlyUsd)),
        },
        problems: [],
    };
}

function notInRegion(requests: ServiceRequest[], region: string): Problem[] {
    return requests.flatMap(({ service, path }) => {
        const { onlyInRegions } = factsOf(service);
        if (!onlyInRegions || onlyInRegions.includes(region)) return [];
        const message = `the endpoint of ${service} cannot be made in ${region}`;
        return [{ path, message, hint: `AWS offers it in ${onlyInRegions.join(", ")} only` }];
    });
}
