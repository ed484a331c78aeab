import { hasPrivateDns, type PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem, Warning } from "../problem";
import { isService } from "../services/serviceNames";
import type { FoundEndpoint } from "./existingEndpoints";
import { fixFor, type OwnershipFacts, ownershipOf } from "./ownership";
import { pathOf } from "./planEndpoints";

/** Why AWS would reject an endpoint because of an existing one of the same service and kind. */
export function collision(
    planned: PlannedEndpoint,
    found: FoundEndpoint,
    routeTableIds: string[],
    facts: OwnershipFacts,
): Problem[] {
    const { service, askedAs } = planned;
    const ownership = ownershipOf(found, facts);
    if (ownership.by === "this resource") return [];
    const fix = (otherwise: string) => fixFor(ownership, planned, found.id, otherwise);
    const path = `existing.${askedAs}`;
    const keep = `keep it, with existing: { "${askedAs}": "${found.id}" }`;
    if ("routeTables" in planned) {
        const shared = routeTableIds.filter((table) => found.routeTableIds.includes(table));
        if (shared.length === 0) return [];
        const message = `${found.id} is already associated with ${
            shared.join(", ")
        }; a route table can have only one endpoint for ${service}`;
        return [{ code: "gw.one-per-table", path, message, hint: fix(`${keep}, or delete it first`) }];
    }
    if (!hasPrivateDns(planned) || !planned.privateDns || !found.privateDnsEnabled) return [];
    const message = `${found.id} already uses the private DNS names of ${service} in ${found.vpcId}`;
    const turnOff = "disable private DNS on one of the two";
    const code = "if.private-dns-conflict";
    if (isService(askedAs)) return [{ code, path, message, hint: fix(`${keep}, or ${turnOff}`) }];
    return [{ code, path: `${pathOf(planned)}.privateDns`, message, hint: fix(turnOff) }];
}

/** The warning if the VPC has several endpoints of a service: the provider then returns none of them. */
export function uncertain(planned: PlannedEndpoint, vpcId: string): Warning[] {
    const { service, serviceName } = planned;
    const risk = riskOf(planned);
    if (risk === undefined) return [];
    const message =
        `${vpcId} has several endpoints of ${serviceName}: AWS will reject the new endpoint for ${service} if one of them ${risk}`;
    return [{ code: "existing.several", path: pathOf(planned), message }];
}

function riskOf(planned: PlannedEndpoint): string | undefined {
    if ("routeTables" in planned) return "is associated with one of its route tables";
    return hasPrivateDns(planned) && planned.privateDns ? "uses its private DNS names" : undefined;
}
