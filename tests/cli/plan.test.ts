import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { Output } from "../../cli/command";
import { planCommand } from "../../cli/planCommand";
import type { Plan } from "../../components";
import { codesOf } from "../codesOf";
import { root, runStack } from "../run";

interface Result {
    code: number | null;
    stdout: string;
    stderr: string;
}

/** Runs `npm run plan -- <args>` as its script stands in package.json, in a process of its own without credentials. */
function planProcess(args: string[]): Result {
    const scripts = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")).scripts as { plan: string };
    const [node, ...rest] = scripts.plan.split(" ");
    assert.equal(node, "node");
    const env = { PATH: process.env.PATH, HOME: os.tmpdir() };
    const options = { cwd: root, env, encoding: "utf8" } as const;
    const { status, stdout, stderr } = spawnSync(process.execPath, [...rest, ...args], options);
    return { code: status, stdout, stderr };
}

/** The same within this process. */
async function plan(args: string[], folder = root): Promise<Result> {
    const written = { stdout: "", stderr: "" };
    const into = (stream: "stdout" | "stderr") =>
        ({ isTTY: false, columns: 0, write: (text: string) => (written[stream] += text) }) as unknown as Output;
    const code = await planCommand({ args, folder, stdout: into("stdout"), stderr: into("stderr"), env: {} });
    return { code, ...written };
}

/** A copy of the project, cheap, with one stack's file of its own. */
function projectWith(stack: string, text: string): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "project-"));
    for (
        const name of [
            "components",
            "policies",
            "cli",
            "emulator",
            "node_modules",
            "index.ts",
            "tsconfig.json",
            "Pulumi.yaml",
        ]
    ) {
        fs.symlinkSync(path.join(root, name), path.join(folder, name));
    }
    fs.writeFileSync(path.join(folder, `Pulumi.${stack}.yaml`), text);
    return folder;
}

/** A plan as version 1 wrote it: what does not apply to a kind was null, false or empty. */
function asVersion1(later: Plan): unknown {
    const gateway = { zones: [], privateDns: false, privateDnsNames: [], securityGroup: null, sources: [] };
    const endpoints = later.endpoints.map((endpoint) => {
        if (endpoint.kind !== "Gateway") return { privateDnsOnlyForInboundResolver: null, ...endpoint };
        const { routeTables: _, ...rest } = endpoint;
        return { ...rest, ...gateway, privateDnsOnlyForInboundResolver: null };
    });
    return { ...later, version: 1, endpoints };
}

