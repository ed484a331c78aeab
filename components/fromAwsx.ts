import * as pulumi from "@pulumi/pulumi";

import type { VpcEndpointsArgs } from "./args/vpcEndpointsArgs";
import { checkAwsxDns, inwardSubnets, subnetIn } from "./plan/network/awsx";
import { checked } from "./resources/lateError";

/** The properties of a subnet that `fromAwsx` reads. */
export interface AwsxSubnet {
    /** Its ID. */
    id: pulumi.Output<string>;
    /** Its Availability Zone, e.g. `us-east-1a`. */
    availabilityZone: pulumi.Output<string>;
}

/** The association of a subnet with a route table. */
export interface AwsxRouteTableAssociation {
    /** The subnet's ID. */
    subnetId: pulumi.Output<string | undefined>;
    /** The route table's ID. */
    routeTableId: pulumi.Output<string>;
}

/** The properties of the VPC that `fromAwsx` reads. */
export interface AwsxNetwork {
    /** Its IPv4 CIDR block. */
    cidrBlock: pulumi.Output<string>;
    /** Whether DNS resolution through the Amazon DNS server is enabled. */
    enableDnsSupport: pulumi.Output<boolean | undefined>;
    /** Whether DNS hostnames are enabled. */
    enableDnsHostnames: pulumi.Output<boolean | undefined>;
}

/** The structure of an `awsx.ec2.Vpc`, so that this package does not depend on `@pulumi/awsx`. */
export interface AwsxVpc {
    /** Its ID. */
    vpcId: pulumi.Output<string>;
    /** The VPC's CIDR block and DNS attributes. */
    vpc: pulumi.Output<AwsxNetwork>;
    /** Its subnets of every type, with their zones. */
    subnets: pulumi.Output<AwsxSubnet[]>;
    /** IDs of the isolated subnets: without a route to the internet. */
    isolatedSubnetIds: pulumi.Output<string[]>;
    /** IDs of the private subnets: routed to the internet through a NAT gateway. */
    privateSubnetIds: pulumi.Output<string[]>;
    /** The route table of each subnet. */
    routeTableAssociations: pulumi.Output<AwsxRouteTableAssociation[]>;
}

/**
 * The endpoints' placement in an awsx VPC: its isolated subnets and their route tables, or, if it has no isolated
 * subnets, its private ones.
 *
 * ```typescript
 * const endpoints = new VpcEndpoints("app", { ...fromAwsx(vpc, ["us-east-1a", "us-east-1b"]), services: ["s3", "sqs"] });
 * ```
 *
 * @param zones the Availability Zones to use, plain strings because they determine what is created, e.g. the VPC's
 *   `availabilityZoneNames`
 */
export function fromAwsx(
    vpc: AwsxVpc,
    zones: string[],
): Pick<VpcEndpointsArgs, "vpcId" | "vpcCidrBlock" | "subnetIds" | "routeTableIds"> {
    const facts = pulumi.all([
        vpc.subnets.apply((subnets) =>
            pulumi.all(subnets.map(({ id, availabilityZone }) => ({ id, availabilityZone })))
        ),
        vpc.isolatedSubnetIds,
        vpc.privateSubnetIds,
        // A user's mocks may omit a list.
    ]).apply(([subnets, isolated, inner]) => ({
        subnets,
        isolatedSubnetIds: isolated ?? [],
        privateSubnetIds: inner ?? [],
    }));
    const associations = vpc.routeTableAssociations.apply((all) =>
        pulumi.all(all.map(({ subnetId, routeTableId }) => ({ subnetId, routeTableId })))
    );
    const network = vpc.vpc.apply(({ enableDnsSupport, enableDnsHostnames }) =>
        pulumi.all([enableDnsSupport, enableDnsHostnames])
    );
    return {
        vpcId: pulumi.all([vpc.vpcId, network]).apply(([id, [support, hostnames]]) =>
            checked(id, checkAwsxDns(support, hostnames), "fromAwsx")
        ),
        vpcCidrBlock: vpc.vpc.apply(({ cidrBlock }) => cidrBlock),
        subnetIds: Object.fromEntries(zones.map((zone) => [
            zone,
            facts.apply((known) => {
                const { id, problems } = subnetIn(zone, known);
                return checked(id!, problems, "fromAwsx");
            }),
        ])),
        routeTableIds: pulumi.all([facts, associations]).apply(([known, all]) => {
            const inward = inwardSubnets(known).map(({ id }) => id);
            const tables = all.filter(({ subnetId }) => inward.includes(subnetId!)).map((one) => one.routeTableId);
            return [...new Set(tables)];
        }),
    };
}
