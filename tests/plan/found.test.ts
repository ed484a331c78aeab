import * as assert from "node:assert/strict";

import { parsePolicy } from "../../components/plan/policies/policyDocument";
import { suggest } from "../../components/plan/suggest";
import { codesOf } from "../codesOf";
import { endpointOf, planOf, problemsOf } from "./fixtures";

const pathsOf = (problems: { path: string }[]) => problems.map(({ path }) => path);

describe("what a careful reader found", () => {
    it("a placeholder is judged however JSON spells it, and no inherited name fills one", () => {
        for (const name of ["acountId", "constructor"]) {
            const { problems } = parsePolicy("p", `{"Statement": [{"Sid": "\\u003c${name}\\u003e"}]}`);
            assert.deepEqual(codesOf(problems), ["pol.unknown-placeholder p"], name);
        }
    });

    it("the VPC's own range is admitted once, also where it is named", () => {
        const endpoints = { sqs: { reachableFrom: ["10.0.0.0/16"] } };
        const { securityGroups } = planOf({ services: ["sqs"], endpoints });
        assert.deepEqual(securityGroups.flatMap(({ ingress }) => ingress), [{ port: 443, source: "vpc" }]);
    });

    it("an empty list of ranges is a problem, for nobody could connect", () => {
        assert.deepEqual(codesOf(problemsOf({ services: ["sqs"], endpoints: { sqs: { allowedCidrBlocks: [] } } })), [
            "list.empty endpoints.sqs.allowedCidrBlocks",
        ]);
    });

    it("workloads mean the same in any order, and once where they are named twice", () => {
        const workloads = ["ssm-session-manager", "ssm-managed-instance"];
        assert.deepEqual(planOf({ workloads: [...workloads].reverse() }), planOf({ workloads }));
        const twice = ["ssm-session-manager", "ssm-session-manager"];
        assert.deepEqual(planOf({ workloads: twice }).offered, planOf({ workloads: ["ssm-session-manager"] }).offered);
    });

    it("given subnets are judged also where the VPC's range or a zone is wrong", () => {
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

    it("a misplaced name is one problem, and what is said of its services none", () => {
        assert.deepEqual(pathsOf(problemsOf({ services: ["ecs-fargate"], endpoints: { s3: {} } })), ["services[0]"]);
        assert.deepEqual(pathsOf(problemsOf({ workloads: ["sqs"], endpoints: { sqs: {} } })), ["workloads[0]"]);
    });

    it("a policy is refused whose Statement is none, however deep it is nested", () => {
        const deep = `${"[".repeat(8_000)}${"]".repeat(8_000)}`;
        for (const statement of ["null", `"x"`, `["x"]`, "[]", "[[{}]]", `[{}, "x"]`, deep]) {
            const { problems } = parsePolicy("p", `{"Statement": ${statement}}`);
            assert.deepEqual(codesOf(problems), ["pol.grammar p"], statement.slice(0, 20));
        }
        assert.deepEqual(parsePolicy("p", `{"Statement": {}}`).problems, []);
    });

    it("a short name has no nearest one but what begins with it", () => {
        const known = ["ecr.api", "ecs", "sqs"];
        for (const name of ["", "rds", "ab"]) assert.match(suggest(name, known, "services"), /^services: /);
        assert.equal(suggest("ecr", known, "services"), `did you mean "ecr.api"?`);
        assert.equal(suggest("sqss", known, "services"), `did you mean "sqs"?`);
    });

    it("zones are one problem of a gateway, also where they are none", () => {
        assert.deepEqual(pathsOf(problemsOf({ services: ["s3"], endpoints: { s3: { zones: [] } } })), [
            "endpoints.s3.zones",
        ]);
    });

    it("the reason names who reaches an interface, whatever else is its reason", () => {
        const reachableFrom = ["10.9.0.0/16"];
        const { reason } = endpointOf("sqs-interface", { services: ["sqs"], endpoints: { sqs: { reachableFrom } } });
        assert.deepEqual(reason, { key: "interface-only", reachableFrom });
    });

    it("private DNS stays on where clients know no other names [sel.ecr]", () => {
        assert.deepEqual(
            codesOf(problemsOf({ services: ["ecr.dkr"], endpoints: { "ecr.dkr": { privateDns: false } } })),
            ["endpoints.private-dns-required endpoints.ecr.dkr.privateDns"],
        );
        const legal = { services: ["ecr.api"], endpoints: { "ecr.api": { privateDns: false } } };
        assert.equal(endpointOf("ecr.api-interface", legal).privateDns, false);
    });

    it("a bucket is named by its ARN", () => {
        assert.deepEqual(codesOf(problemsOf({ flowLogs: { destination: "s3", bucketArn: "my-bucket" } })), [
            "flow-logs.invalid-bucket flowLogs.bucketArn",
        ]);
        assert.equal(problemsOf({ flowLogs: { destination: "s3", bucketArn: "see arn:aws:s3:::x" } }).length, 1);
        for (const bucketArn of ["arn:aws-us-gov:s3:::my-bucket", Promise.resolve("later")]) {
            assert.deepEqual(planOf({ flowLogs: { destination: "s3", bucketArn } }), planOf({}));
        }
    });

    it("a zone's name is nothing more and nothing less", () => {
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
