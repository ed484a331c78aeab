import type { Port } from "../facts/services";
import { hasSecurityGroup, type PlannedEndpoint } from "../kinds/endpointKinds";
import { givenGroups, sharedGroup } from "./admission";

/** Who may open connections to a group, and where. */
export interface PlannedIngress {
    /** The TCP port, or the range of them. */
    port: Port;
    /** `vpc` for the VPC's primary range, or an IPv4 block. */
    source: string;
}

/** A security group to make. */
export interface PlannedSecurityGroup {
    /** Its name behind the component's, e.g. `endpoints` or `s3-interface`. */
    name: string;
    /** Who may connect, and on which ports. */
    ingress: PlannedIngress[];
}

/** Where a client may go: to the group of endpoints, or to the prefix list of a gateway endpoint. */
export interface PlannedEgress {
    /** Its name behind the client group's, e.g. `endpoints-443`. */
    name: string;
    /** The TCP port, or the range of them. */
    port: Port;
    /** The group's name behind the component's, or `given` for the caller's. */
    securityGroup?: string;
    /** The endpoint's name behind the component's, e.g. `s3-gateway`, where the group is given or there is none. */
    endpoint?: string;
    /** The service whose endpoint was there already, and may be of either kind. */
    existing?: string;
    /** Whether it leads to the VPC's primary range: to interface endpoints that are left alone. */
    toVpc?: true;
    /** The secondary range of the VPC that it leads to, likewise. */
    cidrBlock?: string;
}

/** The groups to make: the shared one, and one for each endpoint that lets in somebody else. */
export function planSecurityGroups(endpoints: PlannedEndpoint[]): PlannedSecurityGroup[] {
    const guarded = endpoints.filter(hasSecurityGroup);
    const names = new Set([sharedGroup, ...guarded.map(({ securityGroup }) => securityGroup)]);
    names.delete(givenGroups);
    return [...names].map((name) => {
        const members = guarded.filter(({ securityGroup }) => securityGroup === name);
        const ingress = members.flatMap(({ ports, sources }) =>
            ports.flatMap((port) => sources.map((source) => ({ port, source })))
        );
        return { name, ingress: uniqueBy(ingress, ({ port, source }) => `${port} ${source}`) };
    });
}

/** The groups that a caller gives, by the key that their endpoint was asked for by. */
export interface GivenGroups {
    [askedAs: string]: { securityGroupIds?: unknown[] };
}

/**
 * Every way out that a client of the endpoints needs, and nothing else. AWS takes each rule once, so endpoints that are
 * given the same group share one, named after it where its id is known.
 */
export function planClientEgress(endpoints: PlannedEndpoint[], given: GivenGroups): PlannedEgress[] {
    const groupOf = ({ askedAs }: PlannedEndpoint) => given[askedAs]?.securityGroupIds?.[0];
    const withGiven = endpoints.filter(hasSecurityGroup).filter(({ securityGroup }) => securityGroup === givenGroups);
    const rules = endpoints.flatMap((endpoint): PlannedEgress[] => {
        const { name, ports } = endpoint;
        if ("routeTables" in endpoint) {
            return ports.map((port) => ({ name: `${name}-${port}`, port, endpoint: name }));
        }
        if (!hasSecurityGroup(endpoint)) return [];
        const { securityGroup } = endpoint;
        if (securityGroup === givenGroups) {
            const group = groupOf(endpoint);
            const first = withGiven.find((one) => groupOf(one) === group)!.name;
            const of = typeof group === "string" ? group : first;
            return ports.map((port) => ({ name: `${of}-${port}`, port, securityGroup: givenGroups, endpoint: first }));
        }
        return ports.map((port) => ({ name: `${securityGroup}-${port}`, port, securityGroup }));
    });
    return uniqueBy(rules, (rule) => rule.name);
}

/** The items of which each has another key, the last of those that share one. */
export function uniqueBy<T>(items: T[], keyOf: (item: T) => string): T[] {
    return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
