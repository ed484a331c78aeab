import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint } from "../model/accessModel";
import { type Addresses, addressesIn, publicRanges, type Range, rangeOf, without } from "../model/addresses";
import { knownOr, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Vpc } from "../model/vpcModel";
import type { End } from "./packets";

/** Something that a name resolves to. */
export interface Target extends End {
    /** Where it is; `undefined` for addresses outside the VPCs of the network. */
    inside?: { vpc: Maybe<string>; subnet: Maybe<string> };
    /** The interface endpoint that has the addresses. */
    endpoint?: Endpoint;
    /** The AWS service whose public addresses these are. */
    service?: string;
}

/** The network interfaces of an interface endpoint, each a target: clients are given the addresses of all of them. */
export function targetsOf(index: NetworkIndex, endpoint: Endpoint): Maybe<Target[]> {
    const { interfaces, groups, vpc } = endpoint;
    if (isUnknown(interfaces)) return interfaces;
    if (interfaces.length === 0) {
        return unknown(`${index.label("endpoints", endpoint.id)} has no network interfaces yet`);
    }
    const targets: Target[] = [];
    for (const { subnet, address } of interfaces) {
        const found = index.find("subnets", subnet);
        const block = address === undefined ? (isUnknown(found) ? found : found.cidrBlock) : `${address}/32`;
        if (isUnknown(block)) return block;
        const where = address ?? `an address in ${index.label("subnets", subnet)}`;
        const addresses = addressesIn(`${index.label("endpoints", endpoint.id)}, ${where}`, [block]);
        if (isUnknown(addresses)) return addresses;
        targets.push({ addresses, groups, inside: { vpc, subnet }, endpoint });
    }
    return targets;
}

/** The public addresses of an AWS service. They are known if the service has a prefix list whose entries are known. */
export function publicTarget(index: NetworkIndex, service: string): Target {
    const lists = knownOr(index.network.prefixLists, []);
    const list = lists.find((one) => one.service === service);
    const label = `public addresses of ${service}`;
    const known = list && !isUnknown(list.cidrs) ? knownOr(addressesIn(label, list.cidrs), undefined) : undefined;
    const ranges = known?.ranges ?? index.memo.of(["unlisted"], () => unlistedRanges(index));
    return { addresses: { label, ranges, prefixList: list?.id, service }, groups: [], service };
}

/** Public addresses that are in no prefix list of an AWS service. */
function unlistedRanges(index: NetworkIndex): Range[] {
    const lists = knownOr(index.network.prefixLists, []).filter(({ service }) => service !== undefined);
    const listed = lists.flatMap(({ cidrs }) => knownOr(cidrs, [])).flatMap((cidr) => rangeOf(cidr) ?? []);
    return listed.reduce((left, range) => left.flatMap((one) => without(one, range)), publicRanges);
}

/** An address, and what has it in a VPC that packets can be routed to. */
export function targetAt(index: NetworkIndex, address: string, from: Vpc): Maybe<Target> {
    const addresses: Maybe<Addresses> = addressesIn(address, [address.includes("/") ? address : `${address}/32`]);
    if (isUnknown(addresses)) return addresses;
    return { addresses, ...whereIs(index, address, from) };
}

/** Where an address is: in this VPC or, if it is not in its CIDR blocks, in one that is connected. */
function whereIs(index: NetworkIndex, address: string, from: Vpc): Pick<Target, "groups" | "inside" | "endpoint"> {
    const { interfaces, endpoints } = index.network;
    const outside = { groups: [] };
    const own = knownOr(index.inVpc("interfaces", from.id), []).find((one) => one.addresses.includes(address))
        ?? knownOr(interfaces, []).find((one) => one.addresses.includes(address));
    if (own) return { groups: own.groups, inside: { vpc: own.vpc, subnet: own.subnet } };
    for (const endpoint of knownOr(endpoints, [])) {
        const its = knownOr(endpoint.interfaces, []).find((one) => one.address === address);
        if (its) return { groups: endpoint.groups, inside: { vpc: endpoint.vpc, subnet: its.subnet }, endpoint };
    }
    const subnets = knownOr(index.network.subnets, []).filter((one) => contains(one.cidrBlock, address));
    const subnet = subnets.find((one) => one.vpc === from.id) ?? (subnets.length === 1 ? subnets[0] : undefined);
    if (!subnet) return outside;
    const groups = unknown(`the security groups of ${address}, which no described network interface has`);
    return { groups, inside: { vpc: subnet.vpc, subnet: subnet.id } };
}

function contains(cidrBlock: Maybe<string>, address: string): boolean {
    if (isUnknown(cidrBlock)) return false;
    const [block, one] = [addressesIn("", [cidrBlock]), addressesIn("", [`${address}/32`])];
    if (isUnknown(block) || isUnknown(one)) return false;
    return block.ranges[0]!.first <= one.ranges[0]!.first && one.ranges[0]!.last <= block.ranges[0]!.last;
}
