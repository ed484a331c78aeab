import type { AccountState, Attributes } from "../../../emulator/aws/emulatedAws";
import { nameOf } from "../neverBlocked";
import { type Desired, endpointZonesOf, kindOf, namedServices, services } from "./desired";

/** The type of a resource without its module, e.g. `Subnet`. */
const short = (type: string) => type.split(":").at(-1)!;

/** The third number of a subnet's CIDR block: an eighth of the VPC's for each letter. */
const thirdOf: { [letter: string]: number } = { a: 0, b: 32, c: 64 };

/** What only AWS decides: the block that IPAM allocates. */
const allocated = ({ made }: AccountState) => made.find(({ type }) => short(type) === "Vpc")?.attributes.cidrBlock;

/**
 * What AWS must hold, each resource as a line. This is written from the documentation, not from the planner: the names and
 * CIDR blocks in docs/, AWS's names of services, one rule for each port.
 */
export function expectedLines(wanted: Desired, names: string[], stack: string, account: AccountState): string[] {
    const name = names[0]!;
    const network = wanted.ipam ? /^10\.\d+(?=\.0\.0\/16$)/.exec(allocated(account))![0] : `10.${wanted.range}`;
    const tagged = (type: string, of: string, facts = "") => `${type} ${stack}-${of} ${wanted.team} ${facts}`.trim();
    const zones = wanted.zones.map((letter) => `us-east-1${letter}`);
    const interfaceZones = endpointZonesOf(wanted).map((letter) => `us-east-1${letter}`);
    const gatewaysOf = wanted.services.filter((service) => kindOf(service, wanted) === "gateway");
    const interfacesOf = wanted.services.filter((service) => kindOf(service, wanted) === "interface");
    const policy = `trusts ${wanted.trusted}`;
    return [
        tagged("Vpc", name, `${network}.0.0/16`),
        tagged("DefaultSecurityGroup", `${name}-default`, "no rules"),
        ...wanted.zones.flatMap((letter) => [
            tagged("Subnet", `${name}-us-east-1${letter}`, `${network}.${thirdOf[letter]}.0/19 us-east-1${letter}`),
            tagged("RouteTable", `${name}-us-east-1${letter}`),
            `RouteTableAssociation ${stack}-${name}-us-east-1${letter}`,
        ]),
        ...wanted.secondary.flatMap((second) => [
            `VpcIpv4CidrBlockAssociation 100.${second}.0.0/16`,
            ...wanted.zones.flatMap((letter) => {
                const zoneName = `${name}-100.${second}.0.0/16-us-east-1${letter}`;
                return [
                    tagged("Subnet", zoneName, `100.${second}.${thirdOf[letter]}.0/19 us-east-1${letter}`),
                    // The table of the zone, so that gateway endpoints serve it.
                    `RouteTableAssociation ${stack}-${name}-us-east-1${letter}`,
                ];
            }),
        ]),
        tagged("SecurityGroup", `${name}-endpoints`),
        tagged("SecurityGroup", `${name}-client`),
        ...gatewaysOf.flatMap((service) => [
            tagged(
                "VpcEndpoint",
                `${name}-${service}-gateway`,
                `com.amazonaws.us-east-1.${service} in ${zones.join()} ${policy}`,
            ),
            tagged("SecurityGroupEgressRule", `${name}-client-${service}-gateway-443`, "443"),
        ]),
        ...interfacesOf.map((service) =>
            tagged(
                "VpcEndpoint",
                `${name}-${service}-interface`,
                `com.amazonaws.us-east-1.${service} in ${interfaceZones.join()} ${policy}`,
            )
        ),
        ...(interfacesOf.length > 0
            ? [
                tagged("SecurityGroupIngressRule", `${name}-endpoints-443-vpc`, `443 ${network}.0.0/16`),
                ...wanted.secondary.map((second) => `100.${second}.0.0/16`).map((block) =>
                    tagged("SecurityGroupIngressRule", `${name}-endpoints-443-${block}`, `443 ${block}`)
                ),
                tagged("SecurityGroupEgressRule", `${name}-client-endpoints-443`, "443"),
            ]
            : []),
        ...(wanted.firewall === "none" ? [] : firewallLines(wanted, name, tagged)),
        ...(wanted.flowLogs
            ? [
                tagged("FlowLog", name),
                tagged("LogGroup", `${name}-flow-logs`),
                tagged("Role", `${name}-flow-logs`),
                `RolePolicy of ${stack}-${name}-flow-logs`,
            ]
            : []),
    ].sort();
}

