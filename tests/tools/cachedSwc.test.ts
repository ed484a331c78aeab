import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { root } from "../run";

const program = (greeting: string) =>
    [
        `const greeting: string = "${greeting}";`,
        "const loaded = (name: RegExp) => Object.keys(require.cache).some((file) => name.test(file));",
        "const compiler = loaded(/ts-node.dist.index\\.js$/) ? '' : ', without ts-node';",
        "console.log(`${greeting}, compiled: ${loaded(/swc\\.[^/]+\\.node$/)}${compiler}`);",
        "",
    ].join("\n");

describe("the compiler cache", () => {
    let folder: string;
    let cache: string;

    beforeEach(() => {
        folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "cached-swc-")));
        cache = path.join(folder, "node_modules", ".cache");
        for (const name of ["tools/cachedSwc.js", "tools/register.js", "tsconfig.json"]) {
            fs.cpSync(path.join(root, name), path.join(folder, name));
        }
        fs.mkdirSync(path.join(folder, "node_modules"));
        for (const name of ["ts-node", "typescript", "@swc"]) {
            fs.symlinkSync(path.join(root, "node_modules", name), path.join(folder, "node_modules", name));
        }
        write("hello");
    });
    afterEach(() => fs.rmSync(folder, { recursive: true }));

    const write = (greeting: string) => fs.writeFileSync(path.join(folder, "index.ts"), program(greeting));
    const entries = () =>
        fs.readdirSync(cache, { recursive: true, encoding: "utf8" }).filter((name) => name.includes(".ts"));

    /** What the program prints: its greeting, and whether the compiler was loaded for it. */
    function start(cwd = folder, register = "ts-node/register", more: NodeJS.ProcessEnv = {}): string {
        const file = fs.existsSync(path.join(cwd, "index.ts")) ? "index.ts" : path.join(folder, "index.ts");
        const env = { PATH: process.env.PATH, ...more };
        const { stdout, stderr } = spawnSync(process.execPath, ["-r", register, file], {
            cwd,
            env,
            encoding: "utf8",
        });
        assert.equal(stderr, "");
        return stdout.trim();
    }

    it("compiles a file once, and again if it has changed, replacing its entry", () => {
        assert.equal(start(), "hello, compiled: true");
        assert.equal(start(), "hello, compiled: false");
        write("goodbye");
        assert.equal(start(), "goodbye, compiled: true");
        assert.equal(start(), "goodbye, compiled: false");
        assert.deepEqual(entries().map((name) => path.basename(name)), ["index.ts.json"]);
    });

    it("does not load ts-node through tools/register unless a file has changed", () => {
        const register = "./tools/register";
        assert.equal(start(folder, register), "hello, compiled: true");
        assert.equal(start(folder, register), "hello, compiled: false, without ts-node");
        write("goodbye");
        assert.equal(start(folder, register), "goodbye, compiled: true");
        assert.equal(start(folder, register), "goodbye, compiled: false, without ts-node");
    });

    it("compiles a file again if the compiler's options have changed", () => {
        start();
        const file = path.join(folder, "tsconfig.json");
        fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("ES2022", "ES2021"));
        assert.equal(start(), "hello, compiled: true");
    });

    it("stores nothing that was compiled with other options", () => {
        for (const [option, value] of Object.entries({ target: "ES2015", module: "commonjs", strict: false })) {
            const TS_NODE_COMPILER_OPTIONS = JSON.stringify({ [option]: value });
            assert.equal(
                start(folder, "ts-node/register", { TS_NODE_COMPILER_OPTIONS }),
                "hello, compiled: true",
                option,
            );
            assert.equal(fs.existsSync(cache), false, option);
        }
    });

    it("compiles with this project's options, in any folder that tools/register is started in", () => {
        const other = fs.mkdtempSync(path.join(os.tmpdir(), "cached-swc-"));
        const register = path.join(folder, "tools/register");
        try {
            const compilerOptions = { module: "es2022", moduleResolution: "bundler" };
            const tsconfig = JSON.stringify({ extends: path.join(folder, "tsconfig.json"), compilerOptions });
            for (const text of [undefined, tsconfig, "{"]) {
                if (text !== undefined) fs.writeFileSync(path.join(other, "tsconfig.json"), text);
                write(`hello, ${text?.length}`);
                assert.match(start(other, register), /, compiled: true$/);
                assert.match(start(other, register), /, compiled: false, without ts-node$/);
            }
        } finally {
            fs.rmSync(other, { recursive: true });
        }
    });

    it("compiles a file again if its entry is damaged, and repairs the entry", () => {
        start();
        const [entry] = entries();
        for (const broken of ["", "{", "null", "{}", `{ "source": "hash", "outputText": "" }`]) {
            fs.writeFileSync(path.join(cache, entry!), broken);
            assert.equal(start(), "hello, compiled: true", broken);
        }
        assert.equal(start(), "hello, compiled: false");
    });

    it("compiles also if it cannot write", () => {
        fs.writeFileSync(cache, "a file, in which there can be no folder");
        assert.equal(start(), "hello, compiled: true");
    });

    it("is shared by folders that are linked to the project, as in the engine tests", () => {
        start();
        const linked = fs.mkdtempSync(path.join(os.tmpdir(), "cached-swc-"));
        try {
            for (const name of fs.readdirSync(folder)) {
                fs.symlinkSync(path.join(folder, name), path.join(linked, name));
            }
            assert.equal(start(linked), "hello, compiled: false");
        } finally {
            fs.rmSync(linked, { recursive: true });
        }
    });

    it("stores nothing for files outside the project", () => {
        start();
        const outside = fs.mkdtempSync(path.join(os.tmpdir(), "cached-swc-"));
        try {
            for (const name of fs.readdirSync(folder).filter((one) => one !== "index.ts")) {
                fs.symlinkSync(path.join(folder, name), path.join(outside, name));
            }
            fs.writeFileSync(path.join(outside, "index.ts"), program("from outside"));
            assert.equal(start(outside), "from outside, compiled: true");
            assert.equal(entries().length, 1);
        } finally {
            fs.rmSync(outside, { recursive: true });
        }
    });
});
