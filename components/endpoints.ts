import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";

import type { VpcEndpointsArgs } from "./args/vpcEndpointsArgs";
import { connectionInputs, ofInterfaceType } from "./connections";
import { judged } from "./lateError";
import { confirmedByAws } from "./lookUp";
import type { EndpointsPlan } from "./plan";
import { givenGroups } from "./plan/endpoints/admission";
import { type Confirmed, fromCatalogue } from "./plan/endpoints/confirm";
import { flagToSend } from "./plan/endpoints/inboundResolver";
import { noRouteTables } from "./plan/endpoints/routeTables";
import { EndpointKind } from "./plan/facts/kinds";
import type { PlannedEndpoint } from "./plan/kinds/endpointKinds";
import type { PlannedInterface } from "./plan/kinds/interfaceKind";
import { policyOf } from "./policies";
import { accountOf, inPlannedRegion } from "./provider";
import type { MadeGroups } from "./securityGroups";
import { tagsOf } from "./tags";

/** An endpoint that was made, and what was planned of it. */
export interface MadeEndpoint {
    planned: PlannedEndpoint;
    endpoint: ec2.VpcEndpoint;
}

/** Makes the planned endpoints, of each service the gateway first. */
export function makeEndpoints(
    component: pulumi.ComponentResource,
    name: string,
    args: VpcEndpointsArgs,
    plan: EndpointsPlan,
    groups: MadeGroups,
): MadeEndpoint[] {
    const accountId = accountOf(component);
    const inRegion = inPlannedRegion<string>(component, plan.region);
    const made: MadeEndpoint[] = [];
    for (const planned of plan.endpoints) {
        const endpointName = `${name}-${planned.name}`;
        const connection = args.endpointServices?.[planned.askedAs];
        const service = connection
            ? connectionInputs(planned.service, connection, plan.region)
            : { serviceName: planned.serviceName! };
        const named = inRegion(service.serviceName);
        const serviceName = connection
            ? ofInterfaceType(component, planned, args.options, named, plan.region)
            : named;
        const confirmed = connection
            ? pulumi.output(fromCatalogue(planned))
            : confirmedByAws(component, planned, args, serviceName);
        const inputs = {
            vpcId: args.vpcId,
            ...service,
            serviceName,
            vpcEndpointType: planned.kind,
            policy: policyOf(planned, args, plan, accountId, confirmed),
            tags: tagsOf(endpointName, args.tags),
            ...(planned.kind === EndpointKind.Gateway
                ? gatewayInputs(args, planned)
                : interfaceInputs(planned, args, groups, confirmed as pulumi.Output<Confirmed<PlannedInterface>>)),
        };
        const sameService = made.filter((other) => other.planned.service === planned.service);
        const endpoint = new ec2.VpcEndpoint(endpointName, inputs, {
            parent: component,
            ...(planned.kind === EndpointKind.Gateway ? {} : interfaceOptions(sameService)),
        });
        made.push({ planned, endpoint });
    }
    return made;
}

/** The groups that a caller gives in place of one made for the endpoint. */
export function givenGroupsOf(
    { endpoints, endpointServices }: VpcEndpointsArgs,
    { askedAs }: PlannedEndpoint,
): pulumi.Input<string>[] | undefined {
    return (endpointServices?.[askedAs] ?? endpoints?.[askedAs])?.securityGroupIds;
}

function gatewayInputs({ routeTableIds }: VpcEndpointsArgs, planned: PlannedEndpoint): Partial<ec2.VpcEndpointArgs> {
    if (Array.isArray(routeTableIds)) return { routeTableIds };
    return {
        routeTableIds: pulumi.output(routeTableIds).apply((tables) =>
            judged(tables, noRouteTables([planned], tables), `the endpoint of ${planned.service}`, "it was not made")
        ),
    };
}

function interfaceInputs(
    planned: PlannedInterface,
    args: VpcEndpointsArgs,
    groups: MadeGroups,
    confirmed: pulumi.Output<Confirmed<PlannedInterface>>,
): Partial<ec2.VpcEndpointArgs> {
    const { securityGroup } = planned;
    const flag = flagToSend(planned);
    return {
        subnetIds: confirmed.apply(({ endpoint }) => pulumi.all(endpoint.zones.map((zone) => args.subnetIds[zone]!))),
        securityGroupIds: securityGroup === givenGroups ? givenGroupsOf(args, planned) : [groups[securityGroup]!.id],
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
