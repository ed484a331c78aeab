import { isUnknown, type Truth } from "../../components/plan/policies/iam/truth";
import { type Addresses, type Box, type Range, rangeOf } from "../model/addresses";
import type { Maybe } from "../model/maybe";
import type { AclEntry, NetworkAcl } from "../model/vpcModel";
import { type Entry, passes, portsFor, ruled, type Ruling } from "./ruling";

/**
 * Whether a network ACL allows packets into or out of its subnets: the entry with the lowest number that matches decides
 * (https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html).
 *
 * @param remote the packets' addresses outside the subnet
 * @param ports their destination ports
 */
export function throughAcl(
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
