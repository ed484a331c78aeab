import type { Details } from "../../inventory/readDetails";
import type { Inventory } from "../../inventory/readInventory";
import { type Found, tagMap, tokens } from "./found";
import { foundDnsFirewall } from "./foundDnsFirewall";
import { foundFlowLogs } from "./foundFlowLogs";
import { foundNetwork } from "./foundNetwork";
import { foundServices } from "./foundServices";

/**
 * Everything in AWS of the types that the components create, in the order in which it can be deleted.
 *
 * The import IDs are those of each resource's page in https://www.pulumi.com/registry/packages/aws/.
 */
export function foundResources(inventory: Inventory, details: Details): Found[] {
    return [
        ...foundServices(inventory, details),
        ...foundDnsFirewall(inventory, details),
        ...inventory.endpoints.map((one): Found => ({
            type: tokens.endpoint,
            id: one.VpcEndpointId,
            tags: tagMap(one.Tags),
            vpcId: one.VpcId,
            // EC2 spells states in either case: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html
            state: one.State.charAt(0).toLowerCase() + one.State.slice(1),
            deletion: ["ec2", "delete-vpc-endpoints", "--vpc-endpoint-ids", one.VpcEndpointId],
        })),
        ...foundFlowLogs(inventory, details),
        ...foundNetwork(inventory),
    ];
}
