import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import { knownOr, type Maybe } from "./maybe";
import { Memo } from "./memo";
import type { ContentKind, Contents, Network } from "./network";
import type { Named } from "./vpcModel";

type Item<Kind extends ContentKind> = Contents[Kind][number];

/** The singular of each kind, for sentences. */
const words: { [Kind in ContentKind]: string } = {
    vpcs: "VPC",
    subnets: "subnet",
    routeTables: "route table",
    prefixLists: "prefix list",
    networkAcls: "network ACL",
    securityGroups: "security group",
    endpoints: "endpoint",
    interfaces: "network interface",
    publicAddresses: "public address",
    gateways: "gateway",
    peerings: "VPC peering connection",
    transitAttachments: "transit gateway attachment",
    privateZones: "private hosted zone",
    resolverRules: "Resolver rule",
    resolverEndpoints: "Resolver endpoint",
    dnsFirewalls: "DNS Firewall rule group association",
    workloads: "workload",
    roles: "role",
};

/** A network whose things are found by ID, and by the VPC that they are in. */
export class NetworkIndex {
    /** What was found out about the network, for the next questions. */
    readonly memo = new Memo();
    private readonly byId = new Memo();
    private readonly byVpc = new Memo();

    constructor(readonly network: Network) {}

    /** Something by its ID; unknown if its kind was not read, or if the network does not have it. */
    find<Kind extends ContentKind>(kind: Kind, id: Maybe<string>): Maybe<Item<Kind>> {
        if (isUnknown(id)) return id;
        const all = this.network[kind] as Maybe<Named[]>;
        if (isUnknown(all)) return all;
        const found = this.byId.of([kind], () => new Map(all.map((one) => [one.id, one]))).get(id);
        return (found as Item<Kind> | undefined) ?? unknown(`${words[kind]} ${id} is not described`);
    }

    /** What is in a VPC. Things whose VPC is not known are in every one. */
    inVpc<Kind extends "endpoints" | "gateways" | "subnets" | "interfaces" | "dnsFirewalls" | "transitAttachments">(
        kind: Kind,
        vpc: string,
    ): Maybe<Item<Kind>[]> {
        const all = this.network[kind] as Maybe<(Named & { vpc: Maybe<string> })[]>;
        if (isUnknown(all)) return all;
        const groups = this.byVpc.of([kind], () => byVpc(all));
        return [...groups.get(vpc) ?? [], ...groups.get(undefined) ?? []] as Item<Kind>[];
    }

    /** Something as sentences name it, e.g. `subnet app-us-east-1a` or `subnet app (subnet-0123456789abcdef0)`. */
    label(kind: ContentKind, id: Maybe<string>): string {
        if (isUnknown(id)) return `an unknown ${words[kind]}`;
        const [, what, vpc] = createdWithVpc.exec(id) ?? [];
        if (vpc !== undefined) return `the ${what} of ${this.label("vpcs", vpc)}`;
        const found = this.find(kind, id);
        const name = isUnknown(found) ? undefined : found.name;
        if (name === undefined || name === id) return `${words[kind]} ${id}`;
        return isAwsId(id) ? `${words[kind]} ${name} (${id})` : `${words[kind]} ${name}`;
    }
}

/** The ID in the model of what AWS creates with a VPC. */
const createdWithVpc = /^(main route table|default network ACL|default security group) of (.+)$/;

/** Whether an ID is AWS's own, which people search for; other IDs are only the reader's. */
export function isAwsId(id: string): boolean {
    return /^[a-z]+-[0-9a-f]{8,17}$/.test(id);
}

/** Things by their VPC; those whose VPC is not known have the key `undefined`. */
function byVpc<T extends { vpc: Maybe<string> }>(all: T[]): Map<string | undefined, T[]> {
    const groups = new Map<string | undefined, T[]>();
    for (const one of all) {
        const vpc = knownOr(one.vpc, undefined);
        const group = groups.get(vpc);
        if (group) group.push(one);
        else groups.set(vpc, [one]);
    }
    return groups;
}
