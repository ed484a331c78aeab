import * as pulumi from "@pulumi/pulumi";

import type { InVpcArgs } from "./args/inVpcArgs";
import type { OutputsOf } from "./args/outputsOf";
import { vpcEndpoints, type VpcEndpointsArgs } from "./args/vpcEndpointsArgs";
import { componentType } from "./aws/findCollisions";
import { resolveVpc } from "./aws/inVpc";
import { lookUpExisting } from "./aws/lookUpExisting";
import { sharedGroup } from "./plan/endpoints/admission";
import type { EndpointsPlan } from "./plan/planVpc";
import { planEndpointsOf, planOf } from "./planner";
import { failOn, planOrFail } from "./planOrFail";
import type { RecordedResource } from "./report/reportedPlan";
import { claim, refusedClaims } from "./resources/claims";
import { makeClientGroup } from "./resources/clientGroup";
import { makeEndpointGroups } from "./resources/endpointGroups";
import { endpointOutputs } from "./resources/endpointOutputs";
import { lateValues } from "./resources/lateValues";
import { makeEndpoints } from "./resources/makeEndpoints";
import { recordInto } from "./resources/resourceRecord";

/** What is made, and why. */
export interface MadeEndpointsPlan extends EndpointsPlan {
    /** Every resource, in the order it is declared. */
    resources: RecordedResource[];
}

const plans = new WeakMap<VpcEndpoints, MadeEndpointsPlan>();
const madeOutputs = new WeakMap<VpcEndpoints, OutputsOf<VpcEndpoints>>();

/** All outputs of a component, for one that has them too. */
export function outputsOf(endpoints: VpcEndpoints): OutputsOf<VpcEndpoints> {
    return madeOutputs.get(endpoints)!;
}

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
    public readonly gatewayEndpointIds!: pulumi.Output<{ [service: string]: string }>;
    /** Ids of the interface endpoints, by service. */
    public readonly interfaceEndpointIds!: pulumi.Output<{ [service: string]: string }>;
    /** Ids of the gateway endpoints' prefix lists, by service, for rules of security groups. */
    public readonly prefixListIds!: pulumi.Output<{ [service: string]: string }>;
    /** The Regional name of each interface endpoint, by service, for clients of a service without private DNS. */
    public readonly dnsNames!: pulumi.Output<{ [service: string]: string }>;
    /** The security group that interface endpoints share. */
    public readonly endpointSecurityGroupId!: pulumi.Output<string>;
    /** A security group for workloads: it allows the endpoints and nothing else; no security group filters DNS queries. */
    public readonly clientSecurityGroupId!: pulumi.Output<string>;

    constructor(name: string, args: VpcEndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
        const plan = planOf(args) ?? planOrFail(name, args, planEndpointsOf(vpcEndpoints, args));
        const claimant = { name, args, endpoints: plan.endpoints };
        failOn(name, args, refusedClaims(claimant).map(({ problem }) => problem));
        const resources: RecordedResource[] = [];
        const transformations = [...opts?.transformations ?? [], recordInto(resources)];
        super(componentType, name, args, { ...opts, transformations });
        claim(this, claimant);

        const below = { parent: this };
        const late = lateValues(args, plan);
        const groups = makeEndpointGroups(name, plan.securityGroups, late, below);
        const made = makeEndpoints(this, name, late, groups);
        const existing = lookUpExisting(this, late);
        const reached = { groups, made, existing };
        const clients = makeClientGroup(`${name}-client`, plan.clientEgress, late, reached, below);

        const outputs: OutputsOf<VpcEndpoints> = {
            ...endpointOutputs(made, existing, plan.region),
            endpointSecurityGroupId: groups[sharedGroup]!.id,
            clientSecurityGroupId: clients.id,
        };
        Object.assign(this, outputs);
        madeOutputs.set(this, outputs);
        plans.set(this, { ...plan, resources });
        this.registerOutputs(outputs);
    }

    /**
     * The same in a VPC of which only the id is known: AWS is asked for the rest before anything is declared, so that a
     * preview shows the very resources, and what AWS would refuse.
     *
     * The endpoints go into one private subnet of each zone, the one with the lowest address, and gateways into the route
     * tables of all private subnets. The VPC must have DNS hostnames on. A program that is no module awaits it in
     * `export = async () => { … }`.
     *
     * ```typescript
     * const endpoints = await VpcEndpoints.inVpc("app", { vpcId: "vpc-0123456789abcdef0", services: ["s3", "sqs"] });
     * ```
     */
    public static async inVpc(
        name: string,
        args: InVpcArgs,
        opts?: pulumi.ComponentResourceOptions,
    ): Promise<VpcEndpoints> {
        return new VpcEndpoints(name, await resolveVpc(name, args, opts), opts);
    }

    /** What is made and why: endpoints with their reasons, what is offered or left out, the cost, the resources. */
    public get plan(): MadeEndpointsPlan {
        return plans.get(this)!;
    }
}
