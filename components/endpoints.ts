import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

import { connectionInputs, ofInterfaceType } from "./connections";
import { judged } from "./lateError";
import { confirmedByAws } from "./lookUp";
import { givenGroups } from "./plan/endpoints/admission";
import { type Confirmed, fromCatalogue } from "./plan/endpoints/confirm";
import { flagToSend } from "./plan/endpoints/inboundResolver";
import { noRouteTables } from "./plan/endpoints/routeTables";
import { EndpointKind } from "./plan/facts/kinds";
import type { PlannedEndpoint } from "./plan/kinds/endpointKinds";
import type { PlannedInterface } from "./plan/kinds/interfaceKind";
import { accountOf, inPlannedRegion } from "./provider";
import { policyOf } from "./resources/latePolicy";
import type { EndpointToMake, LateValues } from "./resources/lateValues";
import type { MadeGroups } from "./securityGroups";
import { tagsOf } from "./tags";

/** An endpoint that was made, and what was planned of it. */
export interface MadeEndpoint extends EndpointToMake {
    endpoint: ec2.VpcEndpoint;
}

/** Makes the planned endpoints, of each service the gateway first. */
export function makeEndpoints(
    component: pulumi.ComponentResource,
    name: string,
    late: LateValues,
    groups: MadeGroups,
): MadeEndpoint[] {
    const accountId = accountOf(component);
    const inRegion = inPlannedRegion<string>(component, late.region);
    const made: MadeEndpoint[] = [];
    for (const toMake of late.endpoints) {
        const { planned, endpointService } = toMake;
        const endpointName = `${name}-${planned.name}`;
        const service = endpointService === undefined
            ? { serviceName: planned.serviceName! }
            : connectionInputs(planned.service, endpointService, late.region);
        const named = inRegion(service.serviceName);
        const serviceName = endpointService === undefined
            ? named
            : ofInterfaceType(component, toMake, named, late.region);
        const confirmed = endpointService === undefined
            ? confirmedByAws(component, toMake, serviceName)
            : pulumi.output(fromCatalogue(planned));
        const inputs = {
            vpcId: late.vpcId,
            ...service,
            serviceName,
            vpcEndpointType: planned.kind,
            policy: policyOf(toMake, late.policies, accountId, confirmed),
            tags: tagsOf(endpointName, late.tags),
            ...(isInterface(toMake)
                ? interfaceInputs(toMake, late, groups, confirmed as pulumi.Output<Confirmed<PlannedInterface>>)
                : gatewayInputs(late, planned)),
        };
        const sameService = made.filter((other) => other.planned.service === planned.service);
        const endpoint = new ec2.VpcEndpoint(endpointName, inputs, {
            parent: component,
            ...(planned.kind === EndpointKind.Gateway ? {} : interfaceOptions(sameService)),
        });
        made.push({ ...toMake, endpoint });
    }
    return made;
}

function isInterface(toMake: EndpointToMake): toMake is EndpointToMake<PlannedInterface> {
    return toMake.planned.kind === EndpointKind.Interface;
}

function gatewayInputs({ routeTableIds }: LateValues, planned: PlannedEndpoint): Partial<ec2.VpcEndpointArgs> {
    if (Array.isArray(routeTableIds)) return { routeTableIds };
    return {
        routeTableIds: pulumi.output(routeTableIds).apply((tables) =>
            judged(tables, noRouteTables([planned], tables), `the endpoint of ${planned.service}`, "it was not made")
        ),
    };
}

function interfaceInputs(
    { planned, securityGroupIds }: EndpointToMake<PlannedInterface>,
    { subnetIds }: LateValues,
    groups: MadeGroups,
    confirmed: pulumi.Output<Confirmed<PlannedInterface>>,
): Partial<ec2.VpcEndpointArgs> {
    const { securityGroup } = planned;
    const flag = flagToSend(planned);
    return {
        subnetIds: confirmed.apply(({ endpoint }) => pulumi.all(endpoint.zones.map((zone) => subnetIds[zone]!))),
        securityGroupIds: securityGroup === givenGroups ? securityGroupIds : [groups[securityGroup]!.id],
        privateDnsEnabled: confirmed.apply(({ endpoint }) => endpoint.privateDns),
        // AWS takes a missing flag for true, and then refuses an interface endpoint where the VPC has no gateway endpoint.
        ...(flag === undefined ? {} : { dnsOptions: { privateDnsOnlyForInboundResolverEndpoint: flag } }),
    };
}

function interfaceOptions(sameService: MadeEndpoint[]): pulumi.CustomResourceOptions {
    return {
        // Two endpoints of a service cannot both hold its names, not even while one replaces the other.
        deleteBeforeReplace: true,
        // Where only an inbound Resolver endpoint is given the names, AWS wants the gateway first and gone last.
        dependsOn: sameService.map(({ endpoint }) => endpoint),
    };
}

/** The Regional name of an endpoint. AWS lists it with its zones' and its private names, in an order of each service's own. */
export function regionalName(entries: { dnsName: string }[] | undefined, region: string): string {
    const zonal = new RegExp(`-${region}[a-z]\\.`);
    // A consumer's own mocks may leave them out.
    const names = (entries ?? []).map((entry) => entry.dnsName).filter((name) => name.includes("vpce-"));
    return names.find((name) => !zonal.test(name)) ?? "";
}
