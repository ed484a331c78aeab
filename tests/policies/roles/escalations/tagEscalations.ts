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

/** Owner tags where they do not belong, and removed where they do. */
export const tagEscalations: Escalation[] = [
    ...["vpc", "subnet", "route-table", "security-group", "vpc-endpoint", "vpc-endpoint-service", "vpc-flow-log"]
        .flatMap(
            (kind) => [
                row(
                    `claim another stack's ${kind} by its owner tag`,
                    control,
                    "ec2:CreateTags",
                    [foreign(kind)],
                    claim,
                ),
                row(
                    `claim a ${kind} that has no owner`,
                    control,
                    "ec2:CreateTags",
                    [one(kind, unowned, otherVpc)],
                    claim,
                ),
            ],
        ),
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
    row("claim another stack's security group rule", "hide whose it is", "ec2:CreateTags", [
        foreign("security-group-rule"),
    ], claim),
    row(
        "remove another stack's owner tag",
        "claim the group afterwards",
        "ec2:DeleteTags",
        [foreign("security-group")],
        {
            "aws:TagKeys": [ownerTag],
        },
    ),
    row("remove the owner tag of its own group", "nobody's group, for who may claim it", "ec2:DeleteTags", [
        mine("security-group"),
    ], { "aws:TagKeys": [ownerTag] }),
    row("remove it with other tags", "the same", "ec2:DeleteTags", [mine("vpc")], {
        "aws:TagKeys": ["team", ownerTag],
    }),
    row("remove it with other letters", "the same", "ec2:DeleteTags", [mine("vpc")], {
        "aws:TagKeys": ["Private-VPC:Owner"],
    }),
    row("remove all tags by a request without keys", "the same", "ec2:DeleteTags", [mine("vpc-endpoint")]),
    row(
        "give its own group to another stack",
        "rules of its choice in a network of the other stack",
        "ec2:CreateTags",
        [
            mine("security-group"),
        ],
        requestTags(ofOtherStack),
    ),
    row("create a group as another stack's", "the same", "ec2:CreateSecurityGroup", [
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
