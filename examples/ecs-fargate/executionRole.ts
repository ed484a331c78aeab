import type { LogGroup } from "@pulumi/aws/cloudwatch";
import type { Repository } from "@pulumi/aws/ecr";
import * as iam from "@pulumi/aws/iam";
import type { Secret } from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";

/** ARN of the role with which Fargate pulls a task's image, reads its secret and writes its logs. */
export function executionRoleArn(
    name: string,
    { repository, logGroup, secret }: { repository: Repository; logGroup: LogGroup; secret: Secret },
): pulumi.Output<string> {
    const role = new iam.Role(name, {
        assumeRolePolicy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [{
                Effect: "Allow",
                Principal: { Service: "ecs-tasks.amazonaws.com" },
                Action: "sts:AssumeRole",
            }],
        }),
    });
    const allow = (Action: string[], Resource: pulumi.Input<string>) => ({ Effect: "Allow", Action, Resource });
    const policy = new iam.RolePolicy(name, {
        role: role.id,
        policy: pulumi.jsonStringify({
            Version: "2012-10-17",
            Statement: [
                allow(["ecr:GetAuthorizationToken"], "*"),
                allow(["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"], repository.arn),
                allow(["secretsmanager:GetSecretValue"], secret.arn),
                allow(["logs:CreateLogStream", "logs:PutLogEvents"], pulumi.interpolate`${logGroup.arn}:*`),
            ],
        }),
    });
    // A task that started before the policy stands would be refused.
    return pulumi.all([role.arn, policy.id]).apply(([arn]) => arn);
}
