import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

import type { ConnectionArgs } from "../args/connectionArgs";
import { reasonOf } from "../aws/ask";
import { pathOf } from "../plan/endpoints/planEndpoints";
import { checkEndpointServiceName, regionOfService } from "../plan/endpointServices/endpointServiceName";
import { checkServiceType, unknownType } from "../plan/endpointServices/serviceType";
import { checked } from "./lateError";
import type { EndpointToMake } from "./lateValues";
import { logWarnings } from "./logWarnings";

/** The endpoint service to connect to, once its name and type are checked, and its Region if it is not the VPC's. */
export function connectionInputs(
    component: pulumi.ComponentResource,
    toMake: EndpointToMake,
    serviceName: ConnectionArgs["serviceName"],
    inRegion: Promise<void>,
    vpcRegion: string,
): { serviceName: pulumi.Output<string>; serviceRegion: pulumi.Output<string | undefined> } {
    const { service } = toMake.planned;
    const known = pulumi.output(serviceName).apply((given) => {
        const problems = checkEndpointServiceName(`endpointServices.${service}.serviceName`, given);
        return checked(given, problems, `the endpoint of ${service}`, "it was not created");
    });
    const named = pulumi.output(inRegion.then(() => known));
    return {
        serviceName: ofInterfaceType(component, toMake, named, vpcRegion),
        serviceRegion: known.apply((given) => otherRegion(given, vpcRegion)),
    };
}

/**
 * The name of the service to connect to, once its type is looked up, in previews too. If the type is not interface, the
 * output fails, so that the endpoint is never created. If AWS reports no type, a warning is logged.
 */
function ofInterfaceType(
    component: pulumi.ComponentResource,
    { planned, asksAws }: EndpointToMake,
    serviceName: pulumi.Output<string>,
    vpcRegion: string,
): pulumi.Output<string> {
    if (!asksAws) return serviceName;
    const path = `${pathOf(planned)}.serviceName`;
    return serviceName.apply(async (name) => {
        const serviceType = await typeOf(name, vpcRegion, { parent: component }).catch((error: unknown) => {
            logWarnings([unknownType(path, name, reasonOf(error))], component);
            return undefined;
        });
        return { name, serviceType };
    }).apply(({ name, serviceType }) => {
        const problems = checkServiceType(path, name, serviceType);
        return checked(name, problems, `the endpoint of ${planned.service}`, "it was not created");
    });
}

async function typeOf(serviceName: string, vpcRegion: string, opts: pulumi.InvokeOptions): Promise<string | undefined> {
    // AWS finds a service of another Region only if the request names that Region.
    const region = otherRegion(serviceName, vpcRegion);
    const serviceRegions = region === undefined ? {} : { serviceRegions: [region] };
    const { serviceType } = await ec2.getVpcEndpointService({ serviceName, ...serviceRegions }, opts);
    return serviceType;
}

function otherRegion(serviceName: string, vpcRegion: string): string | undefined {
    const region = regionOfService(serviceName);
    return region === vpcRegion ? undefined : region;
}
