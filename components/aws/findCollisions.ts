import * as pulumi from "@pulumi/pulumi";

import { collision, uncertain } from "../plan/endpoints/collisions";
import type { OwnershipFacts } from "../plan/endpoints/ownership";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import type { Problem } from "../plan/problem";
import { childOf, type Lineage, partsOf, urnsOf } from "../plan/urns";
import { logWarnings } from "../resources/logWarnings";
import { defaultOwner } from "../resources/tags";
import { ask, askWith } from "./ask";
import { lineageOf } from "./lineage";
import { findEndpoint } from "./lookUpEndpoint";
import type { StackState } from "./stackState";

/** The component's type, which is part of its endpoints' URNs. */
export const componentType = "private-vpc:index:VpcEndpoints";
const endpointType = "aws:ec2/vpcEndpoint:VpcEndpoint";

/** Problems for planned endpoints that AWS would reject because of the VPC's existing endpoints, each with a fix. */
export async function collisionsOf(
    name: string,
    opts: pulumi.ComponentResourceOptions = {},
    { vpcId, owner = defaultOwner() }: { vpcId: string; owner?: string },
    routeTableIds: string[],
    endpoints: PlannedEndpoint[],
    state: StackState | undefined,
): Promise<Problem[]> {
    // The lineage is found once, and only if an endpoint is.
    let asked: Promise<Lineage> | undefined;
    const ownership = async (planned: PlannedEndpoint) => {
        asked ??= lineageOf(componentType, name, opts);
        return factsOf(`${name}-${planned.name}`, owner, await asked, state);
    };
    const found = await Promise.all(endpoints.map(async (planned) => {
        const { kind: vpcEndpointType, serviceName } = planned;
        if (serviceName === null) return [];
        const filter = { vpcId, serviceName, vpcEndpointType, state: "available" };
        const { value, problems } = await ask(
            planned.name,
            `endpoints in ${vpcId}`,
            findEndpoint(filter, askWith(opts)),
        );
        if (value === undefined || value === "none") return problems;
        if (value === "several") {
            logWarnings(uncertain(planned, vpcId), opts.parent);
            return [];
        }
        return collision(planned, value, routeTableIds, await ownership(planned));
    }));
    return found.flat();
}

function factsOf(
    endpointName: string,
    owner: string,
    component: Lineage,
    state: StackState | undefined,
): OwnershipFacts {
    return {
        urns: urnsOf(childOf(component, endpointType, endpointName)),
        stacks: urnsOf(component).map((urn) => partsOf(urn).stack),
        owner,
        urnsInState: state && urnsById(state),
    };
}

/** The URN of each endpoint in the state, by its ID. */
function urnsById(state: StackState): Map<string, string> {
    return new Map(
        Object.entries(state).flatMap(([urn, { type, outputs }]) => {
            const id = outputs?.id ?? String(outputs?.arn).split("/").at(-1);
            return type === endpointType && typeof id === "string" ? [[id, urn]] : [];
        }),
    );
}
