import { isInZones, type PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import type { FoundVpc, Place } from "./foundVpc";

/** An endpoint of this stack, as its state has it. */
export interface EndpointInState {
    /** Its name in the program, e.g. `app-sqs-interface`. */
    name: string;
    subnetIds: string[];
}

/**
 * The subnets with fewer free addresses than new interface endpoints, each of which needs one.
 *
 * @param inState the stack's endpoints; undefined if its state cannot be read, and then nothing is known to be new
 */
export function withoutRoom(
    { subnets }: FoundVpc,
    { subnetIds }: Place,
    endpoints: PlannedEndpoint[],
    inState: EndpointInState[] | undefined,
): Problem[] {
    if (!inState) return [];
    return Object.entries(subnetIds).flatMap(([zone, id]): Problem[] => {
        const free = subnets.find((subnet) => subnet.id === id)?.availableAddresses;
        const here = endpoints.filter(isInZones).filter(({ zones }) => zones.includes(zone));
        const isThere = ({ name }: PlannedEndpoint) =>
            inState.some((one) => one.name.endsWith(`-${name}`) && one.subnetIds.includes(id));
        const wanted = here.filter((endpoint) => !isThere(endpoint)).length;
        if (free === undefined || wanted <= free) return [];
        const message =
            `${id} in ${zone} has ${free} free addresses, but ${wanted} new interface endpoints need one each`;
        const hint = `list a larger subnet of ${zone} in subnetIds, or zones without ${zone} in endpointZones`;
        return [{ code: "vpc.subnet-full", path: "subnetIds", message, hint }];
    });
}

/** Warnings about chosen subnets of /28, the size that AWS recommends for attachments to a transit gateway. */
export function attachmentSubnets({ subnets }: FoundVpc, { subnetIds }: Place, given: string[] = []): Problem[] {
    return Object.entries(subnetIds).flatMap(([zone, id]): Problem[] => {
        const subnet = subnets.find((one) => one.id === id);
        if (given.includes(id) || !subnet?.cidrBlock.endsWith("/28")) return [];
        const message =
            `the endpoints of ${zone} are in ${id}, ${subnet.cidrBlock}: the only private subnet of the zone has `
            + "the size that AWS recommends for attachments to a transit gateway";
        const hint = "list another subnet in subnetIds, or this one, if it is meant for endpoints";
        return [{ code: "vpc.attachment-subnet", path: "subnetIds", message, hint }];
    });
}
