import { unknown } from "../../components/plan/policies/iam/truth";
import type { Inventory, Kind } from "../../inventory/readInventory";
import type { Gateway } from "../model/vpcModel";

type Items<K extends Kind> = Inventory[K][number];

export function attached(
    id: string,
    kind: Gateway["kind"],
    attachments: { VpcId?: string | null; State?: string | null }[],
): Gateway[] {
    const here = attachments.filter(({ VpcId, State }) => VpcId && State !== "detached");
    return here.map(({ VpcId }) => ({ id, kind, vpc: VpcId! }));
}

export function natGateway(nat: Items<"natGateways">): Gateway[] {
    const { NatGatewayId: id, VpcId, SubnetId, State, ConnectivityType } = nat;
    if (State === "deleted" || State === "failed") return [];
    return [{
        id,
        kind: "NAT gateway",
        vpc: VpcId ?? unknown(`the VPC of ${id}`),
        subnet: SubnetId ?? unknown(`the subnet of ${id}`),
        isPublic: ConnectivityType !== "private",
    }];
}
