import * as fs from "node:fs";
import * as path from "node:path";

import type * as pulumi from "@pulumi/pulumi";

import { remoteComponents } from "./remoteComponents";

/** The parts of schema.json that the provider reads. */
interface Schema {
    version: string;
    resources: { [token: string]: { properties: object } };
}

const schema = fs.readFileSync(path.join(__dirname, "..", "schema.json"), "utf8");
const { version, resources } = JSON.parse(schema) as Schema;

/** Serves the schema as it is in schema.json, and constructs its resources. */
export const componentProvider: pulumi.provider.Provider = {
    version,
    schema,
    async construct(name, type, inputs, options) {
        const construct = remoteComponents[type.split(":").at(-1)!];
        const definition = resources[type];
        if (!construct || !definition) {
            const known = Object.keys(resources).join(", ");
            throw new Error(`private-vpc ${version} has no resource ${type}. It has: ${known}`);
        }
        const { component, outputs } = await construct(name, inputs, options);
        const state = Object.keys(definition.properties).map((key) => [key, outputs[key]]);
        return { urn: component.urn, state: Object.fromEntries(state) as pulumi.Inputs };
    },
};
