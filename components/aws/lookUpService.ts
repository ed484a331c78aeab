import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

import { confirm, type Confirmed, fromCatalogue } from "../plan/endpoints/confirm";
import { checked } from "../resources/lateError";
import type { EndpointToMake } from "../resources/lateValues";
import { logWarnings } from "../resources/logWarnings";
import { answered } from "./ask";

/**
 * What of a planned endpoint holds where it is deployed: AWS is asked, in previews too, for zones, private DNS and policy
 * support, once the provider is known to work in the planned Region. What contradicts the plan rejects the endpoint's
 * inputs, so that it is never made.
 */
export function confirmedByAws(
    component: pulumi.ComponentResource,
    { planned, options, asksAws }: EndpointToMake,
    serviceName: pulumi.Output<string>,
): pulumi.Output<Confirmed> {
    if (!asksAws) return pulumi.output(fromCatalogue(planned));
    const asked = serviceName.apply((name) =>
        answered(
            ec2.getVpcEndpointService({ serviceName: name, serviceType: planned.kind }, { parent: component }),
            "set options.lookUp: false, and the catalogue decides",
        )
    );
    return asked.apply((answer) => {
        const { confirmed, problems } = confirm(planned, options, answer);
        const holds = checked(confirmed, problems, `the endpoint of ${planned.service}`, "it was not made");
        logWarnings(holds.warnings, component);
        return holds;
    });
}
