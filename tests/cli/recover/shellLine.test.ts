import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";

import { shellLine } from "../../../cli/recover/steps";

/** The arguments that a shell passes to a command. */
function argumentsOf(line: string, env: NodeJS.ProcessEnv): string[] {
    const node = "process.stdout.write(JSON.stringify(process.argv.slice(1)))";
    const program = shellLine([process.execPath, "-e", node, "--"]);
    return JSON.parse(execFileSync("bash", ["-c", `${program} ${line}`], { encoding: "utf8", env })) as string[];
}

describe("the line that a shell reads as a command", () => {
    const words = [
        ...[
            "",
            " ",
            "a b",
            "it's",
            "\"",
            "\\",
            "\\'",
            "$HOME",
            "`id`",
            "$(id)",
            "!!",
            "*",
            "?",
            "~",
            "=ls",
            "#a",
            "a;b",
        ],
        ...[
            "a\nb",
            "a\r\n::error::b",
            "\u001b[31m",
            "\u009b2J",
            "\u202e",
            "\u2028",
            "\t",
            "it's\n\\n",
            "{a,b}",
            "ä",
            "-rf",
        ],
    ];

    it("passes every word as it is, in every locale, and has no character that a terminal would execute", () => {
        const line = shellLine(words);
        for (const locale of ["C", "C.UTF-8"]) {
            assert.deepEqual(argumentsOf(line, { ...process.env, LC_ALL: locale }), words);
        }
        assert.doesNotMatch(line, /[\p{Cc}\u2028-\u202e]/u);
    });

    it("quotes only what needs it", () => {
        assert.equal(shellLine(["pulumi", "up", "--stack", "acme/shop/dev"]), "pulumi up --stack acme/shop/dev");
        assert.equal(shellLine(["=ls", "a::b", "it's"]), String.raw`'=ls' a::b 'it'\''s'`);
    });
});
