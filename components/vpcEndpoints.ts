import * as pulumi from "@pulumi/pulumi";

import { makeClientGroup } from "./clientGroup";
import { type MadeEndpoint, makeEndpoints, regionalName } from "./endpoints";
import { type EndpointsPlan, planVpcEndpoints } from "./plan";
import { sharedGroup } from "./plan/admission";
import { EndpointKind } from "./plan/facts/kinds";
import { planOrFail } from "./planOrFail";
import { endpointPolicies } from "./policies";
import { type RecordedResource, recordInto } from "./resourceRecord";
import { makeEndpointGroups } from "./securityGroups";
import type { VpcEndpointsArgs } from "./vpcEndpointsArgs";

/** What is made, and why. */
export interface MadeEndpointsPlan extends EndpointsPlan {
    resources: RecordedResource[];
}

const plans = new WeakMap<VpcEndpoints, MadeEndpointsPlan>();

/**
 * VPC endpoints for what a VPC's workloads use, in any VPC.
 *
 * A gateway endpoint wherever AWS offers one and nothing asks for more, because it is free; an interface endpoint
 * otherwise. Every endpoint has an explicit policy, every interface endpoint an explicit security group.
 *
 * An interface endpoint costs about USD 7.30 a month in each zone in us-east-1, and USD 0.01 a gigabyte; a gateway nothing.
 *
 * ```typescript
 * const endpoints = new VpcEndpoints("app", {
 *     vpcId: vpc.id,
 *     vpcCidrBlock: vpc.cidrBlock,
 *     subnetIds: { "us-east-1a": subnetA.id, "us-east-1b": subnetB.id },
 *     routeTableIds: [routeTable.id],
 *     workloads: ["ecs-fargate"],
 *     services: ["sqs"],
 * });
 * ```
 */
export class VpcEndpoints extends pulumi.ComponentResource {
    /** Ids of the gateway endpoints, by service. */
    public readonly gatewayEndpointIds: pulumi.Output<{ [service: string]: string }>;
    /** Ids of the interface endpoints, by service. */
    public readonly interfaceEndpointIds: pulumi.Output<{ [service: string]: string }>;
    /** Ids of the gateway endpoints' prefix lists, by service, for rules of security groups. */
    public readonly prefixListIds: pulumi.Output<{ [service: string]: string }>;
    /** The Regional name of each interface endpoint, by service, for clients of a service without private DNS. */
    public readonly dnsNames: pulumi.Output<{ [service: string]: string }>;
    /** The security group that interface endpoints share. */
    public readonly endpointSecurityGroupId: pulumi.Output<string>;
    /** A security group for workloads: attached, it reaches the endpoints and nothing else. */
    public readonly clientSecurityGroupId: pulumi.Output<string>;

    constructor(name: string, args: VpcEndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
        const resources: RecordedResource[] = [];
        const transformations = [...opts?.transformations ?? [], recordInto(resources)];
        super("private-vpc:index:VpcEndpoints", name, args, { ...opts, transformations });
        const plan = planOrFail(this, name, planVpcEndpoints(args, Object.keys(args.subnetIds), endpointPolicies()));

        const groups = makeEndpointGroups(name, args, plan, { parent: this });
        const made = makeEndpoints(this, name, args, plan, groups);
        const clients = makeClientGroup(`${name}-client`, args, plan, groups, made, { parent: this });

        const gateways = made.filter(({ planned }) => planned.kind === EndpointKind.Gateway);
        const interfaces = made.filter(({ planned }) => planned.kind === EndpointKind.Interface);
        this.gatewayEndpointIds = byService(gateways, ({ endpoint }) => endpoint.id);
        this.interfaceEndpointIds = byService(interfaces, ({ endpoint }) => endpoint.id);
        this.prefixListIds = byService(gateways, ({ endpoint }) => endpoint.prefixListId);
        this.dnsNames = byService(interfaces, ({ endpoint }) => regionalName(endpoint, plan.region));
        this.endpointSecurityGroupId = groups[sharedGroup]!.id;
        this.clientSecurityGroupId = clients.id;
        plans.set(this, { ...plan, resources });
        this.registerOutputs({
            gatewayEndpointIds: this.gatewayEndpointIds,
            interfaceEndpointIds: this.interfaceEndpointIds,
            prefixListIds: this.prefixListIds,
            dnsNames: this.dnsNames,
            endpointSecurityGroupId: this.endpointSecurityGroupId,
            clientSecurityGroupId: this.clientSecurityGroupId,
        });
    }

    /** What is made and why: endpoints with their reasons, what is offered or left out, the cost, the resources. */
    public get plan(): MadeEndpointsPlan {
        return plans.get(this)!;
    }
}

function byService(made: MadeEndpoint[], valueOf: (made: MadeEndpoint) => pulumi.Output<string>) {
    return pulumi.all(Object.fromEntries(made.map((one) => [one.planned.service, valueOf(one)])));
}
