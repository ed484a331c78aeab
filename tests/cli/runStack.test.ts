import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { runStack } from "../../cli/runStack";
import { root } from "../run";
import { privateVpc } from "./commandRun";

/** Another project, with a program in JavaScript that loads this library as `library`. */
function projectWith(program: string, files: { [name: string]: string } = {}): string {
    const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "project-")));
    const all = {
        "Pulumi.yaml": "name: orders\nruntime: nodejs\n",
        "Pulumi.live.yaml": "config:\n  aws:region: us-east-1\n  orders:size: 3\n",
        "package.json": "{}",
        "index.js": `const pulumi = require("@pulumi/pulumi"), aws = require("@pulumi/aws");\n`
            + `const { PrivateVpc, VpcEndpoints } = require(${JSON.stringify(path.join(root, "components"))});\n`
            + `const zones = { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"] };\n${program}\n`,
        ...files,
    };
    for (const [name, text] of Object.entries(all)) fs.writeFileSync(path.join(folder, name), text);
    if (!("node_modules" in files)) fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    return folder;
}

/** Runs `private-vpc plan <args>` in a project, whose program has a process of its own. */
const plan = (folder: string, ...args: string[]) => privateVpc(["plan", ...args], { folder, runStack });
/** The same within this process, for what any program may do. */
const planHere = (folder: string, ...args: string[]) => privateVpc(["plan", ...args], { folder });

const endless = "for (;;) {}";

const vpc = `new PrivateVpc("app", { ...zones, services: ["sqs"] });`;

