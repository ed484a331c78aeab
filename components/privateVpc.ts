import { channel } from "node:diagnostics_channel";

import * as pulumi from "@pulumi/pulumi";

import type { OutputsOf } from "./args/outputsOf";
import { pick } from "./args/pick";
import type { PrivateVpcArgs } from "./args/privateVpcArgs";
import { requestedEndpointsRows } from "./args/requestedEndpointsArgs";
import { checkFirewallNames } from "./plan/dnsFirewall/firewallNames";
import { blocksOf } from "./plan/endpoints/vpcRanges";
import { checkGroupNames } from "./plan/groupNames";
import type { VpcPlan } from "./plan/planVpc";
import { type PlanSummary, summarize } from "./plan/summary";
import { planVpcOf, withPlan } from "./planner";
import { failOn, planOrFail } from "./planOrFail";
import type { RecordedResource } from "./report/reportedPlan";
import { makeFlowLogs } from "./resources/makeFlowLogs";
import { makeVpc } from "./resources/makeVpc";
import { recordInto } from "./resources/resourceRecord";
import { makeSecondaryRanges } from "./resources/secondaryRanges";
import { makeSubnets } from "./resources/subnets";
import { withOwner } from "./resources/tags";
import { outputsOf, VpcEndpoints } from "./vpcEndpoints";

/** What is created and why, as `npm run plan -- --json` prints it. */
export interface Plan extends VpcPlan {
    /** Version of the plan's format, increased by every breaking change. */
    version: 2;
    /** The stack's name, e.g. `dev`. */
    stack: string;
    /** Whether Pulumi refuses to delete the resources (the resource option `protect`). */
    protect: boolean;
    /** Every resource, in order of declaration. */
    resources: RecordedResource[];
}

const plans = new WeakMap<PrivateVpc, Plan>();

/** Publishes each plan when its VPC is declared, for tools that run a program to find out what it would create. */
export const plansChannel = channel("private-vpc:plan");

/**
 * A VPC with no way out but its endpoints and DNS queries: no internet gateway, no NAT gateway, no default route.
 *
 * It has one isolated subnet and one route table in each Availability Zone, a default security group without rules, and
 * the endpoints that its workloads use.
 *
 * The VPC's Route 53 Resolver resolves public names too, so data can leave in DNS queries, which no security group
 * filters. With `dnsFirewall`, only the names that the plan needs are resolved.
 *
 * The VPC itself and gateway endpoints are free. An interface endpoint in us-east-1 costs about USD 7.30 a month for each
 * Availability Zone, and USD 0.01 per GB.
 *
 * ```typescript
 * const vpc = new PrivateVpc("app", {
 *     cidrBlock: "10.0.0.0/16",
 *     availabilityZones: ["us-east-1a", "us-east-1b"],
 *     workloads: ["ecs-fargate"],
 *     services: ["dynamodb", "sqs"],
 * });
 * ```
 */
export class PrivateVpc extends pulumi.ComponentResource {
    /** The VPC's ID. */
    public readonly vpcId!: pulumi.Output<string>;
    /** The VPC's IPv4 CIDR block, also if IPAM allocates it. */
    public readonly cidrBlock!: pulumi.Output<string>;
    /** IDs of the subnets, in the order of the names of their Availability Zones. */
    public readonly subnetIds!: pulumi.Output<string[]>;
    /** IDs of the subnets, by Availability Zone, e.g. `us-east-1a`. */
    public readonly subnetIdsByZone!: pulumi.Output<{ [zone: string]: string }>;
    /**
     * IDs of the subnets in secondary CIDR blocks, by CIDR block and Availability Zone, e.g.
     * `secondarySubnetIds["100.64.0.0/16"]["us-east-1a"]`.
     */
    public readonly secondarySubnetIds!: pulumi.Output<{ [cidrBlock: string]: { [zone: string]: string } }>;
    /** IDs of the route tables, in the order of the names of their Availability Zones. */
    public readonly routeTableIds!: pulumi.Output<string[]>;
    /** IDs of the route tables, by Availability Zone, e.g. `us-east-1a`. */
    public readonly routeTableIdsByZone!: pulumi.Output<{ [zone: string]: string }>;
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

    constructor(name: string, args: PrivateVpcArgs, opts?: pulumi.ComponentResourceOptions) {
        const plan = planOrFail(name, args, planVpcOf(args));
        failOn(name, undefined, [...checkGroupNames(name, plan), ...checkFirewallNames(name, plan)]);
        const resources: RecordedResource[] = [];
        const transformations = [...opts?.transformations ?? [], recordInto(resources)];
        super("private-vpc:index:PrivateVpc", name, args, { ...opts, transformations });
        const { flowLogs } = args;
        const tags = withOwner(args.tags, args.owner);
        const { network, ...ofEndpoints } = plan;

        const vpc = makeVpc(this, name, plan, args.ipam, tags);
        const { subnetIds, routeTableIds } = makeSubnets(name, vpc, network.subnets, tags, { parent: this });
        const secondary = network.secondaryCidrBlocks ?? [];
        const secondarySubnetIds = makeSecondaryRanges(name, vpc.id, secondary, routeTableIds, tags, { parent: this });
        if (flowLogs) makeFlowLogs(this, name, vpc.id, { ...flowLogs, tags }, plan);
        const placement = {
            vpcId: vpc.id,
            vpcCidrBlock: blocksOf(network.cidrBlock ?? vpc.cidrBlock, secondary.map(({ cidrBlock }) => cidrBlock)),
            subnetIds,
            routeTableIds: Object.values(routeTableIds),
        };
        const endpoints = new VpcEndpoints(
            name,
            withPlan({ ...placement, ...pick(args, requestedEndpointsRows) }, ofEndpoints),
            { parent: this },
        );

        const outputs: OutputsOf<PrivateVpc> = {
            vpcId: vpc.id,
            cidrBlock: vpc.cidrBlock,
            subnetIds: pulumi.all(Object.values(subnetIds)),
            subnetIdsByZone: pulumi.all(subnetIds),
            secondarySubnetIds: pulumi.output(secondarySubnetIds),
            routeTableIds: pulumi.all(Object.values(routeTableIds)),
            routeTableIdsByZone: pulumi.all(routeTableIds),
            ...outputsOf(endpoints),
        };
        Object.assign(this, outputs);
        plans.set(this, {
            version: 2,
            stack: pulumi.getStack(),
            ...plan,
            protect: opts?.protect ?? false,
            resources,
        });
        plansChannel.publish(this.plan);
        this.registerOutputs(outputs);
    }

    /** What is created and why: network, endpoints with reasons, optional endpoints, cost, resources. */
    public get plan(): Plan {
        return plans.get(this)!;
    }

    /** A summary of the plan, one line per endpoint, for a stack's outputs. */
    public get summary(): PlanSummary {
        return summarize(this.plan.endpoints, this.plan.cost.endpointsUsd);
    }
}
