import { ownerTag } from "../../../../components/plan/facts/ownerTag";
import { fresh, requestTags } from "../apiRequests";
import {
    claim,
    claimAsDefault,
    control,
    type Escalation,
    foreign,
    later,
    mine,
    ofOtherStack,
    one,
    otherVpc,
    own,
    row,
    unowned,
    untagged,
} from "./escalation";

const creations: { [kind: string]: string } = {
    vpc: "CreateVpc",
    subnet: "CreateSubnet",
    "route-table": "CreateRouteTable",
    "security-group": "CreateSecurityGroup",
    "vpc-endpoint": "CreateVpcEndpoint",
    "vpc-endpoint-service": "CreateVpcEndpointServiceConfiguration",
    "vpc-flow-log": "CreateFlowLogs",
};

const impostor = "trust in the other stack, and resources that no destroy deletes";
const nobodys = "a resource of nobody, for whoever may claim it";

/** Of a kind of resource: what is somebody else's, what is new, and what is its own. */
const ofKind = (kind: string): Escalation[] => [
    row(`claim another stack's ${kind} by its owner tag`, control, "ec2:CreateTags", [foreign(kind)], claim),
    row(`claim a ${kind} that has no owner`, control, "ec2:CreateTags", [one(kind, unowned, otherVpc)], claim),
    row(`tag a new ${kind} as another stack's`, impostor, "ec2:CreateTags", [fresh(kind, ofOtherStack)], {
        "ec2:CreateAction": creations[kind]!,
    }),
    row(`give its own ${kind} to another stack`, impostor, "ec2:CreateTags", [mine(kind)], requestTags(ofOtherStack)),
    row(`remove a tag of another stack's ${kind}`, "what else the tag allows", "ec2:DeleteTags", [foreign(kind)], {
        "aws:TagKeys": ["team"],
    }),
    row(`remove the owner of its own ${kind}`, nobodys, "ec2:DeleteTags", [mine(kind)], { "aws:TagKeys": [ownerTag] }),
    row(`remove all tags of its own ${kind} by a request without keys`, nobodys, "ec2:DeleteTags", [mine(kind)]),
];

const rule = "security-group-rule";

/** Owner tags where they do not belong, and removed where they do. */
export const tagEscalations: Escalation[] = [
    ...Object.keys(creations).flatMap(ofKind),
    ...["instance", "network-interface"].map((kind) =>
        row(
            `tag an existing ${kind}`,
            "other roles' permissions by tags",
            "ec2:CreateTags",
            [one(kind, untagged)],
            claim,
        )
    ),
    row("claim another stack's group as the VPC's default group", control, "ec2:CreateTags", [
        foreign("security-group"),
    ], claimAsDefault),
    later(row("claim an untagged group of another VPC as the VPC's default group", control, "ec2:CreateTags", [
        one("security-group", untagged, otherVpc),
    ], claimAsDefault)),
    later(row("claim an application's untagged group in its own VPC", control, "ec2:CreateTags", [
        one("security-group", untagged),
    ], claimAsDefault)),
    row("claim a group with another owner as the VPC's default group", control, "ec2:CreateTags", [
        one("security-group", { [ownerTag]: "private-vpc/dev" }),
    ], claimAsDefault),
    row("claim a group with a Name as the VPC's default group", control, "ec2:CreateTags", [
        one("security-group", { Name: "web" }),
    ], claimAsDefault),
    row("give the VPC's default group to another stack", impostor, "ec2:CreateTags", [
        one("security-group", untagged),
    ], requestTags({ ...ofOtherStack, Name: "prod-app-default" })),
    row("claim another stack's security group rule", "hide whose it is", "ec2:CreateTags", [foreign(rule)], claim),
    row("claim a rule with another owner", "hide whose it is", "ec2:CreateTags", [
        one(rule, { [ownerTag]: "private-vpc/dev" }),
    ], claim),
    row("claim a rule with a Name", "hide whose it is", "ec2:CreateTags", [one(rule, { Name: "web" })], claim),
    row(
        "tag a new rule as another stack's",
        impostor,
        "ec2:CreateTags",
        [one(rule, untagged)],
        requestTags(ofOtherStack),
    ),
    row(
        "remove another stack's owner tag",
        "claim the group afterwards",
        "ec2:DeleteTags",
        [foreign("security-group")],
        {
            "aws:TagKeys": [ownerTag],
        },
    ),
    row("remove the owner with other tags", nobodys, "ec2:DeleteTags", [mine("vpc")], {
        "aws:TagKeys": ["team", ownerTag],
    }),
    row("remove the owner with other letters", nobodys, "ec2:DeleteTags", [mine("vpc")], {
        "aws:TagKeys": ["Private-VPC:Owner"],
    }),
    row("create a group as another stack's", impostor, "ec2:CreateSecurityGroup", [
        fresh("security-group", ofOtherStack),
        mine("vpc"),
    ]),
    row("tag a new instance", "instances as the stack's own", "ec2:CreateTags", [fresh("instance", own)], {
        "ec2:CreateAction": "RunInstances",
    }),
    row("tag an existing group as if it were new", control, "ec2:CreateTags", [one("security-group", untagged)], {
        ...claim,
        "ec2:CreateAction": "RunInstances",
    }),
];
