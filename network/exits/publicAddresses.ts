import { isUnknown } from "../../components/plan/policies/iam/truth";
import type { Workload } from "../model/accessModel";
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
    const workloads = workloadsIn(index, vpc);
    const because = [
        ...knownOr(interfaces, []).filter(({ publicAddress }) => publicAddress !== undefined)
            .map(({ id, publicAddress }) => `${index.label("interfaces", id)} has ${publicAddress}`),
        ...knownOr(subnets, []).filter(({ mapsPublicAddresses }) => mapsPublicAddresses === true)
            .map(({ id }) => `${index.label("subnets", id)} assigns public addresses at launch`),
        ...workloads.filter(({ hasPublicAddress }) => hasPublicAddress === true)
            .map(({ id }) => `${index.label("workloads", id)} gets a public address`),
    ];
    if (because.length > 0) return open(...because);
    const unknown = reasonsIn([
        subnets,
        interfaces,
        ...knownOr(subnets, []).map(({ mapsPublicAddresses }) => mapsPublicAddresses),
        ...workloads.map(({ hasPublicAddress }) => hasPublicAddress),
    ]);
    if (unknown.length > 0) return undecidedExit(unknown);
    return closed(`no network interface of ${label} has one, and no subnet assigns one`);
}

/** The workloads in a VPC, without network interfaces, which show their addresses themselves. */
function workloadsIn(index: NetworkIndex, vpc: string): Workload[] {
    const interfaces = new Set(knownOr(index.network.interfaces, []).map(({ id }) => id));
    return knownOr(index.network.workloads, []).filter(({ id, subnets }) =>
        !interfaces.has(id) && knownOr(subnets, []).some((one) => {
            const subnet = index.find("subnets", one);
            return !isUnknown(subnet) && subnet.vpc === vpc;
        })
    );
}
