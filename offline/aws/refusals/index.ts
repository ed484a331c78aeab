import type { Refusal } from "../error";
import { type Made, types, type World } from "../world";
import { endpointRefusals } from "./endpoints";
import { gatewayRefusals } from "./gateways";
import { interfaceRefusals } from "./interfaces";
import { associationRefusals, subnetRefusals, vpcRefusals } from "./network";
import { groupRefusals, ruleRefusals } from "./securityGroups";

export { deletionRefusal } from "./deletions";

/** Says why AWS would refuse to make a resource; nothing where it would not. */
export type Refuse = (made: Made, world: World) => Refusal | undefined;

/** Why AWS refuses resources, by type token, the first that holds. */
export const creationRefusals: { [type: string]: Refuse[] } = {
    [types.vpc]: vpcRefusals,
    [types.subnet]: subnetRefusals,
    [types.association]: associationRefusals,
    [types.group]: groupRefusals,
    [types.ingress]: ruleRefusals,
    [types.egress]: ruleRefusals,
    [types.endpoint]: [...endpointRefusals, ...gatewayRefusals, ...interfaceRefusals],
};
