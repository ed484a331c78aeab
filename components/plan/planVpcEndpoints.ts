import { isLate } from "../args/late";
import { checkQuotas, overQuota } from "./checkQuotas";
import { checkOwner, checkTags } from "./checkTags";
import { checkBudget, overBudget } from "./costs/budget";
import { planCost } from "./costs/cost";
import { checkDnsFirewall } from "./dnsFirewall/checkDnsFirewall";
import { tooManyNames } from "./dnsFirewall/firewallQuotas";
import { planDnsFirewall } from "./dnsFirewall/planDnsFirewall";
import { checkEndpointOverrides, checkZoneNames, unknownPorts } from "./endpoints/checkEndpointOverrides";
import { asksAws } from "./endpoints/confirm";
import { checkExisting, existingEgress, isInAddition, isKeptAsIs, keptAsIs } from "./endpoints/existingEndpoints";
import { expandRequests, notInRegion, probablyRequested, repeatedRequests } from "./endpoints/expandRequests";
import { checkTwins, withFips } from "./endpoints/fips";
import { checkInboundResolver } from "./endpoints/inboundResolver";
import { leftOut, offers } from "./endpoints/offers";
import { planEndpoints } from "./endpoints/planEndpoints";
import { noRouteTables } from "./endpoints/routeTables";
import { planClientEgress, planSecurityGroups } from "./endpoints/securityGroups";
import { excludedWorkloads, sourceWarnings } from "./endpoints/sourceWarnings";
import { checkConnections, otherRegions, planConnections } from "./endpointServices/connections";
import { regions } from "./facts/regions";
import { repeatedGroups } from "./network/resourceIds";
import { checkZones, possibleZones, type ZonesArgument } from "./network/zones";
import type { EndpointsPlan, EndpointsRequest, Planned } from "./plan";
import { checkPerimeter } from "./policies/checkPerimeter";
import { neverSent } from "./policies/checkPolicy";
import type { PolicyTemplates } from "./policies/endpointPolicy";
import { notEnough } from "./policies/enough";
import { lintPlanned } from "./policies/lintPlanned";
import { notOwnedIn } from "./policies/ownedResourceStatements";
import { knownServices } from "./services/serviceNames";
import { soundConnections, soundRequests, soundWithout } from "./soundParts";

/**
 * Plans the endpoints of a VPC that has one private subnet in each of these zones.
 *
 * @param unread the paths of arguments that could not be read
 */
