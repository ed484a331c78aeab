import type { Attributes, Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../../emulator/aws/world";

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
} as { [type: string]: string };

/** The URN of one of the components named `app`. */
export const componentUrn = (type: "PrivateVpc" | "VpcEndpoints", stack = "dev") =>
    `urn:pulumi:${stack}::shop::private-vpc:index:PrivateVpc${
        type === "PrivateVpc" ? "" : "$private-vpc:index:VpcEndpoints"
    }::app`;

/** The URN of a resource in one of them. */
export function urnOf({ type, name }: Pick<Made, "type" | "name">, stack = "dev"): string {
    const parent = component[type] === "PrivateVpc" ? "PrivateVpc" : "VpcEndpoints";
    return componentUrn(parent, stack).replace(/::app$/, `$${type}::${name}`);
}

/** The output of `pulumi stack export` for a stack that created these resources and was creating others. */
export class RecordedStack {
    stack = "dev";
    provider = "default_7_48_0";
    flowLogs?: Attributes;

    constructor(private readonly recorded: Made[], private readonly creating: Made[] = []) {}

    get exported(): object {
        const { stack, provider, flowLogs } = this;
        const providerUrn = `urn:pulumi:${stack}::shop::pulumi:providers:aws::${provider}`;
        const entry = (made: Made) => {
            const parent = componentUrn(component[made.type] === "PrivateVpc" ? "PrivateVpc" : "VpcEndpoints", stack);
            const urn = urnOf(made, stack);
            return { urn, type: made.type, parent, provider: `${providerUrn}::1`, inputs: made.attributes };
        };
        const resources = [
            { urn: providerUrn, type: "pulumi:providers:aws", id: "1", inputs: { region: "us-east-1" } },
            {
                urn: componentUrn("PrivateVpc", stack),
                type: "private-vpc:index:PrivateVpc",
                inputs: { ...(flowLogs && { flowLogs }) },
            },
            { urn: componentUrn("VpcEndpoints", stack), type: "private-vpc:index:VpcEndpoints" },
            ...this.recorded.map((made) => ({ ...entry(made), id: made.id, outputs: made.attributes })),
        ];
        const pending = this.creating.map((made) => ({ type: "creating", resource: entry(made) }));
        return { version: 3, deployment: { resources, pending_operations: pending } };
    }
}
