import { all, any, isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { given } from "../../network/model/maybe";
import { unknownValue, valueAt } from "../../network/sources/resourceValues";
import type { StackResource } from "../../network/sources/stackResources";
import { idsAt, type Place, placeIn } from "../../network/sources/workloads/places";
import { findingIf, type Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import { allArePrivate, isPrivate } from "../privateVpcs";
import type { StackView } from "../stackView";
import {
    addressOwners,
    addressTypes,
    type PublicAddressType,
    publicAddressTypes,
    subnetTypes,
} from "./publicAddressTypes";

/** Resources in private VPCs that get public addresses, or have Elastic IP addresses. */
export function publicAddresses(view: StackView, settings: Settings): Found {
    const typed = Object.entries(publicAddressTypes).flatMap(([type, row]) =>
        view.stack.of(type).flatMap((one) => ofType(view, settings, one, row))
    );
    return [...typed, ...view.stack.of(...addressTypes).flatMap((one) => elastic(view, settings, one))];
}

function ofType(view: StackView, settings: Settings, one: StackResource, row: PublicAddressType): Found {
    const isPublic = given(placeIn(view.stack, one, row.flag), (place): Truth => {
        const value = place && valueAt(place.of.properties, place.path);
        if (value === unknownValue) return unknown(`${place!.path.join(".")} of ${place!.of.name}`);
        return row.isPublicIf(value);
    });
    if (isPublic === false) return [];
    return findingIf(all([isPublic, inPrivateVpc(view, settings, one, row.subnets)]), () => ({
        urn: one.urn,
        message: `${one.name} gets public addresses, in a VPC that must be private`,
        hint: row.fix,
    }));
}

function elastic(view: StackView, settings: Settings, one: StackResource): Found {
    return addressOwners.flatMap(({ property, types }): Found => {
        const id = view.stack.reference(types, one, property);
        if (id === undefined) return [];
        const owner = view.stack.of(...types).find((candidate) => view.stack.idOf(candidate) === id);
        const truth = owner
            ? inPrivateVpc(view, settings, owner, [["subnetId"]])
            : isPrivate(view, settings, isUnknown(id) ? id : unknown(`the VPC of ${id as string}`));
        return findingIf(truth, () => ({
            urn: one.urn,
            message: `${one.name} is a public address of ${owner?.name ?? "something"} in a VPC that must be private`,
            hint: "remove the Elastic IP address",
        }));
    });
}

/** Whether a resource is in a private VPC, by the subnets that it names; of those that it may name, all must agree. */
function inPrivateVpc(view: StackView, settings: Settings, one: StackResource, places: readonly Place[]): Truth {
    if (allArePrivate(settings)) return true;
    const { stack } = view;
    const subnets = idsAt(stack, one, places, subnetTypes);
    if (!isUnknown(subnets)) return any(subnets.map((id) => isPrivateSubnet(view, settings, id)));
    const place = placeIn(stack, one, places);
    const candidates = place === undefined || isUnknown(place)
        ? []
        : stack.sourcesOf(subnetTypes, place.of, place.path[0]);
    const [first, ...others] = candidates.map((subnet) => isPrivateSubnet(view, settings, stack.idOf(subnet)));
    const agree = typeof first === "boolean" && others.every((other) => other === first);
    return agree ? first : isPrivate(view, settings, subnets);
}

function isPrivateSubnet(view: StackView, settings: Settings, id: string): Truth {
    const subnet = view.index.find("subnets", id);
    return isPrivate(view, settings, isUnknown(subnet) ? subnet : subnet.vpc);
}
