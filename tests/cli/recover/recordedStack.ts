import type { Attributes, Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";

type Component = "PrivateVpc" | "VpcEndpoints" | "EndpointService" | "Stack";

const component = {
    [types.vpc]: "PrivateVpc",
    [types.cidrAssociation]: "PrivateVpc",
    [types.subnet]: "PrivateVpc",
    [types.routeTable]: "PrivateVpc",
    [types.association]: "PrivateVpc",
    [types.logGroup]: "PrivateVpc",
    [types.role]: "PrivateVpc",
    [types.rolePolicy]: "PrivateVpc",
    [types.flowLog]: "PrivateVpc",
    [types.endpointService]: "EndpointService",
    [types.accepter]: "EndpointService",
    [types.notification]: "EndpointService",
    [types.record]: "EndpointService",
    [types.loadBalancer]: "Stack",
} as { [type: string]: Component };

const paths: { [component in Component]: string } = {
    PrivateVpc: "private-vpc:index:PrivateVpc::app",
    VpcEndpoints: "private-vpc:index:PrivateVpc$private-vpc:index:VpcEndpoints::app",
    EndpointService: "private-vpc:index:EndpointService::orders",
    Stack: "pulumi:pulumi:Stack::shop-dev",
};

/** The URN of a component. */
export const componentUrn = (type: Component, stack = "dev") => `urn:pulumi:${stack}::shop::${paths[type]}`;

const componentOf = ({ type, name }: Pick<Made, "type" | "name">) =>
    name === "app-dns-queries" ? "VpcEndpoints" : component[type] ?? "VpcEndpoints";

/** The URN of a resource in one of them. */
export function urnOf({ type, name }: Pick<Made, "type" | "name">, stack = "dev"): string {
    const parent = componentOf({ type, name });
    if (parent === "Stack") return `urn:pulumi:${stack}::shop::${type}::${name}`;
    return componentUrn(parent, stack).replace(/::\w+$/, `$${type}::${name}`);
}

/** The output of `pulumi stack export` for a stack that created these resources and was creating others. */
export class RecordedStack {
    stack = "dev";
    provider = "default_7_48_0";
    flowLogs?: Attributes;
    secondaryCidrBlocks?: Attributes[];
    /** The arguments of its endpoint service. */
    service: Attributes = {};
    /** The Region of some resources, by name. @default - us-east-1 */
    regions: { [name: string]: string } = {};
    dnsFirewall?: Attributes;
    /** The IDs of recorded resources that were replaced and are still to be deleted. */
    replaced: string[] = [];

    constructor(private readonly recorded: Made[], private readonly creating: Made[] = []) {}

    get exported(): object {
        const { stack, flowLogs, secondaryCidrBlocks, dnsFirewall } = this;
        const entry = (made: Made) => ({
            urn: urnOf(made, stack),
            type: made.type,
            parent: componentUrn(componentOf(made), stack),
            provider: `${this.providerUrn(this.regions[made.name])}::1`,
            inputs: made.attributes,
        });
        const providers = ["us-east-1", ...Object.values(this.regions)].map((region) => ({
            urn: this.providerUrn(region),
            type: "pulumi:providers:aws",
            id: "1",
            inputs: { region },
        }));
        const resources = [
            ...providers,
            {
                urn: componentUrn("PrivateVpc", stack),
                type: "private-vpc:index:PrivateVpc",
                inputs: { ...(flowLogs && { flowLogs }), ...(secondaryCidrBlocks && { secondaryCidrBlocks }) },
            },
            {
                urn: componentUrn("VpcEndpoints", stack),
                type: "private-vpc:index:VpcEndpoints",
                inputs: { ...(dnsFirewall && { dnsFirewall }) },
            },
            {
                urn: componentUrn("EndpointService", stack),
                type: "private-vpc:index:EndpointService",
                inputs: this.service,
            },
            ...this.recorded.map((made) => ({
                ...entry(made),
                id: made.id,
                outputs: made.attributes,
                ...(this.replaced.includes(made.id) && { delete: true }),
            })),
        ];
        const pending = this.creating.map((made) => ({ type: "creating", resource: entry(made) }));
        return { version: 3, deployment: { resources, pending_operations: pending } };
    }

    private providerUrn(region = "us-east-1"): string {
        const name = region === "us-east-1" ? this.provider : region;
        return `urn:pulumi:${this.stack}::shop::pulumi:providers:aws::${name}`;
    }
}
