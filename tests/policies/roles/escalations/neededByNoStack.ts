import { ownerTag } from "../../../../components/plan/facts/ownerTag";
import { fresh, requestTags } from "../apiRequests";
import {
    type Escalation,
    flowLogsRole,
    foreign,
    logGroup,
    mine,
    ofOtherStack,
    own,
    ownZone,
    plain,
    record,
    role,
    row,
    zone,
} from "./escalation";

const openings: { [kind: string]: string[] } = {
    vpc: [
        "AssociateRouteServer",
        "AttachVpnGateway",
        "CreateCarrierGateway",
        "CreateEgressOnlyInternetGateway",
        "CreateVpcBlockPublicAccessExclusion",
        "ModifyVpcBlockPublicAccessOptions",
        "ModifyVpcEncryptionControl",
        "ModifyVpcTenancy",
    ],
    subnet: [
        "AssociateClientVpnTargetNetwork",
        "AssociateSubnetCidrBlock",
        "CreateInstanceConnectEndpoint",
        "CreateNetworkInterface",
        "CreateSubnetCidrReservation",
        "CreateVerifiedAccessEndpoint",
        "ReplaceNetworkAclAssociation",
    ],
    "route-table": ["EnableVgwRoutePropagation", "CreateLocalGatewayRoute", "CreateRouteServerEndpoint"],
    "security-group": ["CreateNetworkInterfacePermission", "UpdateSecurityGroupRuleDescriptionsIngress"],
    "network-acl": ["CreateNetworkAclEntry", "ReplaceNetworkAclEntry", "DeleteNetworkAclEntry"],
    "prefix-list": ["ModifyManagedPrefixList", "DeleteManagedPrefixList"],
    "network-interface": ["AssociateAddress", "DeleteNetworkInterface", "AttachNetworkInterface"],
};

const account = "123456789012";
const inRegion = (service: string, resource: string) => `arn:aws:${service}:eu-central-1:${account}:${resource}`;
const flowLogsGroup = inRegion("logs", "log-group:app-flow-logs-1a2b3c4");

const services: [gain: string, actions: string[], arn: string][] = [
    ["its subnets, rules and zones in other accounts", [
        "ram:AcceptResourceShareInvitation",
        "ram:AssociateResourceShare",
        "ram:CreateResourceShare",
        "ram:EnableSharingWithAwsOrganization",
    ], inRegion("ram", "resource-share/1")],
    ["owner tags by another way", [
        "tag:TagResources",
        "tag:UntagResources",
        "resource-groups:Tag",
        "resource-groups:Untag",
    ], "*"],
    ["a copy of the traffic data", [
        "logs:CreateDelivery",
        "logs:CreateExportTask",
        "logs:FilterLogEvents",
        "logs:PutAccountPolicy",
        "logs:PutDeliverySource",
        "logs:PutDestination",
        "logs:PutDestinationPolicy",
        "logs:StartLiveTail",
        "logs:StartQuery",
        "logs:Unmask",
    ], flowLogsGroup],
    ["no trace of what follows", [
        "cloudtrail:StopLogging",
        "config:StopConfigurationRecorder",
        "guardduty:DeleteDetector",
        "logs:DeleteLogStream",
        "logs:DeleteResourcePolicy",
    ], "*"],
    ["a way out through AWS's own network", [
        "networkmanager:CreateVpcAttachment",
        "vpc-lattice:CreateServiceNetworkVpcAssociation",
        "vpc-lattice:CreateServiceNetworkVpcEndpointAssociation",
        "vpc-lattice:PutResourcePolicy",
        "globalaccelerator:CreateAccelerator",
        "directconnect:CreatePrivateVirtualInterface",
    ], "*"],
    ["the limits of every account", [
        "organizations:DetachPolicy",
        "organizations:LeaveOrganization",
        "account:CloseAccount",
        "servicequotas:RequestServiceQuotaIncrease",
    ], "*"],
    ["code with another role's permissions", [
        "cloudformation:CreateStack",
        "codebuild:CreateProject",
        "glue:CreateDevEndpoint",
        "ssm:SendCommand",
        "ssm:StartAutomationExecution",
        "states:CreateStateMachine",
    ], "*"],
    ["the secrets of the state", ["kms:CreateGrant", "kms:Decrypt", "kms:PutKeyPolicy"], inRegion("kms", "key/1")],
];

