import * as assert from "node:assert/strict";

import type { Attributes } from "../../emulator/aws/emulatedAws";
import { readState, writeState } from "../../emulator/engine/provider/stateFile";
import { Disturbed, type Start } from "./deployment";
import { destruction, firstUp, largeUpdate } from "./faultDeployments";
import { FaultResults } from "./faultResults";
import type { Deployment } from "./faults";
import { endProgram, findProgram } from "./programHost";
import { installProvider, killAt, type Stop, waitForEnd } from "./providerProcess";
import { Recovering } from "./recovering";
import { EngineStack } from "./stacks";

/** A deployment, and the operations that are tried without FAULTS=all. */
interface Tried {
    deployment: Deployment;
    usually: string[];
}

const table: Tried[] = [
    { deployment: firstUp, usually: ["create VpcEndpoint app-sqs-interface"] },
    { deployment: largeUpdate, usually: [] },
    { deployment: destruction, usually: ["delete VpcEndpoint app-s3-gateway"] },
];

/** The process that dies; the provider, a process of its own here, dies by SIGKILL in any case. */
const victims = ["the provider", "the CLI"] as const;
type Victim = typeof victims[number];

const tryAll = process.env.FAULTS === "all";
const results = new FaultResults();

/** What a deployment leaves whose provider, or CLI and then provider, was killed by SIGKILL. */
async function killed(stack: EngineStack, { command }: Deployment, victim: Victim, stop: Stop): Promise<Start> {
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
    const beforeProvider = () => victim === "the CLI" && child.kill("SIGKILL");
    const pid = await killAt(stop, workspace, () => code === undefined, beforeProvider);
    await ended;
    endProgram();
    await waitForEnd(pid);
    assert.equal(code, victim === "the CLI" ? null : 1, text);
    return { stack, account: readState(stack.accountFile) ?? { made: [], counts: {} } };
}

describe("a deployment whose processes were killed by SIGKILL", function() {
    this.timeout(tryAll ? "8h" : "10m");
    let empty: EngineStack;
    let deployed: Start;

    before(async () => {
        empty = await EngineStack.create("dev", firstUp.config);
        const deployment = Disturbed.from({ stack: empty, account: { made: [], counts: {} } });
        await deployment.complete();
        deployed = deployment.start;
    });

    after(() => [empty, deployed.stack].forEach((stack) => stack.remove()));

    /** Where a deployment starts. */
    const startOf = ({ from }: Deployment): Start =>
        from === "nothing" ? { stack: empty, account: { made: [], counts: {} } } : deployed;

    async function endsTheSame(deployment: Deployment, victim: Victim, stop: Stop, end: Disturbed["end"]) {
        const { command, changed } = deployment;
        const { stack: start, account } = startOf(deployment);
        const stack = start.fork();
        stack.configure(changed as Attributes);
        if (account.made.length > 0) writeState(stack.accountFile, account);
        try {
            const disturbed = Disturbed.from(await killed(stack, deployment, victim, stop));
            try {
                const recovering = new Recovering(disturbed, command);
                await recovering.recover();
                if (!recovering.deployed) await disturbed.complete(command);
                assert.deepEqual(disturbed.end, end, recovering.typed.join("\n"));
            } finally {
                disturbed.remove();
            }
        } finally {
            stack.remove();
        }
    }

    for (const { deployment, usually } of table.filter((row) => tryAll || row.usually.length > 0)) {
        describe(deployment.title, () => {
            let undisturbed: { end: Disturbed["end"]; operations: string[] };

            before(async () => {
                const disturbed = Disturbed.from(startOf(deployment), deployment.changed);
                await disturbed.complete(deployment.command);
                undisturbed = { end: disturbed.end, operations: disturbed.account.done };
                disturbed.remove();
            });

            for (const victim of tryAll ? victims : victims.slice(0, 1)) {
                for (const after of [false, true]) {
                    const when = `${victim} was killed ${after ? "after" : "before"} AWS performed an operation`;
                    it(`is completed by the documented commands if ${when}`, async function() {
                        const { operations, end } = undisturbed;
                        const tried = tryAll ? operations : usually;
                        const failures: string[] = [];
                        for (const operation of tried) {
                            const failure = await results.of(
                                `${deployment.title}: ${when}: ${operation}`,
                                () => endsTheSame(deployment, victim, { operation, after }, end),
                            );
                            if (failure) failures.push(failure);
                        }
                        this.test!.title += `: ${tried.length} of ${operations.length}`;
                        assert.deepEqual(failures, []);
                    });
                }
            }
        });
    }
});
