import type { Port } from "../facts/services";
import { hasSecurityGroup, type PlannedEndpoint } from "../kinds/endpointKinds";
import { givenGroups, sharedGroup } from "./admission";

/** Who may connect to a security group, and on which port. */
export interface PlannedIngress {
    /** The port or port range, of TCP or UDP. */
    port: Port;
    /** `vpc` for the VPC's primary CIDR block, or an IPv4 CIDR block. */
    source: string;
}

/** A security group to create. */
export interface PlannedSecurityGroup {
    /** Its name without the component's prefix, e.g. `endpoints` or `s3-interface`. */
    name: string;
    /** Who may connect, and on which ports. */
    ingress: PlannedIngress[];
}

/** One egress rule for clients: to the security group of endpoints, or to the prefix list of a gateway endpoint. */
export interface PlannedEgress {
    /** Its name without the client group's prefix, e.g. `endpoints-443`. */
    name: string;
    /** The port or port range, of TCP or UDP. */
    port: Port;
    /** The group's name without the component's prefix, or `given` for the caller's group. */
    securityGroup?: string;
    /** The endpoint's name without the component's prefix, e.g. `s3-gateway`, if the group is the caller's or there is none. */
    endpoint?: string;
    /** The service whose existing endpoint may be of either kind. */
    existing?: string;
    /** Whether it allows the VPC's primary CIDR block, for existing interface endpoints. */
    toVpc?: true;
    /** The secondary CIDR block of the VPC that it allows, for existing interface endpoints. */
    cidrBlock?: string;
}

/** The groups to create: the shared one, and one for each endpoint with sources of its own. */
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

/** The caller's own groups, by the key its endpoint was requested by. */
export interface GivenGroups {
    [askedAs: string]: { securityGroupIds?: unknown[] };
}

/**
 * Every egress rule that clients of the endpoints need, and no other. AWS rejects duplicate rules, so endpoints with
 * the same caller's group share one rule, named after the group if its ID is known.
 */
export function planClientEgress(endpoints: PlannedEndpoint[], given: GivenGroups): PlannedEgress[] {
    const groupOf = ({ askedAs }: PlannedEndpoint) => given[askedAs]?.securityGroupIds?.[0];
    const withGiven = endpoints.filter(hasSecurityGroup).filter(({ securityGroup }) => securityGroup === givenGroups);
    const rules = endpoints.flatMap((endpoint): PlannedEgress[] => {
        const { name, ports } = endpoint;
        if ("routeTables" in endpoint) {
            return ports.map((port) => ({ name: `${name}-${portName(port)}`, port, endpoint: name }));
        }
        if (!hasSecurityGroup(endpoint)) return [];
        const { securityGroup } = endpoint;
        if (securityGroup === givenGroups) {
            const group = groupOf(endpoint);
            const first = withGiven.find((one) => groupOf(one) === group)!.name;
            const of = typeof group === "string" ? group : first;
            return ports.map((port) => ({
                name: `${of}-${portName(port)}`,
                port,
                securityGroup: givenGroups,
                endpoint: first,
            }));
        }
        return ports.map((port) => ({ name: `${securityGroup}-${portName(port)}`, port, securityGroup }));
    });
    return uniqueBy(rules, (rule) => rule.name);
}

/** A port in the name of a resource, e.g. `443`, or `4195-udp`. */
export function portName(port: Port): string {
    return String(port).replace("/", "-");
}

/** The items with distinct keys; of items that share a key, the last. */
export function uniqueBy<T>(items: T[], keyOf: (item: T) => string): T[] {
    return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
