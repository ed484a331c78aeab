import { hasPrivateDns, type PlannedEndpoint } from "../kinds/endpointKinds";
import type { Problem } from "../problem";
import { isService } from "../services/serviceNames";
import { pathOf } from "./planEndpoints";

/** Two planned endpoints of which AWS would reject the second if they share a route table or VPC. */
export interface Contest {
    /** Where AWS allows only one: a gateway endpoint per service and route table, private DNS names per VPC. */
    within: "route table" | "VPC";
    mine: PlannedEndpoint;
    other: PlannedEndpoint;
}

/** The conflicts of two components if they shared a route table or a VPC. */
export function contestsOf(mine: PlannedEndpoint[], others: PlannedEndpoint[]): Contest[] {
    return mine.flatMap((one) =>
        others.filter(({ kind }) => kind === one.kind).flatMap((other): Contest[] => {
            if ("routeTables" in one) {
                return one.service === other.service ? [{ within: "route table", mine: one, other }] : [];
            }
            const both = holdsNames(one) && holdsNames(other) && mayShareNames(one, other);
            return both ? [{ within: "VPC", mine: one, other }] : [];
        })
    );
}

/** If the catalogue does not know a service's names, AWS may offer none. The endpoint is then created without them. */
function holdsNames(planned: PlannedEndpoint): boolean {
    if (!hasPrivateDns(planned)) return false;
    const { service, privateDns, privateDnsNames } = planned;
    return privateDns && (privateDnsNames !== null || !isService(service));
}

/** An endpoint service's name may be known only during a deployment. It is never an AWS service. */
function mayShareNames(one: PlannedEndpoint, other: PlannedEndpoint): boolean {
    if (one.serviceName === null) return !isService(other.service);
    if (other.serviceName === null) return !isService(one.service);
    return one.serviceName === other.serviceName;
}

/**
 * The problem of two components with conflicting endpoints.
 *
 * @param where the shared route tables or VPC, e.g. `vpc-1`
 */
export function contested({ within, mine }: Contest, names: { mine: string; other: string }, where: string): Problem {
    const { service, askedAs } = mine;
    const both = `${names.other} and ${names.mine} both create`;
    const place = pathOf(mine);
    const share = (ids: string) =>
        `create it in one of the two, and pass its ID to the other: existing: { "${askedAs}": <component>.${ids}`
        + `.apply((ids) => ids["${service}"]) }`;
    if (within === "route table") {
        const message =
            `${both} a gateway endpoint of ${service} in ${where}; a route table can have only one endpoint for ${service}`;
        return { code: "gw.one-per-table", path: place, message, hint: share("gatewayEndpointIds") };
    }
    const message = `${both} an endpoint with the private DNS names of ${service} in ${where}; AWS allows only one`;
    const turnOff = "disable private DNS in one of the two";
    const hint = isService(askedAs) ? `${share("interfaceEndpointIds")}, or ${turnOff}` : turnOff;
    return { code: "if.private-dns-conflict", path: `${place}.privateDns`, message, hint };
}
