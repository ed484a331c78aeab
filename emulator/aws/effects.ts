import { type Made, types, type World } from "./world";

/** How creating or deleting a resource changes another one. */
interface Effect {
    created?(made: Made, world: World): void;
    deleted?(made: Made, world: World): void;
}

/** The effects of resources that respond to another resource's request, by type token. */
export const effects: { [type: string]: Effect } = {
    [types.accepter]: {
        created: (accepter, world) => setState(accepter, "available", world),
        // On deletion the provider rejects the connection; an acceptance cannot be undone.
        deleted: (accepter, world) => setState(accepter, "rejected", world),
    },
    [types.verification]: {
        created: ({ attributes: { serviceId } }, world) => {
            const service = world.find(serviceId);
            const [configuration] = service?.attributes.privateDnsNameConfigurations ?? [];
            if (configuration) {
                service!.attributes.privateDnsNameConfigurations = [{ ...configuration, state: "verified" }];
            }
        },
    },
};

function setState({ attributes: { vpcEndpointId } }: Made, state: string, world: World): void {
    const endpoint = world.find(vpcEndpointId);
    if (endpoint) endpoint.attributes = { ...endpoint.attributes, state };
}
