import * as assert from "node:assert/strict";

import { workloads } from "../../../components/plan/facts/workloads";
import { findWorkloads, unknownWorkload } from "../../../components/plan/services/findWorkloads";
import { codesOf } from "../../codesOf";

describe("a workload is found", () => {
    it("by its name, and by each word of it", () => {
        for (const name of Object.keys(workloads)) assert.equal(findWorkloads(name)[0], name);
        assert.deepEqual(findWorkloads("fargate"), ["ecs-fargate", "eks-fargate", "batch-fargate"]);
        assert.equal(findWorkloads("lambda")[0], "lambda-in-vpc");
        assert.ok(findWorkloads("EKS").includes("eks-private-nodes"));
        assert.ok(findWorkloads("bedrock").includes("bedrock-inference"));
    });

    it("by a misspelt name or word", () => {
        assert.deepEqual(findWorkloads("ecs-fargat"), ["ecs-fargate"]);
        assert.deepEqual(findWorkloads("ecsfargte"), ["ecs-fargate"]);
        assert.deepEqual(findWorkloads("lamda"), findWorkloads("lambda"));
    });

    it("only if something is near", () => {
        for (const words of ["zzzzzzzzzz", "", "constructor"]) assert.deepEqual(findWorkloads(words), [], words);
    });
});

describe("the problem of an unknown workload", () => {
    const hint = (name: string) => unknownWorkload("workloads[0]", name).hint;

    it("has its path, and lists matching workloads before the service of that name", () => {
        assert.deepEqual(codesOf([unknownWorkload("workloads[0]", "eks")]), ["workloads.unknown workloads[0]"]);
        assert.match(hint("eks"), /"eks-private-nodes".*\? .*move it to services$/);
        assert.match(hint("fargate"), /^did you mean "ecs-fargate", "eks-fargate" or "batch-fargate"\?$/);
        assert.equal(hint("sqs"), `"sqs" is a service: move it to services`);
        assert.match(hint("zzzzzzzzzz"), /^known workloads: .*backup-gateway-hybrid, /);
    });
});
