import * as assert from "node:assert/strict";

import { parsePolicy } from "../../components/plan/policies/policyDocument";
import { suggest } from "../../components/plan/suggest";
import { codesOf } from "../codesOf";
import { endpointOf, planOf, problemsOf } from "./fixtures";

const pathsOf = (problems: { path: string }[]) => problems.map(({ path }) => path);

describe("edge cases found in review:", () => {
    it("a placeholder is found in any JSON escape, and is not filled by an inherited property", () => {
        for (const name of ["acountId", "constructor"]) {
            const { problems } = parsePolicy("p", `{"Statement": [{"Sid": "\\u003c${name}\\u003e"}]}`);
            assert.deepEqual(codesOf(problems), ["pol.unknown-placeholder p"], name);
        }
    });

    it("the VPC's own CIDR block is allowed once, also if it is listed", () => {
        const endpoints = { sqs: { reachableFrom: ["10.0.0.0/16"] } };
        const { securityGroups } = planOf({ services: ["sqs"], endpoints });
        assert.deepEqual(securityGroups.flatMap(({ ingress }) => ingress), [{ port: 443, source: "vpc" }]);
    });

    it("an empty list of CIDR blocks is a problem, because no client could connect", () => {
        assert.deepEqual(codesOf(problemsOf({ services: ["sqs"], endpoints: { sqs: { allowedCidrBlocks: [] } } })), [
            "list.empty endpoints.sqs.allowedCidrBlocks",
        ]);
    });

    it("workloads give the same result in any order, and if repeated", () => {
        const workloads = ["ssm-session-manager", "ssm-managed-instance"];
        assert.deepEqual(planOf({ workloads: [...workloads].reverse() }), planOf({ workloads }));
        const twice = ["ssm-session-manager", "ssm-session-manager"];
        assert.deepEqual(planOf({ workloads: twice }).offered, planOf({ workloads: ["ssm-session-manager"] }).offered);
    });

    it("given subnets are checked also if the VPC's CIDR block or a zone is invalid", () => {
        const subnetCidrBlocks = { "us-east-1a": "ten" };
        assert.deepEqual(pathsOf(problemsOf({ cidrBlock: "10.0/16", subnetCidrBlocks })), [
            "cidrBlock",
            "subnetCidrBlocks.us-east-1a",
        ]);
        assert.deepEqual(pathsOf(problemsOf({ availabilityZones: ["us-east-1a", "nowhere"], subnetCidrBlocks })), [
            "subnetCidrBlocks.us-east-1a",
            "availabilityZones[1]",
        ]);
    });

    it("a workload among the services, or vice versa, is one problem, without one for the services' options", () => {
        assert.deepEqual(pathsOf(problemsOf({ services: ["ecs-fargate"], endpoints: { s3: {} } })), ["services[0]"]);
        assert.deepEqual(pathsOf(problemsOf({ workloads: ["sqs"], endpoints: { sqs: {} } })), ["workloads[0]"]);
    });

    it("a policy with an invalid Statement is rejected, however deeply it is nested", () => {
        const deep = `${"[".repeat(8_000)}${"]".repeat(8_000)}`;
        for (const statement of ["null", `"x"`, `["x"]`, "[]", "[[{}]]", `[{}, "x"]`, deep]) {
            const { problems } = parsePolicy("p", `{"Statement": ${statement}}`);
            assert.deepEqual(codesOf(problems), ["pol.grammar p"], statement.slice(0, 20));
        }
        assert.deepEqual(parsePolicy("p", `{"Statement": {}}`).problems, []);
    });

    it("a short name has only suggestions that start with it", () => {
        const known = ["ecr.api", "ecs", "sqs"];
        for (const name of ["", "rds", "ab"]) assert.match(suggest(name, known, "services"), /^services: /);
        assert.equal(suggest("ecr", known, "services"), `did you mean "ecr.api"?`);
        assert.equal(suggest("sqss", known, "services"), `did you mean "sqs"?`);
    });

    it("zones are one problem for a gateway, also if the list is empty", () => {
        assert.deepEqual(pathsOf(problemsOf({ services: ["s3"], endpoints: { s3: { zones: [] } } })), [
            "endpoints.s3.zones",
        ]);
    });

    it("an interface's reason includes reachableFrom, whatever its other reason is", () => {
        const reachableFrom = ["10.9.0.0/16"];
        const { reason } = endpointOf("sqs-interface", { services: ["sqs"], endpoints: { sqs: { reachableFrom } } });
        assert.deepEqual(reason, { key: "interface-only", reachableFrom });
    });

    it("private DNS cannot be turned off if clients know no other names [sel.ecr]", () => {
        assert.deepEqual(
            codesOf(problemsOf({ services: ["ecr.dkr"], endpoints: { "ecr.dkr": { privateDns: false } } })),
            ["endpoints.private-dns-required endpoints.ecr.dkr.privateDns"],
        );
        const legal = { services: ["ecr.api"], endpoints: { "ecr.api": { privateDns: false } } };
        assert.equal(endpointOf("ecr.api-interface", legal).privateDns, false);
    });

    it("a bucket must be given as its ARN", () => {
        assert.deepEqual(codesOf(problemsOf({ flowLogs: { destination: "s3", bucketArn: "my-bucket" } })), [
            "flow-logs.invalid-bucket flowLogs.bucketArn",
        ]);
        assert.equal(problemsOf({ flowLogs: { destination: "s3", bucketArn: "see arn:aws:s3:::x" } }).length, 1);
        for (const bucketArn of ["arn:aws-us-gov:s3:::my-bucket", Promise.resolve("later")]) {
            assert.deepEqual(planOf({ flowLogs: { destination: "s3", bucketArn } }), planOf({}));
        }
    });

    it("a zone's name must match exactly", () => {
        for (const name of ["in us-east-1a", "9us-east-1a", "us-east-1a ", "us-east-1ab", "us-east-a"]) {
            const problems = problemsOf({ availabilityZones: [name] });
            assert.deepEqual(codesOf(problems), ["zones.invalid availabilityZones[0]"], name);
        }
        const local = problemsOf({ availabilityZones: ["ap-southeast-12-per-1a", "us-gov-west-1-lax-1a"] });
        assert.deepEqual(local.map(({ hint }) => hint), [
            "use zones of the Region itself, e.g. ap-southeast-12a",
            "use zones of the Region itself, e.g. us-gov-west-1a",
        ]);
    });
});
