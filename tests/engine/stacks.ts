import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import * as yaml from "js-yaml";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { trailOf } from "../../emulator/engine/provider/account";
import { parsedUrn } from "../../emulator/engine/provider/physicalNames";
import { readState } from "../../emulator/engine/provider/stateFile";
import { Workspace } from "../../emulator/engine/workspace";
import { root } from "../run";

/** The config of a stack at the repository's root. */
export function configOf(stack: string): Attributes {
    const file = fs.readFileSync(path.join(root, `Pulumi.${stack}.yaml`), "utf8");
    return (yaml.load(file) as { config: Attributes }).config;
}

/** A stack in its own workspace, on the real engine. */
export class EngineStack {
    constructor(
        readonly workspace: Workspace,
        readonly name: string,
        public config: Attributes,
    ) {
        workspace.configure(name, config);
    }

    /** Creates an empty stack in a new workspace. */
    static async create(name: string, config = configOf(name)): Promise<EngineStack> {
        const stack = new EngineStack(new Workspace(), name, config);
        await stack.succeed("stack", "init", name);
        return stack;
    }

    /** Copies the stack to a new, independent workspace. */
    fork(): EngineStack {
        return new EngineStack(this.workspace.fork(), this.name, this.config);
    }

    /** Changes keys of `private-vpc:`; `undefined` removes a key. */
    configure(changed: Attributes): void {
        const named = Object.entries(changed).map(([key, value]) => [`private-vpc:${key}`, value]);
        const config = { ...this.config, ...Object.fromEntries(named) };
        this.config = Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
        this.workspace.configure(this.name, this.config);
    }

    /** The changes to AWS resources in a preview, sorted, e.g. `update VpcEndpoint app-s3-gateway: policy`. */
    async preview(): Promise<string[]> {
        const { steps } = JSON.parse(await this.succeed("preview", "--json", "--stack", this.name)) as {
            steps: Step[];
        };
        return steps.flatMap((step) => sentence(step) ?? []).sort();
    }

    /** Deploys and returns the operations requested of AWS, in order, e.g. `create Vpc app`. */
    async up(...args: string[]): Promise<string[]> {
        const before = trailOf(this.workspace.account).length;
        await this.succeed("up", "--yes", "--skip-preview", "--suppress-outputs", "--stack", this.name, ...args);
        return trailOf(this.workspace.account).slice(before).map(({ kind, urn, refused }) => {
            assert.equal(refused, undefined);
            return `${kind} ${shortName(urn)}`;
        });
    }

    /** Asserts that a preview has no changes. */
    async assertSettled(): Promise<void> {
        await this.succeed("preview", "--expect-no-changes", "--stack", this.name);
    }

    /** Runs a command of the CLI that must succeed, and returns its output. */
    async succeed(...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await this.workspace.run(...args);
        assert.equal(code, 0, `pulumi ${args.join(" ")}\n${stdout}\n${stderr}`);
        return stdout;
    }

    /** Runs a command of the CLI that must fail, and returns its output. */
    async fail(...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await this.workspace.run(...args);
        assert.notEqual(code, 0, `pulumi ${args.join(" ")} did not fail\n${stdout}`);
        return stdout + stderr;
    }

    /** The file with the emulated account's resources in the stack's Region. */
    get accountFile(): string {
        return path.join(this.workspace.account, `${this.config["aws:region"]}.json`);
    }

    /** The emulated account's resources in the stack's Region, as `Vpc app`, sorted. */
    get resources(): string[] {
        const { made } = readState(this.accountFile) ?? { made: [] };
        return made.map(({ type, name }) => `${type.split(":").at(-1)} ${name}`).sort();
    }

    remove(): void {
        this.workspace.remove();
    }
}

interface Step {
    op: string;
    urn: string;
    detailedDiff?: { [property: string]: unknown } | null;
}

/** The engine's steps for one replacement, in addition to `replace` itself. */
const partsOfReplacement = ["create-replacement", "delete-replaced"];

function sentence({ op, urn, detailedDiff }: Step): string | undefined {
    if (op === "same" || partsOfReplacement.includes(op) || !parsedUrn(urn).type.startsWith("aws:")) return undefined;
    const changed = Object.keys(detailedDiff ?? {}).sort().join(", ");
    return `${op} ${shortName(urn)}${changed && `: ${changed}`}`;
}

/** A resource as `Vpc app`. */
export function shortName(urn: string): string {
    const { type, name } = parsedUrn(urn);
    return `${type.split(":").at(-1)} ${name}`;
}
