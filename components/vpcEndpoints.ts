import * as pulumi from "@pulumi/pulumi";

import { type MadeEndpoint, makeEndpoints, regionalName } from "./endpoints";
import { type EndpointsPlan, planVpcEndpoints } from "./plan";
import { EndpointKind } from "./plan/kinds";
import { sharedGroup } from "./plan/securityGroups";
import { planOrFail } from "./planOrFail";
import { endpointPolicies } from "./policies";
import { type RecordedResource, recordInto } from "./resourceRecord";
import { makeClientGroup, makeEndpointGroups } from "./securityGroups";

/** What is said of one service's endpoints. Without it, the component chooses. */
export interface EndpointArgs {
    /**
     * The only kind of endpoint to make, e.g. `Interface`. A gateway is free; an interface costs about USD 7.30 a month
     * and zone in us-east-1, and USD 0.01 a gigabyte (https://aws.amazon.com/privatelink/pricing/).
     *
     * @default - a gateway where AWS offers one, else an interface
     */
    kind?: EndpointKind;
    /**
     * IPv4 ranges outside the VPC that must reach the service, e.g. `10.0.0.0/8` over a transit gateway. For a service
     * with a gateway it adds an interface beside it, and it admits these ranges to the interface.
     *
     * @default - nobody outside the VPC
     */
    reachableFrom?: string[];
    /** Zones to put a network interface in, each billed, e.g. `us-east-1a`. @default - `endpointZones` */
    zones?: string[];
    /** Whether the service's own names lead to the interface endpoint. @default - true where AWS offers it */
    privateDns?: boolean;
    /**
     * The endpoint policy: JSON text, in which `<accountId>`, `<region>` and `<partition>` are filled, or the word
     * `full-access`.
     *
     * @default - the service's own in policies/endpoints/, else default.json: your principals, your resources
     */
    policy?: pulumi.Input<string>;
    /** IPv4 ranges that may connect, in a security group of the endpoint's own. @default - the VPC's range */
    allowedCidrBlocks?: string[];
    /** Security groups of yours to attach instead; they must admit the clients. @default - a group made for it */
    securityGroupIds?: pulumi.Input<string>[];
}

/** What VPC endpoints are made from. */
export interface VpcEndpointsArgs {
    /** The VPC, with DNS support and DNS hostnames on. */
    vpcId: pulumi.Input<string>;
    /** The VPC's IPv4 range, e.g. `10.0.0.0/16`, which interface endpoints admit. */
    vpcCidrBlock: pulumi.Input<string>;
    /** One private subnet for each zone, by the zone's name, e.g. `{ "us-east-1a": "subnet-0a1b" }`. */
    subnetIds: { [zone: string]: pulumi.Input<string> };
    /**
     * Route tables of all private subnets; gateway endpoints stand in every one. A subnet of another table does not use
     * them, and a public subnet's table named here brings their policies upon that subnet too.
     */
    routeTableIds: pulumi.Input<pulumi.Input<string>[]>;
    /** Named sets of services, e.g. `ecs-fargate`. @default [] */
    workloads?: string[];
    /** AWS's own keys of services, e.g. `sqs`, `ecr.api`. @default [] */
    services?: string[];
    /** What is said of single services, by their key. @default {} */
    endpoints?: { [service: string]: EndpointArgs };
    /** Zones of interface endpoints that say nothing else, each billed. @default - every zone of `subnetIds` */
    endpointZones?: string[];
    /** Tags of every resource, beside its `Name`. @default {} */
    tags?: pulumi.Input<{ [key: string]: pulumi.Input<string> }>;
}

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