describe("npm run plan", function() {
    this.timeout(60_000);

    it("prints for a machine exactly what the program exports", async () => {
        const { code, stdout, stderr } = planProcess(["--stack", "prod", "--json"]);
        assert.deepEqual([code, stderr], [0, ""]);
        assert.deepEqual(JSON.parse(stdout), (await runStack("prod")).plans[0]);
    });

    it("prints for a person the network, each endpoint and why, what is offered, the cost, and the tree", async () => {
        const { code, stdout, stderr } = await plan([]);
        assert.deepEqual([code, stderr], [0, ""]);
        const lines = stdout.split("\n").map((line) => line.trim().replace(/ {2,}/g, " | "));
        for (
            const line of [
                "dev · us-east-1 · 10.20.0.0/16",
                "us-east-1a | 10.20.0.0/19 | 8,187 | 6",
                "us-east-1b | 10.20.32.0/19 | 8,187 | none",
                "s3 | Gateway | all | - | public addresses, routed to it | s3.json | 0.00 | a gateway is free | ecs-fargate",
                "sqs | Interface | a | on | private addresses | default.json | 7.30 | AWS offers no gateway | services",
                "s3express: offered, its gateway is free",
                "kms: offered, ecs-fargate and ssm-session-manager may call it",
                "USD 43.80 a month (730 hours), and USD 0.01 a gigabyte through interface endpoints.",
                "Instead, 2 NAT gateways with public address would cost USD 73.00 a month, and data.",
                "us-east-1b: 6 services a zone away, in us-east-1a.",
                "Each interface endpoint carries 10 Gbps in each zone, scaling by itself to 100.",
                "├─ VpcEndpoint app-s3-gateway",
            ]
        ) assert.ok(lines.includes(line), `${line}\n\nis not in\n\n${lines.join("\n")}`);
        assert.doesNotMatch(stdout, /\u001b/);
    });

    it("exits with 1 and every problem where the stack is wrong, also for machines", async () => {
        const folder = projectWith(
            "bad",
            "config:\n  private-vpc:cidrBlock: 10.0.0.1/16\n  private-vpc:availabilityZones: [us-east-1a]\n"
                + "  private-vpc:services: [sqss]\n",
        );
        const person = await plan(["--stack", "bad"], folder);
        assert.equal(person.code, 1);
        assert.equal(person.stdout, "");
        assert.equal(
            person.stderr,
            `stack bad: 2 problems; nothing was created:\n\n`
                + `  private-vpc:cidrBlock\n    10.0.0.1/16 has host bits set [network.host-bits]\n    → use 10.0.0.0/16\n\n`
                + `  private-vpc:services[0]\n    "sqss" is not a known service [services.unknown]\n`
                + `    → did you mean "sqs" (Amazon SQS)?\n`,
        );
        const machine = await plan(["--stack", "bad", "--json"], folder);
        assert.equal(machine.code, 1);
        assert.deepEqual(codesOf(JSON.parse(machine.stdout).problems), [
            "network.host-bits private-vpc:cidrBlock",
            "services.unknown private-vpc:services[0]",
        ]);
    });

    it("refuses to plan from an encrypted value, and tells of environments it does not read", async () => {
        const config =
            "  private-vpc:availabilityZones: [us-east-1a]\n  private-vpc:tags:\n    key: { secure: v1:abc }\n";
        const secret = projectWith("sealed", `config:\n  private-vpc:cidrBlock:\n    secure: v1:abc\n${config}`);
        const refused = await plan(["--stack", "sealed"], secret);
        assert.equal(refused.code, 1);
        assert.match(refused.stderr, /has 1 problem.*\n\n {2}private-vpc:cidrBlock\n {4}is encrypted/);
        const open = `environment: [network]\nconfig:\n  private-vpc:cidrBlock: 10.0.0.0/16\n${config}`;
        const planned = await plan(["--stack", "open"], projectWith("open", open));
        assert.equal(planned.code, 0);
        assert.match(planned.stdout, /ESC environment network: what it sets is not known offline/);
    });

    it("shows what changes against an earlier plan, for a person, a pull request and a machine", async () => {
        const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "plan-")), "plan.json");
        fs.writeFileSync(file, (await plan(["--json"])).stdout);
        const config = fs.readFileSync(path.join(root, "Pulumi.dev.yaml"), "utf8").replace("sqs]", "sqs, sns]");
        const folder = projectWith("more", config);
        const args = ["--stack", "more", "--against", file];
        const person = await plan(args, folder);
        assert.equal(person.code, 0);
        assert.match(
            person.stdout,
            /Changes\n.*\n {2}\+ sns-interface +added +USD 7\.30 a month\n {2}USD 43\.80 a month becomes 51\.10/,
        );
        assert.match((await plan([...args, "--markdown"], folder)).stdout, /### Changes\n\n\| changed \| what \|/);
        const { changes } = JSON.parse((await plan([...args, "--json"], folder)).stdout);
        assert.deepEqual(changes.added.map((endpoint: { name: string }) => endpoint.name), ["sns-interface"]);
    });

    it("compares with a plan of version 1, in which endpoints of both kinds had the same fields", async () => {
        const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "plan-")), "plan.json");
        fs.writeFileSync(file, JSON.stringify(asVersion1(JSON.parse((await plan(["--json"])).stdout) as Plan)));
        const { code, stdout } = await plan(["--against", file]);
        assert.equal(code, 0);
        assert.match(stdout, /Changes\n {2}Nothing changes in network and endpoints\./);
        const folder = projectWith(
            "sns",
            "config:\n  private-vpc:cidrBlock: 10.20.0.0/16\n"
                + "  private-vpc:availabilityZones: [us-east-1a, us-east-1b]\n",
        );
        const { changes } = JSON.parse((await plan(["--stack", "sns", "--against", file, "--json"], folder)).stdout);
        assert.deepEqual(changes.removed, (JSON.parse((await plan(["--json"])).stdout) as Plan).endpoints);
    });

    it("writes the picture and the page, and says where it cannot", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "plan-"));
        const [svg, html] = [path.join(folder, "plan.svg"), path.join(folder, "plan.html")];
        assert.equal((await plan(["--svg", svg, "--html", html])).code, 0);
        assert.match(fs.readFileSync(svg, "utf8"), /^<svg [\s\S]*10\.20\.32\.0[\s\S]*<\/svg>\n$/);
        assert.match(fs.readFileSync(html, "utf8"), /^<!doctype html>[\s\S]*<svg /);
        const { code, stderr } = await plan(["--svg", path.join(folder, "missing", "plan.svg")]);
        assert.equal(code, 1);
        assert.match(
            stderr,
            /has 1 problem.*\n\n {2}--svg .*\n.*no such file.*\n {4}→ name a file in a folder that is there/,
        );
    });

    it("refuses to compare with what is not a plan", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "plan-"));
        for (
            const [name, text, message] of [["a", "{", /not JSON/], ["b", "{}", /not a plan of version 1 or 2/], [
                "c",
                "null",
                /not a plan/,
            ]] as const
        ) {
            fs.writeFileSync(path.join(folder, name), text);
            const { code, stderr } = await plan(["--against", path.join(folder, name)]);
            assert.equal(code, 1);
            assert.match(stderr, message);
        }
        assert.match(
            (await plan(["--against", path.join(folder, "d")])).stderr,
            /there is no such file \[file\.not-read\]\n {4}→ write one with: npm run/,
        );
    });

    it("exits with 1, and keeps the output clean, where the stack is wrong", () => {
        const { code, stdout, stderr } = planProcess(["--stack", "prd"]);
        assert.deepEqual([code, stdout], [1, ""]);
        assert.ok(
            stderr.endsWith(`there is no Pulumi.prd.yaml [stack.not-found]\n    → did you mean "prod"?\n`),
            stderr,
        );
    });

    it("traces an error of the program to the file and line that it comes from, also in what the program imports", async () => {
        const folder = projectWith("dev", "config:\n  aws:region: us-east-1\n");
        fs.rmSync(path.join(folder, "index.ts"));
        fs.writeFileSync(path.join(folder, "index.ts"), `import "./network";\n`);
        const network = [
            `import { PrivateVpc } from "./components";`,
            `const vpc = new PrivateVpc("app", { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"] });`,
            `vpc.vpcId.apply(() => { throw new Error("no such thing"); });`,
        ];
        fs.writeFileSync(path.join(folder, "network.ts"), network.join("\n"));
        await assert.rejects(plan([], folder), (error: Error) => {
            assert.match(error.stack!, /^Error: no such thing\n +at .*network\.ts:3:\d+/);
            return true;
        });
    });

    it("prints its usage where it is asked to", async () => {
        const { code, stdout } = await plan(["--help"]);
        assert.equal(code, 0);
        assert.match(stdout, /^Usage: npm run plan -- \[--stack NAME\]/);
    });

    it("names the stacks there are where one is asked for that is not", async () => {
        const { code, stderr } = await plan(["--stack", "prd"]);
        assert.equal(code, 1);
        assert.match(stderr, /there is no Pulumi\.prd\.yaml \[stack\.not-found\]\n {4}→ did you mean "prod"\?/);
    });

    it("exits with 2 and its usage where the command is wrong", async () => {
        const { code, stdout, stderr } = planProcess(["--stak", "dev"]);
        assert.deepEqual([code, stdout], [2, ""]);
        assert.match(stderr, /Unknown option '--stak'[\s\S]*Usage: npm run plan/);
        const both = await plan(["--json", "--markdown"]);
        assert.deepEqual([both.code, both.stdout], [2, ""]);
        assert.match(both.stderr, /^--json and --markdown are two forms of one output: choose one\n\nUsage/);
    });
});
