import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";

import type { Adoption } from "../../cli/adopt/adopt";
import { importCommand } from "../../cli/adopt/adoptionText";
import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import { awsCli } from "../../emulator/awsCli/awsCli";
import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { type Prepared, preparedVpcs } from "../cli/adopt/preparedVpcs";
import { privateVpc } from "../cli/commandRun";
import { root } from "../run";
import { indented } from "./recovering";
import { EngineStack } from "./stacks";

/** A stack that adopts VPCs, each as the component of a name. */
class Adopting {
    private constructor(readonly stack: EngineStack, readonly vpcs: { [name: string]: Prepared }) {}

    /** A stack in an account with every prepared VPC. */
    static async create(): Promise<Adopting> {
        const stack = await EngineStack.create("dev", { "aws:region": "us-east-1" });
        // The command reads no file through a link that leaves the project.
        stack.workspace.writeFile("Pulumi.yaml", fs.readFileSync(path.join(root, "Pulumi.yaml"), "utf8"));
        const aws = new EmulatedAws({ region: "us-east-1" });
        const vpcs = Object.values(preparedVpcs).map((
            prepare,
            index,
        ) => [`v${index}`, prepare(aws, `their${index}`, index)]);
        writeState(stack.accountFile, aws.state);
        return new Adopting(stack, Object.fromEntries(vpcs) as { [name: string]: Prepared });
    }

    fork(): Adopting {
        const stack = this.stack.fork();
        const [project, copy] = [this.stack.workspace.project, stack.workspace.project];
        for (const name of Object.keys(this.vpcs)) {
            fs.cpSync(path.join(project, name), path.join(copy, name), { recursive: true });
        }
        const forked = new Adopting(stack, this.vpcs);
        forked.declare(Object.keys(this.vpcs));
        return forked;
    }

    get aws(): EmulatedAws {
        return new EmulatedAws({ region: "us-east-1" }, readState(this.stack.accountFile));
    }

    /** Every ID in AWS. */
    get ids(): string[] {
        return this.aws.state.made.map(({ id }) => id).sort();
    }

    async run(...args: string[]): Promise<string> {
        const { code, stdout, stderr } = await privateVpc(args, {
            folder: this.stack.workspace.project,
            execute: async ([program, ...rest]) =>
                program === "aws" ? awsCli(this.aws, rest) : this.stack.workspace.run(...rest),
        });
        assert.equal(stderr, "");
        assert.equal(code, 0);
        return stdout;
    }

    /** The command that adopts the VPC of a component. */
    command(name: string): string[] {
        return [
            "adopt",
            this.vpcs[name]!.vpc.id,
            "--name",
            name,
            "--stack",
            "dev",
            "--region",
            "us-east-1",
            "--out",
            name,
        ];
    }

    /** Writes the files of every component, and returns what the command reports. */
    async adopt(): Promise<{ [name: string]: Adoption }> {
        const found: { [name: string]: Adoption } = {};
        for (const name of Object.keys(this.vpcs)) {
            found[name] = JSON.parse(await this.run(...this.command(name), "--json")) as Adoption;
        }
        this.declare(Object.keys(this.vpcs));
        return found;
    }

    /** Writes the program with these components, as the command wrote them. */
    declare(names: string[]): void {
        const bodies = names.map((name) =>
            this.read(name, "program.ts").replace(/^import .*$/m, "").replace(/export const \w+ = /, "")
        );
        const program = `import { PrivateVpc, VpcEndpoints } from "./components";\n${bodies.join("")}`;
        this.stack.workspace.writeFile("index.ts", program);
    }

    /** Imports the first component with the printed command, and the others, which takes less time, from one file. */
    async import(): Promise<void> {
        const [first, ...others] = Object.keys(this.vpcs);
        const resources = others.flatMap((name) =>
            (JSON.parse(this.read(name, "import.json")) as { resources: object[] }).resources
        );
        this.stack.workspace.writeFile("others.json", JSON.stringify({ resources }));
        for (const file of [path.join(first!, "import.json"), "others.json"]) {
            const [, ...args] = importCommand(file, "dev");
            await this.stack.succeed(...args, "--yes", "--skip-preview");
        }
    }

