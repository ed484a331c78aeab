import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import * as pulumi from "@pulumi/pulumi";

import { inVpc, type InVpcArgs } from "../args/inVpcArgs";
import { pick } from "../args/pick";
import { readArgs } from "../args/readArgs";
import { vpcEndpoints, type VpcEndpointsArgs, vpcEndpointsRows } from "../args/vpcEndpointsArgs";
import { checkFound, existingIds } from "../plan/endpoints/existingEndpoints";
import { blocksOf } from "../plan/endpoints/vpcRanges";
import type { FoundVpc } from "../plan/network/foundVpc";
import { notLookedUp } from "../plan/network/notLookedUp";
import { placeEndpoints, wrongDns } from "../plan/network/placement";
import { attachmentSubnets, withoutRoom } from "../plan/network/subnetRoom";
import { describeWaysOut, waysOut } from "../plan/network/waysOut";
import { parseZone } from "../plan/network/zones";
import type { Problem } from "../plan/problem";
import { isService } from "../plan/services/serviceNames";
import { checkInVpc, planEndpointsOf, withPlan } from "../planner";
import { failure } from "../planOrFail";
import { refusedClaims } from "../resources/claims";
import { logWarnings } from "../resources/logWarnings";
import { ask, askWith } from "./ask";
import { attachmentsOf } from "./findAttachments";
import { collisionsOf } from "./findCollisions";
import { privateZones } from "./findPrivateZones";
import { otherRuleGroups } from "./findRuleGroups";
import { unusedGateways } from "./findUnusedGateways";
import { lookUpEndpoint } from "./lookUpEndpoint";
import { lookUpSubnet, lookUpVpc } from "./lookUpVpc";
import { endpointsInState, readStackState, subnetsInState } from "./stackState";

/**
 * Looks up the VPC and returns full `VpcEndpointsArgs`, or throws every problem before any resource is declared.
 *
 * The lookups need no outputs, so that previews run them too, and they finish before any resource is declared.
 */
export async function resolveVpc(
    name: string,
    args: InVpcArgs,
    opts?: pulumi.ComponentResourceOptions,
): Promise<VpcEndpointsArgs> {
    const { problems: unread } = readArgs(inVpc, args);
    if (unread.length > 0) throw failure(name, args, checkInVpc(args));
    const asking = askWith(opts);
    const { value: vpc, problems: noVpc } = await ask("vpcId", args.vpcId, lookUpVpc(args.vpcId, asking));
    if (!vpc) throw failure(name, args, noVpc);
    const { value: caller, problems: noCaller } = await ask(
        "vpcId",
        "the account of the caller",
        getCallerIdentity({}, asking),
    );
    if (!caller) throw failure(name, args, noCaller);
    const state = await readStackState();
    const { place, problems: misplaced } = placeEndpoints(
        vpc,
        args,
        caller.accountId,
        await foreignSubnetsOf(vpc, args, asking),
        state && subnetsInState(state),
    );
    const vpcCidrBlock = blocksOf(vpc.cidrBlock, vpc.secondaryCidrBlocks);
    const resolved: VpcEndpointsArgs = { ...args, vpcCidrBlock, subnetIds: {}, routeTableIds: [], ...place };
    const { plan, problems } = planEndpointsOf(vpcEndpoints, pick(resolved, vpcEndpointsRows));
    // Without placement there are no zones either: that problem would repeat the placement's.
    const wrong = [...misplaced, ...(place ? problems : problems.filter(({ path }) => path !== "subnetIds"))];
    wrong.push(...wrongDns(vpc, plan?.endpoints ?? []));
    if (plan && place) {
        wrong.push(...withoutRoom(vpc, place, plan.endpoints, state && endpointsInState(state)));
        // A conflict with another component of this program is reported as such, whether or not AWS has the endpoint already.
        const refused = refusedClaims({ name, args: resolved, ...plan });
        const others = plan.endpoints.filter((one) => !refused.some(({ contest }) => contest?.mine === one));
        wrong.push(...refused.map(({ problem }) => problem));
        wrong.push(...await collisionsOf(name, opts, args, place.routeTableIds, others, state));
    }
    const region = vpc.subnets.flatMap(({ availabilityZone }) => parseZone(availabilityZone)?.region ?? [])[0];
    if (region !== undefined) wrong.push(...await wrongExisting(args, region, asking));
    const groups = await otherRuleGroups(args, plan?.dnsFirewall, asking);
    const zones = await privateZones(vpc.id, region ?? "", plan?.endpoints ?? [], asking);
    wrong.push(...groups.problems, ...zones.problems);
    if (wrong.length > 0) throw failure(name, args, wrong);
    if (!plan || !place) return resolved;
    const { attached, missing } = await attachmentsOf(vpc.id, asking);
    const warnings = [
        ...attachmentSubnets(vpc, place, args.subnetIds),
        ...await unusedGateways(args, plan.endpoints, asking),
        ...groups.warnings,
        ...zones.warnings,
        ...notLookedUp(vpc.id, [...missing, ...zones.missing]),
    ];
    logWarnings(warnings, opts?.parent);
    const exits = waysOut(vpc, attached);
    if (exits.length > 0) void pulumi.log.info(describeWaysOut(vpc.id, exits), opts?.parent);
    return withPlan(resolved, { ...plan, warnings: [...warnings, ...plan.warnings], waysOut: exits });
}

/** The caller's subnets that belong to another VPC; IDs that do not exist are skipped. */
async function foreignSubnetsOf(vpc: FoundVpc, { subnetIds = [] }: InVpcArgs, opts: pulumi.InvokeOptions) {
    const unknown = subnetIds.filter((id) => !vpc.subnets.some((subnet) => subnet.id === id));
    const answers = await Promise.all(unknown.map((id) => ask("subnetIds", id, lookUpSubnet(id, opts))));
    return answers.flatMap(({ value }) => value ?? []);
}

async function wrongExisting(
    { vpcId, existing = {}, endpoints = {} }: InVpcArgs,
    region: string,
    opts: pulumi.InvokeOptions,
): Promise<Problem[]> {
    const answers = await Promise.all(
        existingIds(existing).map(async ({ service, id, path }) => {
            if (typeof id !== "string" || !isService(service)) return [];
            const { value, problems } = await ask(path, id, lookUpEndpoint(id, opts));
            const isForOutsiders = endpoints[service] !== undefined;
            return value ? checkFound({ service, path, isForOutsiders }, value, vpcId, region) : problems;
        }),
    );
    return answers.flat();
}
