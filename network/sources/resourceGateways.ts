import { isUnknown, type Truth, unknown } from "../../components/plan/policies/iam/truth";
import type { Maybe } from "../model/maybe";
import type { Gateway, Peering } from "../model/vpcModel";
import { resourceTypes as types } from "./resourceTypes";
import { required } from "./resourceVpcs";
import type { StackResource, StackResources } from "./stackResources";

const kinds: { of: readonly string[]; kind: Gateway["kind"] }[] = [
    { of: types.internetGateway, kind: "internet gateway" },
    { of: types.egressOnlyGateway, kind: "egress-only internet gateway" },
    { of: types.carrierGateway, kind: "carrier gateway" },
    { of: types.vpnGateway, kind: "virtual private gateway" },
];

/** The gateways of a stack. One that is attached to no VPC in the stack is left out. */
export function gatewaysIn(stack: StackResources): Gateway[] {
    const attachments = stack.of(...types.internetAttachment);
    const attached = kinds.flatMap(({ of, kind }) =>
        stack.of(...of).flatMap((one): Gateway[] => {
            const separate = attachments.find((other) =>
                stack.reference(types.internetGateway, other, "internetGatewayId") === stack.idOf(one)
            );
            const vpc = stack.reference(types.vpc, one, "vpcId")
                ?? (separate && stack.reference(types.vpc, separate, "vpcId"));
            return vpc === undefined ? [] : [{ id: stack.idOf(one), name: one.name, kind, vpc: vpc as Maybe<string> }];
        })
    );
    return [...attached, ...stack.of(...types.natGateway).map((nat) => natOf(stack, nat))];
}

function natOf(stack: StackResources, nat: StackResource): Gateway {
    const subnet = required(stack.reference(types.subnet, nat, "subnetId"), `subnetId of ${nat.name}`);
    const found = stack.of(...types.subnet).find((one) => stack.idOf(one) === subnet);
    const vpc = found ? stack.reference(types.vpc, found, "vpcId") : undefined;
    const connectivity = stack.text(nat, "connectivityType");
    return {
        id: stack.idOf(nat),
        name: nat.name,
        kind: "NAT gateway",
        vpc: required(vpc, `the VPC of ${nat.name}`),
        subnet,
        isPublic: isUnknown(connectivity) ? connectivity : connectivity !== "private",
    };
}

/** The VPC peering connections of a stack. */
export function peeringsIn(stack: StackResources): Peering[] {
    const accepted = stack.of(...types.peeringAccepter).map((one) =>
        stack.reference(types.peering, one, "vpcPeeringConnectionId")
    );
    return stack.of(...types.peering).map((one) => {
        const id = stack.idOf(one);
        const isActive = (): Truth => {
            if (stack.text(one, "acceptStatus") === "active" || accepted.includes(id)) return true;
            return stack.flag(one, false, "autoAccept") === true || unknown(`whether ${one.name} is accepted`);
        };
        const end = (property: string) =>
            required(stack.reference(types.vpc, one, property), `${property} of ${one.name}`);
        return { id, name: one.name, vpcs: [end("vpcId"), end("peerVpcId")], isActive: isActive() };
    });
}
