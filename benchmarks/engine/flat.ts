import { readStack } from "../../cli/stack";
import { type Attributes, EmulatedAws, type Made } from "../../emulator/aws/emulatedAws";
import type { Registration } from "../../emulator/registrations";
import { runOffline } from "../../emulator/runProgram";

/** Turns a stack into a program that declares its resources one by one, as if written by hand, with the same exports. */
export async function flatProgram(root: string, name: string): Promise<string> {
    const { config } = readStack(root, name).stack!;
    const aws = new EmulatedAws({ region: config["aws:region"] });
    const made: Made[] = [];
    const { resources, outputs } = await runOffline(() => require("../../index"), {
        config,
        stack: name,
        newResource: ({ type, name, inputs, custom }) => {
            if (!custom || !type.startsWith("aws:")) return undefined;
            const one = aws.create(type, name, inputs);
            made.push(one);
            return { id: one.id, state: one.attributes };
        },
    });
    const own = resources.filter(({ custom, type }) => custom && type.startsWith("aws:"));
    const known = own.map(({ type, name }) => made.find((one) => one.type === type && one.name === name)!);
    const modules = [...new Set(own.map(({ type }) => classOf(type).module))];
    return [
        ...modules.map((module) => `import * as ${module} from "@pulumi/aws/${module}";`),
        ...own.map((one, index) => declared(one, index, own, known)),
        ...Object.entries(outputs).map(([name, value]) => `export const ${name} = ${written(value, known)};`),
    ].join("\n");
}

function declared(
    { type, name, inputs, dependencies, protect }: Registration,
    index: number,
    all: Registration[],
    known: Made[],
) {
    const { module, name: className } = classOf(type);
    const dependsOn = all.flatMap(({ urn }, other) => (dependencies.includes(urn) ? [`r${other}`] : []));
    const options = `{ protect: ${protect}, dependsOn: [${dependsOn.join(", ")}] }`;
    return `const r${index} = new ${module}.${className}(${JSON.stringify(name)}, ${
        written(inputs, known)
    }, ${options});`;
}

/** The value as source code, with a reference instead of each id and ARN of another resource. */
function written(value: unknown, known: Made[]): string {
    if (Array.isArray(value)) return `[${value.map((item) => written(item, known)).join(", ")}]`;
    if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value as Attributes).map(([key, item]) =>
            `${JSON.stringify(key)}: ${written(item, known)}`
        );
        return `{ ${entries.join(", ")} }`;
    }
    const byId = known.findIndex(({ id }) => id === value);
    if (byId >= 0) return `r${byId}.id`;
    const byArn = known.findIndex(({ attributes }) => attributes.arn !== undefined && attributes.arn === value);
    return byArn >= 0 ? `r${byArn}.arn` : JSON.stringify(value);
}

/** The class of a type token: `VpcEndpoint` in the module `ec2` for `aws:ec2/vpcEndpoint:VpcEndpoint`. */
export function classOf(type: string): { module: string; name: string } {
    const [, module, name] = /^aws:([^/]+)\/[^:]+:(.+)$/.exec(type)!;
    return { module: module!, name: name! };
}
