import { gatewayNames } from "../facts/gatewayNames";
import { hasPrivateDns, type PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import { hostIn } from "../services/endpointNames";
import { pathOf } from "./planEndpoints";

/** A private hosted zone that is associated with a VPC. */
export interface FoundZone {
    /** Its ID, e.g. `Z0123456789ABCDEFGHIJ`. */
    id: string;
    /** Its name, e.g. `sqs.us-east-1.amazonaws.com`. */
    name: string;
}

/**
 * The names of zones that would answer for the endpoints' services: the names of interface endpoints with private DNS, and
 * for gateway endpoints, whose names are public, also each name above, because a zone answers for every name below its own.
 */
export function zoneNames(endpoints: PlannedEndpoint[], region: string): string[] {
    return [...new Set(endpoints.flatMap((planned) => namesOf(planned, region)))].sort();
}

/** What private hosted zones of the VPC mean for the planned endpoints: problems that AWS would report, and warnings. */
export function checkPrivateZones(
    endpoints: PlannedEndpoint[],
    region: string,
    zones: FoundZone[],
): { problems: Problem[]; warnings: Problem[] } {
    const found = endpoints.flatMap((planned) => {
        const names = namesOf(planned, region);
        return zones.filter(({ name }) => names.includes(name)).map((zone) => ({ planned, zone }));
    });
    const isInterface = ({ planned }: { planned: PlannedEndpoint }) => hasPrivateDns(planned);
    return {
        problems: found.filter(isInterface).map(({ planned, zone }): Problem => ({
            code: "if.private-dns-conflict",
            path: `${pathOf(planned)}.privateDns`,
            message: `the VPC is associated with the private hosted zone ${zone.id} of the same name, ${zone.name}`,
            hint: "set privateDns: false, and add records for the endpoint to that zone, or disassociate the zone",
        })),
        warnings: found.filter((one) => !isInterface(one)).map(({ planned, zone }): Problem => ({
            code: "vpc.zone-answers",
            path: pathOf(planned),
            message: `the private hosted zone ${zone.id}, ${zone.name}, answers for the names of ${planned.service}: `
                + "the gateway endpoint is used only if its records resolve to public addresses of the service",
            hint: "check the records of that zone, or disassociate it from the VPC",
        })),
    };
}

function namesOf(planned: PlannedEndpoint, region: string): string[] {
    if (hasPrivateDns(planned)) {
        const names = planned.privateDns ? planned.privateDnsNames ?? [] : [];
        return names.map((name) => name.replace(/^\*\./, ""));
    }
    const [regional] = gatewayNames[planned.service] ?? [];
    return regional ? withNamesAbove(hostIn(region, regional.name)) : [];
}

/** E.g. `s3.us-east-1.amazonaws.com`, `us-east-1.amazonaws.com`, `amazonaws.com`. */
function withNamesAbove(name: string): string[] {
    const labels = name.split(".");
    return labels.slice(0, -1).map((_, index) => labels.slice(index).join("."));
}
