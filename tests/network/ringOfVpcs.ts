/** AWS's answers as one file has them, by the names of the calls. */
export type Answers = { [call: string]: object };

/** An ID as AWS writes it, e.g. `vpc-00000000000000001`. */
export const id = (prefix: string, number: number) => `${prefix}-${String(number).padStart(17, "0")}`;

const both = [true, false];

/** An account with VPCs a, b and c, each of which has a peering connection to the next one, and c to a. */
export function ringOfVpcs(changed: Answers = {}): Answers {
    const vpcs = ["a", "b", "c"].map((name, index) => {
        const [number, next] = [index + 1, (index + 1) % 3 + 1];
        const others = [1, 2, 3].filter((one) => one !== number).map((one) => `10.${one - 1}.0.0/16`);
        return {
            number,
            vpc: { VpcId: id("vpc", number), OwnerId: "123456789012", CidrBlock: `10.${index}.0.0/16`, ...named(name) },
            subnet: {
                SubnetId: id("subnet", number),
                VpcId: id("vpc", number),
                AvailabilityZone: "us-east-1a",
                CidrBlock: `10.${index}.1.0/24`,
                MapPublicIpOnLaunch: false,
            },
            table: {
                RouteTableId: id("rtb", number),
                VpcId: id("vpc", number),
                Associations: [{ RouteTableAssociationId: id("rtbassoc", number), Main: true }],
                Routes: [
                    { DestinationCidrBlock: `10.${index}.0.0/16`, GatewayId: "local" },
                    // Also what no VPC has: packets would travel in the ring for ever.
                    ...[...others, "172.16.0.0/12"].map((DestinationCidrBlock) => (
                        { DestinationCidrBlock, VpcPeeringConnectionId: id("pcx", number) }
                    )),
                ],
            },
            acl: {
                NetworkAclId: id("acl", number),
                VpcId: id("vpc", number),
                IsDefault: true,
                Associations: [{ SubnetId: id("subnet", number) }],
                Entries: both.map((Egress) => (
                    { RuleNumber: 100, Egress, RuleAction: "allow", Protocol: "-1", CidrBlock: "0.0.0.0/0" }
                )),
            },
            group: { GroupId: id("sg", number), GroupName: "app", VpcId: id("vpc", number) },
            rules: both.map((IsEgress) => ({
                SecurityGroupRuleId: `sgr-${number}-${IsEgress}`,
                GroupId: id("sg", number),
                IsEgress,
                IpProtocol: "-1",
                CidrIpv4: "0.0.0.0/0",
            })),
            networkInterface: {
                NetworkInterfaceId: id("eni", number),
                VpcId: id("vpc", number),
                SubnetId: id("subnet", number),
                PrivateIpAddress: `10.${index}.1.10`,
                Groups: [{ GroupId: id("sg", number) }],
            },
            peering: {
                VpcPeeringConnectionId: id("pcx", number),
                RequesterVpcInfo: { VpcId: id("vpc", number) },
                AccepterVpcInfo: { VpcId: id("vpc", next) },
                Status: { Code: "active" },
            },
        };
    });
    const dns = vpcs.flatMap(({ vpc: { VpcId } }): [string, object][] => [
        [`ec2-describe-vpc-attribute.${VpcId}.enableDnsSupport`, { EnableDnsSupport: { Value: true } }],
        [`ec2-describe-vpc-attribute.${VpcId}.enableDnsHostnames`, { EnableDnsHostnames: { Value: true } }],
        [`route53-list-hosted-zones-by-vpc.${VpcId}.us-east-1`, { HostedZoneSummaries: [] }],
    ]);
    return {
        "ec2-describe-vpcs": { Vpcs: vpcs.map(({ vpc }) => vpc) },
        "ec2-describe-subnets": { Subnets: vpcs.map(({ subnet }) => subnet) },
        "ec2-describe-route-tables": { RouteTables: vpcs.map(({ table }) => table) },
        "ec2-describe-network-acls": { NetworkAcls: vpcs.map(({ acl }) => acl) },
        "ec2-describe-security-groups": { SecurityGroups: vpcs.map(({ group }) => group) },
        "ec2-describe-security-group-rules": { SecurityGroupRules: vpcs.flatMap(({ rules }) => rules) },
        "ec2-describe-network-interfaces": { NetworkInterfaces: vpcs.map((one) => one.networkInterface) },
        "ec2-describe-vpc-peering-connections": { VpcPeeringConnections: vpcs.map(({ peering }) => peering) },
        "ec2-describe-vpc-endpoints": { VpcEndpoints: [] },
        "ec2-describe-internet-gateways": { InternetGateways: [] },
        "ec2-describe-egress-only-internet-gateways": { EgressOnlyInternetGateways: [] },
        "ec2-describe-carrier-gateways": { CarrierGateways: [] },
        "ec2-describe-nat-gateways": { NatGateways: [] },
        "ec2-describe-vpn-gateways": { VpnGateways: [] },
        "ec2-describe-prefix-lists": { PrefixLists: [] },
        "ec2-describe-transit-gateway-vpc-attachments": { TransitGatewayVpcAttachments: [] },
        "ec2-describe-transit-gateway-attachments": { TransitGatewayAttachments: [] },
        "ec2-describe-managed-prefix-lists": { PrefixLists: [] },
        "route53resolver-list-resolver-rules": { ResolverRules: [] },
        "route53resolver-list-resolver-rule-associations": { ResolverRuleAssociations: [] },
        "route53resolver-list-resolver-endpoints": { ResolverEndpoints: [] },
        "route53resolver-list-firewall-rule-group-associations": { FirewallRuleGroupAssociations: [] },
        "lambda-list-functions": { Functions: [] },
        "ecs-list-clusters": { clusterArns: [] },
        "iam-get-account-authorization-details.Role.LocalManagedPolicy.AWSManagedPolicy": {
            RoleDetailList: [],
            Policies: [],
        },
        ...Object.fromEntries(dns),
        ...changed,
    };
}

const named = (name: string) => ({ Tags: [{ Key: "Name", Value: name }] });
