import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { Execute } from "../../cli/command";
import { EmulatedAws } from "../../emulator/aws/emulatedAws";
import { awsCli } from "../../emulator/awsCli/awsCli";
import { PreparedVpc } from "../../tests/cli/adopt/preparedVpc";
import { privateVpc } from "../../tests/cli/commandRun";
import { RecordedStack } from "../../tests/cli/recover/recordedStack";
import { StackAccount } from "../../tests/cli/recover/stackAccount";

type Lists = { [list: string]: unknown };

/** The text of a JSON value with other IDs, and other names in place of `app` and `orders`. */
const copyOf = (text: string, copy: number) =>
    text.replaceAll(
        /\b([a-z]+)-([0-9a-f]{8,17})\b/g,
        (_, kind: string, id: string) => `${kind}-${copy.toString(16).padStart(4, "0")}${id.slice(4)}`,
    ).replaceAll("app", `app${copy}`).replaceAll("orders", `orders${copy}`);

/** An answer whose lists have every item many times, each copy with its own IDs. */
function repeated(answer: string, times: number): string {
    const parsed = JSON.parse(answer) as Lists;
    const lists = Object.entries(parsed).map(([key, items]) => {
        if (!Array.isArray(items)) return [key, items];
        const text = JSON.stringify(items);
        const copies = Array.from({ length: times - 1 }, (_, at) => JSON.parse(copyOf(text, at + 1)) as unknown[]);
        return [key, [...items as unknown[], ...copies.flat()]];
    });
    return JSON.stringify(Object.fromEntries(lists));
}

/** Runs the commands of an account that has everything many times, and of a stack. */
function executing(aws: EmulatedAws, times: number, exported: unknown): Execute {
    const answers = new Map<string, ReturnType<typeof awsCli>>();
    return async ([program, ...args]) => {
        if (program === "pulumi") return { code: 0, stdout: JSON.stringify(exported), stderr: "" };
        const key = args.join(" ");
        const answer = answers.get(key) ?? awsCli(aws, args);
        if (!answers.has(key) && answer.code === 0) answer.stdout = repeated(answer.stdout, times);
        answers.set(key, answer);
        return answer;
    };
}

async function succeeding(args: string[], environment: { execute?: Execute; folder?: string }): Promise<void> {
    const { stdout, stderr } = await privateVpc([...args], environment);
    if (stderr !== "" || stdout.includes("\"problems\": [")) throw new Error(stdout + stderr);
}

/** A folder that is removed when the process ends. */
function temporary(): string {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "scale-"));
    process.on("exit", () => fs.rmSync(folder, { recursive: true }));
    return folder;
}

/** `private-vpc adopt` of one VPC of an account with many. */
export function adoptFrom(vpcs: number): () => Promise<void> {
    const theirs = new PreparedVpc(new EmulatedAws({ region: "us-east-1" }), "theirs");
    const subnets = [theirs.subnet("a", 1), theirs.subnet("b", 2)];
    theirs.gateway("s3", [theirs.table("private", ...subnets)]);
    theirs.interface("sqs", subnets, [theirs.group("endpoints")]);
    const execute = executing(theirs.aws, vpcs, { version: 3, deployment: { resources: [] } });
    const folder = temporary();
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    const args = ["adopt", theirs.id, "--region", "us-east-1", "--stack", "dev", "--force"];
    return () => succeeding(args, { execute, folder });
}

/** The state of a stack with many components, and the commands of its account. */
function largeStack(components: number): { exported: object; execute: Execute } {
    const account = new StackAccount();
    const stack = new RecordedStack([account.vpc, account.table], [account.sqs()]);
    const { deployment, ...rest } = stack.exported as {
        deployment: { resources: unknown[]; pending_operations: unknown[] };
    };
    const [provider, ...resources] = deployment.resources;
    const copies = (items: unknown[]) =>
        Array.from(
            { length: components - 1 },
            (_, at) => JSON.parse(copyOf(JSON.stringify(items), at + 1)) as unknown[],
        );
    const exported = {
        ...rest,
        deployment: {
            resources: [provider, ...resources, ...copies(resources).flat()],
            pending_operations: [...deployment.pending_operations, ...copies(deployment.pending_operations).flat()],
        },
    };
    return { exported, execute: executing(account.aws, components, exported) };
}

/** `private-vpc recover` of a stack with many components, each with an interrupted creation. */
export function recoverStack(components: number): () => Promise<void> {
    const { execute } = largeStack(components);
    return () => succeeding(["recover", "--stack", "dev"], { execute });
}

/** `private-vpc release` of one of many components. */
export function releaseFrom(components: number): () => Promise<void> {
    const { execute } = largeStack(components);
    return () => succeeding(["release", "orders1", "--stack", "dev"], { execute });
}
