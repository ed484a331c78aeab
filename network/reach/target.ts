import { isUnknown, unknown } from "../../components/plan/policies/iam/truth";
import type { Endpoint, EndpointInterface } from "../model/accessModel";
import { addressesIn, covers, publicRanges, type Range, rangeOf, without } from "../model/addresses";
import { given, knownOr, type Maybe } from "../model/maybe";
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
    /** The host name, if nothing in the VPC answers for it. */
    host?: string;
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
    return given(addressesIn(address, [`${address}/32`]), (addresses): Target => (
        { addresses, ...holderOf(index, address, from) }
    ));
}

/** What has an address; no `inside` if nothing in the network does. */
type Holder = Pick<Target, "groups" | "inside" | "endpoint">;

/** What has an address in this VPC; if nothing does, in the other VPC that does. */
function holderOf(index: NetworkIndex, address: string, from: Vpc): Holder {
    const [interfaces, subnets] = [interfacesWith(index, address), subnetsWith(index, address)];
    const isOwn = ({ inside }: Holder) => inside!.vpc === from.id;
    const own = interfaces.find(isOwn) ?? subnets.find(isOwn);
    if (own) return own;
    const [first, ...others] = interfaces.length > 0 ? interfaces : subnets;
    if (others.every(({ inside }) => inside!.vpc === first?.inside!.vpc)) return first ?? { groups: [] };
    const vpc = unknown(`in which of the VPCs that have ${address} packets arrive`);
    return { groups: vpc, inside: { vpc, subnet: vpc } };
}

/** The network interfaces that have an address, also those of VPC endpoints and of Resolver endpoints. */
function interfacesWith({ network }: NetworkIndex, address: string): Holder[] {
    const { interfaces, endpoints, resolverEndpoints } = network;
    const own = knownOr(interfaces, []).filter(({ addresses }) => addresses.includes(address));
    const its = (of: Maybe<EndpointInterface[]>) => knownOr(of, []).filter((one) => one.address === address);
    return [
        ...own.map(({ vpc, subnet, groups }): Holder => ({ groups, inside: { vpc, subnet } })),
        ...knownOr(endpoints, []).flatMap((endpoint) =>
            its(endpoint.interfaces).map(({ subnet }): Holder => (
                { groups: endpoint.groups, inside: { vpc: endpoint.vpc, subnet }, endpoint }
            ))
        ),
        ...knownOr(resolverEndpoints, []).flatMap(({ vpc, groups, interfaces: of }) =>
            its(of).map(({ subnet }): Holder => ({ groups, inside: { vpc, subnet } }))
        ),
    ];
}

/** The subnets that have an address. What is not described may have it, too. */
function subnetsWith({ network }: NetworkIndex, address: string): Holder[] {
    const one = rangeOf(`${address}/32`)!;
    const groups = unknown(`the security groups of ${address}, which no described network interface has`);
    return knownOr(network.subnets, []).filter(({ cidrBlock }) => {
        const block = isUnknown(cidrBlock) ? undefined : rangeOf(cidrBlock);
        return block !== undefined && covers(block, one);
    }).map(({ id, vpc }) => ({ groups, inside: { vpc, subnet: id } }));
}
