import { isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import { type Addresses, type Box, type Range, rangeOf } from "../model/addresses";
import type { Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { AclEntry, NetworkAcl, Subnet } from "../model/vpcModel";
import { type Hop, hop, undecided } from "./hop";
import { type Connection, ephemeralPorts, portWords } from "./packets";
import { type Entry, passes, portsFor, ruled, type Ruling } from "./ruling";

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

/**
 * Whether a network ACL allows packets into or out of its subnets: the entry with the lowest number that matches decides
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html).
 *
 * @param remote the packets' addresses outside the subnet
 * @param ports their destination ports
 */
function throughAcl(
    acl: NetworkAcl,
    egress: boolean,
    remote: Addresses,
    protocol: string,
    ports: Range,
): { passes: Truth; ruling: Ruling } {
    const { entries: all } = acl;
    const unread: Entry[] = isUnknown(all) ? [{ label: "an entry", allow: true, box: all }] : [];
    const entries = isUnknown(all)
        ? unread
        : all.filter((entry) => entry.egress === egress).sort((a, b) => a.number - b.number).map((entry) => ({
            label: `rule ${entry.number}`,
            allow: entry.allow,
            box: boxOf(entry, protocol),
        }));
    const ruling = ruled(remote, ports, entries, "rule *");
    return { passes: passes(ruling, remote.label), ruling };
}

function boxOf({ traffic, cidr }: AclEntry, protocol: string): Maybe<Box | undefined> {
    if (isUnknown(traffic)) return traffic;
    const ports = portsFor(protocol, traffic);
    if (!ports) return undefined;
    if (isUnknown(cidr)) return cidr;
    const addresses = rangeOf(cidr);
    return addresses && { addresses, ports };
}
