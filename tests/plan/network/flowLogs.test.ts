import * as assert from "node:assert/strict";

import { checkFlowLogs } from "../../../components/plan/network/flowLogs";
import { codesOf } from "../../codesOf";

const bucketArn = "arn:aws:s3:::my-flow-logs";

describe("the options for flow logs", () => {
    it("are valid if not set, or with one of AWS's destinations and its options", () => {
        assert.deepEqual(checkFlowLogs(undefined), []);
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs" }), []);
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays: 90 }), []);
        assert.deepEqual(checkFlowLogs({ destination: "s3", bucketArn }), []);
        assert.deepEqual(checkFlowLogs({ destination: "s3", bucketArn: Promise.resolve(bucketArn) }), []);
    });

    it("are a single problem, without its consequences, with another destination", () => {
        for (const destination of ["S3", "kinesis", ""]) {
            assert.deepEqual(codesOf(checkFlowLogs({ destination, retentionInDays: 2, bucketArn })), [
                "flow-logs.unknown-destination flowLogs.destination",
            ]);
        }
    });

    it("are a problem for S3 without a bucket", () => {
        assert.deepEqual(codesOf(checkFlowLogs({ destination: "s3" })), [
            "flow-logs.bucket-required flowLogs.bucketArn",
        ]);
    });

    it("are a problem for CloudWatch Logs with a bucket", () => {
        assert.deepEqual(codesOf(checkFlowLogs({ destination: "cloud-watch-logs", bucketArn })), [
            "flow-logs.bucket-unused flowLogs.bucketArn",
        ]);
    });

    it("are valid with the ARN of a managed policy as boundary, customer-managed or AWS-managed, in any partition", () => {
        for (
            const permissionsBoundary of [
                "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary",
                "arn:aws-us-gov:iam::123456789012:policy/boundaries/flow-logs",
                "arn:aws:iam::aws:policy/ReadOnlyAccess",
                Promise.resolve("later"),
            ]
        ) {
            assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", permissionsBoundary }), []);
        }
    });

    it("are a problem with a boundary that is not the ARN of a managed policy", () => {
        for (
            const permissionsBoundary of [
                "prod-app-flow-logs-boundary",
                "arn:aws:iam::123456789012:role/boundary",
                "arn:aws:iam::1234:policy/boundary",
                "arn:aws:iam::123456789012:policy/",
                "see arn:aws:iam::123456789012:policy/boundary",
                "",
            ]
        ) {
            assert.deepEqual(codesOf(checkFlowLogs({ destination: "cloud-watch-logs", permissionsBoundary })), [
                "flow-logs.invalid-boundary flowLogs.permissionsBoundary",
            ]);
        }
    });

    it("are a problem for S3 with a boundary, since no role is created", () => {
        const permissionsBoundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
        assert.deepEqual(codesOf(checkFlowLogs({ destination: "s3", bucketArn, permissionsBoundary })), [
            "flow-logs.boundary-unused flowLogs.permissionsBoundary",
        ]);
    });

    it("are a problem for S3 with a retention, whatever its number of days", () => {
        for (const retentionInDays of [0, 2, 30]) {
            assert.deepEqual(codesOf(checkFlowLogs({ destination: "s3", bucketArn, retentionInDays })), [
                "flow-logs.retention-unused flowLogs.retentionInDays",
            ]);
        }
    });

    it("are a problem with a number of days that CloudWatch Logs does not support", () => {
        for (const retentionInDays of [2, -1, 30.5, 3654]) {
            assert.deepEqual(codesOf(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays })), [
                "flow-logs.invalid-retention flowLogs.retentionInDays",
            ]);
        }
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays: 0 }), []);
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays: 3653 }), []);
    });

    it("are checked for every problem at once", () => {
        const paths = (request: Parameters<typeof checkFlowLogs>[0]) => checkFlowLogs(request).map(({ path }) => path);
        const both = ["flowLogs.bucketArn", "flowLogs.retentionInDays"];
        assert.deepEqual(paths({ destination: "s3", retentionInDays: 30 }), both);
        assert.deepEqual(paths({ destination: "cloud-watch-logs", retentionInDays: 2, bucketArn }), both);
    });
});
