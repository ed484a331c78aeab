import type { Details } from "../../inventory/readDetails";
import type { Inventory } from "../../inventory/readInventory";
import { type Found, tagMap, tokens } from "./found";

/** Flow logs and what they write to, in the order in which they can be deleted. */
export function foundFlowLogs({ flowLogs, logGroups, roles }: Inventory, details: Details): Found[] {
    return [
        ...flowLogs.map((one): Found => ({
            type: tokens.flowLog,
            id: one.FlowLogId,
            tags: tagMap(one.Tags),
            vpcId: one.ResourceId,
            deletion: ["ec2", "delete-flow-logs", "--flow-log-ids", one.FlowLogId],
        })),
        ...Object.entries(details.roles).flatMap(([role, { policyNames }]) =>
            policyNames.map((policy): Found => ({
                type: tokens.rolePolicy,
                id: `${role}:${policy}`,
                tags: {},
                of: { type: tokens.role, id: role },
                deletion: ["iam", "delete-role-policy", "--role-name", role, "--policy-name", policy],
            }))
        ),
        ...roles.filter(({ RoleName }) => Object.hasOwn(details.roles, RoleName)).map(({ RoleName: id }): Found => ({
            type: tokens.role,
            id,
            tags: tagMap(details.roles[id]!.tags),
            deletion: ["iam", "delete-role", "--role-name", id],
        })),
        ...logGroups.filter(({ arn }) => Object.hasOwn(details.logGroupTags, ownArn(arn))).map((one): Found => ({
            type: tokens.logGroup,
            id: one.logGroupName,
            tags: details.logGroupTags[ownArn(one.arn)]!,
            deletion: ["logs", "delete-log-group", "--log-group-name", one.logGroupName],
        })),
    ];
}

/** A log group's own ARN: `describe-log-groups` returns the one of its streams, which ends with `:*`. */
export function ownArn(arn: string): string {
    return arn.replace(/:\*$/, "");
}
