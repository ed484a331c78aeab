import { ownerTag } from "../../components/plan/facts/ownerTag";
import { type Found, tokens } from "./found";
import { recordId } from "./foundRecords";
import { type Recorded, stringOf, tagsIn } from "./stackRecord";

/** Types of resources that are recognized by their inputs, and not by a tag `Name`. */
const byInputs: string[] = [
    ...[tokens.association, tokens.cidrAssociation, tokens.rolePolicy, tokens.accepter, tokens.notification],
    ...[tokens.record, tokens.firewallRule, tokens.firewallConfig, tokens.queryLogAssociation],
];

/** What a resource has in common with the one that AWS created for it: with it, only few of many need to be compared. */
export function likeness({ type, tags }: Pick<Found, "type" | "tags">): string {
    return byInputs.includes(type) ? type : `${type} ${tags.Name}`;
}

/** Whether AWS created a resource for an interrupted operation. */
export function isCreated(found: Found, resource: Recorded): boolean {
    if (found.type !== resource.type) return false;
    const input = (name: string) => stringOf(resource, name);
    switch (found.type) {
        case tokens.association:
            return found.importId === `${input("subnetId")}/${input("routeTableId")}`;
        case tokens.cidrAssociation:
            return found.vpcId === input("vpcId") && found.cidrBlock === input("cidrBlock");
        case tokens.rolePolicy:
            return found.id === `${input("role")}:${input("name")}`;
        case tokens.accepter:
            return found.id === `${input("vpcEndpointServiceId")}_${input("vpcEndpointId")}`;
        case tokens.notification:
            return found.of?.id === input("vpcEndpointServiceId")
                && found.topicArn === input("connectionNotificationArn");
        case tokens.record:
            return found.id === recordId(input("zoneId") ?? "", input("name") ?? "", input("type") ?? "");
        case tokens.firewallRule:
            return found.id === `${input("firewallRuleGroupId")}:${input("firewallDomainListId")}`;
        case tokens.queryLogAssociation:
            return found.setsFor === input("resourceId") && found.of?.id === input("resolverQueryLogConfigId");
        default: {
            const { Name, [ownerTag]: owner } = tagsIn(resource);
            const vpcId = input("vpcId");
            const name = input("name");
            return found.tags.Name === Name && Name !== undefined && found.tags[ownerTag] === owner
                && (vpcId === undefined || vpcId === found.vpcId)
                && (name === undefined || isIdentified(found) || name === found.id);
        }
    }
}

/** Whether AWS gives a resource an ID that is not its name. */
function isIdentified({ type }: Found): boolean {
    const { group, firewallDomains, firewallGroup, firewallAssociation, queryLog } = tokens;
    return [group, firewallDomains, firewallGroup, firewallAssociation, queryLog].some((one) => one === type);
}