const roles = [
    ...["DeleteRolePolicy", "DetachRolePolicy", "UpdateRoleDescription", "UntagRole"].map((action) =>
        row(`${action} on another stack's role`, "an outage of its flow logs", `iam:${action}`, [
            role(flowLogsRole, ofOtherStack),
        ], { "aws:TagKeys": ["team"] })
    ),
    row("create a service-linked role", "what a service then does by itself", "iam:CreateServiceLinkedRole", [
        plain(`arn:aws:iam::${account}:role/aws-service-role/ram.amazonaws.com/AWSServiceRoleForResourceAccessManager`),
    ], { "iam:AWSServiceName": "ram.amazonaws.com" }),
    row("pass its role without naming a service", "use the role in code of its choice", "iam:PassRole", [
        role(flowLogsRole, own),
    ]),
    ...["cloudformation", "delivery.logs", "firehose", "glue", "states", "vpc-flow-logs.eu-central-1"].map((service) =>
        row(`pass its role to the service ${service}`, "the same", "iam:PassRole", [role(flowLogsRole, own)], {
            "iam:PassedToService": `${service}.amazonaws.com`,
        })
    ),
    ...["AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "GetFederationToken", "TagSession"].map((action) =>
        row(action, "another identity", `sts:${action}`, [plain(`arn:aws:iam::${account}:role/administrator`)])
    ),
];

const tags = [
    row("add an owner in other letters to its own VPC", "a second owner", "ec2:CreateTags", [mine("vpc")], {
        ...requestTags({ "Private-VPC:Owner": "private-vpc/dev" }),
    }),
    row("claim another stack's subnet with a second, correct owner", "the subnet", "ec2:CreateTags", [
        foreign("subnet"),
    ], requestTags({ [ownerTag]: "private-vpc/prod", "Private-VPC:Owner": "private-vpc/prod" })),
    row("claim another stack's group as if a creation tagged it", "the group", "ec2:CreateTags", [
        foreign("security-group"),
    ], { ...requestTags(own), "ec2:CreateAction": "RunInstances" }),
    row("release its own log group and name another tag, too", "a log group of nobody", "logs:UntagResource", [
        logGroup(flowLogsRole, own),
    ], { "aws:TagKeys": ["team", "Private-VPC:Owner"] }),
];

const networks = [
    row("create an endpoint to a resource of VPC Lattice", "a way out of the VPC", "ec2:CreateVpcEndpoint", [
        fresh("vpc-endpoint", own),
    ]),
    row("add another's group and its own to an endpoint", "reach it from the other network", "ec2:ModifyVpcEndpoint", [
        mine("vpc-endpoint"),
        mine("security-group"),
        foreign("security-group"),
    ]),
    row("add its own group to another's endpoint", "reach it from its own network", "ec2:ModifyVpcEndpoint", [
        foreign("vpc-endpoint"),
        mine("security-group"),
    ]),
    row(
        "replace the association of another's subnet with its own",
        "cut off the subnet",
        "ec2:ReplaceRouteTableAssociation",
        [
            mine("route-table"),
            foreign("subnet"),
        ],
    ),
];

const zones = [
    ...["CreateVPCAssociationAuthorization", "DeleteVPCAssociationAuthorization", "UpdateHostedZoneComment"].map((
        action,
    ) => row(action, "names for other accounts, or none", `route53:${action}`, [zone(ownZone)])),
    row(
        "write the verifying record and another name in one request",
        "calls to the name",
        "route53:ChangeResourceRecordSets",
        [zone(ownZone)],
        {
            ...record("_1.orders.example.com", "TXT"),
            "route53:ChangeResourceRecordSetsNormalizedRecordNames": ["_1.orders.example.com", "www.example.com"],
        },
    ),
    row(
        "write the verifying record and an address in one request",
        "calls to the name",
        "route53:ChangeResourceRecordSets",
        [zone(ownZone)],
        {
            ...record("_1.orders.example.com", "TXT"),
            "route53:ChangeResourceRecordSetsRecordTypes": ["TXT", "A"],
        },
    ),
];

/** Requests that no stack needs, of EC2 and of other services. */
export const neededByNoStack: Escalation[] = [
    ...Object.entries(openings).flatMap(([kind, actions]) =>
        actions.map((action) =>
            row(`${action} on its own ${kind}`, "a way into or out of the VPC", `ec2:${action}`, [mine(kind)])
        )
    ),
    ...services.flatMap(([gain, actions, arn]) => actions.map((action) => row(action, gain, action, [plain(arn)]))),
    ...roles,
    ...tags,
    ...networks,
    ...zones,
];
