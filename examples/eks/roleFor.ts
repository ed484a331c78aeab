import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";

/** A role that an AWS service assumes, e.g. `eks.amazonaws.com`, with managed policies of AWS's. */
export function roleFor(
    name: string,
    service: string,
    policies: string[],
): { arn: pulumi.Output<string>; permissions: iam.RolePolicyAttachment[] } {
    const role = new iam.Role(name, {
        assumeRolePolicy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{ Effect: "Allow", Principal: { Service: service }, Action: "sts:AssumeRole" }],
        }),
    });
    const permissions = policies.map((policy) =>
        new iam.RolePolicyAttachment(`${name}-${policy}`, {
            role: role.name,
            policyArn: `arn:aws:iam::aws:policy/${policy}`,
        })
    );
    return { arn: role.arn, permissions };
}
