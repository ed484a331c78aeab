import * as fs from "node:fs";
import * as path from "node:path";

import type { AnyRow, Shape } from "../../components/args/contract";
import { endpointService } from "../../components/args/endpointServiceArgs";
import { inVpc } from "../../components/args/inVpcArgs";
import { privateVpc } from "../../components/args/privateVpcArgs";
import { vpcEndpoints } from "../../components/args/vpcEndpointsArgs";
import {
    endpointServiceOutputs,
    endpointsPlanOutputs,
    privateVpcOutputs,
    vpcEndpointsOutputs,
    vpcPlanOutputs,
} from "./componentOutputs";
import { type Doc, docComments, type Documented } from "./docComments";

/** A part of a Pulumi package schema: https://www.pulumi.com/docs/iac/guides/building-extending/packages/schema/ */
export interface SchemaPart {
    [key: string]: unknown;
}

type ObjectShape = Extract<Shape, { type: "object" }>;

interface Component {
    args: Shape;
    outputs: { [name: string]: Shape };
    /** The outputs that may be undefined. */
    optional?: string[];
    /** The class and its static method that creates it, if it has no class of its own in TypeScript. */
    createdBy?: [string, string];
}

const endpointsOutputs = { ...vpcEndpointsOutputs, ...endpointsPlanOutputs };

const components: { [name: string]: Component } = {
    EndpointService: { args: endpointService, outputs: endpointServiceOutputs, optional: ["privateDnsVerification"] },
    PrivateVpc: { args: privateVpc, outputs: { ...privateVpcOutputs, ...vpcPlanOutputs } },
    VpcEndpoints: { args: vpcEndpoints, outputs: endpointsOutputs },
    VpcEndpointsInVpc: { args: inVpc, outputs: endpointsOutputs, createdBy: ["VpcEndpoints", "inVpc"] },
};

/** The interfaces that document the outputs which no class has. */
const planOutputs = "VpcPlanOutputs";

/**
 * The names of the generated packages. Each sets `respectSchemaVersion`, so that it requests the version of the provider that
 * it was generated from.
 */
const languages = {
    csharp: { namespaces: { "private-vpc": "PrivateVpc" }, respectSchemaVersion: true },
    // Without an import path, Go uses the one that `pulumi package add` prints: of the repository, if the schema names one.
    // Without extra types, those of plain maps, e.g. of `endpoints`, are missing and the SDK does not compile.
    go: { generateExtraInputTypes: true, respectSchemaVersion: true },
    java: { packages: { "private-vpc": "privatevpc" } },
    nodejs: { packageName: "private-vpc-sdk", respectSchemaVersion: true },
    python: { packageName: "private_vpc", pyproject: { enabled: true }, respectSchemaVersion: true },
};

const root = path.join(__dirname, "..", "..");

/** The package's schema for Pulumi's other languages, from the argument rows and their doc comments. */
export function packageSchema(): SchemaPart {
    const { name, version, description, license } = JSON.parse(
        fs.readFileSync(path.join(root, "package.json"), "utf8"),
    ) as { [key: string]: string };
    const docs = ["components", "provider"].flatMap((folder) => [...docComments(path.join(root, folder))]);
    const writer = new SchemaWriter(name!, new Map(docs));
    const resources = Object.entries(components).map(([component, one]) => [
        writer.token(component),
        writer.resource(component, one),
    ]);
    return {
        name,
        displayName: "Private VPC",
        version,
        description,
        keywords: ["aws", "vpc", "vpc-endpoints", "privatelink", "category/network", "kind/component"],
        license,
        language: languages,
        types: Object.fromEntries([...writer.types].sort(([a], [b]) => (a < b ? -1 : 1))) as SchemaPart,
        resources: Object.fromEntries(resources) as SchemaPart,
    };
}

class SchemaWriter {
    /** The schema's object and enum types by token. */
    public readonly types = new Map<string, SchemaPart>();

    readonly #package: string;
    readonly #docs: Map<string, Documented>;

    constructor(packageName: string, docs: Map<string, Documented>) {
        this.#package = packageName;
        this.#docs = docs;
    }

    public token(name: string): string {
        return `${this.#package}:index:${name}`;
    }

