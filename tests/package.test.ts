import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { isBuiltin } from "node:module";
import * as os from "node:os";
import * as path from "node:path";

import { root } from "./run";

describe("the package", () => {
    let folder: string;

    before(() => {
        // What npm reads of a fresh clone, which has no dist yet.
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-clone-"));
        for (const name of [".npmrc", "README.md", "policies"]) {
            fs.cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
        }
        const { scripts, ...manifest } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
        // npm 10 runs it in spite of ignore-scripts, and npm 11 does not.
        delete scripts.prepare;
        fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify({ ...manifest, scripts }));
    });

    after(() => fs.rmSync(folder, { recursive: true }));

    /** What npm says of a command that must fail. */
    function refusal(...args: string[]): string {
        const env = { PATH: process.env.PATH, HOME: folder };
        const { status, stderr } = spawnSync("npm", args, { cwd: folder, env, encoding: "utf8" });
        assert.notEqual(status, 0, `npm ${args.join(" ")} succeeded`);
        return stderr;
    }

    it("cannot be packed by `npm pack`, which would omit dist: the error names tools/pack", function() {
        this.timeout(60_000);
        assert.match(refusal("pack"), /npm pack does not build - use tools\/pack instead/);
        assert.deepEqual(fs.readdirSync(folder).filter((file) => file.endsWith(".tgz")), []);
    });

    it("cannot be published by `npm publish`, not even with permission", function() {
        this.timeout(60_000);
        // Nothing listens there.
        const registry = [
            "--registry",
            "http://127.0.0.1:9",
            "--//127.0.0.1:9/:_authToken=example",
            "--fetch-retries=0",
        ];
        assert.match(refusal("publish", ...registry), /EPRIVATE\n.*marked as private/);
    });

    it("has a software bill of materials: each package that an installation adds, the same bytes each time", function() {
        this.timeout(120_000);
        const print = () => spawnSync(process.execPath, ["tools/sbom.js"], { cwd: root, encoding: "utf8" }).stdout;
        const text = print();
        assert.equal(print(), text);
        const bom = JSON.parse(text) as {
            bomFormat: string;
            metadata: { component: { name: string } };
            components: { name: string; hashes: unknown[] }[];
        };
        assert.deepEqual([bom.bomFormat, bom.metadata.component.name], ["CycloneDX", "private-vpc"]);
        const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
            dependencies: object;
        };
        const names = bom.components.map(({ name }) => name);
        for (const name of Object.keys(dependencies)) assert.ok(names.includes(name), name);
        for (const name of ["@swc/core", "mocha", "fast-check"]) assert.equal(names.includes(name), false, name);
        assert.ok(bom.components.every(({ hashes }) => hashes.length > 0));
        assert.doesNotMatch(text, /https?:\/\/[^"]*\.tgz|serialNumber|timestamp/);
    });

    it("needs no install script: no package that an installation adds has one", () => {
        const { packages } = JSON.parse(fs.readFileSync(path.join(root, "package-lock.json"), "utf8")) as {
            packages: { [folder: string]: { dev?: boolean; peer?: boolean; hasInstallScript?: boolean } };
        };
        const scripts = Object.entries(packages).filter(([, one]) => one.hasInstallScript).map(([folder, { dev }]) =>
            `${folder}${dev ? " (dev)" : ""}`
        );
        assert.deepEqual(scripts.filter((one) => !one.endsWith(" (dev)")), []);
        // npm runs none of these either.
        assert.match(fs.readFileSync(path.join(root, ".npmrc"), "utf8"), /^ignore-scripts=true$/m);
    });

    it("lists every package it loads as a dependency or peer dependency, and no other", () => {
        const files = ["components", "cli", "emulator", "catalogue", "guardrails", "provider"].flatMap((name) =>
            fs.readdirSync(path.join(root, name), { recursive: true, encoding: "utf8" })
                .map((file) => path.join(name, file))
        ).filter((file) => file.endsWith(".ts") && !/^(cli\/demo|emulator\/engine\/)/.test(file));
        const imported = files.flatMap((file) => {
            const text = fs.readFileSync(path.join(root, file), "utf8");
            return [...text.matchAll(/(?:from|import\(|require\(|import) ?"((?:@[\w-]+\/)?[\w-]+)(?=["/])/g)].map((
                [, name],
            ) => name!);
        });
        const { name: own, dependencies, peerDependencies, bin } = JSON.parse(
            fs.readFileSync(path.join(root, "package.json"), "utf8"),
        );
        // Commands write programs that import the package itself.
        const packages = [...new Set(imported)].filter((name) => !isBuiltin(name) && name !== own).sort();
        const peers = Object.keys(peerDependencies);
        assert.deepEqual(packages.filter((name) => !peers.includes(name)), Object.keys(dependencies).sort());
        assert.deepEqual(bin, { "private-vpc": "dist/cli/main.js" });
        assert.match(fs.readFileSync(path.join(root, "cli", "main.ts"), "utf8"), /^#!\/usr\/bin\/env node\n/);
    });
});
