import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { type Addresses, addressesIn } from "../model/addresses";
import { given, type Maybe } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Subnet, Vpc } from "../model/vpcModel";
import { type Hop, undecided } from "./hop";
import type { Source } from "./question";

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
