import * as assert from "node:assert/strict";

import * as ec2 from "@pulumi/aws/ec2";

import { runUntraced } from "../../emulator/runProgram";
import { failure } from "../run";

describe("a run without stack traces", () => {
    const config = { "aws:region": "us-east-1" };
    const { stackTraceLimit } = Error;

    afterEach(() => assert.equal(Error.stackTraceLimit, stackTraceLimit));

    it("runs a successful program once, and collects no trace", async () => {
        const traces: (string | undefined)[] = [];
        const run = await runUntraced(() => {
            const vpc = new ec2.Vpc("app", { cidrBlock: "10.0.0.0/16" });
            traces.push(new Error("at once").stack);
            return { id: vpc.id.apply((id) => (traces.push(new Error("later").stack), typeof id)) };
        }, { config });
        assert.deepEqual(run.resources.map(({ name }) => name), ["private-vpc-dev", "app"]);
        assert.deepEqual(run.outputs, { id: "string" });
        assert.deepEqual(traces, [undefined, undefined]);
    });

    it("finds the trace of a failing program, whether it throws at once or later, by running it again", async () => {
        let runs = 0;
        function failing(): void {
            throw new Error(`in run ${runs}`);
        }
        const atOnce = () => (runs++, failing());
        const later = () => (runs++, new ec2.Vpc("app", { cidrBlock: "10.0.0.0/16" }).id.apply(failing));
        assert.match((await failure(runUntraced(atOnce, { config }))).stack!, /^Error: in run 2\n +at failing /);
        assert.match((await failure(runUntraced(later, { config }))).stack!, /^Error: in run 4\n +at failing /);
    });

    it("shows the trace of a request that the emulated AWS rejects", async () => {
        const refused = await failure(runUntraced(() => new ec2.Vpc("app", { cidrBlock: "10.0.0.0/8" }), { config }));
        assert.match(refused.stack!, /^AwsError: .*InvalidVpc\.Range.*\n +at /);
    });

    it("does not affect a program that reads a stack trace itself", async () => {
        const program = () => ({ line: new Error("here").stack!.split("\n")[0] });
        assert.deepEqual((await runUntraced(program, { config })).outputs, { line: "Error: here" });
    });
});
