import { isUnknown, type Unknown } from "../../components/plan/policies/iam/truth";
import { knownOr, type Maybe } from "../model/maybe";
import type { Network } from "../model/network";
import type { NetworkIndex } from "../model/networkIndex";
import { attachedExits } from "./attachedExits";
import { dnsExits } from "./dnsExits";
import { endpointExits } from "./endpointExits";
import { type Exit, ExitKind, undecidedExit } from "./exit";
import { applianceExits } from "./pathsOut";
import { publicAddresses } from "./publicAddresses";

/**
 * Every way out of VPCs: gateways to the internet and to other networks, connections to other VPCs, public addresses,
 * endpoints and DNS. Each is closed with a proof, or open with its shortest path.
 *
 * @param ids the IDs of the VPCs; all of them if omitted
 */
export function exitsOf(index: NetworkIndex, ids?: string[]): Exit[] {
    const { vpcs } = index.network;
    if (isUnknown(vpcs)) return [unknownExits(index, vpcs)];
    const described = new Set(vpcs.map(({ id }) => id));
    const others = mentionedVpcs(index.network).filter((id) => !described.has(id) && (ids?.includes(id) ?? true));
    return [
        ...vpcs.filter(({ id }) => ids === undefined || ids.includes(id)).flatMap((vpc) => [
            ...attachedExits(index, vpc),
            ...applianceExits(index, vpc),
            publicAddresses(index, vpc),
            ...endpointExits(index, vpc),
            ...dnsExits(index, vpc),
        ]),
        ...others.map((id) => unknownExits(index, index.find("vpcs", id) as Unknown, id)),
    ];
}

/** The ways out of a VPC of which nothing is known. */
function unknownExits(index: NetworkIndex, { unknown }: Unknown, id: Maybe<string> = { unknown }): Exit {
    const source = "https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html";
    const vpc = index.label("vpcs", id);
    return { vpc, kind: ExitKind.gateway, exit: "any way out", source, ...undecidedExit(unknown) };
}

/** The VPCs that something of the network is in, e.g. subnets that a stack creates in the VPC of another stack. */
function mentionedVpcs({ subnets, gateways, endpoints }: Network): string[] {
    const inVpcs = [subnets, gateways, endpoints].flatMap((list) =>
        knownOr<{ vpc: Maybe<string> }[], never[]>(list, [])
    );
    return [...new Set(inVpcs.map(({ vpc }) => vpc))].filter((vpc) => !isUnknown(vpc)) as string[];
}
