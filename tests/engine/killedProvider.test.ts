import * as assert from "node:assert/strict";

import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { type Command, Disturbed, type Start } from "./deployment";
import { firstUp } from "./faultDeployments";
import { endProgram, findProgram } from "./programHost";
import { installProvider, killAt, type Stop } from "./providerProcess";
import { Recovering } from "./recovering";
import { EngineStack } from "./stacks";

/** The state that a deployment leaves whose provider, a process of its own, is killed by SIGKILL. */
async function killed(stack: EngineStack, command: Command, stop: Stop): Promise<{ text: string; left: Start }> {
    const { workspace, name } = stack;
    workspace.servePlugins = () => [findProgram()];
    installProvider(workspace);
    const child = await workspace.start([
        ...[command, "--non-interactive", "--color", "never", "--yes", "--skip-preview", "--suppress-outputs"],
        ...["--parallel", "1", "--stack", name],
    ]);
    let text = "";
    for (const stream of [child.stdout!, child.stderr!]) stream.on("data", (data: Buffer) => text += data.toString());
    let code: number | null | undefined;
    const ended = new Promise<void>((resolve) =>
        child.on("close", (status) => {
            code = status;
            resolve();
        })
    );
    const pid = await killAt(stop, workspace, () => code === undefined);
    await ended;
    endProgram();
    assert.throws(() => process.kill(pid, 0), /ESRCH/);
    assert.equal(code, 1, text);
    return { text, left: { stack, account: readState(stack.accountFile) ?? { made: [], counts: {} } } };
}

describe("a deployment whose provider's process was killed by SIGKILL", () => {
    let empty: EngineStack;
    let deployed: Start;
    let end: Disturbed["end"];
    let destroyed: Disturbed["end"];

    before(async () => {
        empty = await EngineStack.create("dev", firstUp.config);
        const deployment = Disturbed.from({ stack: empty, account: { made: [], counts: {} } });
        await deployment.complete();
        ({ end, start: deployed } = deployment);
        const destruction = Disturbed.from(deployed);
        await destruction.complete("destroy");
        destroyed = destruction.end;
        destruction.remove();
    });

    after(() => [empty, deployed.stack].forEach((stack) => stack.remove()));

    const operations: { [command in Command]: string[] } = {
        up: ["create VpcEndpoint app-sqs-interface"],
        destroy: ["delete VpcEndpoint app-s3-gateway"],
    };
    for (const command of ["up", "destroy"] as const) {
        for (const operation of operations[command]) {
            for (const after of [false, true]) {
                const when = `${after ? "after" : "before"} AWS performed: ${operation}`;
                it(`is completed by the documented commands, ${when}`, async () => {
                    const stack = command === "up" ? empty.fork() : deployed.stack.fork();
                    if (command === "destroy") writeState(stack.accountFile, deployed.account);
                    const { left } = await killed(stack, command, { operation, after });
                    const deployment = Disturbed.from(left);
                    try {
                        const recovering = new Recovering(deployment, command);
                        await recovering.recover();
                        if (!recovering.deployed) await deployment.complete(command);
                        assert.deepEqual(
                            deployment.end,
                            command === "up" ? end : destroyed,
                            recovering.typed.join("\n"),
                        );
                    } finally {
                        deployment.remove();
                        stack.remove();
                    }
                });
            }
        }
    }
});
