import { ownerTag } from "../../components/plan/facts/ownerTag";
import { type Found, tokens } from "./found";
import { recordId } from "./foundRecords";
import { type Recorded, stringOf, tagsIn } from "./stackRecord";

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
        default: {
            const { Name, [ownerTag]: owner } = tagsIn(resource);
            const vpcId = input("vpcId");
            const name = input("name");
            return found.tags.Name === Name && Name !== undefined && found.tags[ownerTag] === owner
                && (vpcId === undefined || vpcId === found.vpcId)
                && (name === undefined || found.type === tokens.group || name === found.id);
        }
    }
}
