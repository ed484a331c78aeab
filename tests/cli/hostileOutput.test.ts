import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

import type { Execute } from "../../cli/command";
import { htmlReport } from "../../cli/report/html";
import { picture } from "../../cli/report/picture";
import { terminalReport } from "../../cli/report/terminal";
import { markdownReport } from "../../components/report/markdown";
import { awsCli } from "../../emulator/awsCli/awsCli";
import { renamed } from "../fuzz/values";
import { preview as previewOf, stack as networkStack } from "../network/previewedStack";
import { privateVpc, type Result } from "./commandRun";
import { RecordedStack } from "./recover/recordedStack";
import { StackAccount } from "./recover/stackAccount";
import { planOf } from "./report/plans";

/** What a value may try to be, each with what a reader must not find in the output. */
const attacks: { [what: string]: { value: string; never: RegExp } } = {
    "a control sequence of a terminal": { value: "a\u001b[2J\u001b[31mb", never: /\u001b/ },
    "a title or a link of a terminal": {
        value: "a\u001b]0;b\u0007\u001b]8;;https://example.com\u0007c",
        never: /[\u001b\u0007]/,
    },
    "an eight-bit control sequence": { value: "a\u009b2Jb\u009d0;c\u009c", never: /[\u0080-\u009f]/ },
    "text in another direction": { value: "a\u202eb\u2066c", never: /[\u202a-\u202e\u2066-\u2069]/ },
    "a workflow command": { value: "::error::b", never: /^\s*::/m },
    "a workflow command on a line of its own": {
        value: "a\n::add-mask::b\r::stop-commands::c\u2028::error::d",
        never: /^\s*::/m,
    },
    "an older workflow command": { value: "a ##[error]b", never: /##\[/ },
    "a line of its own": { value: "a\n\n  stack dev: 0 problems", never: /^ *stack dev: 0 problems/m },
};

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hostile-"));

function policyWith(value: string): string {
    const Statement = [{
        Effect: value,
        [value]: 1,
        Action: `s3:${value}`,
        Principal: "*",
        Resource: value,
        Condition: { [value]: { [value]: value } },
    }];
    return JSON.stringify({ Version: value, Statement });
}

/** Files of a stack in which a component and its VPC have this name. */
function stackNamed(name: string): { state: string; preview: string } {
    const account = new StackAccount();
    const stack = new RecordedStack([account.vpc, account.table], [account.sqs()]);
    const write = (file: string, value: unknown, from: string) => {
        fs.writeFileSync(path.join(folder, file), JSON.stringify(renamed(value, from, name)));
        return file;
    };
    return {
        state: write("state.json", stack.exported, "app"),
        preview: write("preview.json", previewOf(networkStack()), "worker"),
    };
}

/** Every command with a value wherever its author can put one. */
const commands: { [command: string]: (value: string) => Promise<Result> } = {
    "plan --stack": (value) => privateVpc(["plan", "--stack", value], { folder }),
    "plan --against": (value) => privateVpc(["plan", "--against", value]),
    "services": (value) => privateVpc(["services", "--region", "us-east-1", value]),
    "services --region": (value) => privateVpc(["services", "--region", value, "s3"]),
    "lint": (value) => privateVpc(["lint", "-"], { stdin: policyWith(value) }),
    "lint --json": (value) => privateVpc(["lint", "--json", "-"], { stdin: policyWith(value) }),
    "lint --sarif": (value) => privateVpc(["lint", "--sarif", "-"], { stdin: policyWith(value) }),
    "lint of a file": (value) => privateVpc(["lint", value]),
    "lint --sarif of a file": (value) => privateVpc(["lint", "--sarif", value]),
    "prove": (value) => privateVpc(["prove", "--service", "s3", "-"], { stdin: policyWith(value) }),
    "recover": (value) => {
        const execute: Execute = async ([, ...args]) => awsCli(new StackAccount().aws, args);
        return privateVpc(["recover", "--state", stackNamed(value).state], { folder, execute });
    },
    "release": (value) => privateVpc(["release", "--state", stackNamed(value).state], { folder }),
    "release of a component": (value) => privateVpc(["release", value, "--state", stackNamed("app").state], { folder }),
    "exits": (value) => privateVpc(["exits", "--stack-export", stackNamed(value).state], { folder }),
    "exits --markdown": (value) =>
        privateVpc(["exits", "--markdown", "--stack-export", stackNamed(value).state], { folder }),
    "reach": (value) => privateVpc(["reach", "--to", "s3", "--preview", stackNamed(value).preview], { folder }),
    "reach --markdown": (value) =>
        privateVpc(["reach", "--to", "s3", "--markdown", "--preview", stackNamed(value).preview], { folder }),
    "reach --all": (value) => privateVpc(["reach", "--all", "--preview", stackNamed(value).preview], { folder }),
    "guardrails init": (value) => privateVpc(["guardrails", "init", value], { folder: path.join(folder, "packs") }),
    "facts refresh": (value) => privateVpc(["facts", "refresh", "--services", value]),
    "an unknown option": (value) => privateVpc(["plan", `--${value}`]),
    "an unknown command": (value) => privateVpc([value]),
};

describe("a hostile value in a command's output", () => {
    after(() => fs.rmSync(folder, { recursive: true }));

    for (const [what, { value, never }] of Object.entries(attacks)) {
        for (const [command, run] of Object.entries(commands)) {
            it(`is escaped as text by ${command} if it is ${what}`, async () => {
                const { code, stdout, stderr } = await run(value);
                assert.ok([0, 1, 2, 3].includes(code!));
                assert.doesNotMatch(stdout, never);
                assert.doesNotMatch(stderr, never);
            });
        }
    }

    it("keeps its value in JSON, with executable characters escaped", async () => {
        for (const { value } of Object.values(attacks)) {
            const { stdout } = await commands["lint --json"]!(value);
            const { files: [{ findings }] } = JSON.parse(stdout) as { files: [{ findings: { message: string }[] }] };
            assert.ok(
                findings.some(({ message }) =>
                    message.includes(JSON.stringify(value).slice(1, -1)) || message.includes(value)
                ),
                stdout,
            );
        }
    });

    it("is text in the Markdown of reach and exits if it is markup in a name", async () => {
        const name = "![a](https://example.com/b) <img src=x> @octocat #1";
        const { state, preview } = stackNamed(name);
        for (const args of [["exits", "--stack-export", state], ["reach", "--to", "s3", "--preview", preview]]) {
            const { stdout } = await privateVpc([...args, "--markdown"], { folder });
            assert.ok(stdout.includes("octocat"));
            assert.doesNotMatch(stdout.replaceAll("&#8203;", "\u200b"), /[^\\]!\[|[^\\]\[a|[^\\]<|@\w|#\d|https:\/\/e/);
        }
    });

    it("is not a link in SARIF", async () => {
        const { stdout } = await commands["lint --sarif"]!("[a](https://example.com)");
        assert.match(stdout, /\[a\] \(https:/);
        assert.doesNotMatch(stdout, /\]\(/);
    });
});

describe("a hostile value in a report", () => {
    const markup =
        "<img src=x onerror=alert(1)> ![a](https://example.com/b) @octocat #1 GH-2 https://example.com www.example.com a@example.com &lt; # c";
    const reported = async (value: string) => ({
        ...await planOf("dev", {
            "private-vpc:perimeter": JSON.stringify({
                exceptions: [{ service: "s3", actions: ["s3:GetObject"], resources: ["*"], reason: value }],
            }),
        }),
        stack: value,
    });
    const context = (value: string) => ({ environments: [value], assumed: [value] });

    it("is plain text in Markdown: no image, link, mention, reference, element, entity or heading", async () => {
        const text = markdownReport(await reported(markup), context(markup));
        for (
            const wrong of [
                /[^\\]</,
                /[^\\]!\[|[^\\]\[a/,
                /@\w/,
                /#\d/,
                /GH-\d/i,
                /https:\/\/example/,
                /www\./,
                /[^\\]&lt;/,
            ]
        ) {
            assert.doesNotMatch(text.replace(/<\/?(details|summary)>/g, "").replaceAll("&#8203;", "\u200b"), wrong);
        }
        assert.ok(text.includes("https://docs.aws.amazon.com/"));
        assert.equal(text.includes("\n# c"), false);
    });

    for (const [what, { value, never }] of Object.entries(attacks)) {
        it(`is plain text in every format if it is ${what}`, async () => {
            const plan = await reported(value);
            const texts = [
                terminalReport(plan, { colour: false }, context(value)),
                markdownReport(plan, context(value)),
                htmlReport(plan, context(value)),
                picture(plan),
            ];
            // Workflow commands are neutralized when the report is printed.
            if (what.includes("workflow")) return;
            // Lines mean nothing in HTML and SVG.
            for (const text of what.includes("line") ? texts.slice(0, 2) : texts) assert.doesNotMatch(text, never);
        });
    }

    it("is plain text on the HTML page, which allows no script, request or form", async () => {
        const page = htmlReport(await reported(markup), context(markup));
        assert.match(
            page,
            /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">/,
        );
        assert.doesNotMatch(page, /<img|<script|<a |<iframe|javascript:/);
        assert.ok(page.includes("&lt;img src=x onerror=alert(1)&gt;"));
        // The policy is read before anything that it governs.
        assert.ok(page.indexOf("Content-Security-Policy") < page.indexOf("<style>"));
    });
});
