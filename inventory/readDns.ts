import type * as v from "valibot";

import type { Problem } from "../components/plan/problem";
import { answersOf, type Ask } from "./answersOf";
import type { Call } from "./calls";
import * as dns from "./dnsShapes";

/** How names are resolved in VPCs, which AWS describes for one VPC or zone at a time. */
export interface VpcDns {
    /** The attributes of VPCs by ID. */
    attributes: { [vpc: string]: { enableDnsSupport: boolean; enableDnsHostnames: boolean } };
    /** The private hosted zones of VPCs by ID. */
    zones: { [vpc: string]: v.InferOutput<typeof dns.hostedZonesOfVpc>["HostedZoneSummaries"] };
    /** Records by the ID of a hosted zone. */
    records: { [zone: string]: v.InferOutput<typeof dns.zoneRecords>["ResourceRecordSets"] };
}

/** The calls that describe the DNS of a VPC. */
export function dnsCalls(vpc: string, region: string): { support: Call; hostnames: Call; zones: Call } {
    const attribute = (name: string): Call => ["ec2", "describe-vpc-attribute", "--vpc-id", vpc, "--attribute", name];
    return {
        support: attribute("enableDnsSupport"),
        hostnames: attribute("enableDnsHostnames"),
        zones: ["route53", "list-hosted-zones-by-vpc", "--vpc-id", vpc, "--vpc-region", region],
    };
}

/** The call that lists the records of a hosted zone. */
export function recordsCall(zone: string): Call {
    return ["route53", "list-resource-record-sets", "--hosted-zone-id", zone];
}

/** Reads the DNS attributes of a VPC; undefined if one is not answered. */
export async function readDnsAttributes(ask: Ask, vpc: string, region: string) {
    const { read, problems } = answersOf(ask);
    const calls = dnsCalls(vpc, region);
    const support = await read(calls.support, dns.vpcAttribute);
    const hostnames = await read(calls.hostnames, dns.vpcAttribute);
    if (!support?.EnableDnsSupport || !hostnames?.EnableDnsHostnames) return { problems };
    const attributes = {
        enableDnsSupport: support.EnableDnsSupport.Value,
        enableDnsHostnames: hostnames.EnableDnsHostnames.Value,
    };
    return { attributes, problems };
}

/** Reads the DNS of VPCs. What is not answered is missing. */
export async function readDns(
    ask: Ask,
    vpcs: string[],
    region: string,
): Promise<{ dns: VpcDns; problems: Problem[] }> {
    const found: VpcDns = { attributes: {}, zones: {}, records: {} };
    const { read, problems } = answersOf(ask);
    await Promise.all(vpcs.map(async (vpc) => {
        const { attributes, problems: unread } = await readDnsAttributes(ask, vpc, region);
        problems.push(...unread);
        if (attributes) found.attributes[vpc] = attributes;
        const zones = await read(dnsCalls(vpc, region).zones, dns.hostedZonesOfVpc);
        if (zones) found.zones[vpc] = zones.HostedZoneSummaries;
    }));
    const zones = [...new Set(Object.values(found.zones).flat().map((zone) => zone.HostedZoneId))];
    await Promise.all(zones.map(async (zone) => {
        const records = await read(recordsCall(zone), dns.zoneRecords);
        if (records) found.records[zone] = records.ResourceRecordSets;
    }));
    return { dns: found, problems };
}
