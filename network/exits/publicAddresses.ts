import { isUnknown } from "../../components/plan/policies/iam/truth";
import { knownOr, reasonsIn } from "../model/maybe";
import type { NetworkIndex } from "../model/networkIndex";
import type { Vpc } from "../model/vpcModel";
import { closed, type Decided, type Exit, ExitKind, open, undecidedExit } from "./exit";

/** Whether something in the VPC has a public IPv4 address, or gets one when it is launched. */
export function publicAddresses(index: NetworkIndex, vpc: Vpc): Exit {
    const label = index.label("vpcs", vpc.id);
    const source = "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html";
    return { vpc: label, kind: ExitKind.publicAddress, exit: "public address", source, ...decided(index, vpc, label) };
}

function decided(index: NetworkIndex, { id: vpc }: Vpc, label: string): Decided {
    const [subnets, interfaces] = [index.inVpc("subnets", vpc), index.inVpc("interfaces", vpc)];
    const declared = knownOr(index.network.publicAddresses, []).filter((one) => one.vpc === vpc || isUnknown(one.vpc));
    const because = [
        ...declared.filter((one) => one.isPublic === true && !isUnknown(one.vpc)).map(({ says }) => says),
        ...knownOr(interfaces, []).filter(({ publicAddress }) => publicAddress !== undefined)
            .map(({ id, publicAddress }) => `${index.label("interfaces", id)} has ${publicAddress}`),
        ...knownOr(subnets, []).filter(({ mapsPublicAddresses }) => mapsPublicAddresses === true)
            .map(({ id }) => `${index.label("subnets", id)} assigns public addresses at launch`),
    ];
    if (because.length > 0) return open(...because);
    const unknown = reasonsIn([
        subnets,
        interfaces,
        ...knownOr(subnets, []).map(({ mapsPublicAddresses }) => mapsPublicAddresses),
        ...declared.flatMap((one) => [one.isPublic, one.vpc]),
    ]);
    if (unknown.length > 0) return undecidedExit(unknown);
    return closed(`nothing in ${label} has one, and no subnet assigns one`);
}