export function planVpcEndpoints(
    request: EndpointsRequest,
    zoneNames: string[],
    templates: PolicyTemplates,
    unread: string[] = [],
    zonesArgument: ZonesArgument = "subnetIds",
): Planned<EndpointsPlan> {
    const { zones, problems: wrongZones } = checkZones(zoneNames, zonesArgument);
    const names = zones.map((zone) => zone.name);
    const { requests: asked, problems: wrongRequests } = expandRequests(request);
    const { options = {}, endpoints: overrides = {}, endpointServices = {}, existing = {}, quotas = {} } = request;
    const requests = options.fips ? withFips(asked, overrides) : asked;
    // If the requests cannot be read, anything may be requested.
    const asksUnread = unread.some((path) => /^(services|workloads)\b/.test(path));
    const meant = asksUnread ? knownServices : [...probablyRequested(request), ...asked.map(({ service }) => service)];
    const problems = [
        ...wrongZones,
        ...wrongRequests,
        ...(zones[0] ? notInRegion(requests, zones[0].region) : []),
        ...checkZoneNames("endpointZones", request.endpointZones, names),
        ...checkEndpointOverrides(overrides, meant, names),
        ...checkExisting(existing, meant, overrides),
        ...checkConnections(endpointServices, names, zones[0]?.region),
        ...unknownPorts(requests.filter(({ askedAs }) => !isKeptAsIs(askedAs, existing)), overrides),
        ...(asksAws(options) ? [] : neverSent(requests, overrides)),
        ...(options.fips ? checkTwins(asked, { endpoints: overrides, existing }) : []),
        ...checkBudget(options.maxMonthlyUsd),
        ...checkDnsFirewall(request.dnsFirewall),
        ...checkQuotas(quotas),
        ...checkTags(request.tags),
        ...checkOwner(request.owner),
        ...checkPerimeter(request.perimeter ?? {}, meant),
    ];
    // Plan the valid parts anyway, so that their problems are reported together with these.
    const isSound = soundWithout([...unread, ...problems.map(({ path }) => path)]);
    const possible = zones.length > 0 ? zones : possibleZones(zoneNames);
    const region = possible[0]?.region;
    if (region === undefined) return { problems };

    const { partition } = regions[region]!;
    const context = {
        values: { partition, region },
        vpcCidrBlock: request.vpcCidrBlock,
        secondaryCidrBlocks: request.secondaryCidrBlocks,
        zones: possible.map((zone) => zone.name),
        // At least one zone.
        endpointZones: isSound("endpointZones") ? request.endpointZones : [possible[0]!.name],
        perimeter: isSound("perimeter") ? request.perimeter : undefined,
        workloads: request.workloads,
        asksAws: asksAws(options),
        templates,
    };
    const endpoints = [
        ...planEndpoints(soundRequests(requests, isSound), overrides, context)
            .filter((planned) => !isKeptAsIs(planned.askedAs, existing) || isInAddition(planned)),
        ...planConnections(soundConnections(endpointServices, isSound), context),
    ];
    const lint = lintPlanned(endpoints, overrides, request.perimeter, partition);
    const securityGroups = planSecurityGroups(endpoints);
    const clientEgress = [
        ...planClientEgress(endpoints, { ...overrides, ...endpointServices }),
        ...existingEgress(requests, existing, request.secondaryCidrBlocks),
    ];
    const firewall = planDnsFirewall(request.dnsFirewall, {
        region,
        endpoints,
        existing: requests.filter(({ askedAs }) => isKeptAsIs(askedAs, existing)).map(({ service }) => service),
        workloads: request.workloads ?? [],
        cidrBlocks: [request.vpcCidrBlock, ...request.secondaryCidrBlocks ?? []].filter((one) =>
            typeof one === "string"
        ),
        accountIds: context.perimeter?.accountIds ?? [],
    });
    const refused = [
        ...checkInboundResolver(endpoints),
        ...noRouteTables(endpoints, request.routeTableIds),
        ...(isSound("perimeter") ? lint.problems : []),
        ...(isSound("quotas")
            ? overQuota(endpoints, securityGroups, clientEgress, { endpoints: overrides, endpointServices }, quotas)
            : []),
        ...(firewall && isSound("quotas") ? tooManyNames(firewall, quotas) : []),
        ...(isSound("options.maxMonthlyUsd") ? overBudget(endpoints, region, options.maxMonthlyUsd) : []),
    ];
    if (problems.length > 0 || refused.length > 0) return { problems: [...problems, ...refused] };
    return {
        plan: {
            region,
            partition,
            perimeter: request.perimeter ?? {},
            endpoints,
            securityGroups,
            warnings: [
                ...repeatedRequests(request),
                ...sourceWarnings({ endpoints: overrides, endpointServices }, request),
                ...excludedWorkloads(endpoints, request.workloadBlocks ?? rangesOf(request)),
                ...otherRegions(endpointServices, region),
                ...repeatedGroups({ endpoints: overrides, endpointServices }),
                ...lint.warnings,
                ...notOwnedIn(region, request.perimeter?.awsOwnedResources ?? [], request.workloads ?? []),
                ...notEnough(endpoints, overrides, { region, partition, perimeter: request.perimeter }),
            ],
            clientEgress,
            leftOut: [...leftOut(endpoints, options.fips ?? false), ...keptAsIs(requests, existing)],
            offered: offers(
                requests.flatMap(({ service, askedAs }) => [service, askedAs]),
                request.workloads ?? [],
                region,
            ),
            ...(firewall && { dnsFirewall: firewall }),
            cost: planCost(region, names.length, endpoints),
        },
        problems: [],
    };
}

/** The VPC's CIDR blocks, if all are known. */
function rangesOf({ vpcCidrBlock, secondaryCidrBlocks = [] }: EndpointsRequest): string[] {
    return typeof vpcCidrBlock === "string" && !isLate(vpcCidrBlock) ? [vpcCidrBlock, ...secondaryCidrBlocks] : [];
}
