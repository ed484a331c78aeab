import { getZone } from "@pulumi/aws/route53/getZone";
import { getZones } from "@pulumi/aws/route53/getZones";
import * as pulumi from "@pulumi/pulumi";

import { checkPrivateZones, type FoundZone, zoneNames } from "../plan/endpoints/privateZones";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { NotLookedUp } from "../plan/network/notLookedUp";
import type { Problem } from "../plan/problem";
import { ask, reasonOf } from "./ask";

const permissions = ["GetHostedZone", "ListHostedZones", "ListResourceRecordSets", "ListTagsForResource"]
    .map((action) => `route53:${action}`);

/**
 * What the VPC's private hosted zones mean for the planned endpoints. The provider cannot list a VPC's zones, so that each
 * name is looked up: zones of another account are not found.
 */
export async function privateZones(
    vpcId: string,
    region: string,
    endpoints: PlannedEndpoint[],
    opts: pulumi.InvokeOptions,
): Promise<{ problems: Problem[]; warnings: Problem[]; missing: NotLookedUp[] }> {
    const what = "private hosted zones";
    const { value, problems } = await ask("vpcId", what, foundIn(vpcId, zoneNames(endpoints, region), opts));
    const missing = problems.map(({ message }): NotLookedUp => ({ what, permissions, reason: message }));
    return { ...checkPrivateZones(endpoints, region, value ?? []), missing };
}

/** One name after the other: Route 53 accepts five requests a second of an account. */
async function foundIn(vpcId: string, names: string[], opts: pulumi.InvokeOptions): Promise<FoundZone[]> {
    const found: FoundZone[] = [];
    // A user's mocks may omit the list.
    if (names.length === 0 || !((await getZones(opts)).ids?.length > 0)) return found;
    for (const name of names) {
        const id = await zoneOf(vpcId, name, opts);
        if (id !== undefined) found.push({ id, name });
    }
    return found;
}

async function zoneOf(vpcId: string, name: string, opts: pulumi.InvokeOptions): Promise<string | undefined> {
    try {
        return (await getZone({ name, vpcId, privateZone: true }, opts)).zoneId;
    } catch (error) {
        if (/no matching/.test(reasonOf(error))) return undefined;
        throw error;
    }
}
