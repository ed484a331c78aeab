import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { Adoption } from "../../../cli/adopt/adopt";
import { EmulatedAws } from "../../../emulator/aws/emulatedAws";
import { awsCli } from "../../../emulator/awsCli/awsCli";
import { privateVpc, type Result } from "../commandRun";

/** The state of a stack, as `pulumi stack export` prints it. */
export function exportedState(resources: object[] = []): object {
    return { version: 3, deployment: { resources } };
}

/** A folder with a Pulumi.yaml, in which `private-vpc adopt` is run for the stack dev. */
export class AdoptingProject {
    readonly folder = fs.mkdtempSync(path.join(os.tmpdir(), "private-vpc-adopt-"));

    /** The commands of the AWS CLI that were run, without `aws`. */
    readonly asked: string[][] = [];

    constructor(readonly aws = new EmulatedAws({ region: "us-east-1" }), public state = exportedState()) {
        fs.writeFileSync(path.join(this.folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    }

    /** Runs a command, in which `aws` works on the emulated account and `pulumi stack export` prints the state. */
    run(...args: string[]): Promise<Result> {
        return privateVpc(args, {
            folder: this.folder,
            execute: async ([program, ...rest]) => {
                if (program === "aws") {
                    this.asked.push(rest);
                    return awsCli(this.aws, rest);
                }
                assert.deepEqual(rest.slice(0, 2), ["stack", "export"]);
                return { code: 0, stdout: JSON.stringify(this.state), stderr: "" };
            },
        });
    }

    /** Runs `private-vpc adopt` and returns its files by name. */
    async adopt(vpcId: string, ...options: string[]): Promise<{ stdout: string; files: { [name: string]: string } }> {
        const { code, stdout, stderr } = await this.run("adopt", vpcId, ...here, ...options);
        assert.equal(stderr, "");
        assert.equal(code, 0);
        return { stdout, files: this.files };
    }

    /** What `private-vpc adopt --json` prints. */
    async json(vpcId: string, ...options: string[]): Promise<Adoption> {
        const { code, stdout, stderr } = await this.run("adopt", vpcId, ...here, "--json", ...options);
        assert.equal(stderr, "");
        assert.equal(code, 0, stdout);
        return JSON.parse(stdout) as Adoption;
    }

    /** The codes and paths of the problems that a command reports. */
    async problems(...args: string[]): Promise<string[]> {
        const { code, stdout } = await this.run(...args, "--json");
        assert.equal(code, 1, stdout);
        const { problems } = JSON.parse(stdout) as { problems: { code: string; path: string }[] };
        return problems.map(({ code, path }) => `${code} ${path}`);
    }

    get files(): { [name: string]: string } {
        const out = path.join(this.folder, "adopted");
        if (!fs.existsSync(out)) return {};
        return Object.fromEntries(
            fs.readdirSync(out).sort().map((name) => [name, fs.readFileSync(path.join(out, name), "utf8")]),
        );
    }

    remove(): void {
        fs.rmSync(this.folder, { recursive: true });
    }
}

const here = ["--region", "us-east-1", "--stack", "dev"];
