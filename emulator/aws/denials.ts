import { LookUpError } from "./error";
import type { World } from "./world";

/** A request to AWS, and the provider's description of it. */
interface Call {
    service: "EC2" | "STS" | "Route 53" | "Resource Groups Tagging API";
    operation: string;
    doing: string;
}

const ec2 = (operation: string, what: string): Call => ({ service: "EC2", operation, doing: `reading ${what}` });
const route53 = (operation: string): Call => ({
    service: "Route 53",
    operation,
    doing: "reading Route 53 Hosted Zones",
});

/**
 * The AWS requests of each lookup, in order, by token.
 * Source: the data sources in https://github.com/hashicorp/terraform-provider-aws/tree/main/internal/service/ec2, and
 * route53/zone_data_source.go and sts/caller_identity_data_source.go next to that folder. The lookup of the Region sends no request.
 */
const calls: { [token: string]: Call[] } = {
    "aws:index/getCallerIdentity:getCallerIdentity": [
        { service: "STS", operation: "GetCallerIdentity", doing: "reading STS Caller Identity" },
    ],
    "aws:ec2/getVpcEndpointService:getVpcEndpointService": [
        ec2("DescribeVpcEndpointServices", "EC2 VPC Endpoint Services"),
    ],
    "aws:resourcegroupstaggingapi/getResources:getResources": [
        {
            service: "Resource Groups Tagging API",
            operation: "GetResources",
            doing: "reading Resource Groups Tagging API Resources",
        },
    ],
    "aws:ec2/getVpc:getVpc": [
        ec2("DescribeVpcs", "EC2 VPC"),
        ec2("DescribeVpcAttribute", "EC2 VPC Attribute (enableDnsHostnames)"),
    ],
    "aws:ec2/getSubnets:getSubnets": [ec2("DescribeSubnets", "EC2 Subnets")],
    "aws:ec2/getSubnet:getSubnet": [ec2("DescribeSubnets", "EC2 Subnet")],
    "aws:ec2/getRouteTables:getRouteTables": [ec2("DescribeRouteTables", "EC2 Route Tables")],
    "aws:ec2/getRouteTable:getRouteTable": [ec2("DescribeRouteTables", "EC2 Route Table")],
    "aws:ec2/getVpcEndpoint:getVpcEndpoint": [
        ec2("DescribeVpcEndpoints", "EC2 VPC Endpoint"),
        ec2("DescribePrefixLists", "EC2 Prefix List"),
    ],
    "aws:ec2/getInternetGateway:getInternetGateway": [ec2("DescribeInternetGateways", "EC2 Internet Gateway")],
    "aws:ec2/getVpnGateway:getVpnGateway": [ec2("DescribeVpnGateways", "EC2 VPN Gateway")],
    "aws:ec2/getNatGateways:getNatGateways": [ec2("DescribeNatGateways", "EC2 NAT Gateways")],
    "aws:ec2/getVpcPeeringConnections:getVpcPeeringConnections": [
        ec2("DescribeVpcPeeringConnections", "EC2 VPC Peering Connections"),
    ],
    "aws:ec2transitgateway/getVpcAttachments:getVpcAttachments": [
        ec2("DescribeTransitGatewayVpcAttachments", "EC2 Transit Gateway VPC Attachments"),
    ],
    "aws:route53/getZones:getZones": [route53("ListHostedZones")],
    "aws:route53/getZone:getZone": [
        ...["ListHostedZones", "GetHostedZone", "ListResourceRecordSets", "ListTagsForResource"].map(route53),
    ],
};

let requests = 0;

/** AWS's error for a lookup whose permission is missing, as the provider prints it. Each request has its own ID. */
export function denialOf(token: string, { denied, accountId }: World): LookUpError | undefined {
    const prefixes: { [service: string]: string } = { "Resource Groups Tagging API": "tag", "Route 53": "route53" };
    const actionOf = ({ service, operation }: Call) => `${prefixes[service] ?? service.toLowerCase()}:${operation}`;
    const call = calls[token]?.find((one) => denied.includes(actionOf(one)));
    if (!call) return undefined;
    const { service, operation, doing } = call;
    const action = actionOf(call);
    const id = `00000000-0000-4000-8000-${String(++requests).padStart(12, "0")}`;
    const code = service === "EC2"
        ? "UnauthorizedOperation: You are not authorized to perform this operation."
        : "AccessDenied:";
    return new LookUpError(
        `${doing}: operation error ${service}: ${operation}, https response error StatusCode: 403, RequestID: ${id}, `
            + `api error ${code} User: arn:aws:iam::${accountId}:user/example is not authorized to perform: ${action} `
            + `because no identity-based policy allows the ${action} action`,
    );
}
