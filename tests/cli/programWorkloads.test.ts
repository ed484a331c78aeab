import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { root } from "../run";
import { privateVpc } from "./commandRun";

const program = `
    const aws = require("@pulumi/aws");
    const { PrivateVpc } = require("private-vpc");
    const vpc = new PrivateVpc("app", {
        cidrBlock: "10.0.0.0/16",
        availabilityZones: ["us-east-1a", "us-east-1b"],
        workloads: ["ecs-fargate"],
    });
    const task = new aws.ecs.TaskDefinition("app", {
        family: "app",
        requiresCompatibilities: ["FARGATE"],
        containerDefinitions: JSON.stringify([{
            name: "app",
            image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/app:1",
            logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "app" } },
        }]),
    });
    new aws.ecs.Service("app", {
        launchType: "FARGATE",
        taskDefinition: task.arn,
        networkConfiguration: { subnets: vpc.subnetIds, securityGroups: [vpc.clientSecurityGroupId] },
    });
`;

/** A project whose program is in JavaScript and imports the sources of this package. */
function project(): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "program-"));
    fs.mkdirSync(path.join(folder, "node_modules"));
    fs.symlinkSync(path.join(root, "node_modules/@pulumi"), path.join(folder, "node_modules/@pulumi"));
    fs.mkdirSync(path.join(folder, "node_modules/private-vpc"));
    const main = `module.exports = require(${JSON.stringify(path.join(root, "components/index.ts"))});`;
    fs.writeFileSync(path.join(folder, "node_modules/private-vpc/index.js"), main);
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\nmain: index.js\n");
    fs.writeFileSync(path.join(folder, "Pulumi.dev.yaml"), "config:\n  aws:region: us-east-1\n");
    fs.writeFileSync(path.join(folder, "index.js"), program);
    fs.writeFileSync(path.join(folder, "package.json"), "{}");
    return folder;
}

describe("the plan of a program with workloads", function() {
    this.timeout(120_000);

    it("reports what they reach and what they do not, in addition to the workloads of the config", async () => {
        const folder = project();
        const { stdout, stderr } = await privateVpc(["plan", "--stack", "dev", "--json"], { folder });
        const { reachability } = JSON.parse(stdout) as {
            reachability: { answers: { workload: string; service: string; verdict: string }[] };
        };
        const own = reachability.answers.filter(({ workload }) => workload === "ecs:app");
        assert.deepEqual(own.map(({ service, verdict }) => [service, verdict]), [
            ["ecr.api", "reachable"],
            ["ecr.dkr", "reachable"],
            ["s3", "reachable"],
            ["logs", "not reachable"],
        ], stderr);
        fs.rmSync(folder, { recursive: true });
    });
});
