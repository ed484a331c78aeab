import type { EmulatedAws } from "../aws/emulatedAws";

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
};

/** Whether a command deletes something that is modelled. */
export function isDeletion(command: string): boolean {
    return Object.hasOwn(deletions, command) || command === "iam delete-role-policy";
}

/**
 * Deletes what a command names.
 *
 * @throws AwsError if AWS would refuse to
 */
export function deleteBy(aws: EmulatedAws, command: string, options: { [option: string]: string }): void {
    const id = command === "iam delete-role-policy"
        ? `${options["--role-name"]}:${options["--policy-name"]}`
        : options[deletions[command]!];
    // A VPC's default security group goes with it.
    const made = aws.state.made.filter((one) =>
        one.attributes.vpcId === id && one.type.endsWith(":DefaultSecurityGroup")
    );
    aws.delete(id!);
    for (const one of made) aws.delete(one.id);
}
