import { isUnknown } from "../../components/plan/policies/iam/truth";
import { given } from "../../network/model/maybe";
import type { GroupRule, SecurityGroup } from "../../network/model/vpcModel";
import type { Found } from "../guardrail";
import type { Settings } from "../guardrailOptions";
import type { StackView } from "../stackView";
import { isOpenBlock } from "./openBlock";

/** Inbound rules of security groups from anywhere. */
export function openGroups(view: StackView, { allowedPorts }: Settings): Found {
    const { securityGroups } = view.network;
    if (isUnknown(securityGroups)) return [{ undecided: securityGroups.unknown }];
    return securityGroups.flatMap((group) => {
        if (isUnknown(group.rules)) return [{ undecided: group.rules.unknown }];
        return group.rules.filter(({ egress }) => !egress).flatMap((rule) => foundIn(view, group, rule, allowedPorts));
    });
}

function foundIn(view: StackView, { id }: SecurityGroup, { peer, traffic }: GroupRule, allowed: number[]): Found {
    if (isUnknown(peer)) return [{ undecided: peer.unknown }];
    if (!("cidr" in peer) || !isOpenBlock(peer.cidr)) return [];
    const isAllowed = given(
        traffic,
        ({ protocol, fromPort, toPort }) => protocol === "tcp" && fromPort === toPort && allowed.includes(fromPort),
    );
    if (isAllowed === true) return [];
    if (isUnknown(isAllowed) && allowed.length > 0) return [{ undecided: isAllowed.unknown }];
    const from = isUnknown(traffic) ? "connections" : portWords(traffic);
    return [{
        urn: view.urnOf(id),
        message: `${view.label("securityGroups", id)} accepts ${from} from ${peer.cidr}`,
        hint: "allow the CIDR block of the VPC, or the security group of the clients",
    }];
}

function portWords({ protocol, fromPort, toPort }: { protocol: string; fromPort: number; toPort: number }): string {
    if (protocol === "-1" || protocol === "all") return "all traffic";
    return `${protocol} ${fromPort === toPort ? fromPort : `${fromPort} to ${toPort}`}`;
}
