import { isUnknown } from "../../components/plan/policies/iam/truth";
import { knownOr } from "../../network/model/maybe";
import { resourceTypes as types } from "../../network/sources/resourceTypes";
import type { Found } from "../guardrail";
import { isOfPrivateVpc } from "../privateVpcs";
import type { StackView } from "../stackView";

/** VPCs of the stack without flow logs, neither of their own nor of each of their subnets. */
export function flowLogs(view: StackView): Found {
    const { stack, network } = view;
    const logs = stack.of("aws:ec2/flowLog:FlowLog");
    const [ofVpcs, ofSubnets] = [
        logs.map((log) => stack.reference(types.vpc, log, "vpcId")),
        logs.map((log) => stack.reference(types.subnet, log, "subnetId")),
    ];
    const late = [...ofVpcs, ...ofSubnets].find(isUnknown) as { unknown: string[] } | undefined;
    return knownOr(network.vpcs, []).flatMap(({ id }): Found => {
        if (ofVpcs.includes(id)) return [];
        const subnets = knownOr(view.index.inVpc("subnets", id), []);
        if (subnets.length > 0 && subnets.every((subnet) => ofSubnets.includes(subnet.id))) return [];
        if (late) return [{ undecided: late.unknown }];
        const label = view.label("vpcs", id);
        return [{
            urn: view.urnOf(id),
            message: `${label} has no flow log`,
            hint: isOfPrivateVpc(view, id) ? "set flowLogs of its PrivateVpc" : `create a flow log of ${label}`,
        }];
    });
}
