import { all, any, isUnknown, not, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../../network/model/maybe";
import type { StackResource } from "../../network/sources/stackResources";
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
    const flag = view.stack.flag(one, row.standard, ...row.flag);
    const isPublic = row.isPublicIf ? flag : not(flag);
    if (isPublic === false) return [];
    return findingIf(all([isPublic, inPrivateVpc(view, settings, one, row.subnets)]), () => ({
        urn: one.urn,
        message: `${one.name} gets public addresses, in a VPC that must be private`,
        hint: `set ${row.flag.join(".")} to ${!row.isPublicIf}`,
    }));
}

function elastic(view: StackView, settings: Settings, one: StackResource): Found {
    return addressOwners.flatMap(({ property, types }): Found => {
        const id = view.stack.reference(types, one, property);
        if (id === undefined) return [];
        const owner = view.stack.of(...types).find((candidate) => view.stack.idOf(candidate) === id);
        const truth = owner
            ? inPrivateVpc(view, settings, owner, ["subnetId"])
            : isPrivate(view, settings, isUnknown(id) ? id : unknown(`the VPC of ${id as string}`));
        return findingIf(truth, () => ({
            urn: one.urn,
            message: `${one.name} is a public address of ${owner?.name ?? "something"} in a VPC that must be private`,
            hint: "remove the Elastic IP address",
        }));
    });
}

/** Whether a resource is in a private VPC, by the subnets that it names. */
function inPrivateVpc(
    view: StackView,
    settings: Settings,
    one: StackResource,
    path: PublicAddressType["subnets"],
): Truth {
    if (allArePrivate(settings)) return true;
    const subnets: Maybe<string[]> = path.at(-1) === "subnetId"
        ? given(view.stack.reference(subnetTypes, one, ...path), (id) => (id === undefined ? [] : [id]))
        : view.stack.references(subnetTypes, one, ...path);
    if (isUnknown(subnets)) return isPrivate(view, settings, subnets);
    return any(subnets.map((id) => {
        const subnet = view.index.find("subnets", id);
        return isPrivate(view, settings, isUnknown(subnet) ? subnet : subnet.vpc);
    }));
}
