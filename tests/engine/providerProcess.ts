import * as fs from "node:fs";
import * as path from "node:path";

import { serve } from "../../emulator/engine/grpc";
import { accountIn } from "../../emulator/engine/provider/account";
import { type Account, providerHandlers } from "../../emulator/engine/provider/providerService";
import type { Workspace } from "../../emulator/engine/workspace";
import { root } from "../run";
import { shortName } from "./stacks";

const { ResourceProviderService } = require("@pulumi/pulumi/proto/provider_grpc_pb") as {
    ResourceProviderService: unknown;
};
const { version } = require("@pulumi/aws/package.json") as { version: string };

/** An operation at which the provider stops, and whether AWS has performed it by then. */
export interface Stop {
    operation: string;
    after: boolean;
}

const stopIn = (folder: string) => path.join(folder, "provider.stop");
const stoppedIn = (folder: string) => path.join(folder, "provider.stopped");

/** Installs a provider for the emulated account of a workspace, which the CLI starts as a process of its own. */
export function installProvider({ env, account }: Workspace): void {
    const folder = path.join(env.PULUMI_HOME!, "plugins", `resource-aws-v${version}`);
    fs.mkdirSync(folder, { recursive: true });
    const required = [require.resolve("ts-node/register"), __filename].map((file) =>
        `require(${JSON.stringify(file)})`
    );
    const script = [
        `#!${process.execPath}`,
        `process.env.TS_NODE_PROJECT = ${JSON.stringify(path.join(root, "tsconfig.json"))};`,
        `${required.join(";\n")}.serveAccount(${JSON.stringify(account)});`,
    ];
    fs.writeFileSync(path.join(folder, "pulumi-resource-aws"), `${script.join("\n")}\n`, { mode: 0o755 });
}

/** Waits until a process has ended. A zombie has: its parent has only not asked for its exit code. */
export async function waitForEnd(pid: number): Promise<void> {
    const isAlive = () => {
        try {
            return !/ Z /.test(fs.readFileSync(`/proc/${pid}/stat`, "utf8"));
        } catch {
            return false;
        }
    };
    while (isAlive()) await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Lets the provider stop at an operation, and kills it there, after something else. Returns its process ID. */
export async function killAt(
    stop: Stop,
    { account }: Workspace,
    isRunning: () => boolean,
    first: () => void,
): Promise<number> {
    fs.writeFileSync(stopIn(account), JSON.stringify(stop));
    while (!fs.existsSync(stoppedIn(account))) {
        if (!isRunning()) throw new Error(`the deployment ended before ${stop.operation}`);
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const pid = Number(fs.readFileSync(stoppedIn(account), "utf8"));
    first();
    process.kill(pid, "SIGKILL");
    return pid;
}

/** The provider's process: serves the account, and prints the port, as the CLI expects. */
export async function serveAccount(folder: string): Promise<void> {
    const account = accountIn(folder);
    const stopping: Account = {
        in: (region) => account.in(region),
        async carryOut(operation, effect) {
            const stop = fs.existsSync(stopIn(folder)) && JSON.parse(fs.readFileSync(stopIn(folder), "utf8")) as Stop;
            if (!stop || stop.operation !== `${operation.kind} ${shortName(operation.urn)}`) {
                return account.carryOut(operation, effect);
            }
            if (stop.after) await account.carryOut(operation, effect);
            fs.writeFileSync(`${stoppedIn(folder)}.draft`, String(process.pid));
            fs.renameSync(`${stoppedIn(folder)}.draft`, stoppedIn(folder));
            return new Promise(() => undefined);
        },
    };
    const { port } = await serve(ResourceProviderService, providerHandlers(stopping));
    process.stdout.write(`${port}\n`);
}
