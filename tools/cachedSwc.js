// ts-node's swc transpiler with a cache of compiled files in node_modules/.cache. Only changed files are compiled, and the
// compiler is loaded only if there are any. Each source file has one cache entry, which its next version replaces.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { dirname, isAbsolute, join, relative } = require("node:path");

const root = dirname(__dirname);
const versions = ["ts-node", "@swc/core"].map((name) => require(`${name}/package.json`).version);
const hashOf = (text) => createHash("sha256").update(text).digest("hex");

exports.create = (options) => {
    const { service: { config }, nodeModuleEmitKind } = options;
    const folder = join(root, "node_modules/.cache/private-vpc", hashOf(JSON.stringify([versions, nodeModuleEmitKind, config.options], withoutPaths)));
    let compiler;
    const compile = (text, about) => {
        compiler ??= require("ts-node/transpilers/swc").create(options);
        return compiler.transpile(text, about);
    };
    return {
        transpile(text, about) {
            const name = relative(root, about.fileName);
            // Do not cache files of temporary folders: their entries would accumulate.
            if (name.startsWith("..") || isAbsolute(name)) return compile(text, about);
            const file = join(folder, `${name}.json`);
            const source = hashOf(text);
            const entry = read(file);
            if (entry?.source === source && typeof entry.outputText === "string") return entry;
            const compiled = compile(text, about);
            write(file, JSON.stringify({ source, ...compiled }));
            return compiled;
        },
    };
};

/** Drops absolute paths: the project's location does not affect the output and differs between symlinks to it. */
function withoutPaths(_, value) {
    return typeof value === "string" && isAbsolute(value) ? undefined : value;
}

function read(file) {
    try {
        return JSON.parse(readFileSync(file, "utf8"));
    } catch {
        return undefined;
    }
}

/** Several programs may start at once, so the file is renamed only when it is complete. */
function write(file, text) {
    const unfinished = `${file}.${process.pid}`;
    try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(unfinished, text);
        renameSync(unfinished, file);
    } catch {
        // The folder is read-only or the disk is full: the file is compiled again at the next start.
    }
}
