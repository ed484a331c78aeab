import * as pulumi from "@pulumi/pulumi";

import { noRouteTables } from "../plan/endpoints/routeTables";
import type { PlannedGateway } from "../plan/kinds/gatewayKind";
import type { EndpointMaker } from "./endpointMaker";
import { checked } from "./lateError";

/** The maker for gateway endpoints. */
export const gatewayEndpoint: EndpointMaker<PlannedGateway> = {
    inputs({ planned }, { late: { routeTableIds } }) {
        if (Array.isArray(routeTableIds)) return { routeTableIds };
        const what = `the endpoint of ${planned.service}`;
        return {
            routeTableIds: pulumi.output(routeTableIds).apply((tables) =>
                checked(tables, noRouteTables([planned], tables), what, "it was not created")
            ),
        };
    },
    options: () => ({}),
    outputs: { gatewayEndpointIds: "id", prefixListIds: "prefixListId" },
    destination: ({ prefixListId }) => ({ prefixListId }),
};
