import * as pulumi from "@pulumi/pulumi";

import { unusedGateway } from "../plan/endpoints/existingEndpoints";
import { EndpointKind } from "../plan/facts/endpointKind";
import { ownerTag } from "../plan/facts/ownerTag";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import { parseZone } from "../plan/network/zones";
import type { Problem } from "../plan/problem";
import { factsOf, isService, serviceNameIn } from "../plan/services/serviceNames";
import { defaultOwner } from "../resources/tags";
import { ask } from "./ask";
import { findEndpoint } from "./lookUpEndpoint";

/** Warnings about interface endpoints that take the traffic of a free gateway endpoint that the VPC has. */
export async function unusedGateways(
    { vpcId, owner = defaultOwner() }: { vpcId: string; owner?: string },
    endpoints: PlannedEndpoint[],
    opts: pulumi.InvokeOptions,
): Promise<Problem[]> {
    const found = await Promise.all(endpoints.map(async (planned) => {
        const { service } = planned;
        if (planned.kind !== EndpointKind.Interface || planned.reason.key !== "interface-asked-for") return [];
        if (!isService(service) || !factsOf(service).kinds.includes(EndpointKind.Gateway)) return [];
        const { region } = parseZone(planned.zones[0]!)!;
        const serviceName = serviceNameIn(region, service, EndpointKind.Gateway);
        const filter = { vpcId, serviceName, vpcEndpointType: EndpointKind.Gateway, state: "available" };
        const { value } = await ask(planned.name, `endpoints in ${vpcId}`, findEndpoint(filter, opts));
        // The stack's own gateway endpoint is deleted by the change that creates the interface endpoint.
        if (value === undefined || value === "none" || (value !== "several" && value.tags[ownerTag] === owner)) {
            return [];
        }
        return [unusedGateway(planned, value === "several" ? undefined : value.id, vpcId)];
    }));
    return found.flat();
}
