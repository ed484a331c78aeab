import { isLate } from "../args/late";
import { checkTagCharacters } from "./checkTags";
import { forOwnVpc } from "./dnsFirewall/planDnsFirewall";
import { FlowLogsDestination } from "./facts/flowLogsDestination";
import { isInZones } from "./kinds/endpointKinds";
import { checkFlowLogs } from "./network/flowLogs";
import { planSecondaryRanges } from "./network/planSecondaryRanges";
import { fullSubnets, planSubnets } from "./network/planSubnets";
import { specialRangeWarnings } from "./network/specialRanges";
import { checkZones, unlistedZones } from "./network/zones";
import type { Planned, PlannedIpam, VpcPlan, VpcRequest } from "./plan";
import { planVpcEndpoints } from "./planVpcEndpoints";
import type { PolicyTemplates } from "./policies/endpointPolicy";

export type * from "./plan";

/**
 * Plans a private VPC.
 *
 * @param unread the paths of arguments that could not be read
 */
export function planVpc(request: VpcRequest, templates: PolicyTemplates, unread: string[] = []): Planned<VpcPlan> {
    const { zones } = checkZones(request.availabilityZones, "availabilityZones");
    const { secondaryCidrBlocks, ipam, ...others } = request;
    const cidrBlock = request.cidrBlock ?? null;
    const { subnets, problems: wrongAddresses } = planSubnets(request, zones);
    const secondary = planSecondaryRanges(secondaryCidrBlocks ?? [], request.cidrBlock, zones, request.quotas);
    const ranges = secondary.ranges.length > 0 ? { secondaryCidrBlocks: secondary.ranges } : {};
    const { plan, problems } = planVpcEndpoints(
        {
            ...others,
            vpcCidrBlock: request.cidrBlock,
            secondaryCidrBlocks: secondary.ranges.map((range) => range.cidrBlock),
            dnsFirewall: forOwnVpc(request.dnsFirewall),
            workloadBlocks: [{ subnets }, ...secondary.ranges].flatMap((range) =>
                range.subnets.flatMap((subnet) => subnet.cidrBlock ?? [])
            ),
        },
        request.availabilityZones,
        templates,
        unread,
        "availabilityZones",
    );
    const full = plan ? fullSubnets(request, subnets, plan.endpoints.filter(isInZones)) : [];
    const all = [
        ...wrongAddresses,
        ...secondary.problems,
        ...problems,
        ...checkFlowLogs(request.flowLogs),
        ...(request.flowLogs?.destination === FlowLogsDestination.CloudWatchLogs
            ? checkTagCharacters(request.tags)
            : []),
        ...full,
    ];
    if (!plan || all.length > 0) return { problems: all };
    const warnings = [
        ...(cidrBlock === null ? [] : specialRangeWarnings("cidrBlock", cidrBlock)),
        ...(secondaryCidrBlocks ?? []).flatMap((range, index) =>
            specialRangeWarnings(`secondaryCidrBlocks[${index}].cidrBlock`, range.cidrBlock)
        ),
        ...unlistedZones(zones),
        ...plan.warnings,
    ];
    const network = { cidrBlock, ...(ipam && { ipam: plannedIpam(ipam) }), subnets, ...ranges };
    return { plan: { ...plan, warnings, network }, problems: [] };
}

function plannedIpam({ poolId, netmaskLength }: NonNullable<VpcRequest["ipam"]>): PlannedIpam {
    return { poolId: typeof poolId === "string" && !isLate(poolId) ? poolId : null, netmaskLength };
}
