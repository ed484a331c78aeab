import { types } from "../world";
import { endpointRefusals } from "./endpoints";
import {
    accepterRefusals,
    connectionRefusals,
    notificationRefusals,
    principalRefusals,
    serviceRefusals,
} from "./endpointServices";
import { gatewayRefusals } from "./gateways";
import { interfaceRefusals, interfaceUpdateRefusals } from "./interfaces";
import { associationRefusals, flowLogRefusals, subnetRefusals, vpcRefusals } from "./network";
import type { Refuse } from "./refuse";
import { groupRefusals, ruleRefusals } from "./securityGroups";

export { deletionRefusal } from "./deletions";
export type { Refuse } from "./refuse";

/** Why AWS refuses resources, by type token, the first that holds. */
export const creationRefusals: { [type: string]: Refuse[] } = {
    [types.vpc]: vpcRefusals,
    [types.subnet]: subnetRefusals,
    [types.association]: associationRefusals,
    [types.flowLog]: flowLogRefusals,
    [types.group]: groupRefusals,
    [types.ingress]: ruleRefusals,
    [types.egress]: ruleRefusals,
    [types.endpoint]: [...endpointRefusals, ...gatewayRefusals, ...interfaceRefusals, ...connectionRefusals],
    [types.endpointService]: serviceRefusals,
    [types.accepter]: accepterRefusals,
    [types.notification]: notificationRefusals,
    [types.principal]: principalRefusals,
};

/** Why AWS refuses to change resources, beside what it would not make, by type token. */
export const updateRefusals: { [type: string]: Refuse[] } = {
    [types.endpoint]: interfaceUpdateRefusals,
};
