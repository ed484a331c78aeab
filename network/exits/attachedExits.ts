import { isUnknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe, reasonsIn } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { TargetKind, Vpc } from "../model/vpcModel";
import { closed, type Decided, type Exit, ExitKind, open, undecidedExit } from "./exit";
import { pathsThrough } from "./pathsOut";

const guide = "https://docs.aws.amazon.com/vpc/latest/userguide";

/** What can be attached to a VPC and lead out of it. */
const attachable: { exit: TargetKind; kind: ExitKind; source: string }[] = [
    { exit: "internet gateway", kind: ExitKind.gateway, source: `${guide}/VPC_Internet_Gateway.html` },
    { exit: "NAT gateway", kind: ExitKind.gateway, source: `${guide}/vpc-nat-gateway.html` },
    {
        exit: "egress-only internet gateway",
        kind: ExitKind.gateway,
        source: `${guide}/egress-only-internet-gateway.html`,
    },
    { exit: "carrier gateway", kind: ExitKind.gateway, source: `${guide}/Carrier_Gateway.html` },
    {
        exit: "virtual private gateway",
        kind: ExitKind.gateway,
        source: "https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html",
    },
    { exit: "VPC peering connection", kind: ExitKind.connection, source: `${guide}/vpc-peering.html` },
    {
        exit: "transit gateway",
        kind: ExitKind.connection,
        source: "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
    },
];

/** Gateways and connections to other networks: each is closed if there is none, or if no subnet has a route to it. */
export function attachedExits(index: NetworkIndex, vpc: Vpc): Exit[] {
    const label = index.label("vpcs", vpc.id);
    return attachable.map((one) => ({ vpc: label, ...one, ...decided(index, vpc, one.exit) }));
}

function decided(index: NetworkIndex, vpc: Vpc, kind: TargetKind): Decided {
    const { paths, unknown } = pathsThrough(index, vpc, kind);
    if (paths.length > 0) return open(...paths);
    const attached = attachedTo(index, vpc.id, kind);
    if (isUnknown(attached) || unknown.length > 0) return undecidedExit(reasonsIn([attached, { unknown }]));
    if (attached.length === 0) return closed(`${index.label("vpcs", vpc.id)} has no ${kind}`);
    return closed(`no subnet has a route to ${attached.join(", ")}`);
}

/** The IDs of what is attached to a VPC, of one kind. */
function attachedTo(index: NetworkIndex, vpc: string, kind: TargetKind): Maybe<string[]> {
    const ids = (list: { id: string }[]) => list.map(({ id }) => id);
    if (kind === "transit gateway") return given(index.inVpc("transitAttachments", vpc), ids);
    if (kind === "VPC peering connection") {
        return given(
            index.network.peerings,
            (all) => ids(all.filter(({ vpcs }) => vpcs.some((one) => one === vpc || isUnknown(one)))),
        );
    }
    return given(index.inVpc("gateways", vpc), (all) => ids(all.filter((one) => one.kind === kind)));
}
