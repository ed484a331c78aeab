import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { PublicAddress } from "../model/accessModel";
import { given, type Maybe } from "../model/maybe";
import { addressOwners, addressTypes, type PublicAddressType, publicAddressTypes } from "./publicAddressTypes";
import { resourceTypes as types } from "./resourceTypes";
import { unknownValue, valueAt } from "./resourceValues";
import type { StackResource, StackResources } from "./stackResources";
import { idsAt, type Place, placeIn } from "./workloads/places";

/** What gets public IPv4 addresses, or may get some. */
export function publicAddressesIn(stack: StackResources): PublicAddress[] {
    const typed = Object.entries(publicAddressTypes).flatMap(([type, row]) =>
        stack.of(type).flatMap((one) => ofType(stack, one, row))
    );
    return [...typed, ...stack.of(...addressTypes).flatMap((one) => elastic(stack, one))];
}

function ofType(stack: StackResources, one: StackResource, row: PublicAddressType): PublicAddress[] {
    const isPublic = given(placeIn(stack, one, row.flag), (place): Truth => {
        const value = place && valueAt(place.of.properties, place.path);
        if (value === unknownValue) return unknown(`${place!.path.join(".")} of ${place!.of.name}`);
        return row.isPublicIf(value);
    });
    if (isPublic === false) return [];
    const { urn, name } = one;
    const vpc = vpcOf(stack, one, row.subnets);
    return [{ id: urn, name, vpc, isPublic, says: `${name} gets public addresses`, fix: row.fix }];
}

function elastic(stack: StackResources, one: StackResource): PublicAddress[] {
    return addressOwners.flatMap(({ property, types: owners }): PublicAddress[] => {
        const id = stack.reference(owners, one, property);
        if (id === undefined) return [];
        const owner = stack.of(...owners).find((candidate) => stack.idOf(candidate) === id);
        const vpc = owner ? vpcOf(stack, owner, [["subnetId"]]) : isUnknown(id) ? id : unknown(`the VPC of ${id}`);
        const says = `${one.name} is a public address of ${owner?.name ?? "something"}`;
        return [{ id: one.urn, name: one.name, vpc, isPublic: true, says, fix: "remove the Elastic IP address" }];
    });
}

/** The VPC of a resource by its subnets, all of which are in one VPC; of those that it may have, all must agree. */
function vpcOf(stack: StackResources, one: StackResource, places: readonly Place[]): Maybe<string | undefined> {
    const subnets = idsAt(stack, one, places, types.subnet);
    if (!isUnknown(subnets)) return subnets.length === 0 ? undefined : vpcOfSubnet(stack, one, subnets[0]!);
    const place = placeIn(stack, one, places);
    const candidates = place === undefined || isUnknown(place)
        ? []
        : stack.sourcesOf(types.subnet, place.of, place.path[0]).map((subnet) => stack.idOf(subnet));
    const [first, ...others] = candidates.map((id) => vpcOfSubnet(stack, one, id));
    return first !== undefined && !isUnknown(first) && others.every((other) => other === first) ? first : subnets;
}

function vpcOfSubnet(stack: StackResources, { name }: StackResource, id: string): Maybe<string> {
    const subnet = stack.of(...types.subnet).find((one) => stack.idOf(one) === id);
    const vpc = subnet && stack.reference(types.vpc, subnet, "vpcId");
    return vpc ?? unknown(`the VPC of ${name}`);
}
