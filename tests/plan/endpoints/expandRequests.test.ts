import * as assert from "node:assert/strict";

import { expandRequests, optionalServices, type Wants } from "../../../components/plan/endpoints/expandRequests";
import { unknownService } from "../../../components/plan/services/find";
import { codesOf } from "../../codesOf";

function requestsOf(wants: Wants) {
    const { requests, problems } = expandRequests(wants);
    assert.deepEqual(problems, []);
    return requests;
}

describe("what the workloads and services of a stack ask for", () => {
    it("is nothing where nothing is said", () => {
        assert.deepEqual(requestsOf({}), []);
        assert.deepEqual(requestsOf({ services: [], workloads: [] }), []);
    });

    it("is each service once, in order of their keys", () => {
        assert.deepEqual(requestsOf({ services: ["sqs", "kms", "sqs"] }), [
            { service: "kms", askedAs: "kms", requestedBy: ["services"], path: "services[1]" },
            { service: "sqs", askedAs: "sqs", requestedBy: ["services"], path: "services[0]" },
        ]);
    });

    it("keeps the workload that asks for a service", () => {
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

    it("keeps everyone who asks for a service, once, and where it was first asked for", () => {
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

    it("for images is both ECR endpoints and S3 [sel.ecr]", () => {
        for (const workload of ["ecs-fargate", "ecs-ec2", "eks-private-nodes"]) {
            const asked = requestsOf({ workloads: [workload] }).map(({ service }) => service);
            assert.deepEqual(asked.filter((service) => /^ecr|^s3/.test(service)), ["ecr.api", "ecr.dkr", "s3"]);
        }
    });

    it("for ECS on EC2 is all three ECS endpoints, and for Fargate none [sel.ecs-three]", () => {
        const ecsOf = (workload: string) =>
            requestsOf({ workloads: [workload] }).map(({ service }) => service).filter((name) =>
                name.startsWith("ecs")
            );
        assert.deepEqual(ecsOf("ecs-ec2"), ["ecs", "ecs-agent", "ecs-telemetry"]);
        assert.deepEqual(ecsOf("ecs-fargate"), []);
    });

    it("with an unknown service is a problem with the nearest one as the cure", () => {
        assert.deepEqual(codesOf(expandRequests({ services: ["sqs", "dynamdb"] }).problems), [
            "services.unknown services[1]",
        ]);
    });

    it("with a service like no other is a problem with the command that finds one as the cure", () => {
        assert.deepEqual(codesOf(expandRequests({ services: ["zzzzzzzzzz"] }).problems), [
            "services.unknown services[0]",
        ]);
    });

    it("with an unknown workload is a problem with the nearest one, or all of them, as the cure", () => {
        assert.deepEqual(codesOf(expandRequests({ workloads: ["ecs-fargat", "zzzzzzzzzz"] }).problems), [
            "workloads.unknown workloads[0]",
            "workloads.unknown workloads[1]",
        ]);
    });

    it("with a workload among the services, or the reverse, is a problem that says where it belongs", () => {
        assert.deepEqual(codesOf(expandRequests({ services: ["lambda-in-vpc"], workloads: ["sqs"] }).problems), [
            "workloads.unknown workloads[0]",
            "services.unknown services[0]",
        ]);
    });

    it("takes no name from the language for one of its own", () => {
        const { requests, problems } = expandRequests({ services: ["constructor"], workloads: ["toString"] });
        assert.deepEqual(requests, []);
        assert.deepEqual(problems.map(({ path }) => path), ["workloads[0]", "services[0]"]);
        assert.equal(unknownService("endpoints.toString", "toString").path, "endpoints.toString");
    });

    it("with problems still holds what is right", () => {
        assert.deepEqual(expandRequests({ services: ["nonsense", "kms"] }).requests, [
            { service: "kms", askedAs: "kms", requestedBy: ["services"], path: "services[1]" },
        ]);
    });
});

describe("what workloads call where a feature is used", () => {
    it("is each such service, with the workloads that call it", () => {
        assert.deepEqual([...optionalServices(["ecs-ec2", "ssm-session-manager", "unknown"])], [
            ["logs", ["ecs-ec2", "ssm-session-manager"]],
            ["secretsmanager", ["ecs-ec2"]],
            ["ssmmessages", ["ecs-ec2"]],
            ["ec2messages", ["ssm-session-manager"]],
            ["kms", ["ssm-session-manager"]],
            ["s3", ["ssm-session-manager"]],
        ]);
    });

    it("is nothing without workloads", () => {
        assert.deepEqual([...optionalServices([])], []);
    });
});
