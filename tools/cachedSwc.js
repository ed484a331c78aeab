// ts-node's swc transpiler, which keeps what it compiled in node_modules/.cache: a start compiles the files that changed, and
// loads the compiler only where there are any. There is one entry for each source file, which the next version replaces.
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
            // Files of temporary folders would pile up.
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

/** Where the project lies changes nothing, and differs between links to it. */
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

/** Several programs may start at once, so a file gets its name when it is whole. */
function write(file, text) {
    const unfinished = `${file}.${process.pid}`;
    try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(unfinished, text);
        renameSync(unfinished, file);
    } catch {
        // The folder cannot be written, or the disk is full: the next start compiles it again.
    }
}
