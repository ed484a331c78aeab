import * as assert from "node:assert/strict";

import * as pulumi from "@pulumi/pulumi";

import type { FlowLogsArgs } from "../../components";
import { codesOf } from "../codesOf";
import { failure, ofType, runVpc, types } from "../run";

describe("flow logs", () => {
    it("go to a log group with retention, with a role trusted for this account and this log group only", async () => {
        const run = await runVpc({ flowLogs: { destination: "cloud-watch-logs", retentionInDays: 90 } });
        const [logGroup] = Object.values(ofType(run, types.logGroup));
        assert.deepEqual(logGroup?.inputs, {
            retentionInDays: 90,
            tags: { Name: "dev-app-flow-logs", "private-vpc:owner": "private-vpc/dev" },
        });

        const role = ofType(run, types.role)["app-flow-logs"];
        assert.deepEqual(JSON.parse(role?.inputs.assumeRolePolicy), {
            Version: "2012-10-17",
            Statement: [{
                Sid: "FlowLogsOfThisAccount",
                Effect: "Allow",
                Principal: { Service: "vpc-flow-logs.amazonaws.com" },
                Action: "sts:AssumeRole",
                Condition: {
                    ArnLike: { "aws:SourceArn": "arn:aws:ec2:us-east-1:123456789012:vpc-flow-log/*" },
                    StringEquals: { "aws:SourceAccount": "123456789012" },
                },
            }],
        });

        const { inputs: log } = ofType(run, types.flowLog).app!;
        const { inputs: permissions } = ofType(run, types.rolePolicy)["app-flow-logs"]!;
        const [write, find] = JSON.parse(permissions.policy).Statement;
        assert.deepEqual(write.Action, ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"]);
        assert.deepEqual(write.Resource, [log.logDestination, `${log.logDestination}:*`]);
        assert.deepEqual(find.Action, "logs:DescribeLogGroups");
        assert.equal(permissions.role, log.iamRoleArn.split("/").at(-1));

        const { dependencies } = ofType(run, types.flowLog).app!;
        assert.ok(dependencies.includes(ofType(run, types.rolePolicy)["app-flow-logs"]!.urn));

        const { iamRoleArn, logDestination, ...rest } = log;
        assert.match(logDestination, /^arn:aws:logs:us-east-1:123456789012:log-group:app-flow-logs-/);
        assert.match(iamRoleArn, /^arn:aws:iam::123456789012:role\/app-flow-logs-/);
        assert.deepEqual(rest, {
            vpcId: run.outputs.vpcId,
            trafficType: "ALL",
            logDestinationType: "cloud-watch-logs",
            tags: { Name: "dev-app", "private-vpc:owner": "private-vpc/dev" },
        });
    });

    it("use a role with the given permissions boundary, and without one by default", async () => {
        const roleWith = async (permissionsBoundary?: string) => {
            const run = await runVpc({ flowLogs: { destination: "cloud-watch-logs", permissionsBoundary } });
            const { assumeRolePolicy, ...rest } = ofType(run, types.role)["app-flow-logs"]!.inputs;
            assert.ok(assumeRolePolicy);
            return rest;
        };
        const tags = { Name: "dev-app-flow-logs", "private-vpc:owner": "private-vpc/dev" };
        const permissionsBoundary = "arn:aws:iam::123456789012:policy/dev-app-flow-logs-boundary";
        assert.deepEqual(await roleWith(permissionsBoundary), { permissionsBoundary, tags });
        assert.deepEqual(await roleWith(), { tags });
    });

    it("are kept for 30 days by default, and forever with 0", async () => {
        const retention = async (days?: number) => {
            const run = await runVpc({ flowLogs: { destination: "cloud-watch-logs", retentionInDays: days } });
            return ofType(run, types.logGroup)["app-flow-logs"]?.inputs.retentionInDays;
        };
        assert.equal(await retention(), 30);
        assert.equal(await retention(0), 0);
    });

    it("go to the caller's bucket, without a log group and a role", async () => {
        const run = await runVpc({ flowLogs: { destination: "s3", bucketArn: "arn:aws:s3:::my-flow-logs" } });
        assert.deepEqual(ofType(run, types.flowLog).app?.inputs, {
            vpcId: run.outputs.vpcId,
            trafficType: "ALL",
            logDestinationType: "s3",
            logDestination: "arn:aws:s3:::my-flow-logs",
            tags: { Name: "dev-app", "private-vpc:owner": "private-vpc/dev" },
        });
        assert.deepEqual(ofType(run, types.logGroup), {});
        assert.deepEqual(ofType(run, types.role), {});
    });

    it("are not created if not configured", async () => {
        assert.deepEqual(ofType(await runVpc({}), types.flowLog), {});
    });

    it("are not created if an output turns out not to be a bucket's or managed policy's ARN", async () => {
        const refusal = async (flowLogs: FlowLogsArgs) => codesOf((await failure(runVpc({ flowLogs }))).problems);
        const bucketArn = pulumi.secret("my-flow-logs");
        assert.deepEqual(await refusal({ destination: "s3", bucketArn }), [
            "flow-logs.invalid-bucket flowLogs.bucketArn",
        ]);
        const permissionsBoundary = pulumi.output("boundary");
        assert.deepEqual(await refusal({ destination: "cloud-watch-logs", permissionsBoundary }), [
            "flow-logs.invalid-boundary flowLogs.permissionsBoundary",
        ]);
    });
});
