import type { RequestContext } from "../../../components/plan/policies/iam/request";
import type { Made } from "../../../emulator/aws/emulatedAws";
import { types } from "../../run";
import {
    type ApiRequest,
    created,
    differ,
    fresh,
    type KnownAccount,
    request,
    type RequestsOfType,
    type Subject,
    tagsOf,
    without,
} from "./apiRequests";

const onItself = (action: string) => (made: Made, account: KnownAccount) => [request(action, [account.subject(made)])];

/** A role or a log group, which has its name before it is created. Its tags need a permission of their own. */
const named = (creation: string, tagging: string, kind: string) => (made: Made): ApiRequest[] => {
    const { permissionsBoundary } = made.attributes;
    const keys: RequestContext = permissionsBoundary === undefined
        ? {}
        : { "iam:PermissionsBoundary": permissionsBoundary as string };
    const subject = fresh(kind, tagsOf(made), keys, made.id);
    return [request(creation, [subject]), request(tagging, [subject])];
};

function boundary(before: Made, after: Made, account: KnownAccount): ApiRequest[] {
    if (!differ(before, after, "permissionsBoundary")) return [];
    const { permissionsBoundary } = after.attributes;
    if (permissionsBoundary === undefined) return onItself("iam:DeleteRolePermissionsBoundary")(before, account);
    const keys = { "iam:PermissionsBoundary": permissionsBoundary as string };
    return [request("iam:PutRolePermissionsBoundary", [account.subject(before)], keys)];
}

const onRole = (action: string) => ({ attributes }: Made, account: KnownAccount) => [
    request(action, [account.byId(attributes.role)]),
];

const isToBucket = ({ attributes }: Made) => attributes.logDestinationType === "s3";

function passed({ attributes: { iamRoleArn } }: Made): ApiRequest[] {
    if (iamRoleArn === undefined) return [];
    const role: Subject = {
        kind: "role",
        arn: iamRoleArn,
        keys: { "iam:PassedToService": "vpc-flow-logs.amazonaws.com" },
    };
    return [request("iam:PassRole", [role])];
}

/** The requests for flow logs and where they go, by type token. */
export const flowLogRequests: { [type: string]: RequestsOfType } = {
    [types.flowLog]: {
        create: (made, account) => [
            ...created("ec2:CreateFlowLogs", "vpc-flow-log", tagsOf(made), [account.byId(made.attributes.vpcId)]),
            ...passed(made),
            ...(isToBucket(made) ? [without("logs:CreateLogDelivery")] : []),
        ],
        delete: (made, account) => [
            request("ec2:DeleteFlowLogs", [account.subject(made)]),
            ...(isToBucket(made) ? [without("logs:DeleteLogDelivery")] : []),
        ],
    },
    [types.logGroup]: {
        create: (made, account) => [
            ...named("logs:CreateLogGroup", "logs:TagResource", "log-group")(made),
            ...onItself("logs:PutRetentionPolicy")(made, account),
        ],
        update: (before, after, account) => {
            if (!differ(before, after, "retentionInDays")) return [];
            const isKept = (after.attributes.retentionInDays ?? 0) === 0;
            return onItself(isKept ? "logs:DeleteRetentionPolicy" : "logs:PutRetentionPolicy")(before, account);
        },
        delete: onItself("logs:DeleteLogGroup"),
    },
    [types.role]: {
        create: named("iam:CreateRole", "iam:TagRole", "role"),
        update: (before, after, account) => [
            ...(differ(before, after, "assumeRolePolicy")
                ? onItself("iam:UpdateAssumeRolePolicy")(before, account)
                : []),
            ...boundary(before, after, account),
        ],
        delete: (made, account) => [
            ...onItself("iam:ListInstanceProfilesForRole")(made, account),
            ...onItself("iam:DeleteRole")(made, account),
        ],
    },
    [types.rolePolicy]: {
        create: onRole("iam:PutRolePolicy"),
        update: (_, after, account) => onRole("iam:PutRolePolicy")(after, account),
        delete: onRole("iam:DeleteRolePolicy"),
    },
};