/** The resources of a DNS firewall: docs/dns.md. */
function firewallLines(
    wanted: Desired,
    name: string,
    tagged: (type: string, of: string, facts?: string) => string,
): string[] {
    const hasReported = wanted.ipam || wanted.services.some((service) => kindOf(service, wanted) === "interface");
    const firewall = `${name}-dns`;
    const named = namedServices(wanted);
    const allowed = named.length > 0 ? `allows ${named.sort().join()}` : "";
    return [
        tagged("ResolverFirewallRuleGroup", firewall),
        tagged("ResolverFirewallDomainList", `${firewall}-allowed`, allowed),
        "ResolverFirewallRule 100 ALLOW",
        ...(hasReported
            ? [tagged("ResolverFirewallDomainList", `${firewall}-endpoints`), "ResolverFirewallRule 200 ALLOW"]
            : []),
        tagged("ResolverFirewallDomainList", `${firewall}-others`, "every name"),
        `ResolverFirewallRule 300 ${wanted.firewall.toUpperCase()}`,
        "ResolverFirewallConfig DISABLED",
        tagged("ResolverFirewallRuleGroupAssociation", firewall, "9000"),
        ...(wanted.queryLogs
            ? [
                tagged("LogGroup", `${firewall}-queries`),
                tagged("ResolverQueryLogConfig", firewall),
                "ResolverQueryLogConfigAssociation",
            ]
            : []),
    ];
}

/** What a list of domains means for the services. */
function listed(domains: string[]): string {
    if (domains.includes("*")) return "every name";
    const known = services.filter((service) => domains.includes(nameOf(service))).sort();
    return known.length > 0 ? `allows ${known.join()}` : "";
}

/** What AWS holds, in the same lines. */
export function actualLines({ made }: AccountState): string[] {
    const find = (id: string) => made.find((one) => one.id === id)?.attributes ?? {};
    const named = (attributes: Attributes) => attributes.tags?.Name ?? "without a name";
    const zonesOf = (ids: string[] = []) => ids.map((id) => find(id).availabilityZone ?? id).sort().join();
    const tableZones = (ids: string[] = []) =>
        ids.map((id) => named(find(id)).split("-").slice(-3).join("-")).sort().join();
    const facts: { [type: string]: (attributes: Attributes) => string } = {
        Vpc: ({ cidrBlock }) => cidrBlock,
        DefaultSecurityGroup: ({ ingress, egress }) => (ingress.length + egress.length === 0 ? "no rules" : "rules"),
        Subnet: ({ cidrBlock, availabilityZone }) => `${cidrBlock} ${availabilityZone}`,
        VpcEndpoint: ({ serviceName, routeTableIds, subnetIds, vpcEndpointType, policy }) => {
            const zones = vpcEndpointType === "Gateway" ? tableZones(routeTableIds) : zonesOf(subnetIds);
            const trusted = ["111122223333", "123456789012"].find((id) => String(policy).includes(id));
            return `${serviceName} in ${zones} trusts ${trusted}`;
        },
        SecurityGroupIngressRule: ({ fromPort, cidrIpv4 }) => `${fromPort} ${cidrIpv4}`,
        SecurityGroupEgressRule: ({ fromPort }) => String(fromPort),
        ResolverFirewallDomainList: ({ domains }) => listed(domains),
        ResolverFirewallRuleGroupAssociation: ({ priority }) => String(priority),
    };
    const untagged: { [type: string]: (attributes: Attributes) => string } = {
        RouteTableAssociation: ({ routeTableId }) => named(find(routeTableId)),
        VpcIpv4CidrBlockAssociation: ({ cidrBlock }) => cidrBlock,
        RolePolicy: ({ role }) => `of ${named(find(role))}`,
        ResolverFirewallRule: ({ priority, action }) => `${priority} ${action}`,
        ResolverFirewallConfig: ({ firewallFailOpen }) => firewallFailOpen,
        ResolverQueryLogConfigAssociation: () => "",
    };
    return made.map(({ type, attributes }) => {
        const kind = short(type);
        if (untagged[kind]) return `${kind} ${untagged[kind](attributes)}`.trim();
        return `${kind} ${named(attributes)} ${attributes.tags?.team} ${facts[kind]?.(attributes) ?? ""}`.trim();
    }).sort();
}
