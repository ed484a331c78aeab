import * as assert from "node:assert/strict";

import { checkFlowLogs } from "../../../components/plan/network/flowLogs";

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
            assert.deepEqual(checkFlowLogs({ destination, retentionInDays: 2, bucketArn }), [{
                path: "flowLogs.destination",
                message: `"${destination}" is not a destination`,
                hint: "use cloud-watch-logs or s3",
            }]);
        }
    });

    it("is a problem to S3 without a bucket", () => {
        assert.deepEqual(checkFlowLogs({ destination: "s3" }), [{
            path: "flowLogs.bucketArn",
            message: "flow logs to S3 need a bucket",
            hint: "give the ARN of a bucket, e.g. arn:aws:s3:::my-flow-logs",
        }]);
    });

    it("is a problem to CloudWatch Logs with a bucket", () => {
        assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", bucketArn }), [{
            path: "flowLogs.bucketArn",
            message: "flow logs to CloudWatch Logs take no bucket",
            hint: "leave it out, or use destination: s3",
        }]);
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
            assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", permissionsBoundary }), [{
                path: "flowLogs.permissionsBoundary",
                message: `"${permissionsBoundary}" is not the ARN of a managed policy`,
                hint: "write it as arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary",
            }]);
        }
    });

    it("is a problem to S3 with a boundary, since no role writes there", () => {
        const permissionsBoundary = "arn:aws:iam::123456789012:policy/prod-app-flow-logs-boundary";
        assert.deepEqual(checkFlowLogs({ destination: "s3", bucketArn, permissionsBoundary }), [{
            path: "flowLogs.permissionsBoundary",
            message: "flow logs to S3 use no role",
            hint: "leave it out, or use destination: cloud-watch-logs",
        }]);
    });

    it("is a problem to S3 with a retention, whatever its days", () => {
        for (const retentionInDays of [0, 2, 30]) {
            assert.deepEqual(checkFlowLogs({ destination: "s3", bucketArn, retentionInDays }), [{
                path: "flowLogs.retentionInDays",
                message: "a bucket has no retention",
                hint: "leave it out; a lifecycle rule of the bucket decides how long it keeps them",
            }]);
        }
    });

    it("is a problem with days that CloudWatch Logs cannot keep", () => {
        for (const retentionInDays of [2, -1, 30.5, 3654]) {
            assert.deepEqual(checkFlowLogs({ destination: "cloud-watch-logs", retentionInDays }), [{
                path: "flowLogs.retentionInDays",
                message: `CloudWatch Logs cannot keep events for ${retentionInDays} days`,
                hint: "use one of 0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, "
                    + "2557, 2922, 3288, 3653",
            }]);
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
