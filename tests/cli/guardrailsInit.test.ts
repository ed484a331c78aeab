import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import * as yaml from "js-yaml";

import { guardrailsFiles, policyVersion } from "../../cli/guardrailsFiles";
import { root } from "../run";
import { privateVpc } from "./commandRun";

describe("private-vpc guardrails init", () => {
    let folder: string;

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "guardrails-"));
    });
    afterEach(() => fs.rmSync(folder, { recursive: true }));

    const read = (...names: string[]) => fs.readFileSync(path.join(folder, ...names), "utf8");

    it("writes a policy pack, and prints what to type next", async () => {
        const { code, stdout, stderr } = await privateVpc(["guardrails", "init"], { folder });
        assert.deepEqual([code, stderr], [0, ""]);
        assert.deepEqual(fs.readdirSync(path.join(folder, "guardrails")).sort(), Object.keys(guardrailsFiles()).sort());
        for (const [name, text] of Object.entries(guardrailsFiles())) assert.equal(read("guardrails", name), text);
        assert.match(stdout, /^wrote guardrails\/PulumiPolicy\.yaml\n/);
        assert.match(stdout, /\n {2}npm install --prefix guardrails\n {2}pulumi preview --policy-pack guardrails\n/);
    });

    it("names the version of @pulumi/policy that is tested here, and a main file that exists", async () => {
        await privateVpc(["guardrails", "init", "policies/network"], { folder });
        const manifest = JSON.parse(read("policies", "network", "package.json")) as {
            version: string;
            main: string;
            dependencies: object;
        };
        const own = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
            devDependencies: { [name: string]: string };
            exports: object;
        };
        assert.deepEqual(manifest.dependencies, { "@pulumi/policy": own.devDependencies["@pulumi/policy"] });
        assert.equal(policyVersion, own.devDependencies["@pulumi/policy"]);
        assert.match(manifest.version, /^\d+\.\d+\.\d+$/);
        const project = yaml.load(read("policies", "network", "PulumiPolicy.yaml")) as {
            runtime: string;
            main: string;
        };
        assert.deepEqual([project.runtime, project.main], ["nodejs", manifest.main]);
        assert.ok(read("policies", "network", manifest.main).includes(`"private-vpc/guardrails"`));
        assert.ok(Object.hasOwn(own.exports, "./guardrails"));
    });

    it("has a main file that names what is missing, and how to install it", async () => {
        await privateVpc(["guardrails", "init"], { folder });
        const main = path.join(folder, "guardrails", "index.js");
        const reason =
            /^@pulumi\/policy cannot be loaded: run npm install in the folder of this file\. Cannot find module '@pulumi\/policy'$/;
        assert.throws(() => require(main), { message: reason });
        const packages = path.join(folder, "guardrails", "node_modules", "@pulumi", "policy");
        fs.mkdirSync(packages, { recursive: true });
        fs.writeFileSync(path.join(packages, "index.js"), "");
        const missing =
            /^private-vpc\/guardrails cannot be loaded: install the current version of private-vpc in your project\. /;
        assert.throws(() => require(main), { message: missing });
    });

    it("has a main file that names the version of Node.js that is needed, without a stack trace", async () => {
        await privateVpc(["guardrails", "init"], { folder });
        const main = path.join(folder, "guardrails", "index.js");
        const old = `Object.defineProperty(process.versions, "node", { value: "18.20.8" });`;
        const { stderr } = spawnSync(process.execPath, ["-e", `${old} require(${JSON.stringify(main)})`], {
            encoding: "utf8",
        });
        assert.match(stderr, /@pulumi\/policy cannot be loaded: use Node\.js 20\.19 or newer, not 18\.20\.8\./);
        assert.doesNotMatch(stderr, /^ +at /m);
    });

    it("overwrites nothing, and says so", async () => {
        fs.mkdirSync(path.join(folder, "guardrails"));
        fs.writeFileSync(path.join(folder, "guardrails", "index.js"), "mine");
        const { code, stdout, stderr } = await privateVpc(["guardrails", "init"], { folder });
        assert.deepEqual([code, stdout], [1, ""]);
        assert.match(
            stderr,
            /1 problem; nothing was written:\n\n {2}guardrails\n {4}it exists, and nothing is overwritten/,
        );
        assert.deepEqual([fs.readdirSync(path.join(folder, "guardrails")), read("guardrails", "index.js")], [[
            "index.js",
        ], "mine"]);
    });

    it("prints JSON, and reports a folder that cannot be written", async () => {
        const written = await privateVpc(["guardrails", "init", "--json"], { folder });
        assert.deepEqual(JSON.parse(written.stdout), {
            files: Object.keys(guardrailsFiles()).map((name) => path.join("guardrails", name)),
        });
        fs.writeFileSync(path.join(folder, "file"), "");
        fs.symlinkSync(path.join(folder, "nowhere"), path.join(folder, "link"));
        for (const name of ["file/guardrails", "link/guardrails", "link/a/b", "/proc/guardrails"]) {
            const { code, stdout } = await privateVpc(["guardrails", "init", name, "--json"], { folder });
            const { problems: [problem] } = JSON.parse(stdout) as { problems: { code: string; path: string }[] };
            assert.deepEqual([code, problem!.code, problem!.path], [1, "file.not-written", name]);
        }
    });
});
