import * as aws from "@pulumi/aws";

import type { ProblemCode } from "../../components/plan/problem";
import { runUntraced } from "../../emulator/runProgram";
import type { GuardrailOptions } from "../../guardrails/guardrails";
import { analyzed } from "../guardrails/analyzed";
import { flatNetwork, ownPolicy } from "../guardrails/flatNetwork";
import { inCommand } from "./exampleInputs";
import type { Caused, ProblemExample } from "./problemExample";

/** A program with a VPC that must be private, and what the policies find in its preview. */
function inPreview(
    guardrail: string,
    text: string,
    options: GuardrailOptions = {},
    given = "In a preview of a VPC that must be private, with two subnets:",
): ProblemExample {
    const code = `guardrails.${guardrail}` as ProblemCode;
    const body = new Function("aws", "vpc", "subnets", "tables", "group", "policy", text) as (
        ...scope: unknown[]
    ) => void;
    const program = () => {
        const { vpc, subnets, tables, endpointGroup } = flatNetwork();
        body(aws, vpc, subnets, tables, endpointGroup, ownPolicy);
    };
    const config = { "aws:region": "us-east-1" };
    return {
        code,
        given,
        shown: { language: "ts", text },
        run: async () => {
            const { resources } = await runUntraced(program, { config, preview: true });
            const found = await analyzed(resources, { accountId: "123456789012", privateVpcs: ["shop"], ...options });
            return found.map(({ resource, message }): Caused => {
                const [, says, its, hint] = /^(.*) \[(.*?)\](?:\n→ (.*))?$/s.exec(message)!;
                return {
                    code: its as ProblemCode,
                    message: says!,
                    ...(hint && { path: resource ?? "the stack", hint }),
                };
            });
        },
    };
}

const endpoint = (name: string, more: string) =>
    `new aws.ec2.VpcEndpoint("${name}", {
    vpcId: vpc.id,
    serviceName: "com.amazonaws.us-east-1.${name}",
${more.split("\n").map((line) => `    ${line}`).join("\n")}
});`;
const interfaceEndpoint = (more: string, name = "sqs") =>
    endpoint(name, `vpcEndpointType: "Interface",\nsubnetIds: [subnets[0].id],\n${more}`);
const inGroup = "securityGroupIds: [group.id],";
const worker = `new aws.lambda.Function("worker", {
    role: "arn:aws:iam::123456789012:role/shop",
    vpcConfig: { subnetIds: [subnets[0].id], securityGroupIds: [group.id] },
});`;
const needs = { "lambda:worker": ["sqs"] };
const everything = `JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "All", Effect: "Allow", Principal: "*", Action: "sqs:*", Resource: "*" }],
})`;

/** Programs in which the guardrails find something, and the command that writes their policy pack. */
export const guardrailExamples: ProblemExample[] = [
    inPreview("no-internet-gateway", `new aws.ec2.InternetGateway("internet", { vpcId: vpc.id });`),
    inPreview(
        "no-nat-gateway",
        `new aws.ec2.NatGateway("nat", { subnetId: subnets[0].id, connectivityType: "private" });`,
    ),
    inPreview(
        "no-default-route",
        `new aws.ec2.Route("all", {
    routeTableId: tables[0].id,
    destinationCidrBlock: "0.0.0.0/0",
    transitGatewayId: "tgw-0123456789abcdef0",
});`,
    ),
    inPreview(
        "no-public-address",
        `new aws.lb.LoadBalancer("web", { subnets: [subnets[0].id, subnets[1].id] });`,
    ),
    inPreview(
        "no-public-subnet",
        `new aws.ec2.Subnet("public", { vpcId: vpc.id, cidrBlock: "10.0.9.0/24", mapPublicIpOnLaunch: true });`,
    ),
    inPreview("endpoint-security-group", interfaceEndpoint("policy,")),
    inPreview("endpoint-policy", interfaceEndpoint(inGroup)),
    inPreview("endpoint-policy-valid", interfaceEndpoint(`${inGroup}\npolicy: policy.replace("Allow", "Alow"),`)),
    inPreview("endpoint-policy-proven", interfaceEndpoint(`${inGroup}\npolicy: ${everything},`)),
    inPreview("gateway-route-tables", endpoint("s3", "routeTableIds: [tables[0].id],\npolicy,")),
    inPreview(
        "no-open-security-group",
        `new aws.vpc.SecurityGroupIngressRule("ssh", {
    securityGroupId: group.id,
    ipProtocol: "tcp",
    fromPort: 22,
    toPort: 22,
    cidrIpv4: "0.0.0.0/0",
});`,
    ),
    inPreview(
        "private-dns-owner",
        `${interfaceEndpoint(`${inGroup}\nprivateDnsEnabled: true,\npolicy,`)}
new aws.route53.Zone("sqs", { name: "sqs.us-east-1.amazonaws.com", vpcs: [{ vpcId: vpc.id }] });`,
    ),
    inPreview("flow-logs", `new aws.ec2.Vpc("other", { cidrBlock: "10.1.0.0/16" });`),
    inPreview(
        "workload-reachability",
        `${interfaceEndpoint(`${inGroup}\npolicy,`)}\n${worker.replace("group.id", "vpc.defaultSecurityGroupId")}`,
        { needs },
        "With the option `needs: { \"lambda:worker\": [\"sqs\"] }`, and an endpoint without private DNS:",
    ),
    inPreview(
        "needed-endpoint",
        worker,
        { needs },
        "With the option `needs: { \"lambda:worker\": [\"sqs\"] }`, in a VPC without endpoints:",
    ),
    inPreview(
        "endpoint-budget",
        interfaceEndpoint(`${inGroup}\npolicy,`),
        { maxMonthlyUsd: 5 },
        "With the option `maxMonthlyUsd: 5`:",
    ),
    inPreview("undecided", worker, {}, "Without the option `needs`:"),
    inCommand(
        "guardrails.exists",
        "npx private-vpc guardrails init",
        { "guardrails/index.js": "" },
        "Where the folder `guardrails` exists:",
    ),
];
