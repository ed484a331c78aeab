import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";

import { confirm, type Confirmed, fromCatalogue } from "../plan/endpoints/confirm";
import { checked } from "../resources/lateError";
import type { EndpointToMake } from "../resources/lateValues";
import { logWarnings } from "../resources/logWarnings";
import { answered } from "./ask";

/**
 * Confirms a planned endpoint with AWS, in previews too: zones, private DNS and policy support, after checking the
 * provider's Region. If AWS contradicts the plan, the endpoint's inputs fail, so that it is never created.
 */
export function confirmedByAws(
    component: pulumi.ComponentResource,
    { planned, options, asksAws }: EndpointToMake,
    serviceName: Promise<string>,
): Promise<Confirmed> {
    if (!asksAws) return Promise.resolve(fromCatalogue(planned));
    return serviceName.then((name) =>
        answered(
            ec2.getVpcEndpointService({ serviceName: name, serviceType: planned.kind }, { parent: component }),
            "set options.lookUp: false, and the catalogue decides",
        )
    ).then((answer) => {
        const { confirmed, problems } = confirm(planned, options, answer);
        const holds = checked(confirmed, problems, `the endpoint of ${planned.service}`, "it was not created");
        logWarnings(holds.warnings, component);
        return holds;
    });
}
