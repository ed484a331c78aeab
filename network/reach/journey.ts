import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { type Addresses, addressesIn } from "../model/addresses";
import { given, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Subnet, Vpc } from "../model/vpcModel";
import { throughAcl } from "./aclRuling";
import { contentOf, hasNoRules, refersToGroups, throughGroups } from "./groupRuling";
import { type FixOption, type Hop, hop, undecided } from "./hop";
import { type Connection, type End, ephemeralPorts, portWords } from "./packets";
import type { Source } from "./question";
import type { Target } from "./target";

/** The client's end of a connection, whatever its security groups. */
export interface Client {
    subnet: Subnet;
    vpc: Vpc;
    addresses: Addresses;
    hasPublicAddress: Truth;
}

/** The client that a source is in one of its subnets; a hop if something about it is not known. */
export function clientIn(index: NetworkIndex, id: string, { label, address, hasPublicAddress }: Source): Client | Hop {
    const subnet = index.find("subnets", id);
    if (isUnknown(subnet)) return undecided("route", subnet, `the subnet of ${label} is not known`);
    const vpc = vpcOf(index, subnet);
    if (isUnknown(vpc)) return undecided("route", vpc, `the VPC of ${label} is not known`);
    const addresses = clientAddresses(index, subnet, address);
    if (isUnknown(addresses)) return undecided("route", addresses, `the addresses of ${label} are not known`);
    const isPublic = hasPublicAddress ?? subnet.mapsPublicAddresses;
    return index.memo.of(["client", subnet, addresses, isPublic], () => (
        { subnet, vpc, addresses, hasPublicAddress: isPublic }
    ));
}

/** Which security groups decide about a connection: those of the client, or those of the destination. */
type GroupStep = "egress" | "ingress";

/** Whether security groups allow a connection. Those with the same rules do alike, so it is found out once for all of them. */
export function groupsPass(
    index: NetworkIndex,
    step: GroupStep,
    groups: Maybe<string[]>,
    peer: End,
    connection: Connection,
): Truth {
    if (isUnknown(groups)) return groups;
    const rules = index.memo.of(["rules", groups], () => rulesOf(index, groups));
    const keys = ["groups", step, rules, peer.addresses, rules.refers ? peer.groups : undefined, connection];
    return index.memo.of(keys, () => throughGroups(index, groups, step === "egress", connection, peer).passes);
}

/** The rules of groups: one object for all groups whose rules differ only in their IDs and names. */
function rulesOf(index: NetworkIndex, groups: string[]): { refers: boolean } {
    return index.memo.of(["same rules", contentOf(index, groups)], () => ({ refers: refersToGroups(index, groups) }));
}

/** What the client's security groups decide about the connection. */
export function egressHop(index: NetworkIndex, groups: Maybe<string[]>, target: Target, connection: Connection): Hop {
    if (isUnknown(groups)) return undecided("egress", groups, ofUnknownGroups);
    return decidedByGroups(index, "egress", groups, target, connection, () => undefined);
}

/** What the security groups of the destination decide about the connection. */
export function ingressHop(
    index: NetworkIndex,
    { subnet, addresses }: Client,
    groups: Maybe<string[]>,
    target: Target,
    connection: Connection,
): Hop {
    if (isUnknown(target.groups)) return undecided("ingress", target.groups, ofUnknownGroups);
    return decidedByGroups(index, "ingress", target.groups, { addresses, groups }, connection, () => {
        const service = target.endpoint?.service;
        const cidrs = isUnknown(subnet.cidrBlock) ? [] : [subnet.cidrBlock];
        return service === undefined ? undefined : { add: "allowedCidrBlocks", service, cidrs };
    });
}

const ofUnknownGroups = "the security groups are not known";

function decidedByGroups(
    index: NetworkIndex,
    step: GroupStep,
    groups: string[],
    peer: End,
    connection: Connection,
    optionOf: () => FixOption | undefined,
): Hop {
    const egress = step === "egress";
    const { passes, ruling } = throughGroups(index, groups, egress, connection, peer);
    const names = groups.map((id) => index.label("securityGroups", id)).join(", ") || "no security group";
    const packets = `${portWords(connection)} ${egress ? "to" : "from"} ${peer.addresses.label}`;
    const says = passes === true
        ? `${[...ruling.allowed].join(", ")} allows ${packets}`
        : passes === false
        ? `${names} has no rule that allows ${packets}`
        : `${names} may allow ${packets}`;
    const code = hasNoRules(index, groups, egress) ? "SG_HAS_NO_RULES" : "ENI_SG_RULES_MISMATCH";
    return hop(step, passes, says, code, () => {
        const sentence = `add ${egress ? "an outbound" : "an inbound"} rule to ${names} that allows ${packets}`;
        const option = optionOf();
        return { sentence, ...(option && { option }) };
    });
}

/** Which way packets pass the network ACL of a subnet. */
type AclStep = "aclOut" | "aclIn" | "aclOutBack" | "aclInBack";

/** Whether the network ACL of a subnet allows packets; answers go to the ports that clients choose. */
export function aclHop(
    index: NetworkIndex,
    step: AclStep,
    subnet: Maybe<Subnet>,
    remote: Addresses,
    { protocol, ports }: Connection,
): Hop {
    if (isUnknown(subnet)) return undecided(step, subnet, "the subnet is not known");
    const acl = index.find("networkAcls", subnet.networkAcl);
    if (isUnknown(acl)) {
        return undecided(step, acl, `the network ACL of ${index.label("subnets", subnet.id)} is not known`);
    }
    const egress = step === "aclOut" || step === "aclOutBack";
    const answers = step.endsWith("Back");
    const connection = { protocol, ports: answers ? ephemeralPorts : ports };
    const { passes, ruling } = throughAcl(acl, egress, remote, protocol, connection.ports);
    const label = index.label("networkAcls", acl.id);
    const packets = `${portWords(connection)} ${egress ? "to" : "from"} ${remote.label}`;
    const by = (rules: Set<string>) => `${[...rules].join(", ")} of ${label}`;
    const says = passes === true
        ? `${by(ruling.allowed)} allows ${packets}`
        : passes === false
        ? `${by(ruling.denied)} denies ${packets}`
        : `${label} allows a part of ${packets}`;
    return hop(step, passes, says, "SUBNET_ACL_RESTRICTION", () => ({
        sentence: `add an ${egress ? "outbound" : "inbound"} rule to ${label} that allows ${packets}, before ${
            [...ruling.denied].join(", ")
        }`,
    }));
}

/** The addresses of a client: its own, or all of its subnet. */
function clientAddresses(index: NetworkIndex, subnet: Subnet, address: string | undefined): Maybe<Addresses> {
    return index.memo.of(["addresses", subnet, address], () => {
        if (address !== undefined) return addressesIn(address, [`${address}/32`]);
        return given(subnet.cidrBlock, (cidr) => addressesIn(index.label("subnets", subnet.id), [cidr]));
    });
}

/** The VPC of a subnet. */
function vpcOf(index: NetworkIndex, subnet: Subnet): Maybe<Vpc> {
    const vpc = index.find("vpcs", subnet.vpc);
    return isUnknown(vpc) ? unknown(`${vpc.unknown.join(", ")}, the VPC of ${index.label("subnets", subnet.id)}`) : vpc;
}
