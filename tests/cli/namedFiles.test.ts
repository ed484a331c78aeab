import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import { readText } from "../../components/config/guardedFile";
import { privateVpc } from "./commandRun";

const secret = "wJalrXUtnFEMI";

/** A folder with everything that a pull request can put in a policy's place. */
function folderOf(): string {
    const parent = fs.mkdtempSync(path.join(os.tmpdir(), "named-"));
    const folder = path.join(parent, "project");
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(parent, "credentials"), `[default]\naws_secret_access_key = ${secret}\n`);
    fs.symlinkSync("../credentials", path.join(folder, "link.json"));
    fs.symlinkSync("/dev/zero", path.join(folder, "device.json"));
    fs.mkdirSync(path.join(folder, "folder.json"));
    execFileSync("mkfifo", [path.join(folder, "pipe.json")]);
    fs.closeSync(fs.openSync(path.join(folder, "large.json"), "w"));
    fs.truncateSync(path.join(folder, "large.json"), 3_000_000_000);
    fs.writeFileSync(path.join(folder, "latin1.json"), Buffer.from("{\"a\": \"caf\u00e9\"}", "latin1"));
    fs.writeFileSync(
        path.join(folder, "token.json"),
        JSON.stringify({ token: secret, Version: secret, [secret]: 1 }).replace("{", `{"token": "${secret}", `),
    );
    fs.writeFileSync(path.join(folder, "Pulumi.yaml"), "name: private-vpc\nruntime: nodejs\n");
    fs.writeFileSync(path.join(folder, "Pulumi.dev.yaml"), "config:\n  aws:region: us-east-1\n");
    return folder;
}

const commands: { [what: string]: (file: string) => string[] } = {
    "lint": (file) => ["lint", file],
    "prove": (file) => ["prove", "--service", "s3", file],
    "prove --against": (file) => ["prove", "--service", "s3", "--against", file, "-"],
    "plan --against": (file) => ["plan", "--against", file],
    "plan --stack-references": (file) => ["plan", "--stack-references", file],
    "facts refresh --services": (file) => ["facts", "refresh", "--services", file],
    "facts refresh --prices": (file) => ["facts", "refresh", "--prices", file],
    "facts refresh --pages": (file) => ["facts", "refresh", "--pages", file],
};

const files: { [file: string]: RegExp } = {
    "pipe.json": /the file is not a regular file/,
    "device.json": /the file is (not a regular file|outside of the folders that may be read)/,
    "folder.json": /the file is a folder/,
    "large.json": /the file is larger than \d+ MB/,
    "latin1.json": /the file is not UTF-8 text/,
    "missing.json": /the file does not exist/,
    "name\u0000.json": /the file cannot be read: ERR_INVALID_ARG_VALUE/,
};

describe("a file named on the command line", () => {
    const folder = folderOf();
    after(() => fs.rmSync(path.dirname(folder), { recursive: true }));

    for (const [what, args] of Object.entries(commands)) {
        for (const [file, message] of Object.entries(files)) {
            it(`is rejected by ${what} at once: ${JSON.stringify(file)}`, async function() {
                this.timeout(2_000);
                const { code, stdout, stderr } = await privateVpc(args(file), { folder, stdin: "{}" });
                assert.equal(code, 1);
                assert.match(stdout + stderr, message);
            });
        }
    }

    for (const what of ["lint", "prove", "prove --against", "plan --against"]) {
        it(`is rejected by ${what} if a link leads out of the folder, but read if the target itself is named`, async () => {
            const read = async (file: string) => {
                const { stdout, stderr } = await privateVpc(commands[what]!(file), { folder, stdin: "{}" });
                return stdout + stderr;
            };
            assert.match(
                await read("link.json"),
                /outside of the folders that may be read \[file\.not-read\]\n.*name the file that the link leads to/,
            );
            for (const file of ["../credentials", path.join(path.dirname(folder), "credentials")]) {
                assert.match(await read(file), /not JSON: line 1, column 2: unexpected text/);
            }
        });

        for (const format of [[], ["--json"]]) {
            it(`is never quoted by ${[what, ...format].join(" ")} if it is not a policy or a plan`, async () => {
                for (const file of ["../credentials", "token.json"]) {
                    const { code, stdout, stderr } = await privateVpc([...commands[what]!(file), ...format], {
                        folder,
                        stdin: "{}",
                    });
                    assert.equal(code, 1);
                    assert.equal((stdout + stderr).includes(secret), false, stdout + stderr);
                }
            });
        }
    }

    it("is read from standard input up to a size limit", () => {
        const endless = fs.openSync("/dev/zero", "r");
        assert.deepEqual(readText(endless, 1), { message: "is larger than 1 MB", hint: "reduce it" });
        fs.closeSync(endless);
    });
});
