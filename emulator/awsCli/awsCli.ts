import type { EmulatedAws } from "../aws/emulatedAws";
import { type Attributes, type Made, types } from "../aws/world";
import { deleteBy, isDeletion } from "./deletions";
import { describedDetails } from "./describedDetails";
import { describedDns } from "./describedDns";
import { describedGateways } from "./describedGateways";
import { describedGroups } from "./describedGroups";
import { describedNetwork } from "./describedNetwork";
import { describedResolver } from "./describedResolver";
import { describedServices } from "./describedServices";
import { describedTasks } from "./describedTasks";
import type { ListedAccount } from "./listedAccount";

/** How a command ended. */
export interface CliResult {
    code: number;
    stdout: string;
    stderr: string;
}

/**
 * The AWS CLI for an emulated account, as far as this project uses it: it prints the JSON that the AWS CLI prints, and
 * deletes resources.
 *
 * Source: https://docs.aws.amazon.com/cli/latest/reference/
 *
 * @param args the arguments after `aws`
 */
export function awsCli(aws: EmulatedAws, args: string[], accountId = "123456789012"): CliResult {
    const [service, operation, ...rest] = args;
    const command = `${service} ${operation}`;
    const options = Object.fromEntries(
        rest.flatMap((word, index) => (word.startsWith("--") ? [[word, rest[index + 1] ?? ""]] : [])),
    );
    try {
        if (isDeletion(command)) {
            deleteBy(aws, command, options);
            return { code: 0, stdout: "", stderr: "" };
        }
        const answer = described(aws, accountId, command, options);
        if (answer) return { code: 0, stdout: `${JSON.stringify(answer, undefined, 4)}\n`, stderr: "" };
    } catch (error) {
        // https://docs.aws.amazon.com/cli/latest/userguide/cli-usage-returncodes.html
        return { code: 254, stdout: "", stderr: `\n${(error as Error).message}\n` };
    }
    return { code: 252, stdout: "", stderr: `\naws: error: argument operation: Invalid choice: ${command}\n` };
}

function described(
    aws: EmulatedAws,
    accountId: string,
    command: string,
    options: { [option: string]: string },
): Attributes | undefined {
    const { made } = aws.state;
    const account: ListedAccount = {
        accountId,
        all: (type) => made.filter((one) => one.type === type),
        find: (id) => made.find((one) => one.id === id),
    };
    const [service, operation] = command.split(" ");
    const list = service === "ec2"
        ? { ...describedNetwork, ...describedGateways, ...describedGroups, ...describedServices }[operation!]
        : undefined;
    if (list) return { [list.key]: list.items(account) };
    const ofResolver = service === "route53resolver" ? describedResolver[operation!] : undefined;
    return (ofResolver ?? { ...describedDns, ...describedDetails, ...describedTasks, ...others }[command])?.(
        account,
        options,
    );
}

/** The answers of CloudWatch Logs, IAM and Route 53. */
const others: { [command: string]: (account: ListedAccount, options: { [option: string]: string }) => Attributes } = {
    "logs describe-log-groups": ({ all }) => ({
        logGroups: all(types.logGroup).map(({ id, attributes: { arn, retentionInDays } }) => ({
            logGroupName: id,
            arn: `${arn}:*`,
            logGroupArn: arn,
            retentionInDays,
        })),
    }),
    "logs list-tags-for-resource": ({ all }, options) => {
        const group = only(all(types.logGroup).find(({ attributes }) => attributes.arn === options["--resource-arn"]));
        return { tags: { ...group.attributes.tagsAll, ...group.attributes.tags } };
    },
    // The list has no tags: https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListRoles.html
    "iam list-roles": ({ all }) => ({ Roles: all(types.role).map(roleOf) }),
    "iam get-role": ({ find }, options) => {
        const role = only(find(options["--role-name"]!));
        const tags = Object.entries({ ...role.attributes.tagsAll, ...role.attributes.tags });
        return { Role: { ...roleOf(role), Tags: tags.map(([Key, Value]) => ({ Key, Value })) } };
    },
    "iam list-role-policies": ({ all }, options) => ({
        PolicyNames: all(types.rolePolicy).filter(({ attributes }) => attributes.role === options["--role-name"])
            .map(({ id }) => id.split(":")[1]),
    }),
    "iam get-role-policy": ({ find }, options) => {
        const policy = only(find(`${options["--role-name"]}:${options["--policy-name"]}`));
        const { role: RoleName, policy: document } = policy.attributes;
        return { RoleName, PolicyName: options["--policy-name"], PolicyDocument: JSON.parse(document) as unknown };
    },
    "route53 list-hosted-zones": () => ({ HostedZones: [], IsTruncated: false, MaxItems: "100" }),
    "route53 list-resource-record-sets": ({ all }, options) => ({
        ResourceRecordSets: all(types.record).filter(({ attributes }) =>
            attributes.zoneId === options["--hosted-zone-id"]
        )
            .map(({ attributes }) => ({
                Name: `${attributes.name}.`,
                Type: attributes.type,
                TTL: attributes.ttl,
                ResourceRecords: attributes.records.map((Value: string) => ({ Value: `"${Value}"` })),
            })),
    }),
};

function roleOf({ id, attributes: { arn, assumeRolePolicy } }: Made): Attributes {
    return {
        Path: "/",
        RoleName: id,
        RoleId: "AROA1234567890EXAMPLE",
        Arn: arn,
        AssumeRolePolicyDocument: JSON.parse(assumeRolePolicy) as unknown,
    };
}

function only(found: Made | undefined): Made {
    if (found) return found;
    throw new Error("An error occurred (ResourceNotFoundException or NoSuchEntity): it does not exist");
}
