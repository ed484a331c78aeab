import * as pulumi from "@pulumi/pulumi";

import { EndpointService, PrivateVpc, VpcEndpoints } from "../components";
import { endpointsPlanOutputs, vpcPlanOutputs } from "./planOutputs";

/** A component with all its outputs for other languages. */
export interface Constructed {
    component: pulumi.ComponentResource;
    outputs: pulumi.Inputs;
}

type Construct = (
    name: string,
    inputs: pulumi.Inputs,
    options: pulumi.ComponentResourceOptions,
) => Constructed | Promise<Constructed>;

// The constructors check the inputs of untyped callers.
type Constructor<T> = new(name: string, args: never, options: pulumi.ComponentResourceOptions) => T;

function constructs<T extends pulumi.ComponentResource>(
    component: Constructor<T>,
    more: (made: T) => object = () => ({}),
): Construct {
    return (name, inputs, options) => {
        const made = new component(name, inputs as never, options);
        return { component: made, outputs: { ...made, ...more(made) } };
    };
}

const withEndpointsPlan = ({ plan }: VpcEndpoints) => endpointsPlanOutputs(plan);

/** How each resource of the schema is constructed, by the last part of its type. */
export const remoteComponents: { [name: string]: Construct } = {
    EndpointService: constructs(EndpointService),
    PrivateVpc: constructs(PrivateVpc, ({ plan }) => vpcPlanOutputs(plan)),
    VpcEndpoints: constructs(VpcEndpoints, withEndpointsPlan),
    // Registered as `VpcEndpoints`, as by `VpcEndpoints.inVpc` in TypeScript.
    VpcEndpointsInVpc: async (name, inputs, options) => {
        const made = await VpcEndpoints.inVpc(name, inputs as never, options);
        return { component: made, outputs: { ...made, ...withEndpointsPlan(made) } };
    },
};
