import { type Attributes, type AwsContext, EmulatedAws, type Made } from "../../../emulator/aws/emulatedAws";
import { type ApiRequest, KnownAccount, without } from "./apiRequests";
import { reading, requestsByType, taggingRequests } from "./requestsByType";
import { allows } from "./rolePolicies";

/** What the lookups request, by token. AWS allows sts:GetCallerIdentity to every caller, and the Region is no request. */
export const lookUps: { [token: string]: string[] } = {
    "aws:ec2/getVpcEndpointService:getVpcEndpointService": ["ec2:DescribeVpcEndpointServices"],
    "aws:index/getCallerIdentity:getCallerIdentity": [],
    "aws:index/getRegion:getRegion": [],
    "aws:ec2/getVpc:getVpc": ["ec2:DescribeVpcs", "ec2:DescribeVpcAttribute", "ec2:DescribeRouteTables"],
    "aws:ec2/getSubnets:getSubnets": ["ec2:DescribeSubnets"],
    "aws:ec2/getSubnet:getSubnet": ["ec2:DescribeSubnets"],
    "aws:ec2/getRouteTables:getRouteTables": ["ec2:DescribeRouteTables"],
    "aws:ec2/getRouteTable:getRouteTable": ["ec2:DescribeRouteTables"],
    "aws:ec2/getVpcEndpoint:getVpcEndpoint": ["ec2:DescribeVpcEndpoints", "ec2:DescribePrefixLists"],
    "aws:ec2/getInternetGateway:getInternetGateway": ["ec2:DescribeInternetGateways"],
    "aws:ec2/getVpnGateway:getVpnGateway": ["ec2:DescribeVpnGateways"],
    "aws:ec2/getNatGateways:getNatGateways": ["ec2:DescribeNatGateways"],
    "aws:ec2/getVpcPeeringConnections:getVpcPeeringConnections": ["ec2:DescribeVpcPeeringConnections"],
    "aws:ec2transitgateway/getVpcAttachments:getVpcAttachments": ["ec2:DescribeTransitGatewayVpcAttachments"],
    "aws:ec2transitgateway/getVpcAttachment:getVpcAttachment": ["ec2:DescribeTransitGatewayVpcAttachments"],
    "aws:route53/getZones:getZones": ["route53:ListHostedZones"],
    "aws:route53/getZone:getZone": [
        "route53:ListHostedZones",
        "route53:GetHostedZone",
        "route53:ListResourceRecordSets",
        "route53:ListTagsForResource",
    ],
    "aws:resourcegroupstaggingapi/getResources:getResources": ["tag:GetResources"],
    "aws:route53/getResolverFirewallRuleGroupAssociation:getResolverFirewallRuleGroupAssociation": [
        "route53resolver:GetFirewallRuleGroupAssociation",
    ],
};

/**
 * An emulated account in which a role's policies decide on each request that the AWS provider would send for an operation, with the
 * condition keys that AWS documents for its action and resources.
 */
export class AuthorizedAws extends EmulatedAws {
    /** The actions that were requested and allowed. */
    readonly requested = new Set<string>();
    private readonly account = new KnownAccount((id) => super.read(id), () => this.state.made);

    /** @param statements the statements of all policies of the role */
    constructor(context: AwsContext, public statements: unknown[]) {
        super(context);
    }

    override create(type: string, name: string, inputs: Attributes): Made {
        const made = super.create(type, name, inputs);
        try {
            this.authorize(requestsOf(type)?.create(made, this.account) ?? []);
            this.authorize(reading(made, this.account));
        } catch (error) {
            super.delete(made.id);
            throw error;
        }
        return made;
    }

    override update(id: string, inputs: Attributes): Made {
        const before = super.read(id);
        const after = super.update(id, inputs);
        if (!before) return after;
        try {
            this.authorize(taggingRequests(before, after, this.account));
            // The provider changes tags first.
            const { tags, tagsAll } = after.attributes;
            const tagged = { ...before, attributes: { ...before.attributes, tags, tagsAll } };
            this.authorize(requestsOf(before.type)?.update?.(tagged, after, this.account) ?? []);
            this.authorize(reading(after, this.account));
        } catch (error) {
            super.update(id, before.attributes);
            throw error;
        }
        return after;
    }

    override read(id: string): Made | undefined {
        const made = super.read(id);
        if (made) this.authorize(reading(made, this.account));
        return made;
    }

    override delete(id: string): void {
        const made = super.read(id);
        if (made) {
            this.authorize(requestsOf(made.type)?.delete?.(made, this.account) ?? []);
            this.authorize(reading(made, this.account));
        }
        super.delete(id);
    }

    override invoke(token: string, args: Attributes): Attributes {
        this.authorize(lookUps[token]!.map(without));
        return super.invoke(token, args);
    }

    /** @throws the error of EC2 for the first request that is not allowed */
    private authorize(requests: ApiRequest[]): void {
        for (const { action, targets } of requests) {
            for (const target of targets) {
                if (allows(this.statements, action, target)) continue;
                throw new Error(
                    `UnauthorizedOperation: You are not authorized to perform this operation. User: arn:aws:sts::123456789012:`
                        + `assumed-role/up/deploy is not authorized to perform: ${action} on resource: ${target.arn}`
                        + ` ${JSON.stringify(target.context)}`,
                );
            }
            this.requested.add(action);
        }
    }
}

/** Types of other owners, e.g. load balancers, are created by another role. */
const requestsOf = (type: string) => requestsByType[type];
