import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { type Addresses, addressesIn } from "../model/addresses";
import { given, knownOr, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Subnet, Vpc } from "../model/vpcModel";
import { throughAcl } from "./aclRuling";
import { hasNoRules, refersToGroups, throughGroups } from "./groupRuling";
import { type Hop, hop, undecided } from "./hop";
import { type Connection, type End, ephemeralPorts, portWords } from "./packets";
import type { Target } from "./target";

/** The client's end of a connection. */
export interface Client extends End {
    subnet: Subnet;
    vpc: Vpc;
    hasPublicAddress: Truth;
}

/** Whether the client's security groups allow the connection. */
export function egressHop(index: NetworkIndex, client: Client, target: Target, connection: Connection): Hop {
    return groupHop(index, "egress", client.groups, target, connection, target);
}

/** Whether the security groups of the destination allow the connection. */
export function ingressHop(index: NetworkIndex, client: Client, target: Target, connection: Connection): Hop {
    return groupHop(index, "ingress", target.groups, client, connection, target);
}

function groupHop(
    index: NetworkIndex,
    step: "egress" | "ingress",
    groups: Maybe<string[]>,
    peer: End,
    connection: Connection,
    target: Target,
): Hop {
    if (isUnknown(groups)) return undecided(step, groups, "the security groups are not known");
    const refers = index.memo.of(["refers", groups], () => refersToGroups(index, groups));
    const { protocol, ports: { first } } = connection;
    const keys = ["groups", step, groups, peer.addresses, refers ? peer.groups : undefined, target, protocol, first];
    return index.memo.of(keys, () => decidedByGroups(index, step, groups, peer, connection, target));
}

function decidedByGroups(
    index: NetworkIndex,
    step: "egress" | "ingress",
    groups: string[],
    peer: End,
    connection: Connection,
    target: Target,
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
        const service = target.endpoint?.service;
        if (egress || service === undefined) return { sentence };
        const cidrs = "subnet" in peer ? [knownOr((peer as Client).subnet.cidrBlock, "")].filter(Boolean) : [];
        return { sentence, option: { add: "allowedCidrBlocks", service, cidrs } };
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
export function clientAddresses(index: NetworkIndex, subnet: Subnet, address: string | undefined): Maybe<Addresses> {
    return index.memo.of(["client", subnet, address], () => {
        if (address !== undefined) return addressesIn(address, [`${address}/32`]);
        return given(subnet.cidrBlock, (cidr) => addressesIn(index.label("subnets", subnet.id), [cidr]));
    });
}

/** The VPC of a subnet. */
export function vpcOf(index: NetworkIndex, subnet: Subnet): Maybe<Vpc> {
    const vpc = index.find("vpcs", subnet.vpc);
    return isUnknown(vpc) ? unknown(`${vpc.unknown.join(", ")}, the VPC of ${index.label("subnets", subnet.id)}`) : vpc;
}
