import { ownerTag } from "../../../../components/plan/facts/ownerTag";
import { arnOf, fresh, type Subject } from "../apiRequests";
import { type Escalation, foreign, later, mine, one, otherVpc, own, row, unowned, untagged } from "./escalation";

const networks: [string, Subject][] = [
    ["another stack's", foreign("vpc")],
    ["stack prod-2's", one("vpc", { [ownerTag]: "private-vpc/prod-2" }, otherVpc)],
    ["an unowned (prod-app-2)", one("vpc", unowned, otherVpc)],
];

/** Changes of networks that are not the stack's, and ways out of its own. */
export const networkEscalations: Escalation[] = [
    ...networks.map(([whose, vpc]) => row(`delete ${whose} VPC`, "an outage", "ec2:DeleteVpc", [vpc])),
    row("turn off DNS in another VPC", "an outage", "ec2:ModifyVpcAttribute", [foreign("vpc")]),
    row("add a CIDR block to another VPC", "traffic to its range", "ec2:AssociateVpcCidrBlock", [foreign("vpc")]),
    row("remove a CIDR block of another VPC", "an outage", "ec2:DisassociateVpcCidrBlock", [foreign("vpc")]),
    row("create a subnet in another VPC", "a place in its network", "ec2:CreateSubnet", [
        fresh("subnet", own),
        foreign("vpc"),
    ]),
    row("create a group in another VPC", "a group to attach there", "ec2:CreateSecurityGroup", [
        fresh("security-group", own),
        foreign("vpc"),
    ]),
    row("create a route table in another VPC", "routes of its choice there", "ec2:CreateRouteTable", [
        fresh("route-table", own),
        foreign("vpc"),
    ]),
    row("associate its own table with another's subnet", "cut the subnet off", "ec2:AssociateRouteTable", [
        mine("route-table"),
        foreign("subnet"),
    ]),
    row("associate another's table with its own subnet", "a way out of the VPC", "ec2:AssociateRouteTable", [
        foreign("route-table"),
        mine("subnet"),
    ]),
    row("associate an unowned table with its own subnet", "a way out of the VPC", "ec2:ReplaceRouteTableAssociation", [
        one("route-table", untagged),
        mine("subnet"),
    ]),
    row("disassociate another's table", "cut the subnet off", "ec2:DisassociateRouteTable", [
        foreign("route-table"),
        foreign("subnet"),
    ]),
    ...["AuthorizeSecurityGroupIngress", "AuthorizeSecurityGroupEgress"].map((action) =>
        row(`open another's group by ${action}`, "reach its workloads, or let them out", `ec2:${action}`, [
            foreign("security-group"),
            { kind: "security-group-rule", arn: arnOf("security-group-rule", "*"), keys: {} },
        ])
    ),
    ...["RevokeSecurityGroupIngress", "RevokeSecurityGroupEgress", "DeleteSecurityGroup"].map((action) =>
        row(`close another's group by ${action}`, "an outage", `ec2:${action}`, [foreign("security-group")])
    ),
    row("change a rule of another's group", "reach its workloads", "ec2:ModifySecurityGroupRules", [
        foreign("security-group"),
        foreign("security-group-rule"),
    ]),
    row("change a rule that it claimed, in another's group", "reach its workloads", "ec2:ModifySecurityGroupRules", [
        foreign("security-group"),
        mine("security-group-rule"),
    ]),
    row("delete another's subnet", "an outage", "ec2:DeleteSubnet", [foreign("subnet")]),
    row("delete another's route table", "an outage", "ec2:DeleteRouteTable", [foreign("route-table")]),
    row("give another's subnet public addresses", "its instances on the internet", "ec2:ModifySubnetAttribute", [
        foreign("subnet"),
    ]),
    later(row("delete another VPC that somebody tagged as the stack's", "an outage", "ec2:DeleteVpc", [
        one("vpc", own, otherVpc),
    ])),
    later(
        row(
            "open a group of another VPC that somebody tagged as the stack's",
            "reach its workloads",
            "ec2:AuthorizeSecurityGroupIngress",
            [one("security-group", own, otherVpc)],
        ),
    ),
    later(row("create a second VPC", "networks that nobody reviews", "ec2:CreateVpc", [fresh("vpc", own)])),
    row("create a VPC without an owner", "the same", "ec2:CreateVpc", [fresh("vpc", { Name: "prod-app" })]),
    ...[
        "AttachInternetGateway",
        "CreateInternetGateway",
        "CreateNatGateway",
        "CreateVpcPeeringConnection",
        "RunInstances",
        "AcceptVpcPeeringConnection",
        "CreateTransitGatewayVpcAttachment",
        "AssociateSecurityGroupVpc",
        "AssociateDhcpOptions",
    ]
        .map((action) => row(`${action} in its own VPC`, "a way out of the VPC", `ec2:${action}`, [mine("vpc")])),
    ...["CreateRoute", "ReplaceRoute", "DeleteRoute"].map((action) =>
        row(`${action} in its own route table`, "a way out of the VPC", `ec2:${action}`, [mine("route-table")])
    ),
    row("change the groups of an instance's network interface", "reach it", "ec2:ModifyNetworkInterfaceAttribute", [
        one("network-interface", untagged),
    ]),
];
