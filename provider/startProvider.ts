#!/usr/bin/env node
import * as nodeModule from "node:module";

/**
 * The package's `main`, which Pulumi's Node.js language host loads to start the provider. Node.js resolves an
 * import of the package by `exports` instead. Tools that know only `main` get the components.
 */
const isStarted = require.main === module || /[\\/]run-plugin[\\/]/.test(require.main?.filename ?? "");

if (isStarted) {
    // Node.js 22 and newer: the next start does not compile the same files again.
    (nodeModule as { enableCompileCache?(): unknown }).enableCompileCache?.();
    // The SDK reads a stack trace for each resource and each output. Pulumi's runner maps every line of them to sources, which
    // takes a third of the time of a `Construct`, and the package has no source maps.
    delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;
    const { provider } = require("@pulumi/pulumi") as typeof import("@pulumi/pulumi");
    const { componentProvider } = require("./componentProvider") as typeof import("./componentProvider");
    void provider.main(componentProvider, process.argv.slice(2));
}

// The language host would serve exported components itself, with a schema from a type check of their sources.
export = isStarted ? {} : require("../components") as typeof import("../components");
