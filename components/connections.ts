import * as pulumi from "@pulumi/pulumi";

import type { ConnectionArgs } from "./connectionArgs";
import { judged } from "./lateError";
import { checkEndpointServiceName, regionOfService } from "./plan/endpointServices/endpointServiceName";

/** The endpoint service to connect to, once its name is judged, and its Region where that is not the VPC's. */
export function connectionInputs(
    name: string,
    { serviceName }: ConnectionArgs,
    vpcRegion: string,
): { serviceName: pulumi.Output<string>; serviceRegion: pulumi.Output<string | undefined> } {
    const known = pulumi.output(serviceName).apply((given) => {
        const problems = checkEndpointServiceName(`endpointServices.${name}.serviceName`, given);
        return judged(given, problems, `the endpoint of ${name}`, "it was not made");
    });
    const elsewhere = (region?: string) => (region === vpcRegion ? undefined : region);
    return { serviceName: known, serviceRegion: known.apply((given) => elsewhere(regionOfService(given))) };
}
