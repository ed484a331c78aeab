import { getInternetGateway } from "@pulumi/aws/ec2/getInternetGateway";
import { getNatGateways } from "@pulumi/aws/ec2/getNatGateways";
import { getVpcPeeringConnections } from "@pulumi/aws/ec2/getVpcPeeringConnections";
import { getVpnGateway } from "@pulumi/aws/ec2/getVpnGateway";
import { getVpcAttachment } from "@pulumi/aws/ec2transitgateway/getVpcAttachment";
import { getVpcAttachments } from "@pulumi/aws/ec2transitgateway/getVpcAttachments";
import * as pulumi from "@pulumi/pulumi";

import type { NotLookedUp } from "../plan/network/notLookedUp";
import type { Attached } from "../plan/network/waysOut";
import { ask, reasonOf } from "./ask";

/** A lookup of what is attached to a VPC. */
interface LookUp {
    kind: Attached["kind"];
    permission: string;
    /** The IDs of what is attached. */
    find(vpcId: string, opts: pulumi.InvokeOptions): Promise<string[]>;
}

/** The provider has no lookup of egress-only internet gateways, carrier gateways and attachments of AWS Cloud WAN. */
const lookUps: LookUp[] = [
    {
        kind: "internet gateway",
        permission: "ec2:DescribeInternetGateways",
        find: (vpcId, opts) => noneOr(getInternetGateway({ filters: where({ "attachment.vpc-id": vpcId }) }, opts)),
    },
    {
        kind: "virtual private gateway",
        permission: "ec2:DescribeVpnGateways",
        find: (vpcId, opts) => noneOr(getVpnGateway({ attachedVpcId: vpcId }, opts)),
    },
    {
        kind: "NAT gateway",
        permission: "ec2:DescribeNatGateways",
        find: async (vpcId, opts) =>
            (await getNatGateways({ vpcId, filters: where({ state: "available" }) }, opts)).ids,
    },
    {
        kind: "VPC peering connection",
        permission: "ec2:DescribeVpcPeeringConnections",
        find: async (vpcId, opts) => {
            const found = await Promise.all(["requester", "accepter"].map((side) => {
                const filters = where({ [`${side}-vpc-info.vpc-id`]: vpcId, "status-code": "active" });
                return getVpcPeeringConnections({ filters }, opts);
            }));
            return found.flatMap(({ ids }) => ids);
        },
    },
    {
        kind: "transit gateway",
        permission: "ec2:DescribeTransitGatewayVpcAttachments",
        find: async (vpcId, opts) => {
            const { ids } = await getVpcAttachments({ filters: where({ "vpc-id": vpcId, state: "available" }) }, opts);
            const found = await Promise.all(ids.map((id) => getVpcAttachment({ id }, opts)));
            return found.map(({ transitGatewayId }) => transitGatewayId);
        },
    },
];

/** What is attached to a VPC, with or without a route to it, and the lookups that failed. */
export async function attachmentsOf(
    vpcId: string,
    opts: pulumi.InvokeOptions,
): Promise<{ attached: Attached[]; missing: NotLookedUp[] }> {
    const answers = await Promise.all(lookUps.map(async ({ kind, permission, find }) => {
        const what = `${kind}s`;
        const { value = [], problems } = await ask("vpcId", what, find(vpcId, opts));
        return {
            // A user's mocks may answer without IDs.
            attached: value.filter(Boolean).map((id): Attached => ({ kind, id })),
            missing: problems.map(({ message }): NotLookedUp => ({ what, permissions: [permission], reason: message })),
        };
    }));
    return {
        attached: answers.flatMap(({ attached }) => attached),
        missing: answers.flatMap(({ missing }) => missing),
    };
}

/** The ID of the one that is found. AWS attaches at most one gateway of each of these kinds to a VPC. */
async function noneOr(found: Promise<{ id: string }>): Promise<string[]> {
    try {
        return [(await found).id];
    } catch (error) {
        if (/no matching/.test(reasonOf(error))) return [];
        throw error;
    }
}

function where(filters: { [name: string]: string }): { name: string; values: string[] }[] {
    return Object.entries(filters).map(([name, value]) => ({ name, values: [value] }));
}