    public resource(name: string, { args, outputs, optional = [], createdBy }: Component): SchemaPart {
        const [owner, method] = createdBy ?? [name];
        const { properties: inputProperties, required: requiredInputs } = this.#object(args as ObjectShape);
        const properties = Object.entries(outputs).map(([output, shape]) => [
            output,
            {
                ...this.#type(shape, false),
                description: (this.#findDoc(owner, output) ?? this.#doc(planOutputs, output)).text,
            },
        ]);
        return {
            isComponent: true,
            description: (method ? this.#doc(owner, method) : this.#docs.get(name)!).text,
            inputProperties,
            requiredInputs,
            properties: Object.fromEntries(properties) as SchemaPart,
            required: Object.keys(outputs).filter((output) => !optional.includes(output)),
        };
    }

    #object({ name, rows }: ObjectShape, isInput = true): SchemaPart {
        const properties = Object.entries(rows).map(([key, { is }]: [string, AnyRow]) => {
            const doc = this.#doc(name, key);
            const deprecation = doc.deprecated === undefined ? {} : { deprecationMessage: doc.deprecated };
            return [key, { ...this.#type(is, isInput), description: descriptionOf(doc), ...deprecation }];
        });
        const required = Object.entries(rows).filter(([, row]) => row.required !== undefined).map(([key]) => key);
        return { properties: Object.fromEntries(properties) as SchemaPart, required };
    }

    /** Inputs that must be known before the deployment are plain; outputs never are. */
    #type(shape: Shape, isInput: boolean): SchemaPart {
        const { or, ...one } = shape;
        if (or) return { oneOf: [this.#type(one as Shape, isInput), this.#type(or, isInput)] };
        const plain = isInput && shape.late === undefined ? { plain: true } : {};
        switch (shape.type) {
            case "list":
                return { type: "array", items: this.#type(shape.of, isInput), ...plain };
            case "map":
                return { type: "object", additionalProperties: this.#type(shape.of, isInput), ...plain };
            case "object":
                return { ...this.#reference(shape.name, () => this.#objectType(shape, isInput)), ...plain };
            case "text":
                if (shape.oneOf) {
                    return { ...this.#reference(shape.oneOf.name, () => this.#enumType(shape.oneOf!)), ...plain };
                }
                return { type: "string", ...plain };
            default:
                return { type: shape.type, ...plain };
        }
    }

    /** Pulumi's SDKs append `Args` to the names of input types themselves. */
    #reference(name: string, type: () => SchemaPart): SchemaPart {
        const token = this.token(name.replace(/Args$/, ""));
        if (!this.types.has(token)) {
            this.types.set(token, {});
            this.types.set(token, type());
        }
        return { $ref: `#/types/${token}` };
    }

    #objectType(shape: ObjectShape, isInput: boolean): SchemaPart {
        const { properties, required } = this.#object(shape, isInput);
        const isRequired = (required as string[]).length > 0;
        return {
            description: this.#docs.get(shape.name)!.text,
            type: "object",
            properties,
            ...(isRequired && { required }),
        };
    }

    #enumType({ name, words }: { name: string; words: { [key: string]: string } }): SchemaPart {
        const { text, members } = this.#docs.get(name)!;
        const values = Object.entries(words).map(([word, value]) => ({
            name: word,
            description: members[word]!.text,
            value,
        }));
        return { description: text, type: "string", enum: values };
    }

    /** The doc comment of a member, from its interface or the nearest base that has one. */
    #doc(name: string, member: string): Doc {
        const doc = this.#findDoc(name, member);
        if (!doc) throw new Error(`${name}.${member} has no doc comment`);
        return doc;
    }

    #findDoc(name: string, member: string): Doc | undefined {
        // Bases of other packages, e.g. `pulumi.ComponentResource`, are not read.
        const { members, bases }: Pick<Documented, "members" | "bases"> = this.#docs.get(name)
            ?? { members: {}, bases: [] };
        return members[member] ?? bases.flatMap((base) => this.#findDoc(base, member) ?? [])[0];
    }
}

// A schema default would be sent by every SDK, but an unset value can mean something else, e.g. a bucket without retention.
function descriptionOf({ text, default: standard }: Doc): string {
    return standard === undefined ? text : `${text}\n\nDefault: ${standard.replace(/^- /, "")}.`;
}
