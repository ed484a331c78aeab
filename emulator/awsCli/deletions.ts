import type { EmulatedAws } from "../aws/emulatedAws";
import { types } from "../aws/world";

/** The option of each deleting command that has the IDs. */
const deletions: { [command: string]: string } = {
    "ec2 delete-vpc": "--vpc-id",
    "ec2 disassociate-vpc-cidr-block": "--association-id",
    "ec2 delete-subnet": "--subnet-id",
    "ec2 delete-route-table": "--route-table-id",
    "ec2 disassociate-route-table": "--association-id",
    "ec2 delete-security-group": "--group-id",
    "ec2 revoke-security-group-ingress": "--security-group-rule-ids",
    "ec2 revoke-security-group-egress": "--security-group-rule-ids",
    "ec2 delete-vpc-endpoints": "--vpc-endpoint-ids",
    "ec2 delete-flow-logs": "--flow-log-ids",
    "ec2 delete-vpc-endpoint-service-configurations": "--service-ids",
    "ec2 delete-vpc-endpoint-connection-notifications": "--connection-notification-ids",
    "logs delete-log-group": "--log-group-name",
    "iam delete-role": "--role-name",
    "route53resolver disassociate-firewall-rule-group": "--firewall-rule-group-association-id",
    "route53resolver delete-firewall-rule-group": "--firewall-rule-group-id",
    "route53resolver delete-firewall-domain-list": "--firewall-domain-list-id",
    "route53resolver delete-resolver-query-log-config": "--resolver-query-log-config-id",
};

/** The IDs of what other commands delete, each from several options. */
const composed: { [command: string]: (options: Options, aws: EmulatedAws) => string | undefined } = {
    "route53resolver disassociate-resolver-query-log-config": (options, { state }) =>
        state.made.find(({ type, attributes }) =>
            type === types.queryLogAssociation && attributes.resourceId === options["--resource-id"]
            && attributes.resolverQueryLogConfigId === options["--resolver-query-log-config-id"]
        )?.id,
    "iam delete-role-policy": (options) => `${options["--role-name"]}:${options["--policy-name"]}`,
    "route53resolver delete-firewall-rule": (options) =>
        `${options["--firewall-rule-group-id"]}:${options["--firewall-domain-list-id"]}`,
    "ec2 reject-vpc-endpoint-connections": (options) => `${options["--service-id"]}_${options["--vpc-endpoint-ids"]}`,
    "route53 change-resource-record-sets": (options) => {
        const { Changes: [{ Action, ResourceRecordSet: { Name, Type } }] } = JSON.parse(options["--change-batch"]!) as {
            Changes: [{ Action: string; ResourceRecordSet: { Name: string; Type: string } }];
        };
        if (Action !== "DELETE") throw new Error(`the emulated AWS CLI does not model ${Action}`);
        return [options["--hosted-zone-id"], Name.replace(/\.$/, ""), Type].join("_");
    },
};

interface Options {
    [option: string]: string;
}

/** Whether a command deletes something that is modelled. */
export function isDeletion(command: string): boolean {
    return [deletions, composed].some((commands) => Object.hasOwn(commands, command));
}

/**
 * Deletes what a command names.
 *
 * @throws AwsError if AWS would refuse to
 */
export function deleteBy(aws: EmulatedAws, command: string, options: Options): void {
    const id = composed[command] ? composed[command](options, aws) : options[deletions[command]!];
    // A VPC's default security group goes with it.
    const made = aws.state.made.filter((one) =>
        one.attributes.vpcId === id && one.type.endsWith(":DefaultSecurityGroup")
    );
    aws.delete(id!);
    for (const one of made) aws.delete(one.id);
}
