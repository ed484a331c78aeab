import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { Plan } from "../../components";
import { codesOf } from "../codesOf";
import { root, runStack } from "../run";
import { type Environment, privateVpc, type Result } from "./commandRun";

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
function plan(args: string[], folder = root, environment: Environment = {}): Promise<Result> {
    return privateVpc(["plan", ...args], { folder, ...environment });
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
        ]
    ) {
        fs.symlinkSync(path.join(root, name), path.join(folder, name));
    }
    fs.copyFileSync(path.join(root, "Pulumi.yaml"), path.join(folder, "Pulumi.yaml"));
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

describe("private-vpc plan", function() {
    this.timeout(60_000);

    it("prints as JSON exactly what the program exports", async () => {
        const { code, stdout, stderr } = planProcess(["--stack", "prod", "--json"]);
        assert.deepEqual([code, stderr], [0, ""]);
        const { proofs, reachability, ...printed } = JSON.parse(stdout) as Plan & {
            proofs: { name: string; verdict: string }[];
            reachability: { answers: { verdict: string }[] };
        };
        assert.deepEqual(printed, (await runStack("prod")).plans[0]);
        assert.deepEqual(
            proofs.map(({ name, verdict }) => [name, verdict]),
            printed.endpoints.map(({ name }) => [name, "proven"]),
        );
        assert.deepEqual([...new Set(reachability.answers.map(({ verdict }) => verdict))], ["reachable"]);
    });

    it("prints as text the network, each endpoint with its reason, suggestions, cost and the resource tree", async () => {
        const { code, stdout, stderr } = await plan([]);
        assert.deepEqual([code, stderr], [0, ""]);
        const lines = stdout.split("\n").map((line) => line.trim().replace(/ {2,}/g, " | "));
        for (
            const line of [
                "dev · us-east-1 · 10.20.0.0/16",
                "us-east-1a | 10.20.0.0/19 | 8,187 | 6",
                "us-east-1b | 10.20.32.0/19 | 8,187 | none",
                "s3 | Gateway | all | 0.00 | a gateway is free | public addresses, routed | service's own, proven | ecs-fargate",
                "sqs | Interface | a | 7.30 | AWS offers no gateway | private addresses | default, proven | services",
                "s3express: optional; a gateway endpoint is free",
                "kms: optional; ecs-fargate and ssm-session-manager may call it",
                "USD 43.80 a month (730 hours), plus USD 0.01 a gigabyte through interface endpoints.",
                "Instead, 2 NAT gateways, each with a public IPv4 address, would cost USD 73.00 a month plus data.",
                "us-east-1b: 6 interface endpoints are reached across zones, in us-east-1a.",
                "Each interface endpoint provides 10 Gbps per zone and scales automatically to 100 Gbps.",
                "├─ VpcEndpoint app-s3-gateway",
            ]
        ) assert.ok(lines.includes(line), `${line}\n\nis not in\n\n${lines.join("\n")}`);
        assert.doesNotMatch(stdout, /\u001b/);
    });

    it("reports that a stack's file is empty, or has nothing under config, if settings are missing", async () => {
        for (const text of ["", "config:\n"]) {
            const { code, stderr } = await plan(["--stack", "bare"], projectWith("bare", text));
            assert.equal(code, 1);
            assert.match(stderr, /^stack bare, whose Pulumi\.bare\.yaml has no settings: \d problems; /);
        }
    });

    it("exits with 1 and reports every problem of a wrong stack, also as JSON", async () => {
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

    it("refuses to plan with an encrypted value it needs, and names the environments it does not read", async () => {
        const config =
            "  private-vpc:availabilityZones: [us-east-1a]\n  private-vpc:tags:\n    key: { secure: v1:abc }\n";
        const secret = projectWith("sealed", `config:\n  private-vpc:cidrBlock:\n    secure: v1:abc\n${config}`);
        const refused = await plan(["--stack", "sealed"], secret);
        assert.equal(refused.code, 1);
        assert.match(refused.stderr, /: 1 problem.*\n\n {2}private-vpc:cidrBlock\n {4}is encrypted/);
        const open = `environment: [network]\nconfig:\n  private-vpc:cidrBlock: 10.0.0.0/16\n${config}`;
        const planned = await plan(["--stack", "open"], projectWith("open", open));
        assert.equal(planned.code, 0);
        assert.match(planned.stdout, /ESC environment network: its values are unknown offline/);
    });

    it("shows the changes from an earlier plan as text, Markdown and JSON", async () => {
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
        assert.match((await plan([...args, "--markdown"], folder)).stdout, /### Changes\n\n\| resource \| change \|/);
        const { changes } = JSON.parse((await plan([...args, "--json"], folder)).stdout);
        assert.deepEqual(changes.added.map((endpoint: { name: string }) => endpoint.name), ["sns-interface"]);
    });

    it("compares with a plan of version 1, in which both types of endpoints had the same fields", async () => {
        const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "plan-")), "plan.json");
        fs.writeFileSync(file, JSON.stringify(asVersion1(JSON.parse((await plan(["--json"])).stdout) as Plan)));
        const { code, stdout } = await plan(["--against", file]);
        assert.equal(code, 0);
        assert.match(stdout, /Changes\n {2}No changes to the network or the endpoints\./);
        const folder = projectWith(
            "sns",
            "config:\n  private-vpc:cidrBlock: 10.20.0.0/16\n"
                + "  private-vpc:availabilityZones: [us-east-1a, us-east-1b]\n",
        );
        const { changes } = JSON.parse((await plan(["--stack", "sns", "--against", file, "--json"], folder)).stdout);
        assert.deepEqual(changes.removed, (JSON.parse((await plan(["--json"])).stdout) as Plan).endpoints);
    });

    it("writes the SVG and HTML files, and reports if it cannot", async () => {
        const folder = fs.mkdtempSync(path.join(os.tmpdir(), "plan-"));
        const [svg, html] = [path.join(folder, "plan.svg"), path.join(folder, "plan.html")];
        assert.equal((await plan(["--svg", svg, "--html", html])).code, 0);
        assert.match(fs.readFileSync(svg, "utf8"), /^<svg [\s\S]*10\.20\.32\.0[\s\S]*<\/svg>\n$/);
        assert.match(fs.readFileSync(html, "utf8"), /^<!doctype html>[\s\S]*<svg /);
        const { code, stderr } = await plan(["--svg", path.join(folder, "missing", "plan.svg")]);
        assert.equal(code, 1);
        assert.match(
            stderr,
            /^the output: 1 problem.*\n\n {2}--svg .*\n {4}the folder .*missing does not exist \[file\.not-written\]\n {4}→ create it, or name/,
        );
    });

    it("rejects a file to compare with that is not a plan", async () => {
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
            /the file does not exist \[file\.not-read\]\n {4}→ write one with: npx private-vpc/,
        );
    });

    it("exits with 1 and prints nothing to standard output if the stack is wrong", () => {
        const { code, stdout, stderr } = planProcess(["--stack", "prd"]);
        assert.deepEqual([code, stdout], [1, ""]);
        assert.ok(
            stderr.endsWith(`there is no Pulumi.prd.yaml [stack.not-found]\n    → did you mean "prod"?\n`),
            stderr,
        );
    });

    it("reports the file and line of an error in the program or in a module it imports", async () => {
        const folder = projectWith("dev", "config:\n  aws:region: us-east-1\n");
        fs.rmSync(path.join(folder, "index.ts"));
        fs.writeFileSync(path.join(folder, "index.ts"), `import "./network";\n`);
        const network = [
            `import { PrivateVpc } from "./components";`,
            `const vpc = new PrivateVpc("app", { cidrBlock: "10.0.0.0/16", availabilityZones: ["us-east-1a"] });`,
            `vpc.vpcId.apply(() => { throw new Error("no such thing"); });`,
        ];
        fs.writeFileSync(path.join(folder, "network.ts"), network.join("\n"));
        const { code, stdout, stderr } = await plan([], folder);
        assert.deepEqual([code, stdout], [1, ""]);
        assert.match(
            stderr,
            /no such thing \[stack\.program-failed\]\n.*\n\nError: no such thing\n +at .*network\.ts:3:\d+/,
        );
    });

    it("prints its usage on request", async () => {
        const { code, stdout } = await plan(["--help"]);
        assert.equal(code, 0);
        assert.match(stdout, /^Usage: private-vpc plan \[options\]/);
    });

    it("lists the existing stacks if the requested one does not exist", async () => {
        const { code, stderr } = await plan(["--stack", "prd"]);
        assert.equal(code, 1);
        assert.match(stderr, /there is no Pulumi\.prd\.yaml \[stack\.not-found\]\n {4}→ did you mean "prod"\?/);
    });

    it("exits with 2 and prints its usage if the command line is wrong", async () => {
        const { code, stdout, stderr } = planProcess(["--stak", "dev"]);
        assert.deepEqual([code, stdout], [2, ""]);
        assert.match(stderr, /^error: unknown option '--stak'\n\(Did you mean --stack\?\)\n\nUsage: private-vpc plan/);
        const both = await plan(["--json", "--markdown"]);
        assert.deepEqual([both.code, both.stdout], [2, ""]);
        assert.match(both.stderr, /^error: option '--json' cannot be used with option '--markdown'\n\nUsage/);
    });
});
