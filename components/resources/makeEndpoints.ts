import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

import { confirmedByAws } from "../aws/lookUpService";
import { accountOf, inPlannedRegion } from "../aws/provider";
import { fromCatalogue } from "../plan/endpoints/confirm";
import type { PlannedEndpoint } from "../plan/kinds/endpointKinds";
import { connectionInputs } from "./connectionInputs";
import type { MadeGroups } from "./endpointGroups";
import type { EndpointMaker } from "./endpointMaker";
import { endpointMakers } from "./endpointMakers";
import { policyOf } from "./latePolicy";
import type { EndpointToMake, LateValues } from "./lateValues";
import { tagsOf } from "./tags";

/** A created endpoint and its plan. */
export interface MadeEndpoint extends EndpointToMake {
    endpoint: ec2.VpcEndpoint;
}

/** Creates the planned endpoints; for each service, the gateway endpoint first. */
export function makeEndpoints(
    component: pulumi.ComponentResource,
    name: string,
    late: LateValues,
    groups: MadeGroups,
): MadeEndpoint[] {
    const accountId = accountOf(component);
    const inRegion = inPlannedRegion(component, late.region);
    const subnetsIn = subnetsByZones(late.subnetIds);
    const made: MadeEndpoint[] = [];
    for (const toMake of late.endpoints) {
        const { planned, endpointService } = toMake;
        const endpointName = `${name}-${planned.name}`;
        const maker: EndpointMaker<PlannedEndpoint> = endpointMakers[planned.kind];
        const serviceName = inRegion.then(() => planned.serviceName!);
        const confirmed = endpointService === undefined
            ? confirmedByAws(component, toMake, serviceName)
            : Promise.resolve(fromCatalogue(planned));
        const inputs = {
            vpcId: late.vpcId,
            ...(endpointService === undefined
                ? { serviceName }
                : connectionInputs(component, toMake, endpointService, inRegion, late.region)),
            vpcEndpointType: planned.kind,
            policy: policyOf(toMake, late.policies, accountId, confirmed),
            tags: tagsOf(endpointName, late.tags),
            ...maker.inputs(toMake, { late, groups, subnetsIn, confirmed }),
        };
        const sameService = made.filter((other) => other.planned.service === planned.service);
        const endpoint = new ec2.VpcEndpoint(endpointName, inputs, {
            parent: component,
            ...maker.options(sameService.map((other) => other.endpoint)),
        });
        made.push({ ...toMake, endpoint });
    }
    return made;
}

/** Finds the subnets in some zones: endpoints in the same zones share one output. */
function subnetsByZones(subnetIds: LateValues["subnetIds"]): (zones: string[]) => pulumi.Output<string[]> {
    const known = new Map<string, pulumi.Output<string[]>>();
    return (zones) => {
        const subnets = known.get(zones.join()) ?? pulumi.all(zones.map((zone) => subnetIds[zone]!));
        known.set(zones.join(), subnets);
        return subnets;
    };
}

/** The Regional DNS name of an endpoint. AWS lists it with zonal and private names, in an order that varies by service. */
export function regionalName(entries: { dnsName: string }[] | undefined, region: string): string {
    const zonal = new RegExp(`-${region}[a-z]\\.`);
    // A user's mocks may omit them.
    const names = (entries ?? []).map((entry) => entry.dnsName).filter((name) => name.includes("vpce-"));
    return names.find((name) => !zonal.test(name)) ?? "";
}
