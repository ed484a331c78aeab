import { isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import { type Addresses, type Box, rangeOf } from "../model/addresses";
import type { Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { AclEntry, NetworkAcl, Subnet } from "../model/vpcModel";
import { type Hop, hop, undecided } from "./hop";
import { type Connection, ephemeralPorts, portWords } from "./packets";
import { passes, portsFor, ruled, type Ruling } from "./ruling";

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
    const { passes, ruling } = throughAcl(acl, egress, remote, connection);
    const label = index.label("networkAcls", acl.id);
    const packets = `${portWords(connection)} ${egress ? "to" : "from"} ${remote.label}`;
    const by = (rules: Set<string>) => `${[...rules].join(", ")} of ${label}`;
    const says = passes === true
        ? `${by(ruling.allowed)} allows ${packets}`
        : passes === false
        ? `${by(ruling.denied)} denies ${packets}`
        : `${label} may allow ${packets}`;
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
 * @param connection their protocol and destination ports
 */
function throughAcl(
    acl: NetworkAcl,
    egress: boolean,
    remote: Addresses,
    connection: Connection,
): { passes: Truth; ruling: Ruling } {
    const entries = isUnknown(acl.entries)
        ? [{ label: "an entry", allow: true, box: acl.entries }]
        : acl.entries.filter((entry) => entry.egress === egress).sort((a, b) => a.number - b.number).map((entry) => ({
            label: `rule ${entry.number}`,
            allow: entry.allow,
            box: boxOf(entry, connection),
        }));
    const ruling = ruled(remote, connection.ports, entries, "rule *");
    return { passes: passes(ruling, remote.label), ruling };
}

function boxOf({ traffic, cidr }: AclEntry, connection: Connection): Maybe<Box | undefined> {
    if (isUnknown(traffic)) return traffic;
    const ports = portsFor(connection, traffic);
    if (!ports) return undefined;
    if (isUnknown(cidr)) return cidr;
    const addresses = rangeOf(cidr);
    return addresses && { addresses, ports };
}
