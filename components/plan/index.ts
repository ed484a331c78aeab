import { overBudget } from "./costs/budget";
import { planCost } from "./costs/cost";
import { planEndpoints, type PlannedEndpoint } from "./endpoints/endpoints";
import { checkExisting, existingEgress, isLeftAlone, leftAlone } from "./endpoints/existing";
import { withFips } from "./endpoints/fips";
import { leftOut, offers } from "./endpoints/offers";
import { expandRequests, probablyAskedFor, type ServiceRequest } from "./endpoints/requests";
import { noRouteTables } from "./endpoints/routeTables";
import { planClientEgress, planSecurityGroups } from "./endpoints/securityGroups";
import { checkWishes, checkZoneNames, type EndpointWishes, unknownPorts } from "./endpoints/wishes";
import { checkConnections, planConnections } from "./endpointServices/connections";
import { regions } from "./facts/regions";
import { checkFlowLogs } from "./network/flowLogs";
import { fullSubnets, planSubnets } from "./network/network";
import { checkZones, type ZonesArgument } from "./network/zones";
import type { EndpointsPlan, EndpointsRequest, Planned, VpcPlan, VpcRequest } from "./plan";
import { changesOf, lintPolicy, type PolicyTemplates } from "./policies/endpointPolicy";
import { checkPerimeter } from "./policies/perimeter";
import type { Problem } from "./problem";
import { checkQuotas, overQuota } from "./quotas";
import { factsOf, missingIn } from "./services/services";

export type * from "./plan";

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
        ...(options.lookUp === false ? neverSent(requests, wishes) : []),
        ...(options.fips ? saidOfTwins(asked, { endpoints: wishes, existing }) : []),
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
            clientEgress: [
                ...planClientEgress(endpoints, { ...wishes, ...endpointServices }),
                ...existingEgress(requests, existing),
            ],
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

/** What would change a policy that is not sent, since nobody says whether AWS takes it. */
function neverSent(requests: ServiceRequest[], wishes: EndpointWishes): Problem[] {
    return requests.filter(({ service }) => factsOf(service).policySupport === null).flatMap(({ service, askedAs }) =>
        changesOf(wishes[askedAs] ?? {}).map((key) => ({
            path: `endpoints.${askedAs}.${key}`,
            message: `whether AWS takes a policy on the endpoint of ${service} is not known, and AWS is not asked`,
            hint: "leave out options.lookUp, or write the whole policy under policy",
        }))
    );
}

/** What is said of a FIPS endpoint by its own key, where it is exchanged for its service, which is asked for too. */
function saidOfTwins(requests: ServiceRequest[], said: { [argument: string]: object }): Problem[] {
    return requests.flatMap(({ service }) => {
        const twin = requests.find((one) => factsOf(service).fips === one.service)?.service;
        if (twin === undefined) return [];
        const places = Object.entries(said).filter(([, entries]) => Object.hasOwn(entries, twin));
        const message = `options.fips takes ${twin} for ${service}, which is asked for too`;
        return places.map(([argument]) => ({ path: `${argument}.${twin}`, message, hint: `say it of ${service}` }));
    });
}

function wrongBudget(maxUsd: number | undefined): Problem[] {
    if (maxUsd === undefined || (maxUsd >= 0 && Number.isFinite(maxUsd))) return [];
    const message = `${maxUsd} is not an amount of USD`;
    return [{ path: "options.maxMonthlyUsd", message, hint: "say how much a month, e.g. 100" }];
}
