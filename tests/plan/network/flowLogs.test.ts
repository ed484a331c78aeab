import * as assert from "node:assert/strict";

import { checkFlowLogs } from "../../../components/plan/network/flowLogs";
import { codesOf } from "../../codesOf";

const bucketArn = "arn:aws:s3:::my-flow-logs";

describe("what is said of flow logs", () => {
    it("is right where it is left out, or is one of AWS's destinations with what that takes", () => {
        assert.deepEqual(checkFlowLogs(undefined), []);
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs" }), []);
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays: 90 }), []);
        assert.deepEqual(checkFlowLogs({ destination: "s3", bucketArn }), []);
        assert.deepEqual(checkFlowLogs({ destination: "s3", bucketArn: Promise.resolve(bucketArn) }), []);
    });

    it("is a problem with another destination, and no other that follows from it", () => {
        for (const destination of ["S3", "kinesis", ""]) {
            assert.deepEqual(codesOf(checkFlowLogs({ destination, retentionInDays: 2, bucketArn })), [
                "flow-logs.unknown-destination flowLogs.destination",
            ]);
        }
    });

    it("is a problem to S3 without a bucket", () => {
        assert.deepEqual(codesOf(checkFlowLogs({ destination: "s3" })), [
            "flow-logs.bucket-required flowLogs.bucketArn",
        ]);
    });

    it("is a problem to CloudWatch Logs with a bucket", () => {
        assert.deepEqual(codesOf(checkFlowLogs({ destination: "cloud-watch-logs", bucketArn })), [
            "flow-logs.bucket-unused flowLogs.bucketArn",
        ]);
    });

    it("is right with the ARN of a managed policy as boundary, of the account or of AWS, in any partition", () => {
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

    it("is a problem with a boundary that is not the ARN of a managed policy", () => {
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

    it("is a problem to S3 with a boundary, since no role writes there", () => {
        const permissionsBoundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
        assert.deepEqual(codesOf(checkFlowLogs({ destination: "s3", bucketArn, permissionsBoundary })), [
            "flow-logs.boundary-unused flowLogs.permissionsBoundary",
        ]);
    });

    it("is a problem to S3 with a retention, whatever its days", () => {
        for (const retentionInDays of [0, 2, 30]) {
            assert.deepEqual(codesOf(checkFlowLogs({ destination: "s3", bucketArn, retentionInDays })), [
                "flow-logs.retention-unused flowLogs.retentionInDays",
            ]);
        }
    });

    it("is a problem with days that CloudWatch Logs cannot keep", () => {
        for (const retentionInDays of [2, -1, 30.5, 3654]) {
            assert.deepEqual(codesOf(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays })), [
                "flow-logs.invalid-retention flowLogs.retentionInDays",
            ]);
        }
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays: 0 }), []);
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays: 3653 }), []);
    });

    it("is told with every problem at once", () => {
        const paths = (request: Parameters<typeof checkFlowLogs>[0]) => checkFlowLogs(request).map(({ path }) => path);
        const both = ["flowLogs.bucketArn", "flowLogs.retentionInDays"];
        assert.deepEqual(paths({ destination: "s3", retentionInDays: 30 }), both);
        assert.deepEqual(paths({ destination: "cloud-watch-logs", retentionInDays: 2, bucketArn }), both);
    });
});