    private read(name: string, file: string): string {
        return fs.readFileSync(path.join(this.stack.workspace.project, name, file), "utf8");
    }
}

const sentence = ({ operation, type, name, properties = {} }: Adoption["changes"][number]) => {
    const changed = Object.keys(properties).sort().join(", ");
    return `${operation} ${type.split(":").at(-1)} ${name}${changed && `: ${changed}`}`;
};

/** The engine's operations on AWS, without the names, each once. */
const kindsOf = (operations: string[]) =>
    [...new Set(operations.map((operation) => operation.split(" ").slice(0, 2).join(" ")))].sort();

describe("private-vpc adopt on the real engine, in an account with twelve prepared VPCs", () => {
    let adopting: Adopting;
    let found: { [name: string]: Adoption };
    let initial: string[];
    let adopted: string[];
    let previewed: string[];
    let deployed: string[];

    before(async function(this: Mocha.Context) {
        this.timeout(600_000);
        adopting = await Adopting.create();
        initial = adopting.ids;
        const { stack } = adopting;
        found = await adopting.adopt();
        await adopting.import();
        adopted = Object.values(found).flatMap((one) => one.adopted.map(({ id }) => id));
        assert.deepEqual(adopting.ids, initial);
        previewed = await stack.preview();
        deployed = await stack.up();
    });

    after(() => adopting.stack.remove());

    it("previews exactly the changes that the command announced: no replacement, no deletion", () => {
        const announced = Object.values(found).flatMap(({ changes }) => changes.map(sentence));
        assert.deepEqual(previewed, announced.sort());
        assert.deepEqual(previewed.filter((step) => !/^(create|update) /.test(step)), []);
    });

    it("changes adopted resources only in place, and creates only security groups and their rules", async () => {
        assert.deepEqual(kindsOf(deployed), [
            "create SecurityGroup",
            "create SecurityGroupEgressRule",
            "update DefaultSecurityGroup",
            "update RouteTable",
            "update Subnet",
            "update Vpc",
            "update VpcEndpoint",
        ]);
        await adopting.stack.assertSettled();
        assert.deepEqual(initial.filter((id) => !adopting.ids.includes(id)), []);
        const again = JSON.parse(await adopting.run(...adopting.command("v10"), "--json")) as Adoption;
        assert.deepEqual([again.entries, again.changes], [[], []]);
    });

    it("destroys only what was adopted or created", async () => {
        const fork = adopting.fork();
        // AWS deletes no VPC that has other security groups; the command names them.
        const others = Object.values(found).flatMap((one) => one.others.filter((id) => initial.includes(id)));
        const refused = await fork.stack.fail("destroy", "--yes", "--skip-preview", "--stack", "dev");
        assert.match(refused, /DependencyViolation/);
        const { aws } = fork;
        for (const id of others) aws.delete(id);
        writeState(fork.stack.accountFile, aws.state);
        await fork.stack.succeed("destroy", "--yes", "--skip-preview", "--stack", "dev");
        assert.deepEqual(fork.ids, initial.filter((id) => !adopted.includes(id) && !others.includes(id)));
        fork.stack.remove();
    });

    it("releases components: nothing changes in AWS, and a preview of the program without them shows no changes", async () => {
        const fork = adopting.fork();
        const before = fork.ids;
        for (const name of ["v0", "v10"]) {
            const commands = indented(await fork.run("release", name, "--stack", "dev"));
            const [, ...args] = commands.find(([program, what]) => program === "pulumi" && what === "state")!;
            await fork.stack.succeed(...args, "--yes");
        }
        fork.declare(Object.keys(fork.vpcs).filter((name) => name !== "v0" && name !== "v10"));
        await fork.stack.assertSettled();
        assert.deepEqual(fork.ids, before);
        fork.stack.remove();
    });
});
