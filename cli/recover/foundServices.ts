import type { Details } from "../../inventory/readDetails";
import type { Inventory } from "../../inventory/readInventory";
import { type Found, tagMap, tokens } from "./found";
import { foundRecords } from "./foundRecords";

/** Endpoint services with their DNS records, connections and notifications, in the order in which they can be deleted. */
export function foundServices(inventory: Inventory, details: Details): Found[] {
    const { endpointServices, endpointConnections, connectionNotifications } = inventory;
    const of = (id: string) => ({ type: tokens.endpointService, id });
    return [
        ...foundRecords(inventory, details),
        ...connectionNotifications.map(({ ConnectionNotificationId: id, ServiceId, ...one }): Found => ({
            type: tokens.notification,
            id,
            tags: {},
            of: of(ServiceId ?? ""),
            topicArn: one.ConnectionNotificationArn ?? undefined,
            deletion: ["ec2", "delete-vpc-endpoint-connection-notifications", "--connection-notification-ids", id],
        })),
        ...endpointConnections.filter(({ VpcEndpointState: state }) => state.toLowerCase() === "available").map((
            { ServiceId, VpcEndpointId },
        ): Found => ({
            type: tokens.accepter,
            id: `${ServiceId}_${VpcEndpointId}`,
            tags: {},
            of: of(ServiceId),
            deletion: [
                "ec2",
                "reject-vpc-endpoint-connections",
                "--service-id",
                ServiceId,
                "--vpc-endpoint-ids",
                VpcEndpointId,
            ],
        })),
        ...endpointServices.map(({ ServiceId: id, Tags }): Found => ({
            type: tokens.endpointService,
            id,
            tags: tagMap(Tags),
            deletion: ["ec2", "delete-vpc-endpoint-service-configurations", "--service-ids", id],
        })),
    ];
}
