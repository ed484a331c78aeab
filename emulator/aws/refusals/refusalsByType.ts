import { types } from "../world";
import type { Refuse } from "./refuse";
import { cidrAssociationRefusals } from "./refuseCidrBlocks";
import { dnsFirewallRefusals } from "./refuseDnsFirewall";
import { endpointRefusals } from "./refuseEndpoints";
import {
    accepterRefusals,
    connectionRefusals,
    notificationRefusals,
    principalRefusals,
    recordRefusals,
    serviceRefusals,
} from "./refuseEndpointServices";
import { gatewayRefusals } from "./refuseGateways";
import { groupRefusals, ruleRefusals } from "./refuseGroups";
import { malformedIds } from "./refuseIds";
import { interfaceRefusals, interfaceUpdateRefusals } from "./refuseInterfaces";
import { associationRefusals, flowLogRefusals, subnetRefusals, vpcRefusals } from "./refuseNetwork";
import { tagRefusals } from "./refuseTags";

export type { Refuse } from "./refuse";
export { deletionRefusal } from "./refuseDeletions";

const byType: { [type: string]: Refuse[] } = {
    [types.vpc]: vpcRefusals,
    [types.cidrAssociation]: cidrAssociationRefusals,
    [types.subnet]: subnetRefusals,
    [types.association]: associationRefusals,
    [types.flowLog]: flowLogRefusals,
    [types.group]: groupRefusals,
    [types.ingress]: ruleRefusals,
    [types.egress]: ruleRefusals,
    [types.endpoint]: [
        malformedIds,
        ...endpointRefusals,
        ...gatewayRefusals,
        ...interfaceRefusals,
        ...connectionRefusals,
    ],
    [types.endpointService]: serviceRefusals,
    [types.accepter]: accepterRefusals,
    [types.notification]: notificationRefusals,
    [types.principal]: principalRefusals,
    ...dnsFirewallRefusals,
    [types.record]: recordRefusals,
};

/** The checks on creating a resource; the first match is reported. */
export function creationRefusals(type: string): Refuse[] {
    return [...tagRefusals, ...byType[type] ?? []];
}

/** The checks on updating a resource, in addition to those on creating it, by type token. */
export const updateRefusals: { [type: string]: Refuse[] } = {
    [types.endpoint]: interfaceUpdateRefusals,
};
