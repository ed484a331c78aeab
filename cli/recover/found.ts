import { firewallTypes } from "../../emulator/aws/firewallTypes";

/** A resource that AWS has, as Pulumi would know it. */
export interface Found {
    /** The type token, e.g. `aws:ec2/subnet:Subnet`. */
    type: string;
    /** The ID in the state. */
    id: string;
    /** The ID with which `pulumi import` finds it, if it is another. */
    importId?: string;
    tags: { [key: string]: string };
    /** Its CIDR block, if its name in the program contains it. */
    cidrBlock?: string;
    /** The ID of its VPC, if it is in one. */
    vpcId?: string;
    /** For the association of query logs with a VPC: the VPC's ID. */
    setsFor?: string;
    /** For a resource without tags: the ID of the tagged resource that it belongs to, and its type. */
    of?: { type: string; id: string };
    /** The topic of a connection notification. */
    topicArn?: string;
    /** AWS's state of an endpoint, e.g. `available`. */
    state?: string;
    /** The command that deletes it, without `aws` and Region. */
    deletion: string[];
}

/** Type tokens of the resources that the components create. */
export const tokens = {
    vpc: "aws:ec2/vpc:Vpc",
    cidrAssociation: "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation",
    subnet: "aws:ec2/subnet:Subnet",
    routeTable: "aws:ec2/routeTable:RouteTable",
    association: "aws:ec2/routeTableAssociation:RouteTableAssociation",
    group: "aws:ec2/securityGroup:SecurityGroup",
    ingress: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    egress: "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    endpoint: "aws:ec2/vpcEndpoint:VpcEndpoint",
    endpointService: "aws:ec2/vpcEndpointService:VpcEndpointService",
    accepter: "aws:ec2/vpcEndpointConnectionAccepter:VpcEndpointConnectionAccepter",
    notification: "aws:ec2/vpcEndpointConnectionNotification:VpcEndpointConnectionNotification",
    record: "aws:route53/record:Record",
    flowLog: "aws:ec2/flowLog:FlowLog",
    logGroup: "aws:cloudwatch/logGroup:LogGroup",
    role: "aws:iam/role:Role",
    rolePolicy: "aws:iam/rolePolicy:RolePolicy",
    ...firewallTypes,
} as const;

/** Tags as EC2 and IAM list them, by key. */
export function tagMap(tags: { Key: string; Value: string }[]): { [key: string]: string } {
    return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
