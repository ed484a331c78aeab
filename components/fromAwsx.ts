import * as pulumi from "@pulumi/pulumi";

import type { VpcEndpointsArgs } from "./args/vpcEndpointsArgs";
import { checkAwsxDns, inwardSubnets, subnetIn } from "./plan/network/awsx";
import { checked } from "./resources/lateError";

/** A subnet, as far as it is read here. */
export interface AwsxSubnet {
    /** Its id. */
    id: pulumi.Output<string>;
    /** Its zone, e.g. `us-east-1a`. */
    availabilityZone: pulumi.Output<string>;
}

/** Which route table a subnet has. */
export interface AwsxRouteTableAssociation {
    /** The subnet's id. */
    subnetId: pulumi.Output<string | undefined>;
    /** The route table's id. */
    routeTableId: pulumi.Output<string>;
}

/** The VPC itself, as far as it is read here. */
export interface AwsxNetwork {
    /** Its IPv4 range. */
    cidrBlock: pulumi.Output<string>;
    /** Whether AWS's DNS server answers in it. */
    enableDnsSupport: pulumi.Output<boolean | undefined>;
    /** Whether it has DNS hostnames. */
    enableDnsHostnames: pulumi.Output<boolean | undefined>;
}

/** An `awsx.ec2.Vpc`, by its structure, so that this package needs no `@pulumi/awsx`. */
export interface AwsxVpc {
    /** Its id. */
    vpcId: pulumi.Output<string>;
    /** The VPC's range and DNS attributes. */
    vpc: pulumi.Output<AwsxNetwork>;
    /** Its subnets of every type, with their zones. */
    subnets: pulumi.Output<AwsxSubnet[]>;
    /** Ids of the subnets without a way out. */
    isolatedSubnetIds: pulumi.Output<string[]>;
    /** Ids of the subnets whose way out is a NAT gateway. */
    privateSubnetIds: pulumi.Output<string[]>;
    /** Which route table each subnet has. */
    routeTableAssociations: pulumi.Output<AwsxRouteTableAssociation[]>;
}

/**
 * Where endpoints go in an awsx VPC: its isolated subnets, or its private ones where none is isolated, and their route
 * tables.
 *
 * ```typescript
 * const endpoints = new VpcEndpoints("app", { ...fromAwsx(vpc, ["us-east-1a", "us-east-1b"]), services: ["s3", "sqs"] });
 * ```
 *
 * @param zones the zones to use, plain because they decide what is made, e.g. the VPC's `availabilityZoneNames`
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
        // A consumer's own mocks may leave out a list.
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
