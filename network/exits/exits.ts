import { isUnknown } from "../../components/plan/policies/iam/truth";
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
    if (isUnknown(vpcs)) {
        const source = "https://docs.aws.amazon.com/vpc/latest/userguide/what-is-amazon-vpc.html";
        const vpc = index.label("vpcs", vpcs);
        return [{ vpc, kind: ExitKind.gateway, exit: "any way out", source, ...undecidedExit(vpcs.unknown) }];
    }
    return vpcs.filter(({ id }) => ids === undefined || ids.includes(id)).flatMap((vpc) => [
        ...attachedExits(index, vpc),
        ...applianceExits(index, vpc),
        publicAddresses(index, vpc),
        ...endpointExits(index, vpc),
        ...dnsExits(index, vpc),
    ]);
}
