import * as assert from "node:assert/strict";

import { expandRequests, optionalServices, type Wants } from "../../../components/plan/endpoints/expandRequests";
import { unknownService } from "../../../components/plan/services/find";
import { codesOf } from "../../codesOf";

function requestsOf(wants: Wants) {
    const { requests, problems } = expandRequests(wants);
    assert.deepEqual(problems, []);
    return requests;
}

describe("the services that a stack's workloads and services request", () => {
    it("are none if nothing is requested", () => {
        assert.deepEqual(requestsOf({}), []);
        assert.deepEqual(requestsOf({ services: [], workloads: [] }), []);
    });

    it("are each listed once, sorted by key", () => {
        assert.deepEqual(requestsOf({ services: ["sqs", "kms", "sqs"] }), [
            { service: "kms", askedAs: "kms", requestedBy: ["services"], path: "services[1]" },
            { service: "sqs", askedAs: "sqs", requestedBy: ["services"], path: "services[0]" },
        ]);
    });

    it("name the workload that requests them", () => {
        assert.deepEqual(requestsOf({ workloads: ["ssm-session-manager"] }), [
            { service: "ssm", askedAs: "ssm", requestedBy: ["ssm-session-manager"], path: "workloads[0]" },
            {
                service: "ssmmessages",
                askedAs: "ssmmessages",
                requestedBy: ["ssm-session-manager"],
                path: "workloads[0]",
            },
        ]);
    });

    it("name all requesters once, and the path of the first request", () => {
        const workloads = ["lambda-in-vpc", "ecs-fargate", "ssm-managed-instance", "ecs-fargate"];
        assert.deepEqual(requestsOf({ services: ["kms", "ecr.api", "ecr.api"], workloads }), [
            { service: "ecr.api", askedAs: "ecr.api", requestedBy: ["ecs-fargate", "services"], path: "workloads[1]" },
            { service: "ecr.dkr", askedAs: "ecr.dkr", requestedBy: ["ecs-fargate"], path: "workloads[1]" },
            { service: "kms", askedAs: "kms", requestedBy: ["services"], path: "services[0]" },
            {
                service: "s3",
                askedAs: "s3",
                requestedBy: ["ecs-fargate", "ssm-managed-instance"],
                path: "workloads[1]",
            },
            { service: "ssm", askedAs: "ssm", requestedBy: ["ssm-managed-instance"], path: "workloads[2]" },
            {
                service: "ssmmessages",
                askedAs: "ssmmessages",
                requestedBy: ["ssm-managed-instance"],
                path: "workloads[2]",
            },
        ]);
    });

    it("are both ECR endpoints and S3 for image pulls [sel.ecr]", () => {
        for (const workload of ["ecs-fargate", "ecs-ec2", "eks-private-nodes"]) {
            const asked = requestsOf({ workloads: [workload] }).map(({ service }) => service);
            assert.deepEqual(asked.filter((service) => /^ecr|^s3/.test(service)), ["ecr.api", "ecr.dkr", "s3"]);
        }
    });

    it("are all three ECS endpoints for ECS on EC2, and none of them for Fargate [sel.ecs-three]", () => {
        const ecsOf = (workload: string) =>
            requestsOf({ workloads: [workload] }).map(({ service }) => service).filter((name) =>
                name.startsWith("ecs")
            );
        assert.deepEqual(ecsOf("ecs-ec2"), ["ecs", "ecs-agent", "ecs-telemetry"]);
        assert.deepEqual(ecsOf("ecs-fargate"), []);
    });

    it("are a problem for an unknown service, with the nearest one as the fix", () => {
        assert.deepEqual(codesOf(expandRequests({ services: ["sqs", "dynamdb"] }).problems), [
            "services.unknown services[1]",
        ]);
    });

    it("are a problem for a service without a similar name, with the command that searches as the fix", () => {
        assert.deepEqual(codesOf(expandRequests({ services: ["zzzzzzzzzz"] }).problems), [
            "services.unknown services[0]",
        ]);
    });

    it("are a problem for an unknown workload, with the nearest one, or all of them, as the fix", () => {
        assert.deepEqual(codesOf(expandRequests({ workloads: ["ecs-fargat", "zzzzzzzzzz"] }).problems), [
            "workloads.unknown workloads[0]",
            "workloads.unknown workloads[1]",
        ]);
    });

    it("are a problem for a workload among the services, or vice versa, with the right list as the fix", () => {
        assert.deepEqual(codesOf(expandRequests({ services: ["lambda-in-vpc"], workloads: ["sqs"] }).problems), [
            "workloads.unknown workloads[0]",
            "services.unknown services[0]",
        ]);
    });

    it("do not include names that every JavaScript object inherits", () => {
        const { requests, problems } = expandRequests({ services: ["constructor"], workloads: ["toString"] });
        assert.deepEqual(requests, []);
        assert.deepEqual(problems.map(({ path }) => path), ["workloads[0]", "services[0]"]);
        assert.equal(unknownService("endpoints.toString", "toString").path, "endpoints.toString");
    });

    it("still include the valid ones if there are problems", () => {
        assert.deepEqual(expandRequests({ services: ["nonsense", "kms"] }).requests, [
            { service: "kms", askedAs: "kms", requestedBy: ["services"], path: "services[1]" },
        ]);
    });
});

describe("the services that workloads call for optional features", () => {
    it("are listed with the workloads that call them", () => {
        assert.deepEqual([...optionalServices(["ecs-ec2", "ssm-session-manager", "unknown"])], [
            ["logs", ["ecs-ec2", "ssm-session-manager"]],
            ["secretsmanager", ["ecs-ec2"]],
            ["ssmmessages", ["ecs-ec2"]],
            ["ec2messages", ["ssm-session-manager"]],
            ["kms", ["ssm-session-manager"]],
            ["s3", ["ssm-session-manager"]],
        ]);
    });

    it("are none without workloads", () => {
        assert.deepEqual([...optionalServices([])], []);
    });
});
