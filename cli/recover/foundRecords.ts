import type { Details } from "../../inventory/readDetails";
import type { Inventory } from "../../inventory/readInventory";
import { type Found, tokens } from "./found";

/** The DNS records with which endpoint services verify their private DNS names. */
export function foundRecords({ endpointServices }: Inventory, { records }: Details): Found[] {
    return Object.entries(records).flatMap(([zone, all]) =>
        all.filter(isVerification).map((record): Found => {
            const name = record.Name.replace(/\.$/, "").toLowerCase();
            const service = endpointServices.find((one) => verifyingName(one) === name);
            const batch = { Changes: [{ Action: "DELETE", ResourceRecordSet: record }] };
            return {
                type: tokens.record,
                id: recordId(zone, name, record.Type),
                tags: {},
                of: { type: tokens.endpointService, id: service?.ServiceId ?? "" },
                deletion: [
                    "route53",
                    "change-resource-record-sets",
                    "--hosted-zone-id",
                    zone,
                    "--change-batch",
                    JSON.stringify(batch),
                ],
            };
        })
    );
}

/** The ID of a record in the state: https://www.pulumi.com/registry/packages/aws/api-docs/route53/record/#import */
export function recordId(zone: string, name: string, type: string): string {
    return `${zoneId(zone)}_${name.toLowerCase()}_${type}`;
}

/** The ID of a hosted zone, which the program may also name as Route 53's API does: `/hostedzone/Z…`. */
export function zoneId(zone: string): string {
    return zone.replace(/^\/hostedzone\//, "");
}

// https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html
function isVerification({ Type, ResourceRecords }: Details["records"][string][number]): boolean {
    return Type === "TXT" && ResourceRecords.some(({ Value }) => Value.startsWith("\"vpce:"));
}

function verifyingName({ PrivateDnsName, PrivateDnsNameConfiguration }: Inventory["endpointServices"][number]) {
    return `${PrivateDnsNameConfiguration?.Name}.${PrivateDnsName?.replace(/^\*\./, "")}`.toLowerCase();
}
