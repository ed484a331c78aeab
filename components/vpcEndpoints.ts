import * as pulumi from "@pulumi/pulumi";

import type { InVpcArgs } from "./args/inVpcArgs";
import type { OutputsOf } from "./args/outputsOf";
import { vpcEndpoints, type VpcEndpointsArgs } from "./args/vpcEndpointsArgs";
import { componentType } from "./aws/findCollisions";
import { resolveVpc } from "./aws/inVpc";
import { lookUpExisting } from "./aws/lookUpExisting";
import { checkFirewallNames } from "./plan/dnsFirewall/firewallNames";
import { sharedGroup } from "./plan/endpoints/admission";
import { checkGroupNames } from "./plan/groupNames";
import type { EndpointsPlan } from "./plan/planVpc";
import { planEndpointsOf, planOf } from "./planner";
import { failOn, planOrFail } from "./planOrFail";
import type { RecordedResource } from "./report/reportedPlan";
import { claim, refusedClaims } from "./resources/claims";
import { makeClientGroup } from "./resources/clientGroup";
import { makeEndpointGroups } from "./resources/endpointGroups";
import { endpointOutputs } from "./resources/endpointOutputs";
import { lateValues } from "./resources/lateValues";
import { logWarnings } from "./resources/logWarnings";
import { makeDnsFirewall } from "./resources/makeDnsFirewall";
import { makeEndpoints } from "./resources/makeEndpoints";
import { recordInto } from "./resources/resourceRecord";
import { warnOfCopies } from "./resources/sdkCopies";

/** What is created and why. */
export interface MadeEndpointsPlan extends EndpointsPlan {
    /** Every resource, in order of declaration. */
    resources: RecordedResource[];
}

const plans = new WeakMap<VpcEndpoints, MadeEndpointsPlan>();
const madeOutputs = new WeakMap<VpcEndpoints, OutputsOf<VpcEndpoints>>();

/** All outputs of a component, for another component that returns them too. */
export function outputsOf(endpoints: VpcEndpoints): OutputsOf<VpcEndpoints> {
    return madeOutputs.get(endpoints)!;
}

/**
 * VPC endpoints for the services that a VPC's workloads use, in any VPC.
 *
 * Creates a gateway endpoint wherever AWS offers one and it suffices, because it is free, and an interface endpoint
 * otherwise. Every endpoint of an AWS service that supports policies has an explicit policy; every interface endpoint has
 * an explicit security group.
 *
 * An interface endpoint in us-east-1 costs about USD 7.30 a month for each Availability Zone, and USD 0.01 per GB. Gateway
 * endpoints are free.
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
    /** IDs of the gateway endpoints, by service. */
    public readonly gatewayEndpointIds!: pulumi.Output<{ [service: string]: string }>;
    /** IDs of the interface endpoints, by service. */
    public readonly interfaceEndpointIds!: pulumi.Output<{ [service: string]: string }>;
    /** IDs of the gateway endpoints' prefix lists, by service, for security group rules. */
    public readonly prefixListIds!: pulumi.Output<{ [service: string]: string }>;
    /** The Regional DNS name of each interface endpoint, by service, for clients of a service without private DNS. */
    public readonly dnsNames!: pulumi.Output<{ [service: string]: string }>;
    /** The security group that interface endpoints share. */
    public readonly endpointSecurityGroupId!: pulumi.Output<string>;
    /** A security group for workloads: egress to the endpoints only. Security groups do not filter DNS queries. */
    public readonly clientSecurityGroupId!: pulumi.Output<string>;

    constructor(name: string, args: VpcEndpointsArgs, opts?: pulumi.ComponentResourceOptions) {
        const plan = planOf(args) ?? planOrFail(name, args, planEndpointsOf(vpcEndpoints, args));
        const claimant = { name, args, ...plan };
        failOn(name, undefined, [...checkGroupNames(name, plan), ...checkFirewallNames(name, plan)]);
        failOn(name, args, refusedClaims(claimant).map(({ problem }) => problem));
        const resources: RecordedResource[] = [];
        const transformations = [...opts?.transformations ?? [], recordInto(resources)];
        super(componentType, name, args, { ...opts, transformations });
        claim(this, claimant);
        warnOfCopies(this);
        logWarnings(plan.warnings.filter(({ code }) => code === "args.deprecated"), this);

        const below = { parent: this };
        const late = lateValues(args, plan);
        const groups = makeEndpointGroups(name, plan.securityGroups, late, below);
        const made = makeEndpoints(this, name, late, groups);
        const existing = lookUpExisting(this, late);
        const reached = { groups, made, existing };
        makeDnsFirewall(this, name, plan.dnsFirewall, late, { made, existing });
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
     * Creates the endpoints in a VPC known only by its ID. Subnets, route tables and existing endpoints are looked up
     * before any resource is declared, so that a preview shows the exact resources and any conflicts.
     *
     * Interface endpoints are placed in one private subnet of each Availability Zone: one that already has endpoints of
     * this stack, otherwise the largest one. Gateway endpoints are associated with the route tables of all private subnets.
     * The VPC must have DNS hostnames enabled if an endpoint uses private DNS. The routes that lead out of the VPC, and what is
     * attached to it without a route, are logged, and in the plan as `waysOut`.
     *
     * ```typescript
     * // In a CommonJS program, inside of `export = async () => { … }`.
     * const endpoints = await VpcEndpoints.inVpc("app", { vpcId: "vpc-0123456789abcdef0", services: ["s3", "sqs"] });
     * ```
     */
    public static inVpc(
        name: string,
        args: InVpcArgs,
        opts?: pulumi.ComponentResourceOptions,
    ): Promise<VpcEndpoints> {
        // The second function is necessary, see `lateError`: the result may become an output.
        return resolveVpc(name, args, opts).then(
            (resolved) => new VpcEndpoints(name, resolved, opts),
            (error: unknown) => {
                throw error;
            },
        );
    }

    /** What is created and why: endpoints with reasons, optional and omitted endpoints, cost, resources. */
    public get plan(): MadeEndpointsPlan {
        return plans.get(this)!;
    }
}
