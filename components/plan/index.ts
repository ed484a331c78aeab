import { overBudget } from "./budget";
import { planCost, type PlannedCost } from "./cost";
import type { PolicyTemplates } from "./endpointPolicy";
import { planEndpoints, type PlannedEndpoint } from "./endpoints";
import { regions } from "./facts/regions";
import { withFips } from "./fips";
import { checkFlowLogs, type FlowLogsRequest } from "./flowLogs";
import { fullSubnets, type NetworkRequest, type PlannedSubnet, planSubnets } from "./network";
import { leftOut, type NotMade, offers } from "./offers";
import { checkPerimeter, type PerimeterRequest } from "./perimeter";
import { tooLong } from "./policy";
import type { Problem } from "./problem";
import { checkQuotas, overQuota, type RaisedQuotas } from "./quotas";
import { expandRequests, probablyAskedFor, type ServiceRequest, type Wants } from "./requests";
import { planClientEgress, type PlannedEgress, type PlannedSecurityGroup, planSecurityGroups } from "./securityGroups";
import { missingIn } from "./services";
import { checkWishes, checkZoneNames, type EndpointWishes, unknownPorts } from "./wishes";
import { checkZones, type ZonesArgument } from "./zones";

/** What a caller says of the endpoints of a VPC, as far as it decides what is made. */
export interface EndpointsRequest extends Wants {
    /** The VPC's own range; anything but text is known only in a deployment. */
    vpcCidrBlock?: unknown;
    endpoints?: EndpointWishes;
    endpointZones?: string[];
    options?: PlanOptions;
    perimeter?: PerimeterRequest;
    quotas?: RaisedQuotas;
}

/** What a caller says of the endpoints as a whole. */
export interface PlanOptions {
    fips?: boolean;
    maxMonthlyUsd?: number;
    lookUp?: boolean;
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
    const full = plan ? fullSubnets(subnets, plan.endpoints) : [];
    const all = [...wrongAddresses, ...problems, ...checkFlowLogs(request.flowLogs), ...full];
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
    const { requests: asked, problems: wrongRequests } = expandRequests(request);
    const { options = {}, endpoints: wishes = {}, quotas = {} } = request;
    const requests = options.fips ? withFips(asked, wishes) : asked;
    const problems = [
        ...wrongZones,
        ...wrongRequests,
        ...(region === undefined ? [] : notInRegion(requests, region)),
        ...checkZoneNames("endpointZones", request.endpointZones, names),
        ...checkWishes(wishes, [...probablyAskedFor(request), ...asked.map(({ service }) => service)], names),
        ...unknownPorts(requests, wishes),
        ...wrongBudget(options.maxMonthlyUsd),
        ...checkQuotas(quotas),
        ...checkPerimeter(request.perimeter ?? {}, asked.map(({ service }) => service)),
    ];
    if (region === undefined || problems.length > 0) return { problems };

    const { partition } = regions[region]!;
    const endpoints = planEndpoints(requests, wishes, {
        values: { partition, region },
        vpcCidrBlock: request.vpcCidrBlock,
        zones: names,
        endpointZones: request.endpointZones,
        perimeter: request.perimeter,
        workloads: request.workloads,
        asksAws: options.lookUp !== false,
        templates,
    });
    const securityGroups = planSecurityGroups(endpoints);
    const tooMuch = [
        ...endpoints.flatMap(tooLongPolicy),
        ...overQuota(endpoints, securityGroups, wishes, quotas),
        ...overBudget(endpoints, region, options.maxMonthlyUsd),
    ];
    if (tooMuch.length > 0) return { problems: tooMuch };
    return {
        plan: {
            region,
            partition,
            endpoints,
            securityGroups,
            clientEgress: planClientEgress(endpoints),
            leftOut: leftOut(endpoints, options.fips ?? false),
            offered: offers(requests.flatMap(({ service, askedAs }) => [service, askedAs]), request.workloads ?? []),
            cost: planCost(region, names.length, endpoints),
        },
        problems: [],
    };
}

function notInRegion(requests: ServiceRequest[], region: string): Problem[] {
    return requests.flatMap(({ service, path }) => {
        const missing = missingIn(region, service);
        if (!missing) return [];
        const message = `the endpoint of ${service} cannot be made in ${region}`;
        const { onlyInRegions } = missing;
        const hint = onlyInRegions
            ? `AWS offers it in ${onlyInRegions.join(", ")} only`
            : "leave it out; AWS says it does not offer it there";
        return [{ path, message, hint }];
    });
}

function tooLongPolicy({ askedAs, policy }: PlannedEndpoint): Problem[] {
    // The caller's own has been judged where it stands.
    if (policy.document === null || policy.from === "custom") return [];
    return tooLong(`endpoints.${askedAs}`, policy.document);
}

function wrongBudget(maxUsd: number | undefined): Problem[] {
    if (maxUsd === undefined || (maxUsd >= 0 && Number.isFinite(maxUsd))) return [];
    const message = `${maxUsd} is not an amount of USD`;
    return [{ path: "options.maxMonthlyUsd", message, hint: "say how much a month, e.g. 100" }];
}
