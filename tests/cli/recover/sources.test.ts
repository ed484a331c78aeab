import * as assert from "node:assert/strict";

import { askAws } from "../../../cli/recover/sources";

describe("AWS's answers from the AWS CLI", () => {
    it("are asked for a few at a time, however many there are", async () => {
        const seen = { running: 0, most: 0, all: 0 };
        const ask = askAws({
            execute: async () => {
                seen.most = Math.max(seen.most, ++seen.running);
                seen.all += 1;
                await new Promise(setImmediate);
                seen.running -= 1;
                return { code: 0, stdout: "{}", stderr: "" };
            },
        })("us-east-1");
        await Promise.all(Array.from({ length: 100 }, (_, at) => ask(["iam", "get-role", "--role-name", `app-${at}`])));
        assert.deepEqual(seen, { running: 0, most: 8, all: 100 });
    });
});
