/** The page that documents the codes in capital letters. */
export const explanationsPage = "https://docs.aws.amazon.com/vpc/latest/reachability/explanation-codes.html";

const dns = "https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html";
const resolver = "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide";
const evaluation = "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html";
const privatelink = "https://docs.aws.amazon.com/vpc/latest/privatelink";

/**
 * Why something is not reachable, by code. Codes in capital letters are those of AWS's Reachability Analyzer, in its words.
 * The others are for what it does not analyze: DNS, services and policies.
 */
export const explanations = {
    "BAD_STATE": { says: "This component is not in a functional state.", source: explanationsPage },
    "BAD_STATE_ATTACHMENT": {
        says: "The attachment between these components is not in a functional state.",
        source: explanationsPage,
    },
    "BAD_STATE_ROUTE": { says: "This route is not in a functional state.", source: explanationsPage },
    "ENI_SG_RULES_MISMATCH": {
        says: "This security group has no inbound or outbound rules that apply.",
        source: explanationsPage,
    },
    "SG_HAS_NO_RULES": { says: "This security group has no inbound or outbound rules.", source: explanationsPage },
    "SG_REFERENCES_NOT_PRESERVED": {
        says:
            "The network component discards security group information about forwarded traffic. This prevents traffic "
            + "from being accepted by security group rules that accept traffic only from a source or destination that "
            + "belongs to a security group.",
        source: explanationsPage,
    },
    "IGW_PUBLIC_IP_ASSOCIATION_FOR_EGRESS": {
        says:
            "Traffic can't reach the internet through the internet gateway if the source address is not paired with a "
            + "public IP address or if the source address does not belong to a network interface in the VPC with an "
            + "available attachment.",
        source: explanationsPage,
    },
    "IGW_DESTINATION_ADDRESS_NOT_IN_RFC1918_EGRESS": {
        says: "Internet gateways reject outbound traffic with destination addresses in the private IP address range.",
        source: explanationsPage,
    },
    "NO_POSSIBLE_DESTINATION": {
        says: "The network component can't deliver the packet to any possible destination.",
        source: explanationsPage,
    },
    "NO_ROUTE_TO_DESTINATION": {
        says: "The route table does not have an applicable route to the destination resource.",
        source: explanationsPage,
    },
    "PCX_REQUIRES_ADDRESS_IN_VPC_CIDR": {
        says:
            "Traffic can traverse this peering connection only if the destination or source address is within the CIDR "
            + "block of the destination VPC.",
        source: explanationsPage,
    },
    "SUBNET_ACL_RESTRICTION": {
        says: "Inbound or outbound traffic for a subnet must be admitted by the network ACL for the subnet.",
        source: explanationsPage,
    },
    "TGW_ROUTE_AZ_RESTRICTION": {
        says: "This transit gateway is not registered in the Availability Zone where the traffic originates. The VPC "
            + "attachment must have a subnet association in the Availability Zone.",
        source: explanationsPage,
    },
    "TGW_RTB_CANNOT_ROUTE": {
        says:
            "This transit gateway route table has a route to the intended destination, but the route does not match the "
            + "packet destination address.",
        source: explanationsPage,
    },
    "VPCE_GATEWAY_PROTOCOL_RESTRICTION": {
        says:
            "VPC gateway endpoints accept only TCP or ICMP ECHO traffic, and emit only TCP or ICMP ECHO reply traffic.",
        source: explanationsPage,
    },
    "dns.support-off": {
        says: "The VPC's Route 53 Resolver answers only if the VPC's attribute enableDnsSupport is true.",
        source: dns,
    },
    "dns.no-record": {
        says:
            "The most specific private hosted zone that matches a name answers for it, even if it has no such record.",
        source: `${resolver}/hosted-zone-private-considerations.html`,
    },
    "dns.hostnames-off": {
        says:
            "Private hosted zones answer only in VPCs whose attributes enableDnsSupport and enableDnsHostnames are true.",
        source: `${resolver}/hosted-zone-private-considerations.html`,
    },
    "dns.zone-not-associated": {
        says: "A private hosted zone answers only in the VPCs that it is associated with.",
        source: `${resolver}/hosted-zones-private.html`,
    },
    "dns.blocked": {
        says: "A rule of Route 53 Resolver DNS Firewall blocks the query.",
        source: `${resolver}/resolver-dns-firewall-overview.html`,
    },
    "dns.loop": {
        says: "A CNAME or alias record leads back to its own name.",
        source: `${resolver}/ResourceRecordTypes.html`,
    },
    "service.no-endpoint": {
        says: "A private subnet reaches an AWS service only through a VPC endpoint of the service.",
        source: `${privatelink}/concepts.html`,
    },
    "service.private-dns-off": {
        says: "The service's own names resolve to an interface endpoint only if its private DNS is on.",
        source: `${privatelink}/manage-dns-names.html`,
    },
    "service.route-table-without-gateway": {
        says: "Only subnets whose route tables are associated with a gateway endpoint use it.",
        source: `${privatelink}/gateway-endpoints.html`,
    },
    "policy.denied": {
        says: "A statement of the endpoint policy denies the request.",
        source: `${privatelink}/vpc-endpoints-access.html`,
    },
    "policy.not-allowed": {
        says: "No statement of the endpoint policy allows the request.",
        source: `${privatelink}/vpc-endpoints-access.html`,
    },
    "role.denied": {
        says: "A statement of the role's policies denies the request.",
        source: evaluation,
    },
    "role.not-allowed": {
        says: "No statement of the role's policies allows the request.",
        source: evaluation,
    },
} as const satisfies { [code: string]: { says: string; source: string } };

/** The code of a reason. */
export type ExplanationCode = keyof typeof explanations;
