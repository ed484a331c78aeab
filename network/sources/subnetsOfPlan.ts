import type { PlannedSubnet } from "../../components/plan/network/placeSubnets";
import type { VpcPlan } from "../../components/plan/plan";
import { unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { NetworkAcl, Route, RouteTable, Subnet } from "../model/vpcModel";
import { vpcOfPlan as vpc } from "./idsOfPlan";

/** The CIDR blocks of a planned VPC: the primary one, which may be known only once IPAM allocates it, and the secondary ones. */
export function rangesOfPlan({ network }: VpcPlan): [primary: Maybe<string>, ...secondary: string[]] {
    const primary = network.cidrBlock ?? unknown("the VPC's CIDR block, which IPAM allocates");
    return [primary, ...(network.secondaryCidrBlocks ?? []).map(({ cidrBlock }) => cidrBlock)];
}

/** The subnets of a planned VPC, those in its secondary ranges last. */
export function subnetsOfPlan({ network: { subnets, secondaryCidrBlocks = [] } }: VpcPlan): Subnet[] {
    return [
        ...subnets.map((one) => subnetOf(one.zone, one)),
        ...secondaryCidrBlocks.flatMap((range) =>
            range.subnets.map((one) => subnetOf(`${range.cidrBlock}-${one.zone}`, one))
        ),
    ];
}

/** Subnets in secondary ranges use the route tables of their zones. */
function subnetOf(id: string, { zone, cidrBlock }: PlannedSubnet): Subnet {
    return {
        id,
        vpc,
        zone,
        cidrBlock: cidrBlock ?? unknown(`the CIDR block of the subnet in ${zone}`),
        routeTable: zone,
        networkAcl: defaultAcl.id,
        mapsPublicAddresses: false,
    };
}

/** The route table of each zone: the local routes, and those to gateway endpoints. */
export function routeTablesOfPlan(plan: VpcPlan): RouteTable[] {
    const routes = [
        ...rangesOfPlan(plan).map((range): Route => ({
            destination: given(range, (cidr) => ({ cidr })),
            target: { kind: "local", id: "" },
        })),
        ...plan.endpoints.filter((one) => "routeTables" in one).map(({ name }): Route => ({
            destination: { prefixList: name },
            target: { kind: "gateway endpoint", id: name },
        })),
    ];
    return plan.network.subnets.map(({ zone }) => ({ id: zone, vpc, routes }));
}

/** The VPC's default network ACL, which allows everything. */
export const defaultAcl: NetworkAcl = {
    id: "default",
    entries: [true, false].map((egress) => ({
        number: 100,
        egress,
        allow: true,
        traffic: { protocol: "-1", fromPort: 0, toPort: 65_535 },
        cidr: "0.0.0.0/0",
    })),
};
