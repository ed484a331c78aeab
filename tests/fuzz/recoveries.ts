import * as fc from "fast-check";

import type { Execute } from "../../cli/command";
import { types } from "../../emulator/aws/world";
import { awsCli } from "../../emulator/awsCli/awsCli";
import { RecordedStack } from "../cli/recover/recordedStack";
import { StackAccount } from "../cli/recover/stackAccount";
import { hostile, mutated, renamed } from "./values";

const account = new StackAccount();
const table = account.routeTable("app-us-east-1b");
const service = account.create(types.endpointService, "orders", {
    vpcId: undefined,
    networkLoadBalancerArns: [
        "arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/net/a/0123456789abcdef",
    ],
    privateDnsName: "orders.example.com",
});
const role = account.create(types.role, "app-flow-logs", { assumeRolePolicy: "{}", vpcId: undefined });
const stack = new RecordedStack([account.vpc, account.table, service, role], [account.sqs(), table]);
stack.service = { privateDnsName: "orders.example.com", privateDnsHostedZoneId: "Z0123456789ABCDEFGHIJ" };

/** An interrupted deployment: the output of `pulumi stack export`, and of one command of the AWS CLI. */
export interface Interrupted {
    exported: unknown;
    operation: string;
    answer: unknown;
    /** What the program calls its component, in the state and in AWS. @default app */
    name?: string;
}

const answers = new Map<string, unknown>();
const operations = [
    ...["vpcs", "subnets", "route-tables", "vpc-endpoints", "security-groups", "security-group-rules"],
    ...["network-interfaces", "flow-logs", "vpc-endpoint-service-configurations", "vpc-endpoint-connections"],
].map((what) => `ec2 describe-${what}`).concat("iam list-roles", "route53 list-resource-record-sets");
for (const operation of operations) {
    answers.set(operation, JSON.parse(awsCli(account.aws, operation.split(" ")).stdout));
}

/** The one that is changed. */
export const unchanged: Interrupted = { exported: stack.exported, operation: "", answer: undefined };

/** Interrupted deployments with any name, or whose state, or one of AWS's answers, is mutated. */
export const interrupted: fc.Arbitrary<Interrupted> = fc.oneof(
    hostile.map((name) => ({ ...unchanged, name })),
    fc.constantFrom(...operations).chain((operation) => {
        const answer = answers.get(operation);
        return fc.oneof(
            mutated(fc.constant(stack.exported)).map((exported) => ({ exported, operation, answer })),
            mutated(fc.constant(answer)).map((other) => ({ ...unchanged, operation, answer: other })),
        );
    }),
);

/** Runs the commands of an interrupted deployment. */
export function executing({ exported, operation, answer, name = "app" }: Interrupted): Execute {
    const printed = (value: unknown) => ({ code: 0, stdout: JSON.stringify(value) ?? "", stderr: "" });
    return async ([program, ...args]) => {
        if (program === "pulumi") return printed(renamed(exported, "app", name));
        if (args.slice(0, 2).join(" ") === operation) return printed(answer);
        const result = awsCli(account.aws, args);
        return result.code === 0 ? printed(renamed(JSON.parse(result.stdout), "app", name)) : result;
    };
}

const known =
    /^ {4}(pulumi (import|refresh|up) |aws (ec2 (delete|revoke|disassociate|reject)|iam delete|logs delete|route53 change-resource))/;

/** The commands that `private-vpc recover` may print, each in one line. */
export function checkCommands(stdout: string): void {
    const wrong = stdout.split("\n").find((line) => line.startsWith("    ") && !known.test(line));
    if (wrong !== undefined) throw new Error(`another command: ${wrong}`);
}
