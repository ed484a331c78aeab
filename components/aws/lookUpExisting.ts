import type { GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";
import * as pulumi from "@pulumi/pulumi";

import { checkFound, lackingRouteTables } from "../plan/endpoints/existingEndpoints";
import { isService } from "../plan/services/serviceNames";
import { checked } from "../resources/lateError";
import type { LateValues } from "../resources/lateValues";
import { logWarnings } from "../resources/logWarnings";
import { ask, lookUp } from "./ask";
import { lookUpEndpoint } from "./lookUpEndpoint";

/** Existing endpoints as AWS describes them, by service. */
export interface ExistingEndpoints {
    [service: string]: pulumi.Output<GetVpcEndpointResult>;
}

/** Looks up the existing endpoints, and warns about route tables that an existing gateway endpoint is missing from. */
export function lookUpExisting(
    component: pulumi.ComponentResource,
    { vpcId, existing, routeTableIds, region }: LateValues,
): ExistingEndpoints {
    return Object.fromEntries(
        Object.entries(existing).map(([service, id]) => {
            const path = `existing.${service}`;
            const found = pulumi.all([id, vpcId]).apply(([endpointId, vpc]) => {
                const answer = ask(path, endpointId, lookUpEndpoint(endpointId, { parent: component }));
                return answer.then(({ value, problems }) => {
                    const wrong = value && isService(service) ? checkFound(service, value, vpc, region) : [];
                    const all = [...problems, ...wrong];
                    const isDenied = all.some((problem) => problem.path !== path);
                    return checked(value!, all, isDenied ? lookUp : `the endpoint of ${service}`);
                });
            });
            pulumi.all([found, routeTableIds]).apply(([endpoint, tables]) =>
                logWarnings(lackingRouteTables(service, endpoint, tables), component)
            );
            return [service, found];
        }),
    );
}
