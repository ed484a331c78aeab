#!/usr/bin/env node
import { provider as sdk } from "@pulumi/pulumi";

/**
 * The package's `main`, which Pulumi's Node.js language host loads to start the provider. Node.js resolves an
 * import of the package by `exports` instead. Tools that know only `main` get the components.
 */
const isStarted = require.main === module || /[\\/]run-plugin[\\/]/.test(require.main?.filename ?? "");

if (isStarted) {
    const { componentProvider } = require("./componentProvider") as typeof import("./componentProvider");
    void sdk.main(componentProvider, process.argv.slice(2));
}

// The language host would serve exported components itself, with a schema from a type check of their sources.
export = isStarted ? {} : require("../components") as typeof import("../components");
