import { type Made, types, type World } from "./world";

/** What making or deleting a resource changes of another. */
interface Effect {
    created?(made: Made, world: World): void;
    deleted?(made: Made, world: World): void;
}

/** The effects of resources that are an answer to somebody else's request, by type token. */
export const effects: { [type: string]: Effect } = {
    [types.accepter]: {
        created: (accepter, world) => setState(accepter, "available", world),
        // The provider rejects what it accepted: there is no taking back.
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
