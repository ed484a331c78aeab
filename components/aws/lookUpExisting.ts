import type { GetVpcEndpointResult } from "@pulumi/aws/ec2/getVpcEndpoint";
import * as pulumi from "@pulumi/pulumi";

import { checkFound, existingIds, isInAddition, lackingRouteTables } from "../plan/endpoints/existingEndpoints";
import { isService } from "../plan/services/serviceNames";
import { checked } from "../resources/lateError";
import type { LateValues } from "../resources/lateValues";
import { logWarnings } from "../resources/logWarnings";
import { ask, lookUp } from "./ask";
import { lookUpEndpoint } from "./lookUpEndpoint";

/** Existing endpoints as AWS describes them, by service. */
export interface ExistingEndpoints {
    [service: string]: pulumi.Output<GetVpcEndpointResult>[];
}

/** Looks up the existing endpoints, and warns about route tables that an existing gateway endpoint is missing from. */
export function lookUpExisting(
    component: pulumi.ComponentResource,
    { vpcId, existing, routeTableIds, region, endpoints }: LateValues,
): ExistingEndpoints {
    const outsiders = endpoints.filter(({ planned }) => isInAddition(planned)).map(({ planned }) => planned.askedAs);
    const all: ExistingEndpoints = {};
    for (const { service, id, path } of existingIds<pulumi.Input<string>>(existing)) {
        const isForOutsiders = outsiders.includes(service);
        const found = pulumi.all([id, vpcId]).apply(([endpointId, vpc]) => {
            const answer = ask(path, endpointId, lookUpEndpoint(endpointId, { parent: component }));
            return answer.then(({ value, problems }) => {
                const wrong = value && isService(service)
                    ? checkFound({ service, path, isForOutsiders }, value, vpc, region)
                    : [];
                const every = [...problems, ...wrong];
                const isDenied = every.some((problem) => problem.path !== path);
                return checked(value!, every, isDenied ? lookUp : `the endpoint of ${service}`);
            });
        });
        pulumi.all([found, routeTableIds]).apply(([endpoint, tables]) =>
            logWarnings(lackingRouteTables(service, endpoint, tables), component)
        );
        (all[service] ??= []).push(found);
    }
    return all;
}
