// ts-node's swc transpiler with a cache of compiled files in node_modules/.cache. Only changed files are compiled, and the
// compiler is loaded only if there are any. Each source file has one cache entry, which its next version replaces.
const { createHash } = require("node:crypto");
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const { dirname, isAbsolute, join, relative } = require("node:path");

const root = dirname(__dirname);
const versions = ["ts-node", "@swc/core"].map((name) => require(`${name}/package.json`).version);
const config = readFileSync(join(root, "tsconfig.json"), "utf8");
// The compiler options that ts-node's swc transpiler reads, except those of JSX.
const emitting = [
    ...["target", "module", "esModuleInterop", "importHelpers", "strict", "alwaysStrict", "noImplicitUseStrict"],
    ...["experimentalDecorators", "emitDecoratorMetadata", "useDefineForClassFields"],
];
const folders = {};
const hashOf = (text) => createHash("sha256").update(text).digest("hex");

/** What a file of this project was compiled to, if it has not changed since. */
exports.cached = (fileName, text, emitKind) => {
    // Files of temporary folders are not cached: their entries would accumulate.
    if (isOutside(fileName)) return undefined;
    const entry = read(entryOf(fileName, emitKind));
    return entry?.source === hashOf(text) && typeof entry.outputText === "string" ? entry : undefined;
};

exports.create = (options) => {
    const isCached = isConfigured(options);
    let compiler;
    const compile = (text, about) => {
        compiler ??= require("ts-node/transpilers/swc").create(options);
        return compiler.transpile(text, about);
    };
    return {
        transpile(text, about) {
            const { fileName } = about;
            if (!isCached) return compile(text, about);
            const entry = exports.cached(fileName, text, options.nodeModuleEmitKind);
            if (entry) return entry;
            const compiled = compile(text, about);
            if (!isOutside(fileName)) {
                write(entryOf(fileName, options.nodeModuleEmitKind), JSON.stringify({ source: hashOf(text), ...compiled }));
            }
            return compiled;
        },
    };
};

/**
 * Whether the options are those of this project's tsconfig.json. A program that starts in another folder may have others, and so may
 * TS_NODE_COMPILER_OPTIONS; what they compile to is not cached.
 */
function isConfigured({ service, swc }) {
    const { convertCompilerOptionsFromJson, parseConfigFileTextToJson } = require("typescript");
    const { compilerOptions } = parseConfigFileTextToJson("tsconfig.json", config).config;
    const configured = convertCompilerOptionsFromJson(compilerOptions, root).options;
    return swc === undefined && emitting.every((option) => service.config.options[option] === configured[option]);
}

function isOutside(fileName) {
    const name = relative(root, fileName);
    return name.startsWith("..") || isAbsolute(name);
}

function entryOf(fileName, emitKind) {
    folders[emitKind] ??= join(root, "node_modules/.cache/private-vpc", hashOf(JSON.stringify([versions, config, emitKind])));
    return join(folders[emitKind], `${relative(root, fileName)}.json`);
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
