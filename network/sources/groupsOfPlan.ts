import { vpcRange } from "../../components/plan/endpoints/admission";
import type { PlannedEgress, PlannedSecurityGroup } from "../../components/plan/endpoints/securityGroups";
import type { VpcPlan } from "../../components/plan/plan";
import { unknown } from "../../components/plan/policies/iam/truth";
import { given, type Maybe } from "../model/maybe";
import type { GroupRule, SecurityGroup, Traffic } from "../model/vpcModel";
import { connectionTo } from "../reach/packets";
import { clientGroup, vpcOfPlan as vpc } from "./idsOfPlan";

/** The security groups that a plan creates: that of clients, and those of interface endpoints. */
export function groupsOfPlan({ clientEgress, securityGroups }: VpcPlan, primary: Maybe<string>): SecurityGroup[] {
    return [
        { id: clientGroup, vpc, rules: clientEgress.map((rule) => egressRule(rule, primary)) },
        ...securityGroups.map((group) => ({ id: group.name, vpc, rules: ingressRules(group, primary) })),
    ];
}

function trafficOn(port: PlannedEgress["port"]): Traffic {
    const { protocol, ports } = connectionTo(port);
    return { protocol, fromPort: ports.first, toPort: ports.last };
}

function ingressRules({ name, ingress }: PlannedSecurityGroup, cidrBlock: Maybe<string>): GroupRule[] {
    return ingress.map(({ port, source }) => ({
        id: `${name}-${port}-${source}`,
        egress: false,
        traffic: trafficOn(port),
        peer: given(source === vpcRange ? cidrBlock : source, (cidr) => ({ cidr })),
    }));
}

function egressRule(rule: PlannedEgress, vpcBlock: Maybe<string>): GroupRule {
    const { name, port, securityGroup, endpoint, existing, toVpc, cidrBlock } = rule;
    const peer = (): GroupRule["peer"] => {
        if (toVpc) return given(vpcBlock, (cidr) => ({ cidr }));
        if (cidrBlock !== undefined) return { cidr: cidrBlock };
        if (existing !== undefined) return unknown(`the existing endpoint of ${existing}`);
        if (securityGroup === undefined) return { prefixList: endpoint! };
        return endpoint === undefined ? { group: securityGroup } : { group: givenGroup(endpoint) };
    };
    return { id: name, egress: true, traffic: trafficOn(port), peer: peer() };
}

/** The ID of the caller's own security group of an endpoint. */
function givenGroup(endpoint: string): string {
    return `given to ${endpoint}`;
}
