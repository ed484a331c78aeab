import { isUnknown } from "../../components/plan/policies/iam/truth";
import { knownOr } from "../../network/model/maybe";
import { defaultGroupOf } from "../../network/sources/resourceGroups";
import type { Finding, Found } from "../guardrail";
import type { StackView } from "../stackView";

/** Interface endpoints without security groups of their own: with the VPC's default one, or with one of a workload. */
export function endpointGroups(view: StackView): Found {
    const { endpoints } = view.network;
    if (isUnknown(endpoints)) return [{ undecided: endpoints.unknown }];
    const defaults = defaultGroups(view);
    return endpoints.filter(({ kind }) => kind === "Interface").flatMap(({ id, groups }): Found => {
        if (isUnknown(groups)) return [{ undecided: groups.unknown }];
        const label = view.label("endpoints", id);
        const urn = view.urnOf(id);
        const hint = "create a security group for the endpoints, and set it in securityGroupIds";
        if (groups.length === 0) {
            return [{ urn, message: `${label} has no security group, so AWS uses the VPC's default one`, hint }];
        }
        return groups.flatMap((group): Finding[] => {
            const name = view.label("securityGroups", group);
            if (defaults.has(group)) return [{ urn, message: `${label} has the VPC's default security group`, hint }];
            const workload = workloadWith(view, group);
            if (workload === undefined) return [];
            return [{ urn, message: `${label} has ${name}, which ${workload} has, too`, hint }];
        });
    });
}

/** The IDs of the default security groups of the stack's VPCs. */
function defaultGroups({ stack, network }: StackView): Set<string> {
    const adopted = stack.of("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup").map((one) => stack.idOf(one));
    const vpcs = knownOr(network.vpcs, []).map(({ id }) => defaultGroupOf(id));
    const reported = stack.of("aws:ec2/vpc:Vpc").flatMap((vpc) => {
        const id = stack.text(vpc, "defaultSecurityGroupId");
        return typeof id === "string" ? [id] : [];
    });
    return new Set([...adopted, ...vpcs, ...reported]);
}

function workloadWith({ network }: StackView, group: string): string | undefined {
    return knownOr(network.workloads, []).find(({ groups }) => knownOr(groups, [] as string[]).includes(group))?.id;
}
