import { ownerTag } from "../../../../components/plan/facts/ownerTag";
import { fresh, requestTags } from "../apiRequests";
import {
    administrator,
    boundary,
    claim,
    type Escalation,
    flowLogsRole,
    foreign,
    logGroup,
    mine,
    ofOtherStack,
    one,
    own,
    plain,
    role,
    row,
    untagged,
} from "./escalation";

const admin = "a role with any permission, and with it the account";
const creating = (name: string, tags: object, limit?: string) => {
    const { keys, ...subject } = role(name, {}, limit);
    return { ...subject, keys: { ...keys, ...requestTags(tags) } };
};
const passing = { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" };

const roles: Escalation[] = [
    row("create a role without a boundary", admin, "iam:CreateRole", [creating(flowLogsRole, own)]),
    row("create one with another boundary", admin, "iam:CreateRole", [creating(flowLogsRole, own, administrator)]),
    row("create one with another name", admin, "iam:CreateRole", [creating("deployer", own, boundary)]),
    row("create one without an owner", "a role that no destroy deletes", "iam:CreateRole", [
        creating(flowLogsRole, {}, boundary),
    ]),
    row("create one as another stack's", "the same", "iam:CreateRole", [
        creating(flowLogsRole, ofOtherStack, boundary),
    ]),
    ...["PutRolePolicy", "UpdateAssumeRolePolicy"].flatMap((action) => [
        row(`${action} on itself`, admin, `iam:${action}`, [role("up", {}, boundary)]),
        row(`${action} on an administrator's role`, admin, `iam:${action}`, [role("administrator")]),
        row(`${action} on its own role without a boundary`, admin, `iam:${action}`, [role(flowLogsRole, own)]),
        row(`${action} on its own role with another boundary`, admin, `iam:${action}`, [
            role(flowLogsRole, own, administrator),
        ]),
        row(`${action} on another stack's role`, "its flow logs", `iam:${action}`, [
            role(flowLogsRole, ofOtherStack, boundary),
        ]),
        row(`${action} on a role without an owner`, "what the role is used for", `iam:${action}`, [
            role(flowLogsRole, {}, boundary),
        ]),
    ]),
    row("attach AdministratorAccess to its own role", admin, "iam:AttachRolePolicy", [
        role(flowLogsRole, own, boundary),
    ]),
    row("attach AdministratorAccess to itself", admin, "iam:AttachRolePolicy", [
        plain("arn:aws:iam::123456789012:role/up"),
    ]),
    row("remove the boundary", admin, "iam:DeleteRolePermissionsBoundary", [role(flowLogsRole, own, boundary)]),
    row("replace the boundary by AdministratorAccess", admin, "iam:PutRolePermissionsBoundary", [
        role(flowLogsRole, own, administrator),
    ]),
    row("give another stack's role its boundary", "an outage of its flow logs", "iam:PutRolePermissionsBoundary", [
        role(flowLogsRole, ofOtherStack, boundary),
    ]),
    ...["CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicy", "DeletePolicyVersion", "CreatePolicy"].map((
        action,
    ) => row(`${action} on the boundary`, admin, `iam:${action}`, [plain(boundary)])),
    row("delete another stack's role", "an outage of its flow logs", "iam:DeleteRole", [
        role(flowLogsRole, ofOtherStack),
    ]),
    row("delete an administrator's role", "an outage", "iam:DeleteRole", [role("administrator")]),
    row("claim an administrator's role by a tag", admin, "iam:TagRole", [role("administrator")], claim),
    row(
        "claim another stack's role by a tag",
        "its flow logs",
        "iam:TagRole",
        [role(flowLogsRole, ofOtherStack)],
        claim,
    ),
    row("remove the owner of its own role", "a role that nobody owns", "iam:UntagRole", [role(flowLogsRole, own)], {
        "aws:TagKeys": [ownerTag],
    }),
    ...["ec2", "lambda", "ecs-tasks"].map((service) =>
        row(`pass its role to ${service}`, "use the role in code of its choice", "iam:PassRole", [
            role(flowLogsRole, own),
        ], {
            "iam:PassedToService": `${service}.amazonaws.com`,
        })
    ),
    row("pass an administrator's role to flow logs", "a role that trusts flow logs", "iam:PassRole", [
        role("administrator"),
    ], passing),
];

const others: [action: string, arn: string][] = [
    ["iam:CreateUser", "arn:aws:iam::123456789012:user/any"],
    ["iam:CreateAccessKey", "arn:aws:iam::123456789012:user/any"],
    ["iam:CreateLoginProfile", "arn:aws:iam::123456789012:user/any"],
    ["iam:AttachUserPolicy", "arn:aws:iam::123456789012:user/any"],
    ["iam:PutUserPolicy", "arn:aws:iam::123456789012:user/any"],
    ["iam:AddUserToGroup", "arn:aws:iam::123456789012:group/administrators"],
    ["iam:AddRoleToInstanceProfile", "arn:aws:iam::123456789012:instance-profile/app-flow-logs-1"],
    ["iam:CreateServiceLinkedRole", "arn:aws:iam::123456789012:role/app-flow-logs-1"],
    ["iam:UpdateRole", "arn:aws:iam::123456789012:role/app-flow-logs-1"],
    ["iam:CreatePolicyVersion", "arn:aws:iam::123456789012:policy/any"],
    ["iam:CreateOpenIDConnectProvider", "arn:aws:iam::123456789012:oidc-provider/example.com"],
    ["sts:AssumeRole", "arn:aws:iam::123456789012:role/administrator"],
    ["sts:AssumeRole", "arn:aws:iam::123456789012:role/app-flow-logs-1"],
    ["lambda:CreateFunction", "arn:aws:lambda:eu-central-1:123456789012:function:any"],
    ["s3:PutBucketPolicy", "arn:aws:s3:::amzn-s3-demo-bucket"],
];

const read: [action: string, what: string][] = [
    ["ec2:DescribeVpcs", "networks"],
    ["ec2:DescribeFlowLogs", "flow logs"],
    ["ec2:DescribeVpcEndpointServiceConfigurations", "endpoint services"],
    ["logs:DescribeLogGroups", "log groups"],
    ["logs:DeleteLogDelivery", "deliveries"],
];

/** The Region of a request without a resource is in its keys. */
const inAnotherRegion = ([action, what]: typeof read[number]): Escalation => ({
    ...row(`${action} in another Region`, `the ${what} of the account's other Regions`, action, []),
    targets: [{ arn: "*", context: { "ec2:Region": "us-east-1", "aws:RequestedRegion": "us-east-1" } }],
});

const copy = "a copy of another network's traffic data";

const logs: Escalation[] = [
    row("delete another's flow logs", "no trace of what follows", "ec2:DeleteFlowLogs", [foreign("vpc-flow-log")]),
    row("create flow logs as another stack's", "flow logs that no destroy deletes", "ec2:CreateFlowLogs", [
        fresh("vpc-flow-log", ofOtherStack),
        mine("vpc"),
    ]),
    row("log another VPC's traffic to a bucket of its choice", copy, "ec2:CreateFlowLogs", [foreign("vpc")]),
    row("log another subnet's traffic", copy, "ec2:CreateFlowLogs", [foreign("subnet")]),
    row("log an instance's traffic", copy, "ec2:CreateFlowLogs", [one("network-interface", untagged)]),
    row("create a log group as another stack's", "logs that no destroy deletes", "logs:CreateLogGroup", [
        fresh("log-group", ofOtherStack, {}, flowLogsRole),
    ]),
    row(
        "claim a log group with a Name",
        "its logs",
        "logs:TagResource",
        [logGroup(flowLogsRole, { Name: "web" })],
        claim,
    ),
    row("claim a log group with another owner", "its logs", "logs:TagResource", [
        logGroup(flowLogsRole, { [ownerTag]: "private-vpc/dev" }),
    ], claim),
    row("give its own log group to another stack", "the same", "logs:TagResource", [
        logGroup(flowLogsRole, own),
    ], requestTags(ofOtherStack)),
    row("remove a tag of another stack's log group", "what else the tag allows", "logs:UntagResource", [
        logGroup(flowLogsRole, ofOtherStack),
    ], { "aws:TagKeys": ["team"] }),
    row("remove the owner of its own log group", "a log group of nobody", "logs:UntagResource", [
        logGroup(flowLogsRole, own),
    ], { "aws:TagKeys": [ownerTag] }),
    row("delete another stack's log group", "no trace of what follows", "logs:DeleteLogGroup", [
        logGroup(flowLogsRole, ofOtherStack),
    ]),
    row("delete any log group", "the same", "logs:DeleteLogGroup", [logGroup("aws-cloudtrail-logs", {})]),
    row("shorten another stack's retention", "the same", "logs:PutRetentionPolicy", [
        logGroup(flowLogsRole, ofOtherStack),
    ]),
    row("claim another stack's log group by a tag", "the same", "logs:TagResource", [
        logGroup(flowLogsRole, ofOtherStack),
    ], claim),
    ...["PutSubscriptionFilter", "GetLogEvents", "AssociateKmsKey"].map((action) =>
        row(`${action} on its own log group`, "a copy of the traffic data", `logs:${action}`, [mine("log-group")])
    ),
    row("PutResourcePolicy on its own log group", "a copy of the traffic data", "logs:PutResourcePolicy", [
        { kind: "*", arn: "*", keys: {} },
    ]),
];

/** Ways to administrator, and into logs. */
export const identityEscalations: Escalation[] = [
    ...roles,
    ...others.map(([action, arn]) => row(`${action} on ${arn.split(":").at(-1)}`, admin, action, [plain(arn)])),
    ...logs,
    ...read.map(inAnotherRegion),
];
