import { overBudget } from "./budget";
import { checkConnections, type ConnectionWishes, planConnections } from "./connections";
import { planCost, type PlannedCost } from "./cost";
import { lintPolicy, type PolicyTemplates } from "./endpointPolicy";
import { planEndpoints, type PlannedEndpoint } from "./endpoints";
import { checkExisting, existingEgress, type ExistingEndpoints, isLeftAlone, leftAlone } from "./existing";
import { regions } from "./facts/regions";
import { withFips } from "./fips";
import { checkFlowLogs, type FlowLogsRequest } from "./flowLogs";
import { fullSubnets, type NetworkRequest, type PlannedSubnet, planSubnets } from "./network";
import { leftOut, type NotMade, offers } from "./offers";
import { checkPerimeter, type PerimeterRequest } from "./perimeter";
import type { Problem } from "./problem";
import { checkQuotas, overQuota, type RaisedQuotas } from "./quotas";
import { expandRequests, probablyAskedFor, type ServiceRequest, type Wants } from "./requests";
import { noRouteTables } from "./routeTables";
import { planClientEgress, type PlannedEgress, type PlannedSecurityGroup, planSecurityGroups } from "./securityGroups";
import { missingIn } from "./services";
import { checkWishes, checkZoneNames, type EndpointWishes, unknownPorts } from "./wishes";
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
    /** The endpoints to make: AWS's own services first, in order of their keys, then endpoint services. */
    endpoints: PlannedEndpoint[];
    /** The security groups of interface endpoints, and whom they let in. */
    securityGroups: PlannedSecurityGroup[];
    /** Where the client security group lets a workload go. */
    clientEgress: PlannedEgress[];
    /** What of the policies does less, or more, than it seems to. */
    warnings: Problem[];
    /** What was given up by the caller's own choice. */
    leftOut: NotMade[];
    /** What nobody asked for and might be wanted. */
    offered: NotMade[];
    /** What the endpoints cost a month, and what NAT gateways would. */
    cost: PlannedCost;
}

/** Everything that will be made for a private VPC, and why. */
export interface VpcPlan extends EndpointsPlan {
    /** The VPC and its subnets. */
    network: PlannedNetwork;
}

/** The VPC and its subnets. */
export interface PlannedNetwork {
    /** The VPC's IPv4 range, e.g. `10.0.0.0/16`. */
    cidrBlock: string;
    /** One isolated subnet for each zone. */
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
    const { options = {}, endpoints: wishes = {}, endpointServices = {}, existing = {}, quotas = {} } = request;
    const requests = options.fips ? withFips(asked, wishes) : asked;
    const meant = [...probablyAskedFor(request), ...asked.map(({ service }) => service)];
    const problems = [
        ...wrongZones,
        ...wrongRequests,
        ...(region === undefined ? [] : notInRegion(requests, region)),
        ...checkZoneNames("endpointZones", request.endpointZones, names),
        ...checkWishes(wishes, meant, names),
        ...checkExisting(existing, meant, wishes),
        ...checkConnections(endpointServices, names),
        ...unknownPorts(requests.filter(({ askedAs }) => !isLeftAlone(askedAs, existing)), wishes),
        ...wrongBudget(options.maxMonthlyUsd),
        ...checkQuotas(quotas),
        ...checkPerimeter(request.perimeter ?? {}, asked.map(({ service }) => service)),
    ];
    if (region === undefined || problems.length > 0) return { problems };

    const { partition } = regions[region]!;
    const surroundings = {
        values: { partition, region },
        vpcCidrBlock: request.vpcCidrBlock,
        zones: names,
        endpointZones: request.endpointZones,
        perimeter: request.perimeter,
        workloads: request.workloads,
        asksAws: options.lookUp !== false,
        templates,
    };
    const endpoints = [
        ...planEndpoints(requests, wishes, surroundings).filter(({ askedAs }) => !isLeftAlone(askedAs, existing)),
        ...planConnections(endpointServices, surroundings),
    ];
    const lint = endpoints.map((endpoint) => lintPlanned(endpoint, partition));
    const securityGroups = planSecurityGroups(endpoints);
    const refused = [
        ...noRouteTables(endpoints, request.routeTableIds),
        ...lint.flatMap(({ problems }) => problems),
        ...overQuota(endpoints, securityGroups, { endpoints: wishes, endpointServices }, quotas),
        ...overBudget(endpoints, region, options.maxMonthlyUsd),
    ];
    if (refused.length > 0) return { problems: refused };
    return {
        plan: {
            region,
            partition,
            endpoints,
            securityGroups,
            warnings: lint.flatMap(({ warnings }) => warnings),
            clientEgress: [...planClientEgress(endpoints), ...existingEgress(requests, existing)],
            leftOut: [...leftOut(endpoints, options.fips ?? false), ...leftAlone(requests, existing)],
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

/** Every policy that is sent is linted, the caller's own too; one that is known only in a deployment, there. */
function lintPlanned({ askedAs, service, kind, policy }: PlannedEndpoint, partition: string) {
    if (policy.document === null) return { problems: [], warnings: [] };
    const path = policy.from === "custom" ? `endpoints.${askedAs}.policy` : `endpoints.${askedAs}`;
    const found = lintPolicy(path, service, policy.document, { kind, partition });
    // What AWS would refuse in the caller's own has been told where it stands.
    return policy.from === "custom" ? { ...found, problems: [] } : found;
}

function wrongBudget(maxUsd: number | undefined): Problem[] {
    if (maxUsd === undefined || (maxUsd >= 0 && Number.isFinite(maxUsd))) return [];
    const message = `${maxUsd} is not an amount of USD`;
    return [{ path: "options.maxMonthlyUsd", message, hint: "say how much a month, e.g. 100" }];
}