describe("the program of another project", function() {
    this.timeout(60_000);

    it("is planned with its other resources, look-ups and stack references, and the report lists the assumptions", async () => {
        const folder = projectWith(`
            console.log("printed by the program");
            const network = new pulumi.StackReference("acme/network/prod");
            const queue = new aws.sqs.Queue("jobs", { visibilityTimeoutSeconds: new pulumi.Config().requireNumber("size") });
            // None of these are known, so nothing of it runs.
            queue.arn.apply((arn) => arn.split(":")[5].toUpperCase());
            new aws.s3.Bucket("data", { bucket: network.requireOutput("bucket").apply((name) => name.trim()) });
            new aws.ec2.Instance("one", { ami: aws.ec2.getAmiOutput({ owners: ["amazon"] }).id, subnetId: network.getOutput("subnet") });
            ${vpc}
            setInterval(() => undefined, 1000);
        `);
        const { code, stdout, stderr } = await plan(folder);
        assert.equal(code, 0, stderr);
        assert.match(stdout, /^live · us-east-1 · 10\.0\.0\.0\/16\n/);
        assert.doesNotMatch(stdout, /printed by the program/);
        assert.match(
            stdout,
            /\nAssumed\n {2}StackReference acme\/network\/prod: its outputs are unknown\n {2}getAmi \(aws:ec2\/getAmi:getAmi\): it returns its arguments\n/,
        );
        assert.equal(JSON.parse((await plan(folder, "--json")).stdout).assumed.length, 2);
    });

    it("gets the outputs of other stacks from a file", async () => {
        const program = `
            const zone = new pulumi.StackReference("acme/network/prod").requireOutput("zone");
            module.exports = zone.apply((name) => { throw new pulumi.RunError("the zone is " + name); });
        `;
        const folder = projectWith(program, { "stacks.yaml": "acme/network/prod: { zone: us-east-1b }\n" });
        assert.match(
            (await planHere(folder, "--stack-references", "stacks.yaml")).stderr,
            /\n {4}the zone is us-east-1b \[/,
        );
        fs.writeFileSync(path.join(folder, "stacks.yaml"), "- acme/network/prod\n");
        const wrong = await planHere(folder, "--stack-references", "stacks.yaml");
        assert.equal(wrong.code, 1);
        assert.match(
            wrong.stderr,
            /--stack-references stacks\.yaml\n {4}the file is not a map of stacks, each with a map/,
        );
    });

    for (
        const [what, program, message] of [
            ["throws", `throw new TypeError("no such queue");`, /no such queue \[stack\.program-failed\]/],
            [
                "ends its process",
                `process.exit(0);`,
                /the program ended its process with exit code 0 \[stack\.program-failed\]\n {4}→ remove the call/,
            ],
            [
                "waits for something that never happens",
                `module.exports = async () => { await new Promise(() => undefined); };`,
                /the program waits for something that never happens \[stack\.program-failed\]\n {4}→ await only/,
            ],
            [
                "never ends",
                endless,
                /the program did not end within 4 seconds \[stack\.program-failed\]\n {4}→ .*--timeout/,
            ],
        ] as const
    ) {
        it(`is reported if it ${what}, with exit code 1 and no output`, async () => {
            const seconds = program === endless ? "4" : "50";
            const { code, stdout, stderr } = await plan(projectWith(program), "--timeout", seconds);
            assert.deepEqual([code, stdout], [1, ""]);
            assert.match(stderr, message);
        });
    }

    for (
        const [what, program, message] of [
            [
                "creates none of our components",
                `new aws.sqs.Queue("jobs");`,
                /the program creates no PrivateVpc \[stack\.several-vpcs\]\n {4}→ create one/,
            ],
            [
                "creates endpoints only",
                `new VpcEndpoints("app", { vpcId: "vpc-1", vpcCidrBlock: "10.0.0.0/16", subnetIds: { 'us-east-1a': 'subnet-1' }, routeTableIds: ["rtb-1"], services: ["s3"] });`,
                /the program creates VpcEndpoints \(app\) and no PrivateVpc/,
            ],
        ] as const
    ) {
        it(`is rejected if it ${what}`, async () => {
            const { code, stdout, stderr } = await planHere(projectWith(program));
            assert.deepEqual([code, stdout], [1, ""]);
            assert.match(stderr, message);
        });
    }

    it("is reported as JSON if it fails, with its stack trace on standard error", async () => {
        const { code, stdout, stderr } = await plan(projectWith(`throw new TypeError("no such queue");`), "--json");
        assert.equal(code, 1);
        assert.deepEqual(JSON.parse(stdout).problems, [{
            code: "stack.program-failed",
            path: "the program",
            message: "no such queue",
            hint: "fix the program or its config",
        }]);
        assert.match(stderr, /^\nTypeError: no such queue\n +at .*index\.js:4:\d+/);
    });

    it("is planned one PrivateVpc at a time, each in the Region of its provider", async () => {
        const folder = projectWith(`
            new PrivateVpc("us", zones);
            const provider = new aws.Provider("eu", { region: "eu-west-1" });
            new PrivateVpc("eu", { ...zones, availabilityZones: ["eu-west-1a"] }, { provider });
        `);
        assert.match(
            (await planHere(folder)).stderr,
            /creates 2 PrivateVpcs: us, eu \[.*\]\n {4}→ choose one of them: --vpc NAME\n/,
        );
        assert.match((await planHere(folder, "--vpc", "eu")).stdout, /^live · eu-west-1 · /);
        assert.match(
            (await planHere(folder, "--vpc", "asia")).stderr,
            /no PrivateVpc named asia .*\n {4}→ choose one of: us, eu\n/,
        );
    });

    it("is rejected if the project has no SDK, or is in another language", async () => {
        const missing = projectWith(vpc, { node_modules: "" });
        assert.match((await plan(missing)).stderr, /@pulumi\/pulumi is not installed in .*\n {4}→ run npm install\n/);
        const python = projectWith(vpc, { "Pulumi.yaml": "name: orders\nruntime: { name: python }\n" });
        assert.match((await plan(python)).stderr, /Pulumi\.yaml: runtime\n {4}the program runs on python/);
    });

    it("has the Region of its zones if the stack's file sets none, and the report says so", async () => {
        const folder = projectWith(vpc, { "Pulumi.live.yaml": "" });
        assert.match(
            (await planHere(folder)).stdout,
            /\nAssumed\n {2}aws:region is not set in Pulumi\.live\.yaml: .* us-east-1/,
        );
    });
});
