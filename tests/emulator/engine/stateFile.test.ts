import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { checkStates, readState, writeState } from "../../../emulator/engine/provider/stateFile";

describe("a file of an emulated account", () => {
    let folder: string;
    let file: string;

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "account-"));
        file = path.join(folder, "us-east-1.json");
    });
    afterEach(() => fs.rmSync(folder, { recursive: true }));

    const vpc = { id: "vpc-1", type: "aws:ec2/vpc:Vpc", name: "app", attributes: {} };

    it("reads back as it was written, and does not have to exist", () => {
        assert.equal(readState(file), undefined);
        const state = { made: [vpc], counts: { "aws:ec2/vpc:Vpc app": 1 } };
        writeState(file, state);
        assert.deepEqual(readState(file), state);
        assert.deepEqual(fs.readdirSync(folder), ["us-east-1.json"]);
    });

    it("is damaged in one sentence if it is truncated, or anything but an account", () => {
        const state = { version: 1, made: [vpc], counts: {} };
        const whole = JSON.stringify(state);
        const items = [null, 1, "vpc-1", [], {}, ...Object.keys(vpc).map((key) => ({ ...vpc, [key]: null }))];
        const damaged = [
            ...["", " ", "null", "1", "[]", "{}", "\"text\"", whole.slice(0, -1), `\uFEFF${whole}`, `${whole}}`],
            ...items.map((item) => JSON.stringify({ ...state, made: [item] })),
            ...[null, [], 1, { a: "1" }, { a: null }].map((counts) => JSON.stringify({ ...state, counts })),
            ...[null, {}, "made"].map((made) => JSON.stringify({ ...state, made })),
            ...["1", null, 0, -1, 0.5, {}].map((version) => JSON.stringify({ ...state, version })),
            Buffer.from(whole.replace("app", "\xff"), "latin1"),
            Buffer.from(whole, "utf16le"),
        ];
        for (const content of damaged) {
            fs.writeFileSync(file, content);
            for (const read of [() => readState(file), () => checkStates(folder)]) {
                assert.throws(read, (error: Error) => {
                    assert.equal(
                        error.message,
                        `${file} is damaged: it does not hold an emulated account. Delete it, and the stack's state with it, to start anew`,
                        String(content),
                    );
                    return true;
                });
            }
        }
    });

    it("of a newer release is to be used with that release", () => {
        for (const version of [2, 999, 1e21]) {
            fs.writeFileSync(file, JSON.stringify({ version, resources: "in another format" }));
            assert.throws(() => readState(file), {
                message:
                    `${file} was written by a newer release (version ${version} of the format; this one reads 1). Use that release`,
            });
        }
    });
});
