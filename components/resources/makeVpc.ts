import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";

import type { IpamArgs } from "../args/ipamArgs";
import { inPlannedRegion } from "../aws/provider";
import type { VpcPlan } from "../plan/planVpc";
import { type Tags, tagsOf } from "./tags";

/** Creates the planned VPC after checking the provider's Region, and removes its default security group's rules. */
export function makeVpc(
    component: pulumi.ComponentResource,
    name: string,
    { network, region }: Pick<VpcPlan, "network" | "region">,
    ipam: IpamArgs | undefined,
    tags: Tags | undefined,
): ec2.Vpc {
    const opts = { parent: component };
    const inRegion = inPlannedRegion(component, region);
    const vpc = new ec2.Vpc(name, {
        ...(ipam
            ? { ipv4IpamPoolId: ipam.poolId, ipv4NetmaskLength: inRegion.then(() => ipam.netmaskLength) }
            : { cidrBlock: inRegion.then(() => network.cidrBlock!) }),
        enableDnsSupport: true,
        enableDnsHostnames: true,
        tags: tagsOf(name, tags),
    }, opts);
    // Without rules, attaching the default security group by mistake allows no traffic.
    const defaultGroup = { vpcId: vpc.id, ingress: [], egress: [], tags: tagsOf(`${name}-default`, tags) };
    new ec2.DefaultSecurityGroup(`${name}-default`, defaultGroup, opts);
    return vpc;
}
