import * as assert from "node:assert/strict";
import * as os from "node:os";

import { loadFailure } from "../../cli/loadFailure";
import { root } from "../run";

describe("a program that cannot be loaded", () => {
    const failed = (fields: object, folder = root) =>
        loadFailure(Object.assign(new Error("first\nsecond"), fields), folder);

    it("names what to install if a module, ts-node or typescript is missing", () => {
        assert.deepEqual(failed({ code: "MODULE_NOT_FOUND" }), {
            message: "first",
            hint: "run npm install in the project, or correct the import",
        });
        assert.match(
            failed({ code: "ERR_UNKNOWN_FILE_EXTENSION" })!.hint,
            /needs ts-node: npm install --save-dev ts-node/,
        );
        const missing = failed({ name: "TSError" }, os.tmpdir())!;
        assert.match(missing.message, /^typescript is not installed in the project, .*: first\nsecond$/s);
        assert.equal(missing.hint, "npm install --save-dev typescript");
    });

    it("suggests how to continue if type checking fails", () => {
        assert.deepEqual(failed({ name: "TSError" }), {
            message: "first\nsecond",
            hint: "correct the program, or skip the check of types: PULUMI_NODEJS_TRANSPILE_ONLY=true",
        });
    });

    it("is not reported for any other error", () => {
        assert.equal(failed({}), undefined);
    });
});
